import { openDatabase, type Database } from '../../db/client.ts';
import { addKnownPerson } from './known-person.ts';
import { ownPostgres } from './own-postgres.ts';
import { addPeople } from './people.ts';
import { pagesOn, type Pages } from './web-application.ts';

/** The pages over a PostgreSQL of their own with `items` things that need a person; for tools and measurements. */
export async function filledPages(items: number): Promise<{
  readonly pages: Pages;
  /** Somebody with a whole relationship behind them. */
  readonly contactId: string;
  readonly stop: () => Promise<void>;
}> {
  const postgres = await ownPostgres();
  const db = openDatabase(await postgres.database('pages'), { connections: 4 });
  return {
    pages: pagesOn(db),
    contactId: await fill(db, items),
    async stop() {
      await db.$disconnect();
      await postgres.stop();
    },
  };
}

async function fill(db: Database, items: number): Promise<string> {
  const profile = {
    name: 'Mira Hofmann',
    affiliation: 'Technical University',
    about: 'I study energy systems.',
    timeZone: 'Europe/Berlin',
    language: 'en',
  };
  const user = await db.user.create({ data: { profile } });
  const mailbox = await db.mailbox.create({
    data: {
      userId: user.id,
      address: 'mira@example.org',
      login: 'mira@example.org',
      secret: 'sealed',
      state: 'connected',
      imapHost: 'imap.example.org',
      imapPort: 993,
      imapSecurity: 'tls',
      smtpHost: 'smtp.example.org',
      smtpPort: 465,
      smtpSecurity: 'tls',
    },
  });
  const of = { userId: user.id, mailboxId: mailbox.id };
  await addPeople(db, of, items);
  const contactId = await addKnownPerson(db, of);
  // As autovacuum would have done on a machine that has been running for a while.
  await db.$executeRawUnsafe('analyze');
  return contactId;
}
