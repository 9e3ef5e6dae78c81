import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporalVersion } from '../../embedded/versions.ts';
import { testServerVersion } from '../support/test-server.ts';

const read = (file: string) => readFileSync(join(import.meta.dirname, '..', '..', file), 'utf8');

test('fetches and builds the Temporal server that is embedded', () => {
  expect(read('tools/set-up/versions.js')).toContain(`temporalVersion = '${temporalVersion}'`);
  expect(read('tools/temporal/go.mod')).toContain(`go.temporal.io/server v${temporalVersion} `);
});

test('fetches the test server that the tests look for', () => {
  expect(read('tools/set-up/versions.js')).toContain(`testServerVersion = '${testServerVersion}'`);
  expect(read('tools/test-server/pom.xml')).toContain(`<version>${testServerVersion}</version>`);
});

test('names no package registry or mirror in the recipe', () => {
  for (const file of [
    'tools/set-up/go.js',
    'tools/temporal/requirements.txt',
    'package-lock.json',
  ]) {
    expect(read(file)).not.toMatch(
      /https?:\/\/(?!github\.com)[^\s"']*(registry|proxy|pypi|mirror)/,
    );
  }
});
