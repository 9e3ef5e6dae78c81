import { childEnvironment } from './child-environment.ts';
import { spawn } from 'node:child_process';
import { chownSync } from 'node:fs';
import { readPrivate, writePrivate } from './private-file.ts';

/** How to start PostgreSQL's programs, which refuse to run as root. */
export type PostgresRunner = {
  readonly name: 'self' | 'namespace' | 'capabilities';
  readonly prefix: readonly string[];
  /** Gives a file to the user the programs then run as, where that is another one. */
  readonly handOver: (path: string) => void;
};

export type Finished = { readonly code: number | null; readonly output: string };

// `nobody`: initdb looks its user up, so it must be one that exists everywhere.
const nobody = 65_534;
const capability = '-all,+dac_override';

const runners: readonly PostgresRunner[] = [
  // Files of root look like files of nobody inside the namespace: nothing is chowned and a 0700 /root is no obstacle.
  {
    name: 'namespace',
    prefix: ['unshare', '-U', `--map-user=${nobody}`, `--map-group=${nobody}`],
    handOver: () => {},
  },
  // Where containers forbid namespaces. Without no_setuid_fixup, access(2) fails and initdb calls its binaries invalid.
  {
    name: 'capabilities',
    prefix: [
      'setpriv',
      `--reuid=${nobody}`,
      `--regid=${nobody}`,
      '--clear-groups',
      '--securebits=+no_setuid_fixup',
      `--inh-caps=${capability}`,
      `--ambient-caps=${capability}`,
      `--bounding-set=${capability}`,
    ],
    handOver: (path) => chownSync(path, nobody, nobody),
  },
];

const self: PostgresRunner = { name: 'self', prefix: [], handOver: () => {} };

/**
 * The first way that works here. It is remembered in `file`, because a data folder made in one way belongs to
 * the user of that way.
 */
export async function chooseRunner(file: string): Promise<PostgresRunner> {
  if (process.getuid?.() !== 0) return self;
  const remembered = runners.find(({ name }) => name === readPrivate(file)?.trim());
  for (const runner of remembered ? [remembered] : runners) {
    if ((await runAs(runner, 'true', [])).code !== 0) continue;
    if (!remembered) writePrivate(file, runner.name);
    return runner;
  }
  throw new Error(
    'PostgreSQL does not run as root, and neither unshare -U nor setpriv works here. Run Rapport as an ordinary user, or set DATABASE_URL.',
  );
}

/** `quiet` gives the program no pipe: a server that it leaves behind would keep one open and we would wait for ever. */
export function runAs(
  runner: PostgresRunner,
  program: string,
  words: readonly string[],
  options: { readonly quiet?: boolean } = {},
): Promise<Finished> {
  const [first = program, ...rest] = [...runner.prefix, program, ...words];
  return new Promise((resolve) => {
    const child = spawn(first, rest, {
      stdio: ['ignore', options.quiet ? 'ignore' : 'pipe', options.quiet ? 'ignore' : 'pipe'],
      env: childEnvironment({ LC_ALL: 'C', TZ: 'UTC' }),
    });
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', (error) => resolve({ code: null, output: error.message }));
    child.once('close', (code) => resolve({ code, output }));
  });
}
