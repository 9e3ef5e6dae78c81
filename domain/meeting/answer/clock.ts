import type { Atom } from './atoms.ts';
import type { Clock } from './expression.ts';
import type { ZoneWord } from './lexicon/lexicon.ts';
import { isMark, numberOf, type Read, type Reader } from './reader.ts';

/** An hour that was read. A weak one is a bare number, which needs a reason to be an hour. */
export type ReadClock = Read<Clock> & { readonly weak: boolean };

type Half = 'am' | 'pm' | undefined;

/** The hour that begins at this atom, with its zone when one follows. */
export function clockAt(reader: Reader, at: number): ReadClock | undefined {
  const read = spokenClock(reader, at) ?? writtenClock(reader, at);
  if (read === undefined) return undefined;
  const zone = zoneAt(reader, read.next);
  if (zone === undefined) return read;
  return { value: { ...read.value, zone: zone.value }, next: zone.next, weak: false };
}

/** "ET", "(Houston)", "Houston time", "UK time", "GMT+2". */
export function zoneAt(reader: Reader, at: number): Read<ZoneWord> | undefined {
  const open = isMark(reader.atoms[at], '(') ? 1 : 0;
  const linked =
    reader.atoms[at + open]?.is === 'link' || reader.atoms[at + open]?.is === 'the' ? 1 : 0;
  const timeFirst = reader.atoms[at + open + linked]?.is === 'time' ? 1 : 0;
  const place = at + open + linked + timeFirst;
  const atom = reader.atoms[place];
  if (atom?.is !== 'zone') return undefined;
  let next = place + 1;
  const shift = offsetAfter(reader, place);
  if (shift !== undefined) next = shift.next;
  const named = reader.atoms[next]?.is === 'time' || timeFirst === 1;
  if (reader.atoms[next]?.is === 'time') next++;
  if (linked === 1 && !named) return undefined;
  if (open === 1) {
    if (!isMark(reader.atoms[next], ')')) return undefined;
    next++;
  }
  return { value: shift?.value ?? atom.zone, next };
}

/** "UTC+2", "GMT -5": a zone of that fixed distance, which Etc/GMT names the other way round. */
function offsetAfter(reader: Reader, at: number): Read<ZoneWord> | undefined {
  const zone = reader.atoms[at];
  const sign = reader.atoms[at + 1];
  const hours = reader.atoms[at + 2];
  if (
    zone?.is !== 'zone' ||
    !/^(?:UTC|shared:gmt)$/.test(zone.zone) ||
    hours?.is !== 'digits' ||
    hours.value > 12
  )
    return undefined;
  if (!isMark(sign, '+', '-') || !hours.glued) return undefined;
  const direction = sign?.text === '+' ? '-' : '+';
  return { value: hours.value === 0 ? 'UTC' : `Etc/GMT${direction}${hours.value}`, next: at + 3 };
}

/** "Noon", "half past three", "halb vier", "quarter to 4", "nine thirty", "nine a m". */
function spokenClock(reader: Reader, at: number): ReadClock | undefined {
  const { atoms } = reader;
  const atom = atoms[at];
  if (atom?.is === 'clock') {
    return { value: exactly(atom.minute), next: at + 1, weak: false };
  }
  if (atom?.is === 'half' || atom?.is === 'quarter') return fractionClock(reader, at, atom.is);
  const value = numberOf(atom);
  if (value === undefined) return undefined;
  if (atoms[at + 1]?.is === 'past' && value < 30 && value % 5 === 0) {
    const hour = numberOf(atoms[at + 2]);
    if (hour !== undefined && hour <= 12) return ended(reader, hour, value, at + 3);
  }
  if (atom?.is !== 'number' || value > 24) return undefined;
  const minutes = atoms[at + 1];
  if (minutes?.is === 'number' && [15, 20, 30, 45].includes(minutes.value) && value <= 12) {
    return ended(reader, value, minutes.value, at + 2);
  }
  return ended(reader, value, undefined, at + 1);
}

function fractionClock(reader: Reader, at: number, is: 'half' | 'quarter'): ReadClock | undefined {
  const { atoms, lexicon } = reader;
  const joint = atoms[at + 1];
  const direct = numberOf(joint);
  if (is === 'half' && direct !== undefined && direct <= 12) {
    const hour = lexicon.halfBefore ? (direct === 1 ? 12 : direct - 1) : direct;
    return ended(reader, hour, 30, at + 2);
  }
  const hour = numberOf(atoms[at + 2]);
  if (hour === undefined || hour > 12 || joint === undefined) return undefined;
  const isBefore =
    joint.is === 'to' || joint.is === 'before' || joint.text === 'vor' || joint.text === 'of';
  const isAfter = joint.is === 'past' || joint.is === 'after';
  if (isAfter) return ended(reader, hour, is === 'half' ? 30 : 15, at + 3);
  if (isBefore && is === 'quarter') return ended(reader, hour === 1 ? 12 : hour - 1, 45, at + 3);
  return undefined;
}

