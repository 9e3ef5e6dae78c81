/** "bei Quast", "beim Verlag Roth", "an der Freien Schule Angeln": with the article that an institution's name asks for. */
export function atCompany(company: string): string {
  const named = institution(company);
  if (named === undefined) return `bei ${asName(company)}`;
  return `${before[named.prep][named.gender]} ${inCase(named, 'dative')}`;
}

/** "zu Quast", "zum Verlag Roth", "zur Freien Schule Angeln". */
export function toCompany(company: string): string {
  const named = institution(company);
  if (named === undefined) return `zu ${asName(company)}`;
  const to = { m: 'zum', n: 'zum', f: 'zur', p: 'zu den' }[named.gender];
  return `${to} ${inCase(named, 'dative')}`;
}

/** "von Quast", "des Verlags Roth", "der Freien Schule Angeln". */
export function ofCompany(company: string): string {
  const named = institution(company);
  if (named === undefined) return `von ${asName(company)}`;
  const article = named.gender === 'm' || named.gender === 'n' ? 'des' : 'der';
  return `${article} ${inCase(named, 'genitive')}`;
}

/** What somebody leads: "Quast", "den Verlag Roth", "die Freie Schule Angeln". */
export function companyAsObject(company: string): string {
  const named = institution(company);
  if (named === undefined) return asName(company);
  const article = { m: 'den', n: 'das', f: 'die', p: 'die' }[named.gender];
  return `${article} ${inCase(named, 'accusative')}`;
}

type Gender = 'm' | 'f' | 'n' | 'p';
type Preposition = 'an' | 'bei' | 'in';
type Kind = { readonly gender: Gender; readonly prep: Preposition; readonly isFixed?: boolean };
type Institution = Kind & {
  readonly words: readonly string[];
  /** How many of the first words are adjectives that take an ending. */
  readonly adjectives: number;
  /** The place of the noun that names its kind. */
  readonly head: number;
};

const before: Readonly<Record<Preposition, Readonly<Record<Gender, string>>>> = {
  an: { m: 'am', n: 'am', f: 'an der', p: 'an den' },
  bei: { m: 'beim', n: 'beim', f: 'bei der', p: 'bei den' },
  in: { m: 'im', n: 'im', f: 'in der', p: 'in den' },
};

/** A name whose own article has no certain ending stands in quotation marks, where nothing inflects it. */
function asName(company: string): string {
  return /^(?:Das|Der|Die) /.test(company) ? `„${company}“` : company;
}

