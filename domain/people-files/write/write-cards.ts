import type { ExportedPerson } from './exported-person.ts';

/** vCards of version 3.0 (RFC 2426), which every telephone and address book reads. Notes stay at home. */
export function writeCards(people: readonly ExportedPerson[]): string {
  return people.map(card).join('');
}

function card({ id, name, emails, company, role, labels }: ExportedPerson): string {
  const space = name.lastIndexOf(' ');
  const [given, family] = space < 0 ? ['', name] : [name.slice(0, space), name.slice(space + 1)];
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `UID:${id}`,
    `FN:${escaped(name)}`,
    `N:${escaped(family)};${escaped(given)};;;`,
    ...emails.map(
      (email, index) => `EMAIL;TYPE=INTERNET${index === 0 ? ',PREF' : ''}:${escaped(email)}`,
    ),
    ...(company === null ? [] : [`ORG:${escaped(company)}`]),
    ...(role === null ? [] : [`TITLE:${escaped(role)}`]),
    ...(labels.length === 0 ? [] : [`CATEGORIES:${labels.map(escaped).join(',')}`]),
    'END:VCARD',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function escaped(text: string): string {
  return text.replace(/[\\,;]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');
}

/** At most 75 octets a line, and no letter cut in two (RFC 2426 section 2.6). */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const char of line) {
    const size = Buffer.byteLength(char);
    if (octets + size > 75) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += char;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}
