/**
 * `npm run fuzz [-- COUNT [SEED]]`: judges damaged mails (100,000), and before them some that are made
 * to cost much; fails when one crashes the rules, takes longer than a second, or loses its text.
 */
import { performance } from 'node:perf_hooks';
import { classify } from '../../domain/classify/classify.ts';
import { parseMail } from '../../mail/mime/parse.ts';
import { mutatedMail, randomFrom } from './mutated-mails.ts';
import { hostileMails } from './hostile-mails.ts';

const count = Number(process.argv[2] ?? 100_000);
const seed = Number(process.argv[3] ?? 1);
const LONGEST_MILLISECONDS = 1000;
const HOSTILE_BYTES = 32 * 1024;

const kinds = new Map<string, number>();
const problems: string[] = [];
let slowest = 0;
const began = performance.now();
// The first mail pays for the tables of phrases.
await problemOf(mutatedMail(randomFrom(0)));
for (const { name, source } of hostileMails(HOSTILE_BYTES)) await judgeMail(name, source);
for (let at = 0; at < count && problems.length < 20; at += 1) {
  await judgeMail(`mail ${at}`, mutatedMail(randomFrom(seed * 1_000_003 + at)));
  if (at % 10_000 === 9_999) process.stderr.write(`${at + 1} mails\n`);
}
const seconds = (performance.now() - began) / 1000;
process.stdout.write(
  `seed ${seed}: ${[...kinds].map(([kind, number]) => `${kind} ${number}`).join(', ')}\n`,
);
process.stdout.write(
  `${(count / seconds).toFixed(0)} mails a second, slowest ${slowest.toFixed(0)} ms, ${problems.length} problems\n`,
);
for (const problem of problems) process.stdout.write(`${problem}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;

async function judgeMail(name: string, source: Buffer): Promise<void> {
  // The time of this process, not of a machine that others use as well.
  const start = process.cpuUsage();
  const problem = await problemOf(source);
  const used = process.cpuUsage(start);
  const took = (used.user + used.system) / 1000;
  slowest = Math.max(slowest, took);
  if (problem !== undefined) problems.push(`${name}: ${problem}`);
  else if (took > LONGEST_MILLISECONDS)
    problems.push(`${name}: ${took.toFixed(0)} ms for ${source.length} bytes`);
}

async function problemOf(source: Buffer): Promise<string | undefined> {
  try {
    const mail = await parseMail(source);
    const verdict = classify(mail);
    kinds.set(verdict.kind, (kinds.get(verdict.kind) ?? 0) + 1);
    if (verdict.reasons.length === 0) return 'no reason';
    return /[\p{L}\p{N}]/u.test(mail.text) && verdict.visibleText.trim() === ''
      ? 'its text is lost'
      : undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // An empty mail is refused with a sentence; everything else must be judged.
    return message.startsWith('Could not read the mail') ? undefined : message;
  }
}