/** Undefined for a proper name, which takes no article, and where the ending of an adjective is not certain. */
function institution(company: string): Institution | undefined {
  if (/^The\b/.test(company)) return undefined;
  const [, own = '', rest = ''] = /^(Das|Der|Die) (\p{Lu}.*)$/u.exec(company) ?? [];
  if (own !== '') return withOwnArticle(own, rest.split(' '));
  if (/^(?:Das|Der|Die)\b/.test(company)) return undefined;
  const words = company.split(' ');
  const known = abbreviations.find(([pattern]) => pattern.test(company))?.[1];
  if (known !== undefined) return { ...known, isFixed: true, words, adjectives: 0, head: 0 };
  const first = words.findIndex((word) => !adjective.test(word));
  const adjectives = Math.max(0, first);
  for (let at = adjectives; at < words.length; at++) {
    const word = words[at] ?? '';
    if (!/^[\p{Lu}\d"„]/u.test(word)) return undefined;
    const kind = kindOf(words, at, adjectives);
    if (kind === undefined) continue;
    const ending = { m: 'er', n: 'es', f: 'e', p: 'e' }[kind.gender];
    const agree = words.slice(0, adjectives).every((each) => each.endsWith(ending));
    // "Wilde Werkstatt": perhaps an adjective, perhaps a name.
    const isUnsure =
      adjectives === 0 &&
      at === 1 &&
      !/^(?:Universität|Hochschule)$/.test(word) &&
      /^\p{Lu}\p{Ll}+$/u.test(words[0] ?? '') &&
      (words[0] ?? '').endsWith(ending) &&
      kind.gender !== 'm';
    return agree && !isUnsure ? { ...kind, words, adjectives, head: at } : undefined;
  }
  return undefined;
}

/** "Das Werkhaus", "Die Brücke": the article in the name says the gender; "Die" may be a plural. */
function withOwnArticle(own: string, words: readonly string[]): Institution | undefined {
  const head = words.findIndex((word) => !adjective.test(word));
  if (head < 0) return undefined;
  const kind = kindOf(words, head, head);
  const noun = words[head] ?? '';
  const feminine =
    kind?.gender ?? (/(?:er|en|el|s|leute|freunde)$/.test(noun) ? undefined : ('f' as const));
  const gender = own === 'Das' ? 'n' : own === 'Der' ? 'm' : feminine;
  if (gender === undefined || (own === 'Die' && /[mn]/.test(gender))) return undefined;
  return { gender, prep: kind?.prep ?? 'bei', words, adjectives: head, head };
}

/** What kind of house a noun names, by its last part. */
function kindOf(words: readonly string[], at: number, start: number): Kind | undefined {
  const word = words[at] ?? '';
  const next = words[at + 1];
  const find = (each: string): Kind | undefined =>
    kinds.find(([pattern]) => pattern.test(each))?.[1];
  // "Stadt Museum Ulm": the second one is the house.
  if (/^Stadt$/.test(word)) {
    const second = next === undefined ? undefined : find(next);
    return second === undefined && at === start ? { gender: 'f', prep: 'bei' } : undefined;
  }
  const place = /^(?:Gut|Hof|Haus)$|\p{L}(?:haus|hof|gut)$/u.test(word);
  if (!place) return find(word);
  // "Althaus" and "Imhof" are surnames as well.
  const isHouse =
    /^(?:Gut|Hof|Haus)$/.test(word) ||
    (at === start && next !== undefined && find(next) === undefined);
  if (!houses.test(word) && !(isHouse && at === start)) return undefined;
  if (/^Krankenhaus$/.test(word)) return { gender: 'n', prep: 'an' };
  return { gender: /hof$/i.test(word) ? 'm' : 'n', prep: 'bei' };
}

const houses =
  /^(?:.*-(?:Haus|Hof|Gut)|(?:Kranken|Kauf|Rat|Mode|Möbel|Auktions|Pflege|Literatur|Kunst|Schauspiel|Opern|Konzert|Verlags|Medien|System|Gast|Auto|Handels|Sanitäts|Reform|Senioren|Frauen|Kinder|Jugend|Bürger|Back|Brau|Wirts|Treib|Forst|Tier|Versand)haus|(?:Bauern|Bio|Gast|Reiter|Wein|Schlacht|Bau|Lehr|Schul|Ferien|Kinderbauern|Schulbauern|Obst|Milch|Demeter|Bahn|Fried|Recycling|Wertstoff|Bundesgerichts|Gerichts|Rechnungs)hof|(?:Wein|Hof|Land|Ritter|Staats|Lehr)gut)$/u;

function kind(ends: string, gender: Gender, prep: Preposition): readonly [RegExp, Kind] {
  return [new RegExp(`(?:${ends})$`, 'iu'), { gender, prep }];
}

const kinds: readonly (readonly [RegExp, Kind])[] = [
  kind('museum|institut|observatorium|konservatorium|theater|klinikum|gymnasium|archiv', 'n', 'an'),
  kind('^zentrum|forschungszentrum|rechenzentrum', 'n', 'an'),
  kind('zentrum|atelier|studio|labor|hospiz|kloster|hotel|restaurant|^café|kino', 'n', 'in'),
  kind('(?:pflege|alten|kinder|tier|senioren|wohn)heim', 'n', 'in'),
  kind(
    'ministerium|(?<!ges)amt|präsidium|referat|komitee|^land|büro|kontor|gericht|werk|orchester|ensemble|kollektiv',
    'n',
    'bei',
  ),
  kind('^startup|^start-up|unternehmen|magazin|kreuz', 'n', 'bei'),
  kind('schule|akademie|universität|^uni|klinik|oper|sternwarte', 'f', 'an'),
  kind('praxis|apotheke|buchhandlung|galerie|kita|justizvollzugsanstalt', 'f', 'in'),
  kind('(?:bau|berg|schutz)hütte|direktion|kommission|pfarrei|abtei|^bahn|^post', 'f', 'bei'),
  kind('werkstatt|rettung|wacht|wehr|^polizei|mission|gemeinde|hilfe|station|stelle', 'f', 'bei'),
  kind('stiftung|agentur|bank|bibliothek|genossenschaft|gesellschaft|firma|kanzlei', 'f', 'bei'),
  kind('redaktion|kammer|kasse|anstalt|behörde|zentrale|verwaltung|versicherung', 'f', 'bei'),
  kind('zeitung|beratung|vereinigung|sammlung|handlung|initiative|gruppe|werft', 'f', 'bei'),
  kind('manufaktur|fabrik|produktion|diakonie|^caritas|philharmonie|^\\p{L}{3,}erei', 'f', 'bei'),
  kind('kanton|landkreis|bezirk|senat|magistrat|freistaat|landtag|bundestag', 'm', 'bei'),
  kind('verlag|verein|verband|sender|rundfunk|dienst|betrieb|konzern|\\p{L}bund', 'm', 'bei'),
  kind('tower|kindergarten|laden|^zoo|^zirkus', 'm', 'in'),
  kind('werke|betriebe|werkstätten|sammlungen', 'p', 'bei'),
  kind('kliniken|schulen|museen|theater', 'p', 'an'),
];

const abbreviations: readonly (readonly [RegExp, Kind])[] = [
  [
    /^(?:SBB|BVG|DB|BASF|AOK|GIZ|ESA|NASA|WHO|EZB|UNO|EU|AWO|GEW|BahnCard)(?!\p{L})/u,
    { gender: 'f', prep: 'bei' },
  ],
  [/^(?:WDR|NDR|SWR|BR|MDR|HR|RBB|ORF)(?!\p{L})/u, { gender: 'm', prep: 'bei' }],
  [/^(?:ZDF|SRF)(?!\p{L})/u, { gender: 'n', prep: 'bei' }],
  [/^(?:ÖBB)(?!\p{L})/u, { gender: 'p', prep: 'bei' }],
  [/^(?:BOKU|RWTH|TU|TH|FH|HU|FU|LMU|ETH|PH|HTW|Uni)(?!\p{L})/u, { gender: 'f', prep: 'an' }],
];

/** Words that are certainly adjectives: "Goethe Schule" begins with a name, "Hamburger Verlag" with none that bends. */
const adjective =
  /^\p{Lu}\p{L}*(?:isch|lich|ional|ial|ital|unal|egional)e[rs]?$|^(?:Deutsch|Frei|Neu|Jung|Offen|Staatlich|Privat|Angewandt|Integriert|Vereinigt|Lebendig|Gemeinsam|Evangelisch|Katholisch)e[rs]?$|^(?:Alte|Große|Kleine|Hohe|Grüne|Rote|Blaue|Weiße|Schwarze|Gelbe|Bunte|Gute|Schöne|Stille|Erste|Zweite|Zentrale|Mobile)s?$/u;

type Case = 'dative' | 'genitive' | 'accusative';

function inCase(named: Institution, wanted: Case): string {
  const { words, adjectives, head, gender } = named;
  const weak = wanted === 'accusative' && (gender === 'f' || gender === 'n') ? 'e' : 'en';
  return words
    .map((word, at) => {
      if (at < adjectives) return word.replace(/e[rs]?$/, weak);
      if (at !== head || named.isFixed === true) return word;
      return noun(word, gender, wanted);
    })
    .join(' ');
}

/** "Stadtwerken", "Verlags", "Hauses". */
function noun(word: string, gender: Gender, wanted: Case): string {
  if (gender === 'p') return wanted === 'dative' && word.endsWith('e') ? `${word}n` : word;
  if (wanted !== 'genitive' || gender === 'f' || /^zirkus$/i.test(word)) return word;
  return `${word}${/[sßzx]$/.test(word) ? 'es' : 's'}`;
}
