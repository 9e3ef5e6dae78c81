/**
 * `npm run judge -- FOLDER [MANIFEST] [--aside NAME…]`: how well the rules read a folder of labelled
 * mails. The manifest (FOLDER/manifest.jsonl) has a line of JSON a mail; docs/judging.md says which.
 * A folder with a file cases.jsonl instead is tried case by case (cases.ts).
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { mailFiles } from '../../mail/reader/mail-files.ts';
import { readAndJudge } from '../../mail/reader/read-and-judge.ts';
import { caseLines } from './cases.ts';
import { commonWords, type Judged, misses, scoreLines } from './scores.ts';

type Row = {
  readonly path: string;
  readonly corpus: string;
  readonly cls: string;
  readonly label_source?: string;
  readonly gold?: Readonly<Record<string, unknown>>;
};

const [folder, ...rest] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('Use: npm run judge -- FOLDER [MANIFEST] [--aside NAME...]\n');
  process.exitCode = 2;
} else {
  const asideAt = rest.indexOf('--aside');
  const aside = asideAt < 0 ? [] : rest.slice(asideAt + 1);
  const manifest = asideAt === 0 ? undefined : rest[0];
  const cases = join(folder, 'cases.jsonl');
  if (manifest === undefined && existsSync(cases))
    process.stdout.write(`${(await caseLines(cases)).join('\n').trimStart()}\n`);
  else await judgeFolder(folder, manifest ?? join(folder, 'manifest.jsonl'), aside);
}

async function judgeFolder(
  root: string,
  manifest: string,
  aside: readonly string[],
): Promise<void> {
  const rows = readFileSync(manifest, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row);
  const all: Judged[] = [];
  for (const row of rows) all.push(...(await judgeRow(root, row)));
  const isAside = (one: Judged) =>
    aside.some((name) => one.corpus === name || one.path.startsWith(name));
  const lines = scoreLines('all', all);
  for (const corpus of [...new Set(all.map((one) => one.corpus))].sort()) {
    lines.push(
      ...scoreLines(
        `collection ${corpus}`,
        all.filter((one) => one.corpus === corpus),
      ),
    );
  }
  lines.push(
    ...scoreLines(
      'labels of the publishers and by hand',
      all.filter((one) => one.upstream),
    ),
  );
  lines.push(
    ...scoreLines(
      'labels derived by a rule',
      all.filter((one) => !one.upstream),
    ),
  );
  if (aside.length > 0) {
    lines.push(
      ...scoreLines(
        'tuned on',
        all.filter((one) => !isAside(one)),
      ),
    );
    lines.push(...scoreLines(`kept aside (${aside.join(', ')})`, all.filter(isAside)));
  }
  const total = all.reduce((sum, one) => sum + one.milliseconds, 0);
  const slowest = all.reduce((a, b) => (a.milliseconds > b.milliseconds ? a : b));
  lines.push(
    '',
    `${(total / all.length).toFixed(2)} ms a mail; slowest ${slowest.milliseconds.toFixed(0)} ms: ${slowest.path}`,
  );
  lines.push(
    '',
    'misses:',
    ...misses(all).map((one) => `${one.path}\t${one.label} -> ${one.kind}\t${one.reason}`),
  );
  process.stdout.write(`${lines.join('\n').trimStart()}\n`);
}

async function judgeRow(root: string, row: Row): Promise<Judged[]> {
  const path = join(root, row.path);
  if (!existsSync(path)) return [];
  const start = performance.now();
  const [found] = mailFiles(path);
  if (found === undefined) return [];
  const read = 'source' in found ? await readAndJudge(found.source) : { unreadable: found.error };
  const verdict = 'mail' in read ? read.verdict : undefined;
  const milliseconds = performance.now() - start;
  const expected = text(row.gold?.['expected']);
  const expectedText =
    expected === undefined ? undefined : readFileSync(join(root, expected), 'utf8');
  const recipient = text(row.gold?.['recipient']);
  const hasDate = row.gold !== undefined && ('returnDate' in row.gold || 'return_date' in row.gold);
  return [
    {
      path: row.path,
      corpus: row.corpus,
      label: row.cls,
      upstream: /^(?:upstream|manual)/.test(row.label_source ?? ''),
      kind: verdict?.kind ?? 'error',
      reason: 'unreadable' in read ? read.unreadable : (verdict?.reasons.join(' ') ?? ''),
      visible:
        expectedText === undefined
          ? undefined
          : commonWords(verdict?.visibleText ?? '', expectedText),
      returnDate: hasDate
        ? {
            expected: text(row.gold?.['returnDate'] ?? row.gold?.['return_date']),
            found: verdict?.returnDate,
          }
        : undefined,
      recipient:
        recipient === undefined
          ? undefined
          : { expected: recipient.toLowerCase(), found: verdict?.recipient },
      milliseconds,
    },
  ];
}

function text(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' && first !== '' ? first : undefined;
}
