import { enumerate, lowerFirst, upperFirst } from '../../notes/normalise.ts';
import type { Topic } from '../language.ts';
import { withDe } from './article.ts';
import { withArticle } from './path.ts';

/** Sentences about up to three topics, each with a verb; a noun without its article stands behind "parler de". */
export function topicSentences(all: readonly Topic[], tu: boolean): readonly string[] {
  const vous = tu ? 'te' : 'vous';
  const withYou = tu ? 'avec toi' : 'avec vous';
  if (all.length === 0)
    return [
      tu
        ? "J'aimerais te demander comment on arrive à ton métier et à quoi ressemblent tes journées."
        : "J'aimerais vous demander comment on arrive à votre métier et à quoi ressemblent vos journées.",
    ];
  // Behind a lead that ends in a colon, a second one is hard to read.
  const isAlone = ({ text, as }: Topic): boolean => as === 'question' && colonIn.test(text);
  const alone = all.filter(isAlone);
  const others = all
    .filter((topic) => !isAlone(topic))
    // "le métier : les horaires" is "le métier (les horaires)" in a list.
    .map((topic) => ({ ...topic, text: topic.text.replace(/ ?: (?=.)([^:]+)$/u, ' ($1)') }));
  if (alone.length > 0) {
    const sentences = alone.map(({ text }) => `${upperFirst(text)} ?`).join(' ');
    return others.length === 0
      ? [sentences]
      : topicSentences(others, tu).map((text) => `${text} ${sentences}`);
  }
  const questions = others.filter(({ as }) => as === 'question').map(({ text }) => text);
  const nouns = alike(others.filter(({ as }) => as === 'noun').map(({ text }) => text));
  const clauses = others.filter(({ as }) => as === 'clause').map(({ text }) => text);
  const few =
    questions.length === 1
      ? 'une question'
      : `${['', '', 'deux', 'trois'][questions.length]} questions`;
  const asked = `${few} : ${inTurn(questions)}`;
  const too = questions.length === 0 ? '' : ` Et ${asked}`;
  if (nouns.length === 0 && clauses.length === 0)
    return questions.length === 1
      ? ['Ma question principale', "Ce que j'aimerais savoir", 'Une question surtout'].map(
          (lead) => `${lead} : ${inTurn(questions)}`,
        )
      : [`J'aimerais ${vous} poser ${asked}`, `Je voudrais ${vous} poser ${asked}`];
  if (nouns.length === 0)
    return [
      `J'aimerais ${vous} demander ${enumerate(clauses, 'et')}.${too}`,
      `Je voudrais savoir ${enumerate(clauses, 'et')}.${too}`,
      `J'aimerais apprendre ${enumerate(clauses, 'et')}.${too}`,
    ];
  const what = clauses.filter((clause) => /^ce qu/i.test(clause));
  const rest = clauses.filter((clause) => !/^ce qu/i.test(clause));
  const about = [...nouns, ...what];
  const ofThem = enumerate(about.map(withDe), 'et');
  const pause = about.length > 1 ? ', et' : ' et';
  if (rest.length === 0 && questions.length > 0)
    return [
      `J'aimerais parler ${withYou} ${ofThem}${pause} ${vous} poser ${asked}`,
      `Je voudrais parler ${withYou} ${ofThem}${pause} ${vous} poser ${asked}`,
    ];
  const more = rest.length === 0 ? '' : `, et ${vous} demander ${enumerate(rest, 'et')}`;
  if (!nouns.every((noun) => determined.test(noun)))
    return [
      `J'aimerais parler ${withYou} ${ofThem}${more}.${too}`,
      `Je voudrais parler ${withYou} ${ofThem}${more}.${too}`,
    ];
  const list = enumerate([...nouns, ...what.map((clause) => `sur ${clause}`)], 'et');
  return [
    `J'aimerais ${tu ? "t'interroger" : 'vous interroger'} sur ${list}${more}.${too}`,
    ...(more === '' ? [`Mes questions portent sur ${list}.`] : []),
  ];
}

/** "le four et formation": beside one that has its article a noun takes its own where that is certain. */
function alike(nouns: readonly string[]): readonly string[] {
  return nouns.some((noun) => determined.test(noun))
    ? nouns.map((noun) => withArticle(noun) ?? noun)
    : nouns;
}

/** "comment levez-vous la pâte ? Et que faut-il pour débuter ?" */
function inTurn(questions: readonly string[]): string {
  return questions
    .map((text, at) => {
      const said = asks.test(text) ? lowerFirst(text) : text;
      if (at === 0) return `${said} ?`;
      // "et" joins what begins as a question does.
      return /^\p{Ll}/u.test(said) && !said.startsWith('et ')
        ? `Et ${said} ?`
        : `${upperFirst(said)} ?`;
    })
    .join(' ');
}

const asks =
  /^(?:À|Avec|Combien|Dans|De|En|Jusqu'|Par|Pour|Qu'|Qui|Quoi|Depuis|Y a-t-il|[\p{L}']+-(?:t-)?(?:il|elle|on|vous|tu|ce|nous)(?!\p{L}))/u;

/** "famille et horaires : est-ce possible" */
export const colonIn = /\S ?: \S/u;

const determined =
  /^(?:(?:votre|vos|le|la|les|un|une|des|ce|cette|ces|ton|ta|tes|mon|ma|mes) |l')/iu;
