import type { ExportedPerson } from './exported-person.ts';

/** One document to read or to keep beside other notes: a heading and a list for each person. */
export function writeMarkdown(people: readonly ExportedPerson[]): string {
  return ['# People', ...people.map(section)].join('\n\n').concat('\n');
}

function section({ name, emails, company, role, research, ...person }: ExportedPerson): string {
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    ['Address', emails.join(', ')],
    ['Role', role],
    ['Status', person.status],
    ['Found through', person.foundThrough],
    ['Path', research.path],
    ['Shared affiliation', research.sharedAffiliation],
    ['Referred by', research.referredBy],
    ['Admire', research.admire],
    ['Wrote', research.wrote],
    ['Topics', person.topics.join(', ')],
    ['Labels', person.labels.join(', ')],
    ['Language', person.language],
    ['Time zone', person.timeZone],
  ];
  const lines = facts.flatMap(([label, value]) => (value ? [`- ${label}: ${plain(value)}`] : []));
  const notes =
    person.notes === null
      ? []
      : ['', ...person.notes.split('\n').map((line) => `> ${plain(line)}`)];
  const heading = company === null ? name : `${name} (${company})`;
  return [`## ${plain(heading)}`, '', ...lines, ...notes].join('\n');
}

/** Text that Markdown shows as it is. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~!]/g, '\\$&');
}
