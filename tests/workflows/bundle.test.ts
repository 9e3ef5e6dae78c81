import { readFileSync } from 'node:fs';
import { expect, inject, test } from 'vitest';

const code = () => readFileSync(inject('workflowBundle'), 'utf8');

/** The files that webpack has put together, as its comments and source map name them. */
function modules(): readonly string[] {
  const map = /sourceMappingURL=data:application\/json;charset=utf-8;base64,([\w+/=]+)/.exec(
    code(),
  );
  const { sources } = JSON.parse(Buffer.from(map?.[1] ?? '', 'base64').toString()) as {
    readonly sources: readonly string[];
  };
  return sources;
}

test('the workflows are made of themselves, the rules and the SDK', () => {
  const named = modules();
  expect(named.some((name) => name.includes('workflows/contact-journey.ts'))).toBe(true);
  const own = named.filter((name) => !name.includes('node_modules') && /\.tsx?$/.test(name));
  const strangers = own.filter((name) => !/(workflows|domain)\/[\w/-]+\.ts$/.test(name));
  expect(strangers).toEqual([]);
});

test.each([
  'zod',
  '@prisma',
  'luxon',
  'imapflow',
  'nodemailer',
  'pg',
  'chrono-node',
  'date-holidays',
])('the workflows are free of %s', (library) => {
  expect(modules().filter((name) => name.includes(`node_modules/${library}/`))).toEqual([]);
});

test('the workflows ask nothing of Node', () => {
  expect(code()).not.toMatch(/require\("node:|from "node:|external "node:/);
  expect(modules().filter((name) => name.includes('node:'))).toEqual([]);
});
