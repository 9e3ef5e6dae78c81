import { channelLimits, limitsAround, limitsBehind, otherWays } from '../phrases/opt-out-limits.ts';
import { optOutNegations } from '../phrases/opt-out.ts';
import { phraseFinder, phraseWords } from '../phrases/phrase-finder.ts';
import { interestPhrases } from '../phrases/intents.ts';
import { proposedTimes } from '../proposed-times.ts';
import { refersTo } from '../refers-to.ts';

/**
 * How far a request not to be written to goes. `for_good`: never again. `unsure`: it may only mean a
 * channel, an address or this person's successor. `limited`: a when, where or how, from somebody who
 * may still want to talk.
 */
export type OptOutExtent = 'for_good' | 'unsure' | 'limited';

const findBehind = phraseFinder(limitsBehind);
const findAround = phraseFinder(limitsAround);
const findChannel = phraseFinder(channelLimits);
const findOtherWay = phraseFinder(otherWays);
const findInterest = phraseFinder(Object.values(interestPhrases).flat());
const negations = new Set([...optOutNegations.flatMap(phraseWords), 'neither', 'nor', 'keine']);

export function extentOf(request: {
  /** All that the person wrote. */
  readonly sentences: readonly string[];
  /** The sentence that asks, the clause of it that does, and the clause's words behind the request. */
  readonly sentence: string;
  readonly clause: string;
  readonly behind: readonly string[];
}): OptOutExtent {
  const { sentences, sentence, clause, behind } = request;
  if (limitsTime(behind) || findAround(phraseWords(clause)) !== undefined) return 'limited';
  const around = [
    ...sentences.filter((each) => each !== sentence),
    ...sentence.split(clause).map((rest) => rest.replace(/^[\s,;:–—-]+/u, '')),
  ].filter((each) => phraseWords(each).length > 1);
  if (around.some(offersAnotherWay) || around.some(agrees)) return 'limited';
  if (findChannel(behind) !== undefined) return 'unsure';
  return refersTo(around.join('\n')).length > 0 ? 'unsure' : 'for_good';
}

function limitsTime(behind: readonly string[]): boolean {
  const limit = findBehind(behind.slice(0, 7));
  if (limit === undefined || limit.from > 5) return false;
  // "Not again after this mail" means never.
  return !/^(?:this|that|today|now|diese[rm]?|heute|mig|meg|oss|os|mij|ons)$/.test(
    behind[limit.to] ?? '',
  );
}

function agrees(text: string): boolean {
  const words = phraseWords(text);
  const interest = findInterest(words);
  if (words.length > 2 && interest !== undefined && !isNegated(words, interest.from)) return true;
  const times = proposedTimes({
    visible: text,
    senderTimeZone: undefined,
    receivedAt: new Date(0),
  });
  return times.sentence !== undefined;
}

function offersAnotherWay(text: string): boolean {
  const words = phraseWords(text);
  const way = findOtherWay(words);
  if (way !== undefined && !isNegated(words, way.from)) return true;
  return /\b(?:use|using|try|to|at|nutzen|verwenden|an|unter|utilisez|à|use|usa|a|al|su|para|naar|op|na|till|til|на)\s(?:me at\s)?[<(]?[\w.+-]{1,64}@[\w-]{1,63}\./iu.test(
    text,
  )
    ? refersTo(text).length === 0 || /\b(?:me|my|mir|meine|moi|mon|mí|mi|instead)\b/iu.test(text)
    : false;
}

function isNegated(words: readonly string[], at: number): boolean {
  return words.slice(Math.max(0, at - 3), at).some((word) => negations.has(word));
}
