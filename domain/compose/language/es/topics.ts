import { enumerate, upperFirst } from '../../notes/normalise.ts';
import type { Topic } from '../language.ts';
import { withDe } from './article.ts';
import { withArticle } from './path.ts';

/** Sentences about up to three topics, each with a verb; none of them stands behind a bare "Mi tema:". */
export function topicSentences(all: readonly Topic[], tu: boolean): readonly string[] {
  const le = tu ? 'te' : 'le';
  const withYou = tu ? 'contigo' : 'con usted';
  if (all.length === 0)
    return [
      tu
        ? 'Me gustaría preguntarte cómo llegaste a tu trabajo y cómo son tus días de verdad.'
        : 'Me gustaría preguntarle cómo llegó a su trabajo y cómo son sus días de verdad.',
    ];
  // A note that has a colon or several marks is a sentence already.
  const isAlone = ({ text, as }: Topic): boolean => as === 'question' && marked.test(text);
  const alone = all.filter(isAlone);
  const joined = all
    .filter((topic) => !isAlone(topic))
    // In a list a colon would be the second one: "el oficio: los turnos" is "el oficio (los turnos)".
    .map((topic) => ({ ...topic, text: topic.text.replace(/: (?=.)([^:]+)$/u, ' ($1)') }));
  if (alone.length > 0) {
    const sentences = alone.map(({ text }) => ownQuestion(text)).join(' ');
    return joined.length === 0
      ? [sentences]
      : topicSentences(joined, tu).map((text) => `${text} ${sentences}`);
  }
  const questions = joined.filter(({ as }) => as === 'question').map(({ text }) => text);
  const nouns = alike(joined.filter(({ as }) => as === 'noun').map(({ text }) => text));
  const clauses = joined.filter(({ as }) => as === 'clause').map(({ text }) => text);
  const few =
    questions.length === 1
      ? 'una pregunta'
      : `${['', '', 'dos', 'tres'][questions.length]} preguntas`;
  const asked = `${few}: ${inTurn(questions)}`;
  const too = questions.length === 0 ? '' : ` Y ${asked}`;
  if (nouns.length === 0 && clauses.length === 0)
    return questions.length === 1
      ? ['Mi pregunta principal', 'Lo que quisiera saber', 'La pregunta que traigo'].map(
          (lead) => `${lead}: ${inTurn(questions)}`,
        )
      : [`Quisiera hacer${le} ${asked}`, `Traigo ${asked}`, `Me gustaría hacer${le} ${asked}`];
  if (nouns.length === 0) {
    const list = listed(clauses);
    return [`Quisiera preguntar${le} ${list}.${too}`, `Quisiera saber ${list}.${too}`];
  }
  const list = listed(nouns);
  const pause = nouns.length > 1 ? ', y' : ' y';
  // A noun without its article stands behind "sobre" and "de", and not behind "por".
  const by = nouns.every((noun) => determined.test(noun)) ? 'por' : 'sobre';
  if (clauses.length === 0)
    return questions.length === 0
      ? [
          `Quisiera preguntar${le} ${by} ${list}.`,
          `Me interesa saber más sobre ${list}.`,
          by === 'por'
            ? `Mis preguntas son sobre ${list}.`
            : `Me gustaría hablar ${withYou} ${withDe(list)}.`,
        ]
      : [
          `Me gustaría hablar ${withYou} ${withDe(list)}${pause} hacer${le} ${asked}`,
          `Quisiera saber más sobre ${list}${pause} hacer${le} ${asked}`,
        ];
  // A noun and a clause want verbs of their own.
  const also = listed(clauses);
  return [
    `Quisiera preguntar${le} ${by} ${list}, y saber también ${also}.${too}`,
    `Me interesa saber más sobre ${list}. También quisiera saber ${also}.${too}`,
    `Mis preguntas son sobre ${list}. También quisiera saber ${also}.${too}`,
  ];
}

/** "la masa y formación": beside one that has its article a noun takes its own where that is certain. */
function alike(nouns: readonly string[]): readonly string[] {
  return nouns.some((noun) => determined.test(noun))
    ? nouns.map((noun) => withArticle(noun) ?? noun)
    : nouns;
}

/** "¿qué levadura usa? ¿Cuánto reposa?": behind a colon the first is small, and each that follows begins anew. */
function inTurn(questions: readonly string[]): string {
  return questions
    .map((text, at) =>
      at === 0
        ? `¿${text.replace(asks, (word) => word.toLocaleLowerCase())}?`
        : `¿${upperFirst(text)}?`,
    )
    .join(' ');
}

const asks =
  /^(?:Cuánt[oa]s?|Quién(?:es)?|A|Con|De|Desde|En|Hasta|Para|Es|Son|Se|Hay|Hace|Vale|Tiene|Puede|Merece|Conviene)(?!\p{L})/u;

/** "turnos y familia: ¿se pueden conciliar": marks inside a topic. */
export const marked = /[¿?]|: /u;

/** "Turnos y familia: ¿se pueden conciliar?": with one opening mark for each question. */
export function ownQuestion(text: string): string {
  const at = text.search(/[¿?]/u);
  // "levadura? ¿o masa madre" leaves out the mark that opens its first question.
  const opened =
    text[at] === '?' ? `¿${text}` : at === -1 ? text.replace(/^(.*): /u, '$1: ¿') : text;
  return `${opened.replace(/^¿?\p{L}|(?<=\?) ¿\p{L}/gu, (start) => start.toLocaleUpperCase())}?`;
}

const determined =
  /^(?:sus?|tus?|el|la|los|las|un|una|unos|unas|este|esta|estos|estas|lo|mi|mis|nuestr[oa]s?)(?!\p{L})/iu;

/** "y" is "e" before the sound of i. */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return enumerate(items, /^h?i(?!e)/i.test(last) ? 'e' : 'y');
}
