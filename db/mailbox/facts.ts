import {
  learnServer,
  topmostServer,
  type LearntServer,
} from '../../domain/authentication-results.ts';
import type { ParsedMail } from '../../domain/message.ts';
import type { Database } from '../client.ts';

/** The user was seen to write from this address as well. */
export async function learnAlias(db: Database, mailboxId: string, address: string): Promise<void> {
  await db.$executeRaw`
    UPDATE mailbox SET aliases = array_append(aliases, ${address})
    WHERE id = ${mailboxId}::uuid AND NOT ${address} = ANY(aliases) AND cardinality(aliases) < 100`;
}

/** Counts which server verifies received mail, and returns what is known of it now. */
export async function learnAuthenticationServer(
  db: Database,
  mailboxId: string,
  mail: ParsedMail,
): Promise<LearntServer | undefined> {
  const row = await db.mailbox.findUniqueOrThrow({
    where: { id: mailboxId },
    select: { authenticationServer: true, authenticationVotes: true },
  });
  const known =
    row.authenticationServer === null
      ? undefined
      : { name: row.authenticationServer, votes: row.authenticationVotes };
  const topmost = topmostServer(mail.headers.get('authentication-results') ?? []);
  if (topmost === undefined) return known;
  const learnt = learnServer(known, topmost);
  if (learnt.name !== known?.name || learnt.votes !== known.votes)
    await db.mailbox.update({
      where: { id: mailboxId },
      data: {
        authenticationServer: learnt.name.slice(0, 255),
        authenticationVotes: learnt.votes,
      },
    });
  return learnt;
}
