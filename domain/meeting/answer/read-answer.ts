import type { Act, Answer, AnswerInput, AnswerWindow } from './answer.ts';
import { atomsOf } from './atoms.ts';
import { bookingLink } from './booking-link.ts';
import { type Clause, type Sentence, sentencesOf } from './clauses.ts';
import { itemsOf } from './expressions.ts';
import { type Finding, findingsOf, leaningOf } from './findings.ts';
import { type Group, hasDay, hasTime, isIdle } from './group.ts';
import { languageOf } from './lexicon/languages.ts';
import type { Plain } from './lexicon/lexicon.ts';
import { slotsMeant } from './match-slot.ts';
import { type Proposal, proposalOf } from './proposal.ts';
import { isDelegation } from './delegation.ts';
import { type CivilDay, isoDay, partsOfDay, weekdayOf } from './civil-day.ts';
import { daysOf } from './resolve-days.ts';
import { type Setting, settingOf, zoneMeant } from './setting.ts';
import { tokensOf } from './words.ts';

/**
 * What a person answers about a time, read against what was offered. Nothing is guessed: what could
 * mean two things, or leaves a constraint unused, is not `certain`. Linear in the length of the text.
 */
export function readAnswer(input: AnswerInput): Answer {
  const setting = settingOf(input);
  const { tokens, complete } = tokensOf(input.text);
  const language = languageOf(tokens);
  const atoms = atomsOf(tokens, language);
  const reader = {
    atoms,
    lexicon: language.lexicon,
    slotCount: input.slots.length,
    slotDates: new Set(setting.slotDays.map((day) => partsOfDay(day).day)),
  };
  const sentences = sentencesOf(itemsOf(reader), atoms);
  const findings = findingsOf(sentences).filter(
    ({ group }) => (!isIdle(group) || group.any === true) && !isPast(group),
  );
  const taken = takenFrom(findings, setting);
  const signals = signalsOf(sentences);
  const link = bookingLink(input.text);
  const delegated = isDelegation(sentences);
  const act = input.fixed
    ? actOnFixed(taken, signals)
    : actOnOffer({ taken, signals, link, delegated, setting });
  const first =
    findings.find((finding) => finding.says === 'yes' && !finding.mention) ?? findings[0];
  const sentence =
    first === undefined
      ? sentences.find(({ clauses }) => clauses.length > 0)
      : sentences[first.sentence];
  const elsewhere = atoms.some((atom, at) => atom.is === 'zone' && !isUsed(findings, at));
  return {
    act: act.act,
    slots: act.slots.map((slot) => slot + 1),
    times: act.times,
    windows: act.windows,
    certain: act.certain && complete && !elsewhere && !signals.takenBack && !signals.leftover,
    quote: sentence === undefined ? undefined : input.text.slice(sentence.from, sentence.to).trim(),
    link,
  };
}

function isPast(group: Group): boolean {
  if (group.week?.past === true) return true;
  return (
    group.days.length > 0 &&
    group.days.every((day) =>
      day.is === 'weekday' ? day.which === 'past' : day.is === 'offset' && day.days < 0,
    )
  );
}

function withoutShift(group: Group): Group {
  const { shift, ...rest } = group;
  return shift === undefined ? group : rest;
}

function isUsed(findings: readonly Finding[], at: number): boolean {
  return findings.some(({ group }) => group.first <= at && at < group.next);
}

type Taken = {
  /** Slots (from 0) that remain accepted. */
  readonly accepted: readonly number[];
  readonly excluded: ReadonlySet<number>;
  /** Nothing but "I have class on Thursday" speaks against the excluded slots. */
  readonly isSoft: boolean;
  /** Days they named beside the accepted slots. */
  readonly unoffered: readonly AnswerWindow[];
  readonly proposals: readonly Proposal[];
  readonly sure: boolean;
  readonly positive: boolean;
  /** "Any time this week": a week that is asked about, not offered. */
  readonly vague: boolean;
  readonly moved: boolean;
};

