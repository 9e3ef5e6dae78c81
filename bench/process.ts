import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { startInstance } from '../tests/support/instance.ts';
import { median, type Ratio } from './ratio.ts';

const program = join(import.meta.dirname, '..', 'bin', 'rapport.js');

/** A reading command against Node that does nothing; and starting again against the servers alone. */
export async function measureProcesses(rounds = 7): Promise<readonly Ratio[]> {
  const instance = await startInstance();
  try {
    const environment = { ...process.env, RAPPORT_DATA: instance.data };
    const commands: number[] = [];
    const nothing: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      commands.push(await timed([program, 'drafts', '--json'], environment));
      nothing.push(await timed(['-e', '0'], environment));
    }
    const starts: number[] = [];
    const servers: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      await instance.rapport(['stop-server']);
      servers.push(await serversAlone(environment));
      const begin = performance.now();
      await instance.start();
      starts.push(performance.now() - begin);
    }
    return [
      {
        name: 'Starting again',
        ours: { what: 'npm start again to a usable page (median)', value: median(starts) },
        limit: { what: 'PostgreSQL and Temporal alone (median)', value: median(servers) },
        unit: 'ms',
        goal: { kind: 'at most', ratio: 1.3 },
      },
      {
        name: 'A reading command',
        ours: { what: 'rapport drafts --json (median)', value: median(commands) },
        limit: { what: 'node -e 0 (median)', value: median(nothing) },
        unit: 'ms',
        goal: { kind: 'at most', ratio: 8 },
      },
    ];
  } finally {
    await instance.remove();
  }
}

async function timed(words: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const begin = performance.now();
  const child = spawn(process.execPath, words, { env, stdio: 'ignore' });
  const [code] = (await once(child, 'exit')) as [number];
  if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}`);
  return performance.now() - begin;
}

/** The compiled `startServers` in a process of its own, until both answer. */
async function serversAlone(env: NodeJS.ProcessEnv): Promise<number> {
  const begin = performance.now();
  const script = join(import.meta.dirname, 'servers-alone.js');
  const child = spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  const took = performance.now() - begin;
  const [code] = (await once(child, 'exit')) as [number];
  if (code !== 0) throw new Error(`Starting the servers alone ended with ${code}`);
  return took;
}
