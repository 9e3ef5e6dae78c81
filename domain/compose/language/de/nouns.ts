export type Gender = 'm' | 'f' | 'n';

const genders: readonly (readonly [RegExp, Gender])[] = [
  [
    /(?:vortrag|artikel|beitrag|blog|podcast|text|aufsatz|kommentar|post|talk|film|kurs|essay|newsletter|workshop|bericht|leitfaden|thread|gastbeitrag|auftritt|impuls|ratgeber|roman|band|tweet|hinweis|name|rat|mut|ansatz|blick|umgang|humor|satz|weg|wechsel|stil)$/i,
    'm',
  ],
  [
    /(?:interview|buch|video|projekt|seminar|paper|webinar|gespräch|portrait|porträt|kapitel|konzept|referat|plakat|magazin|werk|stück|modell|team|heft|handbuch|tutorial|repository)$/i,
    'n',
  ],
  [
    /(?:ung|ion|heit|keit|schaft|tät|ie|ik|rede|kolumne|arbeit|studie|folge|sendung|reihe|serie|vorlesung|ausstellung|präsentation|dissertation|sprache|art|idee|frage|keynote|session|analyse|kritik|geduld|ruhe|offenheit|führung|lesung|seite|website|kur)$/i,
    'f',
  ],
];

/** The gender of a noun that is known, by its ending; plurals and unknown ones are undefined. */
export function genderOf(noun: string): Gender | undefined {
  return genders.find(([pattern]) => pattern.test(noun))?.[1];
}

const works =
  /(?:vortrag|artikel|beitrag|blog|blogbeitrag|podcast|text|aufsatz|kommentar|post|talk|film|kurs|essay|newsletter|workshop|bericht|thread|interview|buch|video|projekt|seminar|paper|webinar|gespräch|porträt|kapitel|kolumne|studie|folge|reihe|serie|vorlesung|ausstellung|präsentation|dissertation|rede|keynote|session|lesung|führung|impuls|ratgeber|roman|sendung|podcastfolge|lehrbuch)$/i;

/** The gender of a noun that names a piece of somebody's work. */
export function singularWork(noun: string): Gender | undefined {
  return works.test(noun) ? genderOf(noun) : undefined;
}

export function isWork(text: string): boolean {
  return text
    .split(/[^\p{L}-]+/u)
    .slice(0, 5)
    .some(
      (word) =>
        works.test(word) ||
        /(?:artikeln?|beiträgen?|vorträgen?|texten?|büchern?|posts|videos|talks|folgen|kolumnen|studien|arbeiten)$/i.test(
          word,
        ),
    );
}

/** The first noun after the determiner and its adjectives. */
export function headNoun(text: string): string {
  const words = text.split(' ').slice(1);
  return words.find((word) => /^\p{Lu}/u.test(word))?.replace(/[^\p{L}-]/gu, '') ?? '';
}

/**
 * A noun phrase in the nominative: "Ihrem Vortrag" is "Ihr Vortrag". Undefined when the case cannot be changed
 * for sure.
 */
export function nominative(text: string): string | undefined {
  const [first = ''] = text.split(' ');
  const rest = text.slice(first.length);
  const stem = /^(ihr|dein|ein|mein|unser)(?:en|em|er)$/i.exec(first)?.[1];
  const noun = headNoun(text);
  const gender = genderOf(noun);
  // "Ihren letzten Vortrag": the adjective would have to change, too.
  const adjective =
    rest
      .trim()
      .split(' ')[0]
      ?.replace(/[^\p{L}-]/gu, '') !== noun;
  if (stem !== undefined) {
    if (gender === undefined || adjective) return undefined;
    return `${stem}${gender === 'f' ? 'e' : ''}${rest}`;
  }
  if (/^(?:den|dem)$/i.test(first))
    return gender === undefined || adjective || gender === 'f'
      ? undefined
      : `${gender === 'm' ? 'der' : 'das'}${rest}`;
  if (/^(?:des|ihres|deines)$/i.test(first)) return undefined;
  return text;
}

/** True when the noun phrase is known to be singular, so that "ist" and "hat" fit. */
export function isSingular(text: string): boolean {
  const [first = ''] = text.split(' ');
  if (/^(?:ihr|dein|ein|eine|der|das|mein|unser|dieser|dieses)$/i.test(first)) return true;
  return (
    /^(?:ihre|deine|die|meine|unsere|diese)$/i.test(first) &&
    genderOf(headNoun(text)) === 'f' &&
    !/(?:en|er|e)n? und /.test(text) &&
    !/ungen$|ionen$|heiten$|keiten$/i.test(headNoun(text))
  );
}
