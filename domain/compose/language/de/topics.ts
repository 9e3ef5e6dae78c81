import { enumerate, lowerFirst, upperFirst } from '../../notes/normalise.ts';
import type { Topic } from '../language.ts';
import { determined } from './forms.ts';
import { accusative, isSingular, withArticle } from './nouns.ts';

/** The reader in three cases, and "your" in the dative. */
type You = {
  readonly nom: string;
  readonly acc: string;
  readonly dat: string;
  readonly yourDat: string;
};

/** What has a dash stands last; a second one, and a question with its own colon, is a sentence of its own. */
export function topicSentences(all: readonly Topic[], you: You): readonly string[] {
  const headed = all.filter(({ text, as }) => as === 'question' && text.includes(': '));
  const dashed = all.filter(({ text, as }) => as !== 'question' && text.includes(' – '));
  if (headed.length === 0 && dashed.length === 0) return plainTopics(all, you);
  const rest = all.filter((topic) => !headed.includes(topic) && !dashed.includes(topic));
  const alone = [
    ...dashed.map(({ text, as }, index) => {
      const isMore = rest.length + index > 0;
      return as === 'clause'
        ? `${isMore ? 'Auch wüsste ich gern' : 'Mich interessiert'}, ${text}.`
        : `${isMore ? 'Ein weiteres' : 'Mein'} Thema wäre ${text}.`;
    }),
    ...headed.map(({ text }) => `${upperFirst(text)}?`),
  ];
  if (rest.length === 0)
    return [dashed.length === 0 ? ['Eine Frage bringe ich mit.', ...alone] : alone].map((each) =>
      each.join(' '),
    );
  return plainTopics(rest, you).map((sentence) => [sentence, ...alone].join(' '));
}

function plainTopics(all: readonly Topic[], you: You): readonly string[] {
  if (all.length === 0)
    return [
      `Fragen würde ich ${you.acc} gern, wie ${you.nom} zu ${you.yourDat} Arbeit gekommen ${you.nom === 'du' ? 'bist' : 'sind'} und wie der Alltag wirklich aussieht.`,
    ];
  const questions = all.filter(({ as }) => as === 'question').map(({ text }) => text);
  const nouns = all.filter(({ as }) => as === 'noun').map(({ text }) => text);
  const clauses = all.filter(({ as }) => as === 'clause').map(({ text }) => text);
  const asked = askedQuestions(questions, you);
  if (nouns.length === 0 && clauses.length === 0) return asked;
  const behind = questions.length === 0 ? '' : ` Und ${lowerFirst(asked[0] ?? '')}`;
  if (nouns.length === 0)
    return [
      `Fragen würde ich ${you.acc} gern, ${clauseList(clauses)}.${behind}`,
      `Gern würde ich von ${you.dat} hören, ${clauseList(clauses)}.${behind}`,
      `Mich interessiert vor allem, ${clauseList(clauses)}.${behind}`,
      `Wissen möchte ich, ${clauseList(clauses)}.${behind}`,
    ];
  return aboutNouns(nouns, clauses, you).map((sentence) => `${sentence}${behind}`);
}

/** "Eine Frage bringe ich mit. Was …?" */
function askedQuestions(questions: readonly string[], you: You): readonly string[] {
  const [count, them] =
    questions.length < 2
      ? ['Eine Frage', 'eine Frage']
      : questions.length === 2
        ? ['Zwei Fragen', 'zwei Fragen']
        : ['Drei Fragen', 'drei Fragen'];
  const all = questions.map((question) => `${upperFirst(question)}?`).join(' ');
  return [
    `${count} bringe ich mit. ${all}`,
    `${count} würde ich ${you.dat} gern stellen. ${all}`,
    `Vor allem ${them} ${questions.length < 2 ? 'beschäftigt' : 'beschäftigen'} mich. ${all}`,
  ];
}

/** A sentence that takes every noun as it stands, or in the accusative; only what is in neither case has a colon. */
function aboutNouns(
  given: readonly string[],
  clauses: readonly string[],
  you: You,
): readonly string[] {
  const nouns = given.map((noun) => withArticle(noun) ?? noun);
  const questions =
    clauses.length === 0
      ? []
      : [`die Frage${clauses.length < 2 ? '' : 'n'}, ${clauseList(clauses)}`];
  const listed = (said: readonly string[]): string => {
    const all = [...said, ...questions];
    // An "und" inside an item asks for another word between them.
    const sowie = all.slice(0, -1).some((item) => /, .*, |^die Fragen?, /.test(item))
      ? ', sowie'
      : 'sowie';
    return said.some((noun) => / und |,/.test(noun))
      ? enumerate(all, sowie).replaceAll(' , sowie', ', sowie')
      : enumerate(all, 'und');
  };
  const about = nouns.map((noun) => accusative(noun));
  const objects = about.flatMap((noun) => (noun === undefined ? [] : [noun]));
  const over =
    objects.length < nouns.length
      ? []
      : [
          `Sprechen würde ich mit ${you.dat} gern über ${listed(objects)}.`,
          `Mehr erfahren würde ich gern über ${listed(objects)}.`,
        ];
  const [only = ''] = nouns;
  if (nouns.length + questions.length === 1) {
    if (determined.test(only) && isSingular(only))
      return [
        `Mich interessiert vor allem ${only}.`,
        `Am meisten beschäftigt mich ${only}.`,
        ...over,
      ];
    return over.length > 0
      ? over
      : [`Mein Thema wäre: ${only}.`, `Mich interessiert vor allem eines: ${only}.`];
  }
  if (nouns.some((noun) => !determined.test(noun) && noun.includes(' ')))
    return ['Meine Themen', 'Worum es mir geht', 'Darüber würde ich gern reden'].map(
      (lead) => `${lead}: ${listed(nouns)}.`,
    );
  return [
    `Mich interessieren vor allem ${listed(nouns)}.`,
    `Meine Themen wären ${listed(nouns)}.`,
    `Am meisten beschäftigen mich ${listed(nouns)}.`,
    ...over,
  ];
}

/** A clause within one of them ends with its comma: "woher Sie nehmen, was niemand weiß, und wo …". */
function clauseList(clauses: readonly string[]): string {
  const isNested = clauses.slice(0, -1).some((clause) => clause.includes(','));
  return isNested
    ? enumerate(clauses, ', und').replaceAll(' , und', ', und')
    : enumerate(clauses, 'und');
}
