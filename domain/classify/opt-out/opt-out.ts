import {
  optOutCourtesies,
  optOutNegations,
  optOutOneLiners,
  optOutPhrases,
  optOutStarts,
  optOutSubjects,
  optOutWishes,
} from '../phrases/opt-out.ts';
import { addressedWords, conditionWords, reportingWords } from '../phrases/opt-out-limits.ts';
import { extentOf, type OptOutExtent } from './extent.ts';
import { phraseFinder, phraseWords } from '../phrases/phrase-finder.ts';
import { looksLikeSignature } from './sign-off.ts';
import { sentencesOf } from '../sentences.ts';
import { corrected } from './spelling.ts';
import { normalSubject } from '../../match-thread.ts';

export type OptOut = {
  /** The sentence that asks, as written. */
  readonly sentence: string;
  readonly extent: OptOutExtent;
};

const findRequest = phraseFinder(Object.values(optOutPhrases).flat());
const findStart = phraseFinder(optOutStarts);
const findOneLiner = phraseFinder(optOutOneLiners);
const findCondition = phraseFinder(conditionWords);
const negations = new Set(optOutNegations.flatMap(phraseWords));
const subjects = new Set(optOutSubjects);
const wishes = new Set(optOutWishes);
const courtesies = new Set(optOutCourtesies.flatMap(phraseWords));
const reporting = new Set(reportingWords.flatMap(phraseWords));
const addressed = new Set(addressedWords.flatMap(phraseWords));

/** Whether a person asks not to be written to again, and how far that goes, in any of the common languages. */
export function optOut(input: {
  readonly visible: string;
  readonly subject: string;
}): OptOut | undefined {
  const sentences = sentencesOf(input.visible);
  for (const sentence of sentences) {
    const clause = requestIn(sentence);
    if (clause !== undefined)
      return { sentence, extent: extentOf({ sentences, sentence, ...clause }) };
  }
  const bare = sentences.length <= 3 ? sentences.find(isBareOrder) : undefined;
  if (bare !== undefined)
    return {
      sentence: bare,
      extent: extentOf({ sentences, sentence: bare, clause: bare, behind: [] }),
    };
  const stop = sentences.find(isStopClause);
  if (stop !== undefined) return { sentence: stop, extent: 'for_good' };
  const line = sentences.join(' ').trim();
  if (line.length <= 80 && isOneLiner(line)) return { sentence: line, extent: 'for_good' };
  const first = sentences[0];
  if (first !== undefined && isOneLiner(first) && looksLikeSignature(belowFirst(input.visible)))
    return { sentence: first, extent: 'for_good' };
  const subject = normalSubject(input.subject);
  // Some only write it into the subject, above an empty or a nearly empty mail.
  // Behind "Re:" it is another's word, unless nothing is added to it.
  const own = line === '' || subject.length >= input.subject.trim().length;
  if (own && line.length <= 80 && isOneLiner(subject))
    return { sentence: input.subject.trim(), extent: 'for_good' };
  return undefined;
}

type Request = {
  /** The part of the sentence that holds the request. */
  readonly clause: string;
  /** The words behind the request, in its clause. */
  readonly behind: readonly string[];
};

/** Where a sentence asks to stop; a clause first, so that "I know you are busy, …" says nothing about it. */
function requestIn(sentence: string): Request | undefined {
  // A list's footer explains how to leave it; a person asks for it.
  if (isInstruction(sentence)) return undefined;
  const own = withoutQuotation(sentence);
  const clauses = clausesOf(own);
  let before: Speech = 'own';
  for (const [at, clause] of clauses.entries()) {
    const found = asksToStop(clause, at === 0, before);
    if (found !== undefined) return found;
    before = speechAfter(before, phraseWords(clause));
  }
  return clauses.length === 1 ? undefined : asksToStop(own, true, 'own');
}

/** 'My rule is "unsubscribe me".' What is said about another's words is the sentence; a bare quotation is itself. */
function withoutQuotation(sentence: string): string {
  const rest = sentence.replace(/["“„«][^"“”„«»]{1,300}["”“»]/gu, ' … ');
  return phraseWords(rest).length >= 3 ? rest : sentence;
}

function clausesOf(sentence: string): readonly string[] {
  return sentence
    .split(/[,;:]\s|\s[–—-]+\s|[、，；：]/u)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
}

function asksToStop(clause: string, isFirst: boolean, before: Speech): Request | undefined {
  const words = corrected(phraseWords(clause));
  if (isFirst) {
    const start = findStart(words.slice(0, 8));
    if (start?.from === 0) return { clause, behind: words.slice(start.to) };
  }
  const hit = findRequest(words);
  if (hit === undefined || isReport(words, hit.from) || isCondition(words, hit.from))
    return undefined;
  if (speechAfter(before, words.slice(0, hit.from)) === 'reported') return undefined;
  if (negations.has(words[hit.from - 1] ?? '') && !negations.has(words[hit.from] ?? ''))
    return undefined;
  // Scripts without spaces tell only that it stands somewhere among the words.
  const behind = hit.to - hit.from === words.length ? words : words.slice(hit.to);
  return { clause, behind };
}

/** "People don't email me" reports; "I would prefer that you don't email me" asks. */
function isReport(words: readonly string[], from: number): boolean {
  if (!/^(?:do|don't|dont|never)$/.test(words[from] ?? '')) return false;
  const before = words[from - 1];
  if (before === undefined || !subjects.has(before)) return false;
  if (/^(?:i|we)$/.test(before))
    return (
      !/^(?:want|wish|care|need|consent|consented|agree|agreed)$/.test(words[from + 1] ?? '') &&
      !/^(?:want|wish|care|need|give|consent|agree)$/.test(words[from + 2] ?? '')
    );
  return !words.slice(0, from).some((word) => wishes.has(word));
}

/** "If you do not wish to be contacted" leaves the choice to the reader. */
function isCondition(words: readonly string[], from: number): boolean {
  const condition = findCondition(words.slice(0, Math.min(from, 6)));
  return condition !== undefined && condition.from <= 2;
}

/** "When students write five times I tell them: stop emailing me" is meant for others, until we are addressed. */
type Speech = 'own' | 'reported' | 'addressed';

function speechAfter(before: Speech, words: readonly string[]): Speech {
  let speech = before;
  for (const word of words) {
    if (speech === 'own' && reporting.has(word)) speech = 'reported';
    else if (speech === 'reported' && addressed.has(word)) speech = 'addressed';
  }
  return speech;
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
  const words = corrected(phraseWords(text));
  const hit = findOneLiner(words);
  if (hit === undefined || text.endsWith('?')) return false;
  if (/[\u3040-\u30ff\u3400-\u9fff]/.test(hit.phrase))
    return words.join('').length <= hit.phrase.length + 6;
  return words.every((word, at) => (at >= hit.from && at < hit.to) || courtesies.has(word));
}

/** "Remove." beside a sentence or two. */
function isBareOrder(sentence: string): boolean {
  return (
    phraseWords(sentence).length <= 2 && isOneLiner(sentence) && !/^(?:end|quit)\b/i.test(sentence)
  );
}

function belowFirst(visible: string): readonly string[] {
  const lines = visible.split('\n', 60).filter((line) => line.trim() !== '');
  return lines.slice(1);
}