/** Reads every finding against the offered slots. */
function takenFrom(findings: readonly Finding[], setting: Setting): Taken {
  const none: ReadonlySet<number> = new Set();
  const excluded = new Set<number>();
  const hard = new Set<number>();
  const less = new Set<number>();
  for (const finding of findings) {
    if (finding.says === 'no') {
      for (const slot of slotsMeant(finding.group, setting, none)) {
        excluded.add(slot);
        if (!finding.soft) hard.add(slot);
      }
    }
    if (finding.says === 'less')
      for (const slot of slotsMeant(finding.group, setting, none)) less.add(slot);
  }
  const single = setting.input.slots.length === 1 ? 0 : undefined;
  const named = mentionedBefore(findings, setting);
  let accepted: readonly number[] | undefined;
  let sure = true;
  const open: Finding[] = [];
  const unoffered: AnswerWindow[] = [];
  const positive = findings.filter(({ says }) => says === 'yes');
  for (const finding of positive) {
    if (isIdle(finding.group)) {
      if (positive.length === 1 && setting.input.slots.length > 0) {
        accepted = setting.input.slots.map((_, slot) => slot).filter((slot) => !excluded.has(slot));
        sure &&= finding.sure;
      }
      continue;
    }
    const meant = finding.aside
      ? []
      : slotsMeant(finding.group, setting, excluded).filter((slot) => !excluded.has(slot));
    if (meant.length === 0) {
      if (!finding.mention) open.push(finding);
      else sure = false;
      continue;
    }
    sure &&=
      !isHalfOpen(finding.group) &&
      finding.sure &&
      !finding.mention &&
      !isOtherwise(finding.group) &&
      !isPerhapsDate(finding.group, setting) &&
      !isOnThirdClock(finding.group, setting);
    const days = unofferedDays(finding.group, setting);
    if (days.length > 0) unoffered.push({ days: days.map(isoDay) });
    const narrowed = accepted?.filter((slot) => meant.includes(slot)) ?? meant;
    accepted =
      finding.alternative || narrowed.length === 0
        ? [...new Set([...(accepted ?? []), ...meant])]
        : narrowed;
  }
  const kept = (accepted ?? []).filter((slot) => !less.has(slot)).toSorted((a, b) => a - b);
  const base = single ?? (kept.length === 1 ? kept[0] : undefined);
  const proposals = open.map((finding) => {
    const shiftedSlots =
      finding.group.shift === undefined
        ? []
        : slotsMeant(withoutShift(finding.group), setting, excluded);
    const anchored =
      shiftedSlots.length === 1
        ? shiftedSlots[0]
        : finding.group.shift !== undefined || finding.group.sameTime === true
          ? base
          : single;
    const mentioned = named.get(finding);
    const proposal = proposalOf(
      finding.group,
      mentioned === undefined ? setting : { ...setting, mentioned },
      anchored,
    );
    return { ...proposal, certain: proposal.certain && finding.sure && finding.bridged !== true };
  });
  return {
    accepted: kept,
    excluded,
    isSoft: excluded.size > 0 && hard.size === 0,
    unoffered,
    proposals,
    sure,
    positive: positive.some((finding) => !finding.mention),
    vague: open.some(
      ({ group }) => group.any === true && group.week !== undefined && group.days.length === 0,
    ),
    moved: open.some(({ group }) => group.shift !== undefined),
  };
}

/** For each finding the last day named before it. */
function mentionedBefore(
  findings: readonly Finding[],
  setting: Setting,
): ReadonlyMap<Finding, CivilDay> {
  const before = new Map<Finding, CivilDay>();
  let last: CivilDay | undefined;
  for (const finding of findings) {
    if (last !== undefined) before.set(finding, last);
    last = daysOf(finding.group, setting)?.days.at(-1) ?? last;
  }
  return before;
}

/** "After Monday": what is left of the offer may not be what they have in mind. */
function isHalfOpen({ dayRange }: Group): boolean {
  return dayRange !== undefined && (dayRange.from === undefined || dayRange.to === undefined);
}

/** "Booked at 2, otherwise available": which slot is meant is not said. */
function isOtherwise(group: Group): boolean {
  return group.options.some(
    (option) => 'all' in option && option.all === 'others' && option.vague === true,
  );
}

/** "The third" of a list in which another slot is on the third of the month. */
function isPerhapsDate(group: Group, { slotDays }: Setting): boolean {
  return group.options.some(
    (option) =>
      'at' in option &&
      option.bare === true &&
      slotDays.some((day, slot) => partsOfDay(day).day === option.at && slot + 1 !== option.at),
  );
}

/** An hour without a day, in a zone of neither: perhaps they are travelling. */
function isOnThirdClock(group: Group, setting: Setting): boolean {
  const zones = [group.zone, ...group.clocks.map((clock) => clock.zone)].filter(
    (zone) => zone !== undefined,
  );
  const { senderZone, userZone } = setting.input;
  return (
    !hasDay(group) &&
    zones.some((zone) => {
      const meant = zoneMeant(zone, setting);
      return meant !== senderZone && meant !== userZone;
    })
  );
}

/** "Thursday and Friday are open", when only Thursday was offered: Friday. */
function unofferedDays(group: Group, setting: Setting): readonly CivilDay[] {
  if (group.days.length < 2 || hasTime(group)) return [];
  const offered = new Set(setting.slotDays.map(weekdayOf));
  const days = group.days.filter((day) => day.is !== 'weekday' || !offered.has(day.weekday));
  if (days.length === 0) return [];
  const first = (daysOf({ ...group, days }, setting)?.days ?? []).slice(0, days.length);
  return first.filter((day) => !setting.slotDays.includes(day));
}

type Signals = {
  readonly cues: ReadonlySet<Plain>;
  readonly question: boolean;
  /** A clause of yes or no without any time in it. */
  readonly yes: boolean;
  /** Pleased to talk, without a word about the time. */
  readonly glad: boolean;
  readonly no: boolean;
  /** A refusal stands behind an acceptance. */
  readonly takenBack: boolean;
  readonly leftover: boolean;
};

