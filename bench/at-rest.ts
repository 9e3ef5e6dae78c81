import { setTimeout as sleep } from 'node:timers/promises';
import { dataFolder } from '../config/data-folder.ts';
import { asAdministrator } from '../db/migrate.ts';
import { databaseIn } from '../tests/crash/instance-process.ts';
import { startInstance, type InstanceUnderTest } from '../tests/support/instance.ts';
import { practiceServers } from '../tests/support/mail-servers.ts';
import { until } from '../tests/support/until.ts';
import { cpuEach, memory, usageOf } from './usage.ts';

/** MiB of all processes together and of Node alone, and sessions of PostgreSQL. */
const most = { together: 450, node: 300, sessions: 25 };
const people = 10;
/** Seconds. Pools give back what they do not need after ten. */
const rest = 60;

/** What an instance costs that watches a mailbox, with ten drafts waiting, a minute after anything happened. */
export async function measureAtRest(): Promise<readonly string[]> {
  const { me, stop } = await practiceServers();
  const instance = await startInstance();
  try {
    await fill(instance, me);
    await sleep(rest * 1000);
    const begin = usageOf(instance.data, instance.pid());
    await sleep(rest * 1000);
    const end = usageOf(instance.data, instance.pid());
    const sessions = await openSessions(instance.data);
    if (!begin || !end) return ['At rest: not measured on this system'];
    const node = end.Node.memoryMiB;
    const together = node + end['temporal-server'].memoryMiB + end.postgres.memoryMiB;
    return [
      `At rest: ${together.toFixed(0)} MiB in all processes together (goal at most ${most.together}: ${metOrNot(together, most.together)})`,
      `    ${memory(begin, end)} within ${rest} s`,
      `    Node alone: ${node.toFixed(0)} MiB (goal at most ${most.node}: ${metOrNot(node, most.node)})`,
      `    ${sessions} sessions of PostgreSQL, Temporal's among them (goal at most ${most.sessions}: ${metOrNot(sessions, most.sessions)})`,
      `    CPU time of a second: ${cpuEach(begin, end, rest)}`,
    ];
  } finally {
    await instance.remove();
    await stop();
  }
}

const metOrNot = (value: number, goal: number): string => (value <= goal ? 'met' : 'MISSED');

async function fill(
  instance: InstanceUnderTest,
  me: Awaited<ReturnType<typeof practiceServers>>['me'],
): Promise<void> {
  await instance.result(
    [
      ...['mailbox', 'connect', '--address', me.address, '--password-stdin', '--security', 'none'],
      ...['--imap', `127.0.0.1:${me.imap.port}`, '--smtp', `127.0.0.1:${me.smtp.port}`],
    ],
    `${me.password}\n`,
  );
  await instance.result(['profile', 'set', '--name', 'Max Muster', '--affiliation', 'TU Berlin']);
  for (let person = 1; person <= people; person += 1)
    await instance.result([
      ...['contact', 'add', '--email', `person${person}@work.test`, '--name', `Person ${person}`],
    ]);
  await until('all drafts are written', async () => {
    const drafts: readonly unknown[] = await instance.result(['drafts']);
    return drafts.length === people;
  });
}

async function openSessions(data: string): Promise<number> {
  const url = await databaseIn(dataFolder({ RAPPORT_DATA: data }), 'rapport');
  return asAdministrator(url, async (client) => {
    const { rows } = await client.query<{ sessions: number }>(
      `SELECT count(*)::int AS sessions FROM pg_stat_activity
       WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
    );
    return rows[0]!.sessions;
  });
}
