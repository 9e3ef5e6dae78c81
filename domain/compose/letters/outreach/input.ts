import type { Finding } from '../../finding.ts';
import type { Work } from '../../language/language.ts';
import type { PreparedNotes } from '../../notes/prepare-notes.ts';
import type { LeftOut } from '../../sentence.ts';
import type { LetterContext } from '../parts.ts';

/** Which of equal wordings is taken: `pick(slot, variants)`. */
export type Pick = (slot: string, variants: readonly string[]) => string;

/** What each part of a first mail is made from; it adds to `findings` and `asked`. */
export type PartInput = {
  readonly context: LetterContext;
  readonly prepared: PreparedNotes;
  readonly work: Work;
  readonly findings: Finding[];
  readonly asked: LeftOut[];
};

/** Which sentence is given up first where the letter is too long: the lightest. */
export const weights = {
  referrer: 100,
  ask: 100,
  topic1: 98,
  purpose: 97,
  thanks: 96,
  about: 95,
  reason: 92,
  detail: 91,
  second: 70,
  shared: 60,
  topic2: 55,
  work: 50,
  found: 45,
  topic3: 40,
} as const;
