import { afterEach, expect, test, vi } from 'vitest';
import { childEnvironment } from '../../embedded/child-environment.ts';

afterEach(() => vi.unstubAllEnvs());

test('a server that Rapport starts does not get its secrets', () => {
  vi.stubEnv('RAPPORT_PASSWORD', 'one');
  vi.stubEnv('RAPPORT_SECRET_KEY', 'two');
  vi.stubEnv('LANG', 'C');
  const environment = childEnvironment({ TZ: 'UTC' });
  expect(environment).toMatchObject({ LANG: 'C', TZ: 'UTC' });
  expect(Object.values(environment)).not.toContain('one');
  expect(Object.values(environment)).not.toContain('two');
});
