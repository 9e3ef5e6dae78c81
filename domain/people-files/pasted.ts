import { readAddresses } from './addresses.ts';
import { mostPeople } from './table.ts';
import { nobody, type FilePerson, type FileProblem } from './person.ts';
import { cleanName } from './person-name.ts';
import { withoutEnd } from '../text/without-end.ts';

const mostLines = 100_000;

/** People from lines such as `"Moreau, Zoé" <zoe@…>; ben@…`, or with a name before or after the address. */
export function readPasted(text: string): {
  readonly people: readonly FilePerson[];
  readonly problems: readonly FileProblem[];
} {
  const people: FilePerson[] = [];
  const problems: FileProblem[] = [];
  for (const [index, line] of text.split(/\r\n|\r|\n/, mostLines).entries()) {
    if (people.length >= mostPeople) {
      problems.push({ row: null, why: `only the first ${mostPeople} people were read` });
      break;
    }
    const row = index + 1;
    if (line.trim() === '') continue;
    if (!line.includes('@')) {
      problems.push({ row, why: `no address in "${line.trim().slice(0, 60)}"` });
      continue;
    }
    for (const entry of entriesOf(line.slice(0, 20_000))) {
      const { name, address } = partsOf(entry);
      const { emails, problems: faults } = readAddresses(address);
      for (const why of faults) problems.push({ row, why });
      if (emails.length === 0) continue;
      people.push({ ...nobody, row, name: cleanName(name), emails });
      if (cleanName(name) === null)
        problems.push({ row, why: `${emails[0]} has no name: add one before a letter is written` });
    }
  }
  return { people, problems };
}

/** Splits at `;`, `,` and tabs, but not within quotation marks, and keeps what has no address with its neighbour. */
function entriesOf(line: string): readonly string[] {
  const parts: string[] = [];
  let quoted = false;
  let part = '';
  for (const char of line) {
    if (char === '"') quoted = !quoted;
    if (!quoted && /[;,\t]/.test(char)) {
      parts.push(part);
      part = '';
    } else {
      part += char;
    }
  }
  parts.push(part);
  const entries: string[] = [];
  let before = '';
  for (const each of parts.map((text) => text.trim()).filter(Boolean)) {
    if (each.includes('@')) {
      entries.push(before === '' ? each : `${before} ${each}`);
      before = '';
    } else {
      before = before === '' ? each : `${before}, ${each}`;
    }
  }
  return entries;
}

function partsOf(entry: string): { readonly name: string; readonly address: string } {
  const open = entry.lastIndexOf('<');
  if (open >= 0 && entry.indexOf('>', open) > open)
    return { name: unquoted(entry.slice(0, open)), address: entry.slice(open) };
  const words = entry.split(/\s+/);
  const address = words.find((word) => word.includes('@')) ?? '';
  return {
    name: unquoted(withoutEnd(words.filter((word) => word !== address).join(' '), /[\s,:\-–—]/)),
    address,
  };
}

function unquoted(text: string): string {
  return text
    .replaceAll('"', '')
    .replace(/^[\s*•·-]+/, '')
    .trim();
}
