import { countWords } from '../../../text/count-words.ts';
import type { Topic } from '../../language/language.ts';
import { wordsOfOurs, type LeftOut, type Sentence } from '../../sentence.ts';
import type { LetterContext } from '../parts.ts';
import { weights, type Pick } from './input.ts';

/** Gives up the lightest sentence or topic until the letter has the length that is aimed at. */
export function fit(input: {
  readonly sentences: readonly Sentence[];
  readonly topics: readonly (Topic & { readonly note: string })[];
  readonly room: number;
  readonly context: LetterContext;
  readonly pick: Pick;
}): { readonly sentences: readonly Sentence[]; readonly leftOut: readonly LeftOut[] } {
  const { context, pick, room } = input;
  const { contact, language } = context;
  const pinned = new Set(contact.pinned ?? []);
  let sentences = [...input.sentences];
  let topics = [...input.topics];
  const topicSentence = (): Sentence => {
    const text = pick('topics', language.topics(topics));
    return {
      slot: 'topics_sentence',
      field: 'topics',
      text,
      weight: weights.topic1,
      ours:
        topics.length === 0
          ? openQuestionLead
          : Math.max(
              0,
              wordsOfOurs(
                text,
                topics.map((topic) => topic.text),
              ) - Math.max(0, topics.length - 1),
            ),
    };
  };
  const total = (): number =>
    [...sentences, topicSentence()].reduce((sum, { text }) => sum + countWords(text), 0);
  while (total() > room) {
    const topicWeight =
      topics.length > 2 ? weights.topic3 : topics.length === 2 ? weights.topic2 : 100;
    const light = sentences
      .filter(({ weight, field }) => weight < 90 && !pinned.has(field ?? ''))
      .toSorted((a, b) => a.weight - b.weight)[0];
    if (topicWeight < (light?.weight ?? 99) && !pinned.has('topics')) topics = topics.slice(0, -1);
    else if (light) sentences = sentences.filter((sentence) => sentence !== light);
    else break;
  }
  // A long sentence that went may have made room for a short one that went before it.
  for (const topic of input.topics.slice(topics.length)) {
    topics = [...topics, topic];
    if (total() > room + spare) topics = topics.slice(0, -1);
  }
  for (const sentence of input.sentences.filter((each) => !sentences.includes(each))) {
    const with_ = input.sentences.filter((each) => sentences.includes(each) || each === sentence);
    const before = sentences;
    sentences = with_;
    if (total() > room + spare) sentences = before;
  }
  const leftOut: readonly LeftOut[] = [
    ...input.sentences
      .filter((sentence) => !sentences.includes(sentence))
      .map(({ field, slot, text }) => ({ field: field ?? slot, text })),
    ...input.topics
      .filter((topic) => !topics.includes(topic))
      .map(({ note }) => ({ field: 'topics', text: note })),
  ];
  return { sentences: [...sentences, topicSentence()], leftOut };
}

/** "I'd like to ask": the rest of the open question stands in for topics. */
const openQuestionLead = 5;

/** How far the aim may be passed to put something short back. */
const spare = 6;
