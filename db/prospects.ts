import type { FilePerson } from '../domain/people-files/person.ts';
import type { Transaction } from './client.ts';

/** Stores people as prospects of one import: thousands at a time, hence one statement for many rows. */
export async function storeProspects(
  tx: Transaction,
  people: readonly FilePerson[],
  { userId, batchId }: { readonly userId: string; readonly batchId: string },
): Promise<void> {
  for (let from = 0; from < people.length; from += 5000) {
    const rows = JSON.stringify(people.slice(from, from + 5000).map(rowOf), withoutUnstorable);
    await tx.$executeRaw`
      INSERT INTO prospect (id, user_id, batch_id, "row", name, email, other_emails, company, role,
        found_through, notes, labels, phones, profile, language, time_zone, status, topics, research)
      SELECT gen_random_uuid(), ${userId}::uuid, ${batchId}::uuid, "row", name, email, other_emails, company, role,
        found_through, notes, labels, phones, profile, language, time_zone, status, topics, research
      FROM jsonb_to_recordset(${rows}::jsonb) AS person ("row" integer, name text, email text,
        other_emails text[], company text, role text, found_through text, notes text, labels text[],
        phones text[], profile text, language text, time_zone text, status text, topics text[],
        research jsonb)`;
  }
}

/** JSON in PostgreSQL has neither NUL nor half of a surrogate pair, which cutting a long text leaves. */
function withoutUnstorable(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/[\p{Cs}\0]/gu, '') : value;
}

function rowOf({ emails, foundThrough, timeZone, isCompany: _company, ...facts }: FilePerson) {
  const [email = null, ...others] = emails;
  return {
    ...facts,
    email,
    other_emails: others,
    found_through: foundThrough,
    time_zone: timeZone,
  };
}
