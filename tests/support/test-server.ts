import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { inject } from 'vitest';
import { registerSearchAttributes } from '../../embedded/temporal-namespace.ts';

export type Findable = { readonly path: string } | { readonly missing: string };

/** Keep in step with tools/set-up/versions.js. */
export const testServerVersion = '1.38.0';

export function findTestServer(environment: NodeJS.ProcessEnv, cache: string): Findable {
  const path =
    environment.RAPPORT_TEST_SERVER ||
    join(cache, `temporal-test-server-${testServerVersion}`, 'temporal-test-server');
  if (existsSync(path)) return { path };
  return {
    missing: `no time-skipping Temporal server at ${path}: it needs a JDK and Maven (npm test fetches it then), or RAPPORT_TEST_SERVER`,
  };
}

/**
 * Why tests with skipped time cannot run here, or undefined when they can. Use it as
 * `describe.skipIf(noTimeSkipping())`: the run then says so; with `CI=true` the set-up has failed before.
 */
export function noTimeSkipping(): string | undefined {
  const found = inject('testServer');
  return 'missing' in found ? found.missing : undefined;
}

/**
 * A Temporal server in which waiting costs no time. Its clock is one for the whole server, so every test file has its
 * own. On a busy machine Java may miss the SDK's five seconds: then it is tried again.
 */
export async function timeSkipping(): Promise<TestWorkflowEnvironment> {
  const found = inject('testServer');
  if ('missing' in found) throw new Error(found.missing);
  const start = async () => {
    const environment = await TestWorkflowEnvironment.createTimeSkipping({
      server: { executable: { type: 'existing-path', path: found.path } },
    });
    // A start with attributes that it does not know it refuses, and keeps half of.
    await registerSearchAttributes(environment.connection, 'default');
    return environment;
  };
  for (let tries = 1; ; tries += 1) {
    try {
      return await start();
    } catch (error) {
      if (tries === 6) throw error;
    }
  }
}
