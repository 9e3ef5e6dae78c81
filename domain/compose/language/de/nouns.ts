export type Gender = 'm' | 'f' | 'n';

const genders: readonly (readonly [RegExp, Gender])[] = [
  [
    /(?:vortrag|artikel|beitrag|blog|podcast|text|aufsatz|kommentar|post|talk|film|kurs|essay|newsletter|workshop|bericht|leitfaden|thread|gastbeitrag|auftritt|impuls|ratgeber|roman|band|tweet|hinweis|name|(?<!fe|se|pa|quad)rat|mut|ansatz|blick|umgang|humor|satz|weg|wechsel|stil|brief|faden|strang|beruf|respekt|kampf|einsatz|witz|sinn|scharfsinn|eifer|fleiß|platz|preis|channel|kanal|account|vergleich|plan|tag|abend|kongress|stammtisch|stand|auftritt)$/i,
    'm',
  ],
  [
    /(?:interview|buch|video|projekt|seminar|paper|webinar|gespräch|portrait|porträt|kapitel|konzept|referat|plakat|magazin|werk|stück|modell|team|heft|handbuch|tutorial|repository|engagement|gespür|gefühl|talent|wissen|vertrauen|auge|festival|fest|treffen|forum|symposium|camp|event|portal|netzwerk|bild|foto|meetup|fazit)$/i,
    'n',
  ],
  [
    /(?:ung|ion|kunft|zeit|heit|keit|schaft|tät|ie|ik|rede|kolumne|arbeit|studie|folge|sendung|reihe|serie|vorlesung|ausstellung|präsentation|dissertation|sprache|(?<!st|qu)art|idee|frage|keynote|session|analyse|kritik|geduld|ruhe|offenheit|führung|lesung|seite|website|kur|neugier|ausdauer|sorgfalt|liebe|freude|haltung|klarheit|messe|tagung|konferenz|gruppe|mail|grafik|karte|doku|story|app|liste|zeitung)$/i,
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
 * for sure. What is named of it behind a comma agrees, or is cut off: "besonders den Teil über Salz".
 */
export function nominative(text: string): string | undefined {
  const [, whole = '', adverb = '', part = ''] = partOf.exec(text) ?? [];
  if (whole === '') return inNominative(text);
  const said = inNominative(part);
  const head = inNominative(whole);
  return head === undefined || said === undefined ? head : `${head}, ${adverb} ${said}`;
}

const partOf =
  /^(.{3,200}?), ((?:ganz )?(?:besonders|vor allem|insbesondere|gerade|speziell|darin|auch|und zwar)) ((?:den|dem|der|die|das|eine?[nmr]?|Ihre?[nmr]?|deine?[nmr]?) [^"“”„«»]+?)$/u;

/** "der Aufsatz" and "den neuen Film" in *wrote* are the reader's: "Ihr Aufsatz", "Ihren neuen Film". */
export function ofReader(text: string, your: string): string {
  const [, article = '', adjective = '', rest = ''] =
    /^(der|die|das|den|dem|eine?|einen|einem|einer) ((?:\p{Ll}[\p{L}-]* )?)(\p{Lu}.*)$/su.exec(
      text,
    ) ?? [];
  if (article === '') return text;
  const ending = /^(?:die|eine)$/.test(article)
    ? 'e'
    : (/^(?:d|ein)(e[nm])$/.exec(article)?.[1] ?? (article === 'einer' ? 'er' : ''));
  // "der neue Film" is "Ihr neuer Film", "das neue Buch" "Ihr neues Buch".
  const strong =
    article === 'der'
      ? adjective.replace(/e $/, 'er ')
      : article === 'das'
        ? adjective.replace(/e $/, 'es ')
        : adjective;
  return `${your}${ending} ${strong}${rest}`;
}

function inNominative(text: string): string | undefined {
  const [first = ''] = text.split(' ');
  const rest = text.slice(first.length);
  const [, stem, ending = ''] = /^(ihr|dein|ein|mein|unser|d)(en|em|er)$/i.exec(first) ?? [];
  if (/^(?:des|ihres|deines)$/i.test(first)) return undefined;
  if (stem === undefined || /^der$/i.test(first)) return text;
  const noun = headNoun(text);
  const gender = genderIn(ending.toLowerCase(), noun);
  if (gender === undefined) return undefined;
  const article = /^d$/i.test(stem);
  const [second = '', third = ''] = rest.trim().split(' ');
  const direct = bare(second) === noun;
  // "Ihren letzten Vortrag" is "Ihr letzter Vortrag"; of two adjectives neither is certain.
  if (!direct && (bare(third) !== noun || !second.endsWith('en'))) return undefined;
  const strong = { m: 'r', f: '', n: 's' } as const;
  const after = direct
    ? rest
    : ` ${second.slice(0, -1)}${article ? '' : strong[gender]}${rest.slice(1 + second.length)}`;
  const definite = { m: 'er', f: 'ie', n: 'as' } as const;
  return `${stem}${article ? definite[gender] : gender === 'f' ? 'e' : ''}${after}`;
}

/** "Ihr letzter Vortrag" as "Ihrem letzten Vortrag", "Ihre Rede" as "Ihrer Rede"; undefined where that is not certain. */
export function dative(text: string): string | undefined {
  const [, stem = '', ending = '', rest = ''] = /^(ihr|dein)(e?) (.+)$/i.exec(text) ?? [];
  if (stem === '' || !isSingular(text)) return undefined;
  const [second = '', third = ''] = rest.split(' ');
  const noun = headNoun(text);
  const direct = bare(second) === noun;
  // Of two adjectives neither is certain.
  if (!direct && (bare(third) !== noun || !/(?:e|er|es)$/.test(second))) return undefined;
  const after = direct
    ? rest
    : `${second.replace(/(?:er|es|e)$/, 'en')}${rest.slice(second.length)}`;
  return `${stem}${ending === '' ? 'em' : 'er'} ${after}`;
}

/**
 * A noun phrase behind "über": only a masculine article changes. Undefined where an adjective, or a noun without
 * its article, may take another ending.
 */
export function accusative(text: string): string | undefined {
  if (/ (?:und|oder|sowie) (?:der|d?ein|Ihr|mein|unser) /.test(text)) return undefined;
  const [first = '', second = '', third = ''] = text.split(' ');
  const rest = text.slice(first.length + 1);
  if (/^(?:die|das|eine|ihre|deine|meine|unsere|diese|dieses|alle|zwei|drei)$/i.test(first))
    return text;
  const [, stem = ''] = /^(d|ihr|dein|ein|mein|unser)(?:er)?$/i.exec(first) ?? [];
  if (stem === '') return isBare(first, text) ? text : undefined;
  const noun = headNoun(text);
  const gender = /^der$/i.test(first) ? 'm' : genderOf(noun);
  if (gender === 'n') return text;
  if (gender !== 'm' || weak.test(noun)) return undefined;
  const direct = bare(second) === noun;
  if (!direct && (bare(third) !== noun || !/(?:e|er)$/.test(second))) return undefined;
  const after = direct ? rest : `${second.replace(/er?$/, 'en')}${rest.slice(second.length)}`;
  return `${stem}en ${after}`;
}

/** "Leimholz", "Preise": a noun alone, in a form that every case but the dative shares. */
function isBare(first: string, text: string): boolean {
  return /^\p{Lu}[\p{L}-]+$/u.test(first) && !weak.test(first) && !text.includes(' ');
}

/** Nouns that take "-n" behind "über": "über Kollegen". */
const weak =
  /(?:[Kk]ollege|[Kk]unde|[Mm]ensch|[Jj]unge|[Ss]tudent|[Pp]atient|[Ll]öwe|[Hh]err|[Pp]räsident|[Nn]ame|[Gg]edanke)$/;

/** "Förderung in der Schweiz" with the article that it takes in a sentence; undefined where its gender is not known. */
export function withArticle(text: string): string | undefined {
  const [noun = '', next = ''] = text.split(' ');
  const gender = genderOf(noun);
  return gender !== undefined && /^\p{Lu}\p{L}+$/u.test(noun) && joins.test(next)
    ? `${{ m: 'der', f: 'die', n: 'das' }[gender]} ${text}`
    : undefined;
}

const joins =
  /^(?:am|an|auf|aus|bei|beim|der|des|durch|für|gegen|im|in|ins|mit|nach|ohne|über|unter|vom|von|vor|zu|zum|zur|zwischen)$/;

/** The gender that a case ending and the noun leave; a dative plural ends in -n or -s, so "den Monat" is masculine. */
function genderIn(ending: string, noun: string): Gender | undefined {
  const known = genderOf(noun);
  const fits: Readonly<Record<string, readonly Gender[]>> = {
    en: ['m'],
    em: ['m', 'n'],
    er: ['f'],
  };
  if (known !== undefined) return fits[ending]?.includes(known) === true ? known : undefined;
  return ending === 'en' && noun !== '' && !/[ns]$/.test(noun) ? 'm' : undefined;
}

function bare(word: string): string {
  return word.replace(/[^\p{L}-]/gu, '');
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