function signalsOf(sentences: readonly Sentence[]): Signals {
  const clauses = sentences.flatMap((sentence) => sentence.clauses);
  const own = clauses.filter(({ condition }) => condition !== 'if' && condition !== 'unless');
  const bare = own.filter(({ groups }) => groups.length === 0);
  const cues = new Set(own.flatMap((clause) => [...clause.cues]));
  const refusals = bare.filter((clause) => leaningOf(clause) === 'no');
  return {
    cues,
    question: sentences.some((sentence) => sentence.question),
    yes: bare.some((clause) => leaningOf(clause) === 'yes' && !isOnlyGlad(clause)),
    glad: bare.some(isOnlyGlad),
    no: refusals.length > 0,
    takenBack: refusals.some((clause) => follows(clauses, clause)),
    leftover: clauses.some((clause) => clause.leftover),
  };
}

function isOnlyGlad({ cues }: Clause): boolean {
  return (
    cues.has('glad') &&
    !cues.has('yes') &&
    !cues.has('confirm') &&
    !cues.has('no') &&
    !cues.has('not')
  );
}

function follows(clauses: readonly Clause[], refusal: Clause): boolean {
  return clauses.slice(0, clauses.indexOf(refusal)).some(({ groups }) => groups.length > 0);
}

type Decision = {
  readonly act: Act;
  readonly slots: readonly number[];
  readonly times: readonly Date[];
  readonly windows: readonly AnswerWindow[];
  readonly certain: boolean;
};

function actOnOffer(input: {
  readonly taken: Taken;
  readonly signals: Signals;
  readonly link: string | undefined;
  readonly delegated: boolean;
  readonly setting: Setting;
}): Decision {
  const { taken, signals, setting } = input;
  const { cues } = signals;
  const times = taken.proposals.flatMap((proposal) => proposal.times);
  const windows = taken.proposals.flatMap((proposal) => proposal.windows);
  const nothing = { slots: [], times: [], windows, certain: false };
  const slotCount = setting.input.slots.length;
  const concrete = taken.proposals.some(({ kind }) => kind === 'time');
  if (taken.moved) return proposed('proposes_time', taken, times, windows);
  if (taken.accepted.length > 0) {
    const certain = taken.sure && taken.proposals.length === 0 && taken.unoffered.length === 0;
    return {
      act: 'accepts',
      slots: taken.accepted,
      times,
      windows: [...windows, ...taken.unoffered],
      certain,
    };
  }
  if (input.delegated) return { ...nothing, act: 'delegates', certain: true };
  if (input.link !== undefined && !concrete)
    return { ...nothing, act: 'sends_link', certain: true };
  if (concrete) return proposed('proposes_time', taken, times, windows);
  if (cues.has('ask') || (taken.vague && signals.question))
    return { ...nothing, act: 'asks', certain: true };
  if (cues.has('defer')) return { ...nothing, act: 'defers', certain: true };
  if (taken.proposals.length > 0) return proposed('proposes_window', taken, times, windows);
  if (slotCount === 1 && signals.yes && taken.isSoft) {
    return { ...nothing, act: 'accepts', slots: [0] };
  }
  const refused = taken.excluded.size > 0 || (signals.no && (slotCount > 0 || !taken.positive));
  if (refused)
    return { ...nothing, act: 'declines', certain: taken.excluded.size > 0 || slotCount > 0 };
  if (slotCount > 0 && (signals.yes || (cues.has('confirm') && !signals.question))) {
    const isOne = slotCount === 1 && (!signals.question || cues.has('detail'));
    return { ...nothing, act: 'accepts', slots: slotCount === 1 ? [0] : [], certain: isOne };
  }
  if (signals.question || cues.has('detail')) return { ...nothing, act: 'asks' };
  if (slotCount > 0 && signals.glad) return { ...nothing, act: 'accepts' };
  return { ...nothing, act: 'none' };
}

function proposed(
  act: Act,
  taken: Taken,
  times: readonly Date[],
  windows: readonly AnswerWindow[],
): Decision {
  const certain = taken.proposals.every((proposal) => proposal.certain);
  const unique = [...new Map(times.map((time) => [time.getTime(), time])).values()];
  return { act, slots: [], times: unique, windows, certain };
}

/** About the agreed meeting: moved, cancelled, confirmed, or a question. */
function actOnFixed(taken: Taken, signals: Signals): Decision {
  const { cues } = signals;
  const times = taken.proposals.flatMap((proposal) => proposal.times);
  const windows = taken.proposals.flatMap((proposal) => proposal.windows);
  const none = { slots: [], times: [], windows: [] };
  if (taken.proposals.length > 0) return proposed('reschedule', taken, times, windows);
  if (cues.has('cancel') && !cues.has('move')) return { ...none, act: 'cancels', certain: true };
  if (cues.has('move')) return { ...none, act: 'reschedule', certain: false };
  if (taken.excluded.size > 0 || signals.no) return { ...none, act: 'cancels', certain: false };
  if (signals.question && cues.has('detail')) return { ...none, act: 'asks', certain: true };
  if (taken.accepted.length > 0 || cues.has('confirm') || signals.yes || signals.glad) {
    return { ...none, act: 'confirms', certain: taken.sure && !signals.question };
  }
  return { ...none, act: signals.question || cues.has('ask') ? 'asks' : 'none', certain: false };
}
