import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database } from '../../db/client.ts';
import { deploy } from '../../db/migrate.ts';
import { freePorts } from '../../embedded/ports.ts';
import {
  postgresPassword,
  postgresUrl,
  startPostgres,
  stopPostgres,
} from '../../embedded/postgres.ts';
import { addKnownPerson } from './known-person.ts';
import { addPeople } from './people.ts';
import { pagesOn, type Pages } from './web-application.ts';

/** The pages over a PostgreSQL of their own with `items` things that need a person; for tools and measurements. */
export async function filledPages(items: number): Promise<{
  readonly pages: Pages;
  /** Somebody with a whole relationship behind them. */
  readonly contactId: string;
  readonly stop: () => Promise<void>;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-pages-'));
  const password = postgresPassword(folder);
  const [port] = await freePorts(1);
  const postgres = await startPostgres({ folder, port: port!, password, durable: false });
  const url = postgresUrl({ port: postgres.port, password, database: 'pages' });
  await deploy({ databaseUrl: url });
  const db = openDatabase(url, { connections: 4 });
  return {
    pages: pagesOn(db),
    contactId: await fill(db, items),
    async stop() {
      await db.$disconnect();
      await stopPostgres({ folder });
      rmSync(folder, { recursive: true, force: true });
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
