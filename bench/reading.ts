import { simpleParser } from 'mailparser';
import { startReader } from '../mail/reader/mail-reader.ts';
import { parseMail } from '../mail/mime/parse.ts';
import { mutatedMail, randomFrom } from '../tools/fuzz/mutated-mails.ts';
import type { Ratio } from './ratio.ts';

/** Parsing mails against mailparser's own function on the same mails; and how many the thread parses and judges. */
export async function measureReading(
  count: number,
): Promise<{ readonly ratio: Ratio; readonly line: string }> {
  const mails = Array.from({ length: count }, (_, at) => mutatedMail(randomFrom(at))).filter(
    (mail) => mail.toString('latin1').trim() !== '',
  );
  const ours = () => eachOf(mails, parseMail);
  const library = () => eachOf(mails, (mail) => simpleParser(mail).catch(() => undefined));
  // Once each, so that the code is compiled before it counts.
  await library();
  await ours();
  const limit = mails.length / (await seconds(library));
  const value = mails.length / (await seconds(ours));
  const reader = startReader();
  await eachOf(mails, reader.read);
  const judged = mails.length / (await seconds(() => eachOf(mails, reader.read)));
  await reader.stop();
  return {
    ratio: {
      name: `Parsing ${mails.length} mails, damaged ones among them`,
      ours: { what: 'parsed as received mail is', value },
      limit: { what: 'parsed by mailparser, simpleParser', value: limit },
      unit: 'mails per second',
      goal: { kind: 'at least', ratio: 1 },
    },
    line: `    parsed and judged in the thread: ${judged.toFixed(0)} mails per second`,
  };
}

async function eachOf(
  mails: readonly Buffer[],
  read: (mail: Buffer) => Promise<unknown>,
): Promise<void> {
  for (const mail of mails) await read(mail);
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}
