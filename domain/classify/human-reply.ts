import {
  declinePhrases,
  idleQuestions,
  interestPhrases,
  noWords,
  offerWords,
  requestPhrases,
  turnWords,
  yesWords,
} from './phrases/intents.ts';
import { phraseFinder, phraseWords } from './phrases/phrase-finder.ts';
import { proposedTimes } from './proposed-times.ts';
import { type Referral, refersTo } from './refers-to.ts';
import { sentencesOf } from './sentences.ts';

export type HumanReply = {
  readonly subkind: 'interested' | 'declined' | 'proposes_time' | 'asks' | 'unclear';
  /** A sentence for the user, with the words that decided it. */
  readonly reason: string;
  readonly certain: boolean;
  readonly refersTo: readonly Referral[];
  /** RFC 3339 in UTC. */
  readonly proposedTimes: readonly string[];
};

const findInterest = phraseFinder(Object.values(interestPhrases).flat());
const findDecline = phraseFinder(Object.values(declinePhrases).flat());
const findTurn = phraseFinder(turnWords);
const findOffer = phraseFinder(offerWords);
const findRequest = phraseFinder(requestPhrases);
const yes = new Set(yesWords.flatMap(phraseWords));
const no = new Set(noWords.flatMap(phraseWords));
const findIdle = phraseFinder(idleQuestions);

/** What a person's answer means for the journey. Mixed signals and silence on the matter are not certain. */
export function humanReply(input: {
  readonly visible: string;
  readonly subject: string;
  readonly senderTimeZone: string | undefined;
  readonly receivedAt: Date;
}): HumanReply {
  const sentences = sentencesOf(input.visible);
  const found = { refersTo: refersTo(input.visible) };
  const times = proposedTimes(input);
  const { interested, declined, mixed } = leaning(sentences);
  const question = sentences.find(isQuestion) ?? sentences.find(isRequest);

  // "I can't this week, but Tuesday at 3 works": the offer weighs more, and a person looks at it.
  if (times.sentence !== undefined && (declined === undefined || times.times.length > 0)) {
    return {
      ...found,
      subkind: 'proposes_time',
      reason: said('offers a time', times.sentence),
      certain: declined === undefined && (interested !== undefined || times.offered),
      proposedTimes: times.times,
    };
  }
  const rest = { ...found, proposedTimes: times.times };
  if (declined !== undefined) {
    return {
      ...rest,
      subkind: 'declined',
      reason: said('declines', declined),
      certain: !mixed && question === undefined && times.sentence === undefined,
    };
  }
  if (interested !== undefined) {
    return { ...rest, subkind: 'interested', reason: said('agrees', interested), certain: !mixed };
  }
  if (question !== undefined) {
    return { ...rest, subkind: 'asks', reason: said('asks something', question), certain: true };
  }
  const named = found.refersTo[0];
  const reason =
    named === undefined
      ? 'Nothing in the mail says clearly whether the person agrees.'
      : `The mail names somebody else to write to: ${named.email}.`;
  return { ...rest, subkind: 'unclear', reason, certain: false };
}

type Leaning = {
  readonly interested: string | undefined;
  readonly declined: string | undefined;
  /** Both were said, or a refusal was turned round by "but". */
  readonly mixed: boolean;
};

/** The sentences that speak for and against a talk. */
function leaning(sentences: readonly string[]): Leaning {
  let interested: string | undefined;
  let declined: string | undefined;
  let turned = false;
  for (const sentence of sentences) {
    const words = phraseWords(sentence);
    const against = findDecline(words);
    const agrees = findInterest(words);
    if (against === undefined) {
      if (agrees !== undefined && !isNegated(words, agrees.from)) interested ??= sentence;
      continue;
    }
    const rest = words.slice(against.to);
    const turn = findTurn(rest);
    const after = turn === undefined ? [] : rest.slice(turn.to);
    const offers = findInterest(after) !== undefined || findOffer(after) !== undefined;
    if (offers && findDecline(after) === undefined) {
      turned = true;
      interested ??= sentence;
    } else {
      declined ??= sentence;
    }
  }
  const first = sentences[0];
  if (interested === undefined && declined === undefined && first !== undefined) {
    if (saysOnly(first, no)) declined = first;
    else if (saysOnly(first, yes)) interested = first;
  }
  const both = interested !== undefined && declined !== undefined;
  return { interested, declined, mixed: turned || both };
}

/** "Yes." or "No, sorry." and nothing more. */
function saysOnly(sentence: string, allowed: ReadonlySet<string>): boolean {
  const words = phraseWords(sentence);
  const courtesy = /^(?:thanks|merci|danke|gracias|grazie|please|bitte|sorry|obrigado|спасибо)$/;
  return (
    words.length > 0 &&
    words.length <= 3 &&
    words.every((word) => allowed.has(word)) &&
    !courtesy.test(words[0]!)
  );
}

function isNegated(words: readonly string[], at: number): boolean {
  return words
    .slice(Math.max(0, at - 3), at)
    .some((word) =>
      /^(?:not|can't|cannot|won't|never|nicht|pas|no|non|não|niet|nie|inte|ikke|не)$/.test(word),
    );
}

function isQuestion(sentence: string): boolean {
  if (!/[?？;؟]["')\]]*$|か。$/u.test(sentence) || sentence.endsWith(';')) return false;
  const words = phraseWords(sentence);
  const idle = findIdle(words);
  return words.length > 0 && (idle === undefined || words.length > idle.to - idle.from + 6);
}

function isRequest(sentence: string): boolean {
  return findRequest(phraseWords(sentence)) !== undefined;
}

function said(does: string, sentence: string): string {
  const short = sentence.length > 160 ? `${sentence.slice(0, 157)}…` : sentence;
  return `The person ${does}: “${short}”`;
}
