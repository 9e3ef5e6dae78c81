/**
 * Tries the mails and names of a file `cases.jsonl`: one JSON object a line with `id`, `kind` (a heading
 * of the report), `input` (a file beside it) and `expected`, such as `kind='opt_out'; certain=False`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bounceMeaning } from '../../domain/classify/bounce/meaning.ts';
import { addresseeInEnglish } from '../../domain/compose/language/en/addressee.ts';
import { nameParts } from '../../domain/compose/names/name-parts.ts';
import { mailFiles } from '../../mail/reader/mail-files.ts';
import { readAndJudge } from '../../mail/reader/read-and-judge.ts';

type Case = {
  readonly id: string;
  readonly kind: string;
  readonly input: string;
  readonly expected: string;
};

type Result = {
  readonly id: string;
  readonly kind: string;
  /** What came instead; empty when all is as expected; undefined when this tool cannot try the case. */
  readonly wrong: string | undefined;
};

/** The report: passes and misses by kind, then each miss with what came instead. */
export async function caseLines(file: string): Promise<string[]> {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const results: Result[] = [];
  for (const line of lines) results.push(await tryCase(dirname(file), JSON.parse(line) as Case));
  const tried = results.filter((one) => one.wrong !== undefined);
  const failed = tried.filter((one) => one.wrong !== '');
  const kinds = [...new Set(results.map((one) => one.kind))].sort((a, b) =>
    a.localeCompare(b, 'en', { numeric: true }),
  );
  const share = ((100 * (tried.length - failed.length)) / tried.length).toFixed(1);
  return [
    '',
    `== cases: ${tried.length - failed.length} of ${tried.length} tried as expected (${share} %); ${results.length - tried.length} need a server`,
    ...kinds.flatMap((kind) => {
      const ofKind = tried.filter((one) => one.kind === kind);
      const right = ofKind.filter((one) => one.wrong === '').length;
      return ofKind.length === 0 ? [] : [`${kind.padEnd(24)} ${right}/${ofKind.length}`];
    }),
    ...failed.map((one) => `${one.id}\t${one.kind}\t${one.wrong}`),
  ];
}

async function tryCase(folder: string, one: Case): Promise<Result> {
  const path = join(folder, one.input);
  const { id, kind } = one;
  if (!existsSync(path)) return { id, kind, wrong: undefined };
  if (one.input.endsWith('.eml')) return { id, kind, wrong: await tryMail(path, one.expected) };
  const name = /^greeting for '(.+)'/.exec(one.expected)?.[1];
  return { id, kind, wrong: name === undefined ? undefined : tryName(name) };
}

async function tryMail(path: string, expected: string): Promise<string> {
  const [found] = mailFiles(path);
  if (found === undefined || 'error' in found) return `could not be read: ${found?.error}`;
  const read = await readAndJudge(found.source);
  if ('unreadable' in read) return `could not be read: ${read.unreadable}`;
  const { mail, verdict } = read;
  const got: Readonly<Record<string, unknown>> = {
    ...verdict,
    subkind: verdict.subkind ?? null,
    meaning: bounceMeaning(verdict) ?? null,
    from: mail.from?.address ?? null,
    fromName: mail.from?.name ?? null,
    visible: verdict.visibleText,
    returnDate: verdict.returnDate ?? null,
    refers: verdict.refersTo.map((person) => person.email),
    times: verdict.proposedTimes,
  };
  const wrong = wishesOf(expected).flatMap(({ field, value }) =>
    meets(got, field, value)
      ? []
      : [`${field} ${JSON.stringify(got[field === 'contains' ? 'visible' : field])}`],
  );
  const why =
    wrong.length === 0 ? '' : ` (${verdict.kind}, ${verdict.subkind}: ${verdict.reasons[0]})`;
  return `${wrong.join('; ')}${why}`;
}

function meets(got: Readonly<Record<string, unknown>>, field: string, value: unknown): boolean {
  const asked = Array.isArray(value) ? (value as unknown[]) : [value];
  if (field === 'contains')
    return asked.every((words) => String(got['visible']).includes(String(words)));
  if (field === 'notkind') return !asked.includes(got['kind']);
  if (field === 'refers' || field === 'times') {
    const found = got[field] as readonly unknown[];
    return asked.length === 0 ? found.length === 0 : asked.every((who) => found.includes(who));
  }
  if (field === 'calendar') {
    const calendar = (got['calendar'] ?? {}) as Readonly<Record<string, unknown>>;
    return Object.entries(value as Record<string, unknown>).every(
      ([name, wanted]) => (calendar[name] ?? null) === wanted,
    );
  }
  return asked.includes(got[field]);
}

/** `a='x'; b=['y', None]; c={"d": 1}` as fields and values. */
function wishesOf(expected: string): { readonly field: string; readonly value: unknown }[] {
  return expected.split(/; (?=[a-zA-Z]{1,20}=)/).map((wish) => {
    const at = wish.indexOf('=');
    return { field: wish.slice(0, at), value: valueOf(wish.slice(at + 1)) };
  });
}

function valueOf(written: string): unknown {
  if (written.startsWith('{')) return JSON.parse(written);
  const asJson = written
    .replace(/'((?:[^'\\]|\\.)*)'/g, (_, inner: string) => JSON.stringify(inner))
    .replace(/\bNone\b/g, 'null')
    .replace(/\bTrue\b/g, 'true')
    .replace(/\bFalse\b/g, 'false');
  const value: unknown = JSON.parse(asJson);
  const renamed = (one: unknown) => (one === 'waiting' ? 'delayed' : one);
  return Array.isArray(value) ? value.map(renamed) : renamed(value);
}

/** A greeting may hold letters, and a title or an initial with its dot; what else is left of a name is noise. */
function tryName(name: string): string {
  const greeting = addresseeInEnglish(name);
  const { title, last } = nameParts(name);
  const odd =
    /[^\p{L}\p{M}'’. -]/u.test(greeting) ||
    /\p{L}{2}\.\p{L}/u.test(greeting) ||
    (title !== undefined && greeting === title) ||
    last === '' ||
    /^(?:rev|dr|prof|ing|sir|hon)\b\.?(?:-\p{L}+\.?)?$/iu.test(greeting);
  return odd ? `Dear ${greeting},` : '';
}
