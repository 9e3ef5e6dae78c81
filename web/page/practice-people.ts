import type { Context } from 'hono';
import type { PracticePerson, WebDeps } from '../deps.ts';
import type { WebEnvironment } from '../http/environment.ts';

/** Those who have not been written to; none where nobody practises. */
export async function peopleToPractiseWith(
  c: Context<WebEnvironment>,
  practice: WebDeps['practice'],
): Promise<readonly PracticePerson[]> {
  const { db, userId } = c.get('context');
  const people = practice.people ?? [];
  const [mailboxes, known] = await Promise.all([
    db.mailbox.count({ where: { userId, practice: true, removedAt: null } }),
    db.contact.findMany({
      where: { userId, email: { in: people.map(({ email }) => email) } },
      select: { email: true },
    }),
  ]);
  if (mailboxes === 0) return [];
  const written = new Set(known.map(({ email }) => email));
  return people.filter(({ email }) => !written.has(email));
}
