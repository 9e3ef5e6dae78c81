import type { ContactFacts } from '../../contact.ts';
import type { Profile } from '../../profile.ts';
import type { Purpose } from '../../purpose.ts';
import type { Finding } from '../finding.ts';
import type { Slot } from '../occasion.ts';
import type { OtherLetter } from '../overlap.ts';
import type { Clocks } from '../times.ts';
import { countWords } from '../../text/count-words.ts';

/** A draft made ready for the rules, so that each reads the text once. */
export type Draft = {
  readonly purpose: Purpose;
  readonly subject: string;
  readonly text: string;
  readonly contact: ContactFacts;
  readonly profile: Profile;
  readonly attachments: readonly string[];
  /** Letters of the same user to others. */
  readonly others: readonly OtherLetter[];
  /** Times that must be readable in the text, on one of two clocks. */
  readonly slots: readonly Slot[];
  readonly clocks: Clocks | undefined;
  /** Greeting and signature count. */
  readonly words: number;
  readonly sentences: readonly Sentence[];
};

export type Sentence = { readonly said: string; readonly folded: string };

/** What a rule has to say; an error holds the draft. */
export type Remark = {
  readonly severity: Finding['severity'];
  readonly message: string;
  readonly field?: string;
};

export type Rule = {
  readonly name: string;
  readonly check: (draft: Draft) => readonly Remark[];
};

/** Beyond this many characters the rules stop reading; such a draft is held for its length anyway. */
const most = 100_000;
const longestSentence = 2000;

export function prepare(input: {
  readonly purpose: Purpose;
  readonly subject: string;
  readonly text: string;
  readonly contact: ContactFacts;
  readonly profile: Profile;
  readonly attachments?: readonly string[];
  readonly others?: readonly OtherLetter[];
  readonly slots?: readonly Slot[];
  readonly clocks?: Clocks;
}): Draft {
  const text = input.text.slice(0, most).replace(/\r\n?/g, '\n');
  return {
    ...input,
    subject: input.subject.slice(0, longestSentence),
    text,
    attachments: input.attachments ?? [],
    others: input.others ?? [],
    slots: input.slots ?? [],
    clocks: input.clocks,
    words: countWords(text),
    sentences: sentencesOf(text),
  };
}

/** Lower case, without accents, with plain apostrophes and single spaces: what patterns are matched against. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

/** The words of a text, folded. */
export function foldedWords(text: string): readonly string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** True for a mail to somebody who has not yet agreed to anything. */
export function isFirstContact(purpose: Purpose): boolean {
  return purpose === 'outreach' || purpose === 'nudge';
}

/** A sentence as it is quoted in a message. */
export function quoted(sentence: Sentence): string {
  const said = sentence.said.length > 120 ? `${sentence.said.slice(0, 120)}…` : sentence.said;
  return `"${said}"`;
}

function sentencesOf(text: string): readonly Sentence[] {
  return text
    .split(/\n+|(?<=[.!?;])\s+/)
    .map((part) => part.trim().slice(0, longestSentence))
    .filter((part) => part !== '')
    .map((said) => ({ said, folded: fold(said) }));
}
