// npm run migrate -- create NAME | status | deploy
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '../../embedded/ports.ts';
import {
  postgresPassword,
  postgresUrl,
  startPostgres,
  stopPostgres,
} from '../../embedded/postgres.ts';
import { difference } from './migration-engine.ts';
import { createDatabase, deploy, migrationsFolder } from '../../db/migrate.ts';

const schemaPath = join(import.meta.dirname, '..', '..', 'prisma', 'schema.prisma');
const schema = { path: schemaPath, content: readFileSync(schemaPath, 'utf8') };
const folder = migrationsFolder;
const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Statements that could destroy data, or fail on what is stored. */
const destructive =
  /\bDROP (TABLE|COLUMN|TYPE)\b|SET NOT NULL|SET DATA TYPE|ADD COLUMN .*NOT NULL(?!.*DEFAULT)|CREATE UNIQUE INDEX/;

const [command, name] = process.argv.slice(2);
try {
  await withDatabase(async (databaseUrl) => {
    if (command === 'create' && name !== undefined) await create(databaseUrl, name);
    else if (command === 'status') await status(databaseUrl);
    else if (command === 'deploy')
      say(`Applied: ${(await deploy({ databaseUrl })).join(', ') || 'nothing'}`);
    else throw new Error('Usage: npm run migrate -- create NAME | status | deploy');
  });
} catch (error) {
  say((error as Error).message);
  process.exitCode = 1;
}

/** Writes what the schema says beyond the migrations as a new one, and points at what could destroy data. */
async function create(databaseUrl: string, title: string): Promise<void> {
  await createDatabase(databaseUrl);
  const sql = await difference({ databaseUrl, schema, folder, against: 'schema' });
  if (sql === undefined) {
    say('The migrations already say all that schema.prisma does.');
    return;
  }
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const words = title.toLowerCase().replace(/[^a-z0-9]+/g, '_');
  const target = join(folder, `${stamp}_${words}`);
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, 'migration.sql'), `${sql.trimEnd()}\n`);
  const lock = join(folder, 'migration_lock.toml');
  if (!existsSync(lock)) writeFileSync(lock, 'provider = "postgresql"\n');
  say(`Wrote ${target}`);
  for (const line of sql.split('\n').filter((each) => destructive.test(each))) {
    say(`  look twice: ${line.trim()}`);
  }
}

/** Exit 2 when schema, migrations and database do not say the same. */
async function status(databaseUrl: string): Promise<void> {
  await deploy({ databaseUrl });
  const unwritten = await difference({ databaseUrl, schema, folder, against: 'schema' });
  if (unwritten !== undefined) say(`schema.prisma says more than the migrations:\n${unwritten}`);
  const drifted = await difference({ databaseUrl, schema, folder, against: 'database' });
  if (drifted !== undefined) say(`The database differs from its migrations:\n${drifted}`);
  if (unwritten === undefined && drifted === undefined)
    say('Schema, migrations and database agree.');
  else process.exitCode = 2;
}

/** The one that DATABASE_URL names, else an empty one that lives as long as the command. */
async function withDatabase(work: (databaseUrl: string) => Promise<void>): Promise<void> {
  if (process.env.DATABASE_URL) return work(process.env.DATABASE_URL);
  const home = mkdtempSync(join(tmpdir(), 'rapport-migrate-'));
  const password = postgresPassword(home);
  const [port] = await freePorts(1);
  try {
    await startPostgres({ folder: home, port: port!, password, durable: false });
    await work(postgresUrl({ port: port!, password, database: 'rapport' }));
  } finally {
    await stopPostgres({ folder: home });
    rmSync(home, { recursive: true, force: true });
  }
}