/** "14:00", "14h30", "2.30", "330", "1100 am", "1p", "3". */
function writtenClock(reader: Reader, at: number): ReadClock | undefined {
  const { atoms } = reader;
  const digits = atoms[at];
  if (digits?.is !== 'digits' || isMark(atoms[at - 1], '$', '€', '£', '#')) return undefined;
  if (isMark(atoms[at + 1], '%', '€', '$')) return undefined;
  const length = digits.to - digits.from;
  if (length >= 3) return compactClock(reader, at, digits.value, length);
  if (digits.value > 24) return undefined;
  const mark = atoms[at + 1];
  const minutes = atoms[at + 2];
  const isColon = mark?.glued === true && isMark(mark, ':', '.') && minutes?.is === 'digits';
  if (isColon && minutes.glued && minutes.to - minutes.from === 2 && minutes.value < 60) {
    const isDate = isMark(mark, '.') && isMark(atoms[at + 3], '.') && atoms[at + 3]!.glued;
    if (isDate) return undefined;
    return ended(reader, digits.value, minutes.value, at + 3, leadingZero(digits));
  }
  if (hasEnding(atoms[at + 1])) return undefined;
  return ended(reader, digits.value, undefined, at + 1, leadingZero(digits));
}

function hasEnding(atom: Atom | undefined): boolean {
  if (atom?.glued !== true) return false;
  if (/^(?:st|nd|rd|th|er)$/.test(atom.text)) return true;
  return atom.is === 'word' || isMark(atom, '/');
}

function leadingZero(digits: Atom): boolean {
  return digits.text.startsWith('0') && digits.text.length === 2;
}

/** "330", "1430", "1100 am": no colon between hour and minutes. */
function compactClock(
  reader: Reader,
  at: number,
  value: number,
  length: number,
): ReadClock | undefined {
  const hour = Math.floor(value / 100);
  const minute = value % 100;
  if (length > 4 || hour > 23 || minute > 59 || minute % 5 !== 0) return undefined;
  if (length === 3 && hour === 0) return undefined;
  const isYear = length === 4 && value >= 1900 && value < 2100 && value !== 1900 && value !== 2000;
  const read = ended(reader, hour, minute, at + 1, reader.atoms[at]!.text.startsWith('0'));
  if (read === undefined || (isYear && read.next === at + 1)) return undefined;
  // "1430" is its own proof; "330" is weak until something near makes it an hour.
  return { ...read, weak: read.next === at + 1 };
}

/** What may follow hour and minutes: am, pm, "Uhr 30", "et demie", "nachmittags". */
function ended(
  reader: Reader,
  hour: number,
  minute: number | undefined,
  at: number,
  zero = false,
): ReadClock | undefined {
  const { atoms, lexicon } = reader;
  let next = at;
  let minutes = minute;
  let strong = minute !== undefined;
  let full = false;
  if (atoms[next]?.is === 'oclock') {
    strong = true;
    full = true;
    next++;
    const more = atoms[next];
    const isUnit = atoms[next + 1]?.is === 'unit';
    if (minutes === undefined && more?.is === 'digits' && more.value < 60 && !isUnit) {
      // "17h30." ends a sentence; "14 Uhr 30.10." goes on with a date.
      const isDate = isMark(atoms[next + 1], '.', '/') && atoms[next + 2]?.is === 'digits';
      if (more.to - more.from === 2 && !isDate) {
        minutes = more.value;
        next++;
      }
    }
  }
  if (minutes === undefined && lexicon.language !== 'en' && lexicon.language !== 'de') {
    if (atoms[next]?.is === 'half') [minutes, strong, next] = [30, true, next + 1];
    else if (atoms[next]?.is === 'quarter') [minutes, strong, next] = [15, true, next + 1];
    else if (atoms[next]?.is === 'to' && atoms[next]!.to - atoms[next]!.from > 5) {
      return ended(reader, hour - 1, 45, next + 1);
    }
  }
  const half = halfAt(reader, next);
  if (half !== undefined) {
    strong = true;
    next = half.next;
  }
  if (hour > 24) return undefined;
  const clock = readings({
    hour,
    minute: minutes ?? 0,
    half: half?.value,
    zero,
    by24: lexicon.by24Hours && (full || minute !== undefined),
  });
  return { value: clock, next, weak: !strong };
}

function halfAt(reader: Reader, at: number): Read<Half> | undefined {
  const atom = reader.atoms[at];
  if (atom === undefined) return undefined;
  if (atom.is === 'am' || atom.is === 'pm') {
    // "1 a" and "1 p" are hours only without a blank: "1p".
    if (atom.text.length === 1 && atom.to - atom.from === 1 && !atom.glued) return undefined;
    return { value: atom.is, next: at + 1 };
  }
  if (atom.is === 'part' && reader.lexicon.by24Hours && atom.part !== 'lunch') {
    return { value: atom.part === 'morning' ? 'am' : 'pm', next: at + 1 };
  }
  return undefined;
}

function readings(input: {
  readonly hour: number;
  readonly minute: number;
  readonly half: Half;
  readonly zero: boolean;
  readonly by24: boolean;
}): Clock {
  const { hour, minute, half } = input;
  if (half !== undefined && hour <= 12) {
    return exactly(((hour % 12) + (half === 'pm' ? 12 : 0)) * 60 + minute);
  }
  if (hour === 24) return exactly(minute);
  if (hour === 0 || hour >= 12 || input.zero) return exactly(hour * 60 + minute);
  const early = hour * 60 + minute;
  const late = early + 720;
  const usual = hour <= 6 ? late : hour >= 9 || input.by24 ? early : undefined;
  return { readings: [early, late], default: usual };
}

function exactly(minute: number): Clock {
  return { readings: [minute], default: minute };
}
