import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './lock.js';
import { cache, root } from './places.js';
import { run, works } from './run.js';
import { say, step } from './say.js';
import { testServerVersion } from './versions.js';

const cached = join(cache, `temporal-test-server-${testServerVersion}`);
const program = join(cached, 'temporal-test-server');

// exec, because the SDK ends it with SIGKILL, which a shell in between would not pass on.
// The flags: it must answer within five seconds of its start.
const script = `#!/bin/sh
exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData \\
  -cp "$(dirname "$0")/lib/*" io.temporal.testserver.TestServer "$@"
`;

export function testServerIsThere(environment) {
  const given = environment.RAPPORT_TEST_SERVER;
  if (!given) return existsSync(program);
  if (existsSync(given)) return true;
  throw new Error(`RAPPORT_TEST_SERVER is ${given}, which does not exist.`);
}

/** The time-skipping server for tests, a Java program, through Maven. Without a JDK: says so, or throws when CI is set. */
export async function getTestServer(environment) {
  const missing = (
    await Promise.all([needs('java', '-version'), needs('mvn', '--version')])
  ).filter(Boolean);
  if (missing.length > 0) {
    const reason = `The tests that skip time need ${missing.join(' and ')} (a JDK with Maven), or RAPPORT_TEST_SERVER.`;
    if (environment.CI) throw new Error(reason);
    say(`${reason} They will be skipped.`);
    return;
  }
  await alone(cached, async () => {
    if (existsSync(program)) return;
    const fresh = `${cached}.${process.pid}`;
    try {
      mkdirSync(fresh, { recursive: true });
      await step(`Fetching the time-skipping test server ${testServerVersion} (Maven)`, () =>
        run('mvn', [
          '-q',
          '-B',
          '--strict-checksums',
          '-f',
          join(root, 'tools', 'test-server', 'pom.xml'),
          'dependency:copy-dependencies',
          '-DincludeScope=runtime',
          `-DoutputDirectory=${join(fresh, 'lib')}`,
        ]),
      );
      writeFileSync(join(fresh, 'temporal-test-server'), script);
      chmodSync(join(fresh, 'temporal-test-server'), 0o755);
      rmSync(cached, { recursive: true, force: true });
      renameSync(fresh, cached);
    } catch (error) {
      if (environment.CI) throw error;
      say(`${error.message}\nTests that skip time will be skipped.`);
    } finally {
      rmSync(fresh, { recursive: true, force: true });
    }
  });
}

async function needs(name, word) {
  return (await works(name, [word])) ? undefined : name;
}
