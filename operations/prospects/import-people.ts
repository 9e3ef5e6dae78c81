import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { storeProspects } from '../../db/prospects.ts';
import { InvalidInput } from '../../domain/errors.ts';
import type { FilePerson, FileProblem } from '../../domain/people-files/person.ts';
import { largestFile, readPeopleFile } from '../../domain/people-files/read-people-file.ts';
import { defineOperation } from '../operation.ts';
import { judgePeople, type Judgement } from './judge-people.ts';

const importedPerson = z.object({
  /** The line of the file, or the number of a card. */
  row: z.number(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  /** All of them, the preferred one first. */
  emails: z.array(z.string()),
  company: z.string().nullable(),
  role: z.string().nullable(),
  what: z.enum(['new', 'known', 'suppressed', 'unusable']),
  why: z.string().nullable(),
});

const importResult = z.object({
  /** Null when nothing was stored. */
  batchId: z.string().nullable(),
  format: z.string(),
  encoding: z.string().nullable(),
  /** Rows with something in them; the next four add up to it. */
  found: z.number(),
  new: z.number(),
  known: z.number(),
  suppressed: z.number(),
  unusable: z.number(),
  people: z.array(importedPerson),
  /** What the file has that could not be taken; `row` is null for the file as a whole. */
  problems: z.array(z.object({ row: z.number().nullable(), why: z.string() })),
});

export type ImportResult = z.output<typeof importResult>;
type ImportedPerson = z.output<typeof importedPerson>;

export const importPeople = defineOperation({
  name: 'importPeople',
  summary:
    'Keep the people of a file (CSV, vCard, LinkedIn’s archive, pasted lines) as prospects: nothing is written to them',
  largestBody: Math.ceil(largestFile * 1.4),
  input: z.object({
    /** The file's bytes, base64. */
    content: z.base64(),
    /** Says what would be kept, and keeps nothing. */
    dryRun: z.boolean().optional(),
  }),
  output: importResult,
  async run({ db, userId }, { content, dryRun = false }) {
    const bytes = Buffer.from(content, 'base64');
    if (bytes.length > largestFile)
      throw new InvalidInput('The file is larger than 20 MB. Split it.', 'content');
    const file = readPeopleFile(bytes);
    const { people, batchId } = await db.$transaction(
      async (tx) => {
        // Of two imports at once the second sees what the first has kept.
        await tx.$queryRaw`SELECT 1 FROM user_account WHERE id = ${userId}::uuid FOR UPDATE`;
        const judgements = await judgePeople(tx, userId, file.people);
        const fresh = file.people.filter((_, index) => judgements[index]?.what === 'new');
        const batch = dryRun || fresh.length === 0 ? null : randomUUID();
        if (batch !== null) await storeProspects(tx, fresh, { userId, batchId: batch });
        return { people: presented(file.people, judgements, file.problems), batchId: batch };
      },
      { timeout: 60_000 },
    );
    const count = (what: Judgement['what']) => people.filter((each) => each.what === what).length;
    return {
      batchId,
      format: file.format,
      encoding: file.encoding,
      found: people.length,
      new: count('new'),
      known: count('known'),
      suppressed: count('suppressed'),
      unusable: count('unusable'),
      people,
      problems: [...file.problems],
    };
  },
});

/** Every row of the file in its order, with those that hold nobody. */
function presented(
  people: readonly FilePerson[],
  judgements: readonly Judgement[],
  problems: readonly FileProblem[],
): ImportedPerson[] {
  const complaints = new Map<number, string[]>();
  for (const { row, why } of problems)
    if (row !== null) complaints.set(row, [...(complaints.get(row) ?? []), why]);
  const rows = people.map((person, index): ImportedPerson => {
    const { row, name, emails, company, role } = person;
    const { what, why } = judgements[index]!;
    const said = [...(why === null ? [] : [why]), ...(complaints.get(row) ?? [])];
    const sentence = said.length > 0 ? [...new Set(said)].join('; ') : null;
    return {
      row,
      name,
      email: emails[0] ?? null,
      emails: [...emails],
      company,
      role,
      what,
      why: sentence,
    };
  });
  for (const { row } of people) complaints.delete(row);
  const empty = [...complaints].map(([row, whys]): ImportedPerson => ({
    row,
    name: null,
    email: null,
    emails: [],
    company: null,
    role: null,
    what: 'unusable',
    why: whys.join('; '),
  }));
  return [...rows, ...empty].toSorted((a, b) => a.row - b.row);
}
