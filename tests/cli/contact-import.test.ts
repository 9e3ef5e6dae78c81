import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openInstance } from './fixture.ts';

let instance: Awaited<ReturnType<typeof openInstance>>;
beforeAll(async () => {
  instance = await openInstance();
});
afterAll(() => instance.close());

it('previews a file, keeps its people, lists them and forgets them again', async () => {
  const file = join(instance.folder, 'people.csv');
  writeFileSync(file, 'Name;E-Mail\nMila Ro;mila@acme.test\n');
  const preview = await instance.rapport(['contact', 'import', file, '--dry-run', '--json']);
  expect(JSON.parse(preview.out)).toMatchObject({ batchId: null, new: 1 });
  const kept = await instance.rapport(['contact', 'import', file, '--json']);
  const { batchId } = JSON.parse(kept.out) as { readonly batchId: string };
  const listed = await instance.rapport(['contact', 'prospects', '--json']);
  expect(JSON.parse(listed.out)).toMatchObject([{ name: 'Mila Ro', batchId }]);
  const undone = await instance.rapport(['contact', 'import', '--undo', batchId]);
  expect(undone).toMatchObject({ code: 0, out: '1 person of that import forgotten.\n' });
});

it('reads the standard input, and shows people what would become of each row', async () => {
  const { out, code } = await instance.rapport(
    ['contact', 'import', '-', '--dry-run'],
    'Bo Li <bo@acme.test>\n',
  );
  expect(code).toBe(0);
  expect(out).toMatch(/1 +Bo Li +bo@acme\.test +new/);
  expect(out).toContain('1 found (pasted): 1 new, 0 known, 0 suppressed, 0 unusable.');
});

it('says what is wrong with how it was called', async () => {
  expect(await instance.rapport(['contact', 'import'])).toMatchObject({ code: 2 });
  const missing = await instance.rapport(['contact', 'import', '/nowhere/people.csv']);
  expect(missing).toMatchObject({ code: 2, out: '' });
  expect(missing.err).toContain('there is no such file');
});

it('exports to a file or to the standard output, where --json makes it one JSON value', async () => {
  // The mark of UTF-8 at the beginning is lost where the test reads the stream.
  const plain = await instance.rapport(['contact', 'export']);
  expect(plain.out).toMatch(/^"Name","Email",/);
  const value = await instance.rapport(['contact', 'export', '--json']);
  expect(JSON.parse(value.out)).toMatchObject({ version: 1, people: [] });
  const table = await instance.rapport(['contact', 'export', '--format', 'csv', '--json']);
  expect(JSON.parse(table.out)).toMatchObject({
    format: 'csv',
    people: 0,
    content: `\ufeff${plain.out}`,
  });
  const file = join(instance.folder, 'people.vcf');
  const written = await instance.rapport(['contact', 'export', '--format=vcard', '--output', file]);
  expect(written).toMatchObject({ code: 0, out: `0 people written to ${file}.\n` });
  expect(readFileSync(file, 'utf8')).toBe('');
  const nowhere = await instance.rapport(['contact', 'export', '--output', '/nowhere/people.csv']);
  expect(nowhere).toMatchObject({ code: 1, out: '' });
});
