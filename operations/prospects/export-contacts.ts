import { z } from 'zod';
import type { Prisma } from '../../db/generated/client.ts';
import { mailboxAddress } from '../../domain/email-address.ts';
import { researchFields } from '../../domain/people-files/person.ts';
import type { ExportedPerson } from '../../domain/people-files/write/exported-person.ts';
import { writeCards } from '../../domain/people-files/write/write-cards.ts';
import { writeCsv } from '../../domain/people-files/write/write-csv.ts';
import { documentOf } from '../../domain/people-files/write/write-json.ts';
import { writeMarkdown } from '../../domain/people-files/write/write-markdown.ts';
import { defineOperation } from '../operation.ts';

export const exportFormat = z.enum(['csv', 'vcard', 'json', 'markdown']);
export type ExportFormat = z.infer<typeof exportFormat>;

export const exportContacts = defineOperation({
  name: 'exportContacts',
  summary: 'All contacts as a file for other programs; CSV and JSON can be imported again',
  input: z.object({ format: exportFormat.optional() }),
  output: z.object({
    format: exportFormat,
    people: z.number(),
    /** The text of the file, UTF-8. */
    content: z.string(),
  }),
  async run({ db, userId }, { format = 'csv' }) {
    const [contacts, suppressions] = await Promise.all([
      db.contact.findMany({
        where: { userId, removedAt: null },
        include: { addresses: true },
        omit: { policy: true, journey: true },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      }),
      db.suppression.findMany({ where: { userId }, select: { email: true } }),
    ]);
    const suppressed = new Set(suppressions.map(({ email }) => mailboxAddress(email)));
    const people = contacts.map((contact) => exported(contact, suppressed));
    return { format, people: people.length, content: written(people, format) };
  },
});

function written(people: readonly ExportedPerson[], format: ExportFormat): string {
  switch (format) {
    case 'csv':
      return writeCsv(people);
    case 'vcard':
      return writeCards(people);
    case 'json':
      return `${JSON.stringify(documentOf(people), undefined, 2)}\n`;
    case 'markdown':
      return writeMarkdown(people);
  }
}

type Row = Prisma.ContactGetPayload<{
  include: { addresses: true };
  omit: { policy: true; journey: true };
}>;

function exported(contact: Row, suppressed: ReadonlySet<string>): ExportedPerson {
  const emails = [...new Set([contact.email, ...contact.addresses.map(({ email }) => email)])];
  const { stage, outcome } = contact;
  const research = researchFields.flatMap((field) => {
    const value = contact[field];
    return value === null ? [] : [[field, value] as const];
  });
  // Who asked not to be written to has to stay so where the file is imported.
  const silent =
    outcome !== 'opted_out' && emails.some((each) => suppressed.has(mailboxAddress(each)));
  return {
    id: contact.id,
    name: contact.name,
    emails,
    company: contact.company,
    role: contact.role,
    foundThrough: contact.foundThrough,
    notes: contact.notes,
    labels: contact.labels,
    topics: contact.topics,
    language: contact.language,
    timeZone: contact.timeZone,
    research: Object.fromEntries(research),
    status: [
      outcome === null ? stage : `${stage} (${outcome})`,
      ...(silent ? ['suppressed'] : []),
    ].join(', '),
  };
}
