import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../../cli/commands.ts';
import { readEnvironment } from '../../config/env.ts';

const project = join(import.meta.dirname, '..', '..');
const read = (file: string): string => readFileSync(join(project, file), 'utf8');
const compose = read('docs/compose.yaml');
const dockerfile = read('Dockerfile');

/** What is set in `environment` for our own containers, with values that a person would give. */
function settings(): Readonly<Record<string, string>> {
  const given = [...compose.matchAll(/^ {6}((?:RAPPORT|DATABASE|TEMPORAL)_\w+): '?([^'\n]*)'?$/gm)];
  return Object.fromEntries(
    given.map(([, name, value]) => [
      name!,
      value!.replace(/\$\{RAPPORT_URL:-\}/, '').replace(/\$\{\w+:\?\}/g, 'secret'),
    ]),
  );
}

describe('the compose file', () => {
  test('runs commands that there are', () => {
    const ours = [...compose.matchAll(/command: \[(\w+)\]/g)].map(([, name]) => name!);
    expect(ours).toEqual(['migrate', 'worker', 'watch', 'web']);
    for (const name of ours) expect(commands, name).toHaveProperty(name);
  });

  test('sets variables that are read, to values that are allowed', () => {
    const environment = readEnvironment(settings());
    expect(environment).toMatchObject({ migrate: false, temporalIsGiven: true });
    expect(environment.databaseUrl).toMatch(/^postgresql:\/\/postgres:secret@postgres:5432\//);
    const sources = read('config/env.ts') + read('cli/role.ts');
    for (const name of Object.keys(settings()).filter((each) => !each.startsWith('TEMPORAL_')))
      expect(sources, name).toContain(name);
  });

  test('asks every role for its health where that role answers', () => {
    const [, roles = ''] = compose.split('\n  migrate:\n');
    const asked = [...roles.matchAll(/fetch\('http:\/\/127\.0\.0\.1:(\d+)\/healthz'\)/g)];
    // `watch` has the check of `worker`.
    expect(roles).toMatch(/watch:\n {4}<<: \*role\n {4}command/);
    const { healthPort, port } = readEnvironment(settings());
    expect(asked.map(([, number]) => Number(number))).toEqual([healthPort, port]);
  });

  test("has the server's release that is embedded elsewhere, and no image that is built no more", () => {
    const release = /server: '([\d.]+)'|temporalVersion = '([\d.]+)'/.exec(
      read('tools/set-up/versions.js'),
    );
    const version = release?.[1] ?? release?.[2];
    expect(version).toBeDefined();
    expect(compose).toContain(`temporalio/server:${version}`);
    expect(compose).not.toContain('auto-setup');
  });

  test('gives a mail that is being handed over more time than SMTP may take', () => {
    const seconds = Number(/stop_grace_period: (\d+)s/.exec(compose)?.[1]);
    expect(seconds).toBeGreaterThanOrEqual(65);
  });
});

test('the image copies folders that there are, and does not run as root', () => {
  expect(dockerfile).toMatch(/^USER node$/m);
  for (const [, folder] of dockerfile.matchAll(/COPY --from=build \/rapport\/(\w+) /g))
    if (folder !== 'build' && folder !== 'node_modules')
      expect(() => readFileSync(join(project, folder!, '.')), folder).toThrow(/EISDIR/);
});
