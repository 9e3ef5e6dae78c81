import {
  optOutCourtesies,
  optOutLimits,
  optOutNegations,
  optOutOneLiners,
  optOutPhrases,
  optOutStarts,
  optOutSubjects,
  optOutWishes,
} from './phrases/opt-out.ts';
import { phraseFinder, phraseWords } from './phrases/phrase-finder.ts';
import { sentencesOf } from './sentences.ts';
import { normalSubject } from '../match-thread.ts';

const findRequest = phraseFinder(Object.values(optOutPhrases).flat());
const findStart = phraseFinder(optOutStarts);
const findLimit = phraseFinder(optOutLimits);
const findOneLiner = phraseFinder(optOutOneLiners);
const negations = new Set(optOutNegations.flatMap(phraseWords));
const subjects = new Set(optOutSubjects);
const wishes = new Set(optOutWishes);
const courtesies = new Set(optOutCourtesies.flatMap(phraseWords));

/** The sentence by which a person asks never to be written to again, in any of the common languages. */
export function optOut(input: {
  readonly visible: string;
  readonly subject: string;
}): { readonly sentence: string } | undefined {
  const sentences = sentencesOf(input.visible);
  const asked = sentences.find(asksToStop) ?? sentences.find(isStopClause);
  if (asked !== undefined) return { sentence: asked };
  const line = sentences.join(' ').trim();
  if (line.length <= 80 && isOneLiner(line)) return { sentence: line };
  const subject = normalSubject(input.subject);
  // Some only write it into the subject, above an empty or a nearly empty mail.
  // Behind "Re:" it is another's word, unless nothing is added to it.
  const own = line === '' || subject.length >= input.subject.trim().length;
  if (own && line.length <= 80 && isOneLiner(subject)) return { sentence: input.subject.trim() };
  return undefined;
}

function asksToStop(sentence: string): boolean {
  // A list's footer explains how to leave it; a person asks for it.
  if (isInstruction(sentence)) return false;
  const words = phraseWords(sentence);
  const start = findStart(words.slice(0, 8));
  if (start?.from === 0) return true;
  const hit = findRequest(words);
  if (hit === undefined || isReport(words, hit.from)) return false;
  if (negations.has(words[hit.from - 1] ?? '') && !negations.has(words[hit.from] ?? ''))
    return false;
  const limit = findLimit(words.slice(hit.to, hit.to + 6));
  return limit === undefined || limit.from > 4;
}

/** "People don't email me" reports; "I would prefer that you don't email me" asks. */
function isReport(words: readonly string[], from: number): boolean {
  if (!/^(?:do|don't|dont|never)$/.test(words[from] ?? '')) return false;
  const before = words[from - 1];
  if (before === undefined || !subjects.has(before)) return false;
  if (/^(?:i|we)$/.test(before))
    return (
      !/^(?:want|wish|care|need)$/.test(words[from + 1] ?? '') &&
      !/^(?:want|wish|care|need)$/.test(words[from + 2] ?? '')
    );
  return !words.slice(0, from).some((word) => wishes.has(word));
}

function isInstruction(sentence: string): boolean {
  return (
    /https?:\/\/|\bclick\b|\blinks?\b|\bklick|\bcliquez|\bfooter\b|\bbutton\b|\bat any ?time\b|\bjederzeit\b/i.test(
      sentence,
    ) ||
    /\b(?:if|should) you (?:(?:no longer|do not|don't|don’t) )?(?:wish|want|prefer|would like|would prefer|would rather)\b/i.test(
      sentence,
    )
  );
}

/** "Not interested, please stop": the sentence ends there, unlike "please stop by my office". */
function isStopClause(sentence: string): boolean {
  const words = phraseWords(sentence);
  if (words.length > 14 || isInstruction(sentence) || sentence.endsWith('?')) return false;
  return /(?:^|[,;:–—-]\s*|\b(?:please|pls|and|so|kindly)\s+)stop(?: now| please| it)?[.!]*$/i.test(
    sentence.trim(),
  );
}

function isOneLiner(text: string): boolean {
  const words = phraseWords(text);
  const hit = findOneLiner(words);
  if (hit === undefined || text.endsWith('?')) return false;
  if (/[\u3040-\u30ff\u3400-\u9fff]/.test(hit.phrase))
    return words.join('').length <= hit.phrase.length + 6;
  return words.every((word, at) => (at >= hit.from && at < hit.to) || courtesies.has(word));
}
