import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify } from '../../domain/classify/classify.ts';
import type { Verdict } from '../../domain/classify/verdict.ts';
import { parseMail } from '../../mail/mime/parse.ts';
import { mutatedMail, randomFrom } from '../../tools/fuzz/mutated-mails.ts';

/** What mails say, in words that Latin-1 can write as well. */
const TEXTS = [
  'Gladly, on Thursday at 3pm. Best, Ana',
  'Merci pour votre message, je préfère être appelée à midi.',
  'Please stop writing to me.',
  'I am out of the office until 29 July 2024. This is an automatic reply.',
  'Ich bin vom 15.07. bis 26.07.2024 im Urlaub. Dies ist eine automatische Antwort.',
  'Who gave you my address?',
  'No, thank you; I wish you good luck.',
];
const SUBJECTS = [
  'Re: Quick question',
  'Automatic reply: Quick question',
  'Réponse : question',
  'Hello',
];

type Shape = {
  readonly charset: 'utf-8' | 'iso-8859-1';
  readonly encoding: '8bit' | 'base64' | 'quoted-printable';
  readonly nesting: readonly ('mixed' | 'related' | 'alternative')[];
  readonly lineEnd: '\n' | '\r\n';
  readonly folded: boolean;
};

const shapes: fc.Arbitrary<Shape> = fc.record({
  charset: fc.constantFrom('utf-8', 'iso-8859-1'),
  encoding: fc.constantFrom('8bit', 'base64', 'quoted-printable'),
  nesting: fc.array(fc.constantFrom('mixed', 'related', 'alternative'), { maxLength: 4 }),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  folded: fc.boolean(),
});

function mailIn(shape: Shape, subject: string, text: string): Buffer {
  const bytes = Buffer.from(text, shape.charset === 'utf-8' ? 'utf8' : 'latin1');
  let part = `Content-Type: text/plain; charset=${shape.charset}\nContent-Transfer-Encoding: ${shape.encoding}\n\n${encoded(bytes, shape.encoding)}\n`;
  for (const [at, kind] of shape.nesting.entries()) {
    part = `Content-Type: multipart/${kind}; boundary="b${at}"\n\n--b${at}\n${part}\n--b${at}--\n`;
  }
  const word = `=?${shape.charset}?b?${Buffer.from(subject, shape.charset === 'utf-8' ? 'utf8' : 'latin1').toString('base64')}?=`;
  const head = `From: Ana <ana@there.example>\nTo: me@mine.example\nDate: Tue, 16 Jul 2024 10:00:00 +0200\nSubject:${shape.folded ? '\n ' : ' '}${word}\n`;
  return Buffer.from(`${head}${part}`.replaceAll('\n', shape.lineEnd), 'latin1');
}

function encoded(bytes: Buffer, encoding: Shape['encoding']): string {
  if (encoding === 'base64') return bytes.toString('base64').replace(/(.{60})/g, '$1\n');
  if (encoding === '8bit') return bytes.toString('latin1');
  return [...bytes]
    .map((byte) =>
      byte > 126 || byte === 61
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('');
}

function essence(verdict: Verdict): unknown {
  const { visibleText, ...rest } = verdict;
  return { ...rest, visibleText: visibleText.trim() };
}

describe('a verdict', () => {
  it('does not change by mere re-encoding, nesting or line ends', async () => {
    const plain: Shape = {
      charset: 'utf-8',
      encoding: '8bit',
      nesting: [],
      lineEnd: '\n',
      folded: false,
    };
    await fc.assert(
      fc.asyncProperty(
        shapes,
        fc.constantFrom(...SUBJECTS),
        fc.constantFrom(...TEXTS),
        async (shape, subject, text) => {
          const changed = classify(await parseMail(mailIn(shape, subject, text)));
          const original = classify(await parseMail(mailIn(plain, subject, text)));
          expect(essence(changed)).toEqual(essence(original));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('comes for every mail that breaks off somewhere', async () => {
    await fc.assert(
      fc.asyncProperty(
        shapes,
        fc.constantFrom(...TEXTS),
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        async (shape, text, part) => {
          const mail = mailIn(shape, 'Re: Quick question', text);
          const verdict = classify(
            await parseMail(mail.subarray(0, Math.ceil(mail.length * part))),
          );
          expect(verdict.reasons.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('comes for any bytes at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 3000 }), async (bytes) => {
        const mail = Buffer.concat([
          Buffer.from('From: a@b.example\nSubject: x\n\n'),
          Buffer.from(bytes),
        ]);
        expect(classify(await parseMail(mail)).reasons.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });

  it('comes for damaged mails, which keep their text (the long form is npm run fuzz)', async () => {
    for (let seed = 0; seed < 400; seed += 1) {
      const source = mutatedMail(randomFrom(seed));
      if (source.toString('latin1').trim() === '') continue;
      const mail = await parseMail(source);
      const verdict = classify(mail);
      const lost = /[\p{L}\p{N}]/u.test(mail.text) && verdict.visibleText.trim() === '';
      expect({ seed, lost, reasons: verdict.reasons.length > 0 }).toEqual({
        seed,
        lost: false,
        reasons: true,
      });
    }
  });
});
