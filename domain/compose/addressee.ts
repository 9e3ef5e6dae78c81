import { oneLine } from './template.ts';

const titles = new Set(
  (
    'm. dr dr. prof prof. professor professorin doctor mr mr. mrs mrs. ms ms. mx mx. miss sir dame herr frau hr. fr. ' +
    'rev rev. reverend revd revd. rabbi imam hon hon. capt. captain col. colonel lt. gen. maj. sgt. ' +
    'dipl.-ing. dipl.-kfm. lic lic. dr.-ing. dr.-ing dr.med. dr.rer.nat. med. rer. nat. phil. jur. h.c. habil. pd priv.-doz. univ.-prof. ing. mag. dipl. theol. techn. dr.in prof.in mag.a ' +
    'cdr cdr. cmdr cmdr. lt brig brig. adm adm. maj sgt cpl cpl. arq. abog. mgr. bc. phdr. judr. mudr. rndr. ' +
    'chef pr pr. mme mme. mlle monsieur madame me me. maître maitre señor señora sr. sra. srta. dra. excmo. excma. ilmo. ilma. dott. dott.ssa prof.ssa avv. sig. sig.ra dhr. mevr. drs. ir.'
  ).split(' '),
);
/** Titles that are also first names. */
const offices = new Set(['judge', 'justice', 'bishop', 'canon', 'senator', 'ambassador']);
/** "Revd Canon Jane Roe", "Sr. D. Juan Rojo": titles behind another one alone. */
const behindTitle = new Set([...offices, 'd.', 'd.ª', 'dª', 'dª.', 'don', 'doña']);
const suffixes = new Set(
  'fia frsa frcp rn mbe obe cbe kbe frs llm llb ceng mph dphil riba aicp pe cissp fca aca acca fcca mrcp rd mrics frics dds dvm esq. phd ph.d. ph.d md m.d. mba msc m.sc. bsc b.sc. ma m.a. b.a. b.eng. m.eng. ll.m. ll.b. jr jr. sr ii iii iv esq esq. cfa pmp cpa frcem mrcem frcgp mrcgp frcs frca frcpch mrcpch frcpath frcog frcr frcpsych fba frse frsc frsb frgs fcipd mcipd fcilip mcilip fiet miet fimeche mimeche fice mice mrtpi friba kc qc pgce gbe dbe gcb kcb dcb cb kcmg dcmg cmg kcvo dcvo cvo lvo mvo om ch qgm qpm dsc dfc afc frsl mrcvs frcvs rgn'.split(
    ' ',
  ),
);
const particles = new Set(
  'van von der den de da do dos das di del della la le ter ten zu zur bin ibn al el af av mac ó ní nic mhic uí ap ab st st.'.split(
    ' ',
  ),
);
/** Stand between two parts of one surname: "Puig i Sala", "Berg af Lund". */
const joining = new Set(['i', 'y', 'e', 'af']);

/** In Germany these are part of the surname: "Henriette Gräfin von Lohberg", "Karl Freiherr Roth". */
const nobility = new Set(
  'Graf Gräfin Freiherr Freifrau Freiin Baron Baronin Baronesse Prinz Prinzessin Fürst Fürstin Herzog Herzogin Ritter Edler Edle'.split(
    ' ',
  ),
);

/** A person's name taken apart as far as a greeting needs it. */
export type NameParts = {
  /** As written before the name: "Dr.", "Prof. Dr.", "Ms"; undefined when there is none. */
  readonly title: string | undefined;
  /** The whole name without title and suffixes, in speaking order. */
  readonly plain: string;
  /** Undefined when only one name, or only an initial, is known. */
  readonly first: string | undefined;
  readonly last: string;
};

/** "Prof. Dr. Ana de Souza, PhD" is title "Prof. Dr.", first "Ana", last "de Souza". */
export function nameParts(name: string): NameParts {
  const words = inSpeakingOrder(
    withoutDecoration(titleFirst(oneLine(name)).replace(/ h\. c\.(?= )/g, ' h.c.')),
  ).split(' ');
  const titleEnd = words.findIndex(
    (word, at) =>
      !isTitle(word, words[at - 1]) &&
      // "Justice Okafor" may be somebody's first name.
      !(
        words.length > 2 &&
        (at === 0 ? offices : behindTitle).has(word.toLowerCase()) &&
        (at === 0 || isTitle(words[at - 1] ?? '', words[at - 2]))
      ),
  );
  const title = titleEnd > 0 ? words.slice(0, titleEnd).join(' ') : undefined;
  const whole = withoutSuffixes(words.slice(Math.max(0, titleEnd)));
  // "Gaëtan L.": nobody is addressed by a letter.
  const names =
    whole.length > 1 && /^\p{Lu}\.$/u.test(whole.at(-1) ?? '') ? whole.slice(0, -1) : whole;
  const plain = names.join(' ');
  // "von Lohberg" and "Gräfin von Lohberg" behind a title: no first name is known.
  const isSurname =
    title !== undefined &&
    (particles.has(names[0] ?? '') ||
      (nobility.has(names[0] ?? '') && particles.has(names[1] ?? '')));
  const start = surnameStart(names);
  const last = isSurname
    ? plain
    : names.slice(start > 0 && start < names.length - 1 ? start : -1).join(' ');
  const first = isSurname ? '' : (names[0] ?? '');
  return {
    title,
    plain,
    first: names.length > 1 && first !== '' && !isInitial(first) ? first : undefined,
    last: last === '' ? plain : last,
  };
}

/** Where the surname begins that a particle leads, or -1. */
function surnameStart(names: readonly string[]): number {
  const at = names.findIndex(
    (word, index) => index > 0 && (isParticle(names, index) || nobility.has(word)),
  );
  return at > 1 && joining.has(names[at] ?? '') ? at - 1 : at;
}

/** One that is known, or a short word in small letters between others with capitals: "Bran ap Roe". */
function isParticle(names: readonly string[], at: number): boolean {
  const word = names[at] ?? '';
  return (
    particles.has(word.toLowerCase()) ||
    (/^\p{Ll}{1,4}$/u.test(word) && at > 0 && at < names.length - 1 && isCapital(names.at(-1)))
  );
}

const isCapital = (word = ''): boolean => /^\p{Lu}/u.test(word);

/** "Bruce McKinnon (Mr)" is "Mr Bruce McKinnon". */
function titleFirst(given: string): string {
  const name = given.trim().replace(/^the (?=\S+ \S+ \S)/i, '');
  const [, plain, title] = /^([^()]{2,120}) \(([\p{L}.]{2,6})\)$/u.exec(name) ?? [];
  return plain !== undefined && title !== undefined && titles.has(title.toLowerCase())
    ? `${title} ${plain}`
    : name;
}

/** "Dipl.-Psych." and "B.A." by their form, "rer nat." behind "Dr" alone. */
function isTitle(word: string, before: string | undefined): boolean {
  return (
    titles.has(word.toLowerCase()) ||
    // In small letters it is Italian, and no Diplomingenieur.
    word === 'DI' ||
    /^dipl\.?-\p{L}+\.?$/iu.test(word) ||
    (word.includes('.') && letters.test(word)) ||
    (/^(?:dr|rer|prof)\.?$/i.test(before ?? '') &&
      /^(?:rer|nat|oec|pol|techn|theol|med|habil)\.?$/i.test(word))
  );
}

/** How an English letter addresses a person: "Ana", "Dr. Souza", "Ms Souza" where the form is known, "Sir Alan". */
export function addresseeInEnglish(name: string, addressAs?: string): string {
  const { title, plain, first, last } = nameParts(name);
  const ours = first === undefined || !title?.split(' ').every(isForeignDegree);
  const form = addressAs ?? (ours ? title : undefined);
  // "Sister Mary Agnes" has no surname.
  if (form === undefined && /^(?:Sister|Brother|Mother|Father) \p{Lu}/u.test(plain)) return plain;
  if (form === undefined) return doubleName(plain) ?? first ?? plain;
  // A knight is addressed by the first name.
  if (/^(?:sir|dame)\b/i.test(form)) return `${upper(form.split(' ')[0] ?? form)} ${first ?? last}`;
  const forms = form.split(' ');
  // "Prof. Dr." and "Dr.-Ing." are German usage; English keeps the first, and "Dr" before "Rev".
  const said = /^rev/i.test(form)
    ? (forms.find((each) => /^dr/i.test(each)) ?? forms[0])
    : forms[0];
  return `${(said ?? form).replace(/^Dr\.-.*$/i, 'Dr.')} ${last}`;
}

/** Said before a name on the Continent and in America; an English letter has no such address. */
function isForeignDegree(title: string): boolean {
  return (
    title === 'DI' ||
    /^(?:dipl\.?(?:-.+)?|mag\.?a?|ing\.?|lic\.?|arq\.|abog\.|mgr\.|bc\.|ir\.|drs\.)$/i.test(title)
  );
}

/** "Beth Ann" of "Beth Ann Sorensen": first names that people carry as one. */
function doubleName(plain: string): string | undefined {
  return /^(?:Beth|Mary|Jo|Sarah|Betty|Peggy|Lou|Ruth|Emma|Billie|Bobbie|Laura|Carol|Lee|Rose|Anna|Sue|Terry) (?:Ann|Anne|Jane|Jo|Lou|Beth|Lynn|Kate|Mae|May|Sue|Rose|Jean|Lee|Marie)(?= \p{L})/u.exec(
    plain,
  )?.[0];
}

/**
 * Both surnames of a Spanish name, of which the first is the one that is used: "Goñi Larrea" of "Itziar Goñi Larrea". A
 * second given name is none of them.
 */
export function spanishSurnames(name: string): string {
  const { plain, last } = nameParts(name);
  const words = plain.split(' ');
  // "José Ruiz-Mata y García de León": the first surname is the one that is used.
  const and = words.findIndex((word) => word === 'y' || word === 'i');
  if (and > 1) return words[and - 1] ?? last;
  const given = givenNames(words);
  const surnames = words.slice(given);
  if (given > 1 && surnames.length > 0)
    return surnames.length > 2 && !surnames.some((word) => particles.has(word.toLowerCase()))
      ? surnames.slice(-2).join(' ')
      : surnames.join(' ');
  return words.length < 3 || last.includes(' ') ? last : words.slice(-2).join(' ');
}

/** "Dra." of a "Dr." who is addressed as Señora: whoever chose Sra. or Sr. did not mean to leave the degree out. */
export function spanishDegree(addressAs?: string, title = ''): string | undefined {
  const isWoman = /^(?:sra|señora)\.?$/i.test(addressAs ?? '');
  if (!isWoman && !/^(?:sr|señor)\.?$/i.test(addressAs ?? '')) return undefined;
  if (/^dra?\b/i.test(title)) return isWoman ? 'Dra.' : 'Dr.';
  if (/^(?:prof|catedr)/i.test(title)) return isWoman ? 'Profesora' : 'Profesor';
  return undefined;
}

/** "Luz Marina" of "Luz Marina Goñi": two given names that people carry as one. */
export function spanishFirst(name: string): string | undefined {
  const { plain, first } = nameParts(name);
  const words = plain.split(' ');
  const given = givenNames(words);
  return given > 1 ? words.slice(0, given).join(' ') : first;
}

/** How many words at the start are given names: 3 of "María del Carmen Goñi". */
function givenNames(words: readonly string[]): number {
  const [first = '', second = '', third = '', fourth = ''] = words;
  if (/^(?:María|Maria|Mª|Rosa|Ana|Luz|José|Jose)$/u.test(first)) {
    if (/^(?:de|del)$/iu.test(second) && devotion.test(third)) return 3;
    if (/^de$/iu.test(second) && /^l(?:a|os|as)$/iu.test(third) && devotion.test(fourth)) return 4;
  }
  if (!secondGiven.test(second)) return 1;
  // "Pedro Andrés" alone may be a name and a surname; "María José" is none.
  return words.length > 2 || firstOfTwo.test(first) ? 2 : 1;
}

const firstOfTwo = /^(?:María|Maria|Mª|José|Jose|Ana|Juan|Luis|Luz|Rosa|Miguel)$/u;

const devotion =
  /^(?:Carmen|Mar|Pilar|Rosario|Ángeles|Angeles|Dolores|Mercedes|Rocío|Rocio|Paz|Nieves|Remedios|Consuelo|Soledad|Camino|Valle|Sol|Luz|O|Cruz|Cielo|Amparo|Socorro|Jesús|Jesus|Gracia|Fe|Esperanza)$/u;

/** Given names that stand second; those that are common surnames, too ("Alonso", "Martín"), are none here. */
const secondGiven =
  /^(?:María|Maria|Mª|José|Jose|Luis|Carlos|Ángel|Angel|Ángeles|Angeles|Jesús|Jesus|Antonio|Manuel|Miguel|Javier|Ignacio|Pablo|Andrés|Alberto|Enrique|Isabel|Pilar|Carmen|Teresa|Luisa|Elena|Cristina|Belén|Dolores|Victoria|Adriana|Alejandra|Fernanda|Eugenia|Paula|Lucía|Beatriz|Marina|Rosa|Mercedes|Rocío|Amparo|Marta|Inés|Laura|Sofía|Daniela|Carolina|Gabriela|Patricia|Stella|Estela|Julia|Emilia|Camila|Valentina|Mariana|Cecilia|Eduardo|Fernando|Francisco|Felipe|Ramón|Rafael|Alejandro|Daniel|David|Mario|Pedro|Juan|Jorge|Sebastián|Gabriel|Guillermo|Emilio|Augusto|Arturo|Roberto|César|Iván|Rubén|Óscar|Hernán|Darío|Mauricio|Antonia|Josefa|Asunción|Concepción|Lourdes|Clara|Nieves|Irene|Ángela|Angélica|Mónica|Verónica|Silvia|Raquel|Esther|Margarita|Catalina|Dolors|Montserrat)$/u;

/**
 * After "Guten Tag". Frau or Herr is never guessed: without them the whole name is said, as in "Dr. Ana Souza"; with
 * them the surname, as in "Frau Prof. Souza". A degree that nobody is addressed by, such as "Dipl.-Ing.", is not said.
 */
export function addresseeInGerman(name: string, addressAs?: string): string {
  const { title = '', plain, first, last } = nameParts(name);
  const given = `${addressAs ?? ''} ${title}`.split(' ').filter((word) => word !== '');
  const form = given.map(germanForm).find((each) => each !== undefined);
  const degree = degreeInGerman(given);
  if (form !== undefined)
    return [form, degree ?? austrianDegree(given), last]
      .filter((part) => part !== undefined)
      .join(' ');
  if (degree !== undefined) return `${degree} ${plain}`;
  // "Schwester", "Rev.": a form of address itself.
  const own = addressAs ?? (given.every(isDegree) ? undefined : title);
  if (own !== undefined && !isDegree(own)) return `${own} ${last}`;
  // A surname alone is no way to address anybody.
  return first === undefined && title !== '' ? `${title} ${last}` : plain;
}

function germanForm(word: string): 'Frau' | 'Herr' | undefined {
  if (/^(?:frau|fr\.|mrs\.?|ms\.?|professorin|prof\.in|dr\.in)$/i.test(word)) return 'Frau';
  return /^(?:herrn?|hr\.|mr\.?)$/i.test(word) ? 'Herr' : undefined;
}

/** "Prof." of "Univ.-Prof. Dr. med. habil.": of several the highest one is said, and without its field. */
function degreeInGerman(titles: readonly string[]): 'Prof.' | 'Dr.' | undefined {
  if (titles.some((title) => /^(?:univ\.-)?prof/i.test(title))) return 'Prof.';
  return titles.some((title) => /^(?:dr(?:\.|-|$)|doctor|doktor)/i.test(title)) ? 'Dr.' : undefined;
}

/** In Austria "Frau Mag. Tschann" and "Herr Ing. Huber" are usual, behind Frau and Herr alone. */
function austrianDegree(titles: readonly string[]): string | undefined {
  if (titles.some((title) => /^dipl/i.test(title))) return undefined;
  return titles.find((title) => title === 'DI' || /^(?:mag\.?a?|ing\.?)$/i.test(title));
}

/** A degree or a part of one, which is written before or behind a name, and not said to anybody. */
function isDegree(word: string): boolean {
  return (
    word === 'DI' ||
    /^(?:dipl\.?(?:-.+)?|mag\.?a?|ing\.?|lic\.?|m\.|pd|priv\.-doz\.?)$/i.test(word) ||
    letters.test(word)
  );
}

/** "B.A.", "M.Sc.", "LL.M.", "MBA" */
const letters =
  /^(?:[bm]\.? ?(?:a|sc|eng|ed|ing|mus)\.|m\.?b\.?a\.?|ll\.?[bm]\.|bsc|msc|b\.arch\.|m\.arch\.)$/i;

function upper(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
}

/** "Team Windgarten", "HR Department": nobody who could be greeted by name. */
export function isTeam(name: string): boolean {
  return /^(?:team|info|office|hr(?!\.)|support|kontakt|redaktion|sekretariat|personalabteilung|abteilung|press|presse|équipe|equipo|the .+ team)\b|\b(?:team|department|office|hr|abteilung)$/i.test(
    name.trim(),
  );
}

/** A name as people write it: "priya raman" and "SMITH, John" get their usual capitals. */
export function withCapitals(name: string): string {
  const words = surnameLast(name.split(' '));
  return words
    .map((word, at) => {
      // "Ana Souza, FRCR": letters after the name.
      if (/\p{Ll},$/u.test(words[at - 1] ?? '') && /^\p{Lu}{2,6}$/u.test(word)) return word;
      if (/^(?:DR|PROF|MR|MRS|MS|LIC|ING|MAG)\.?$/.test(word))
        return `${word.slice(0, 1)}${word.slice(1).toLowerCase()}`;
      if (/^(?:prof|dr)\.?$/.test(word)) return word.slice(0, 1).toUpperCase() + word.slice(1);
      // "marcus t.", "ana osei-tutu"
      if (/^\p{Ll}\.$/u.test(word) && at > 0) return word.toUpperCase();
      if (/^\p{Ll}{2,}(?:-\p{Ll}{2,})+$/u.test(word))
        return word.replace(/(?<!\p{L})\p{Ll}/gu, (first) => first.toUpperCase());
      // "Yann LE GOFF"
      if (/^\p{Lu}{2,3}$/u.test(word) && at > 0 && particles.has(word.toLowerCase()))
        return /^\p{Lu}{2}/u.test(words[at + 1] ?? '') ? upper(word) : word;
      if (at > 0 && isParticle(words, at)) return word;
      // "o'shea"
      if (/^[odn]['’]\p{Ll}{2,},?$/u.test(word))
        return word.slice(0, 2).toUpperCase() + upper(word.slice(2));
      if (/^\p{Ll}+$/u.test(word) && (at === 0 || !particles.has(word)) && !titles.has(word))
        return word.slice(0, 1).toUpperCase() + word.slice(1);
      if (
        /^(?:[ODN]')?\p{Lu}{3,}[,-]?/u.test(word) &&
        /^[\p{Lu}',-]+$/u.test(word) &&
        !suffixes.has(word.toLowerCase())
      )
        return (
          word
            .split('-')
            .map((part) => part.slice(0, 1) + part.slice(1).toLowerCase())
            .join('-')
            // "O'DOWD", "D'ANGELO"
            .replace(
              /^([ODN]')(\p{Ll})/u,
              (_whole, start: string, next: string) => start + next.toUpperCase(),
            )
        );
      return word;
    })
    .join(' ');
}

/** "ROUSSELOT Maëlle": a surname in capitals stands first in French and in lists. */
function surnameLast(all: readonly string[]): readonly string[] {
  const start = titles.has((all[0] ?? '').toLowerCase()) ? 1 : 0;
  const words = all.slice(start);
  const [surname = '', ...given] = words;
  const isFirst =
    /^\p{Lu}{4,}$/u.test(surname) &&
    given.length > 0 &&
    given.length < 3 &&
    given.every(
      (word) => /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)*$/u.test(word) && !titles.has(word.toLowerCase()),
    );
  return isFirst ? [...all.slice(0, start), ...given, surname] : all;
}

/**
 * Directories and address books decorate names: "Doe, John:GROUP", "Ana Souza (she/her)", "Hang Tran/VNM",
 * "Ana Souza | Harbor", "john.doe". What is left of a name that is nothing else is the name itself.
 */
function withoutDecoration(name: string): string {
  const bare = name
    .slice(0, 300)
    .replace(/[([{"“”„«][^()[\]{}"“”„«»]{0,100}[)\]}"“”»]/gu, ' ')
    .replace(/(?:\s[|·•–—-]\s|\s?[|:;/@]).*$/u, '')
    .replace(/(\p{L}{2})[._](?=\p{L}{2})/gu, '$1 ')
    .replace(/[^\p{L}\p{M}\p{N}\s.,'’ʼ‘-]/gu, ' ')
    .replace(/\s{2,}/g, ' ')
    .replace(/\s,/g, ',')
    .replace(/[\s,-]+$/u, '')
    .trim();
  return bare === '' ? name : inNameCase(bare);
}

/** "ANA SOUZA" and "ana souza" are how forms write Ana Souza. */
function inNameCase(name: string): string {
  if (/\p{Ll}/u.test(name) === /\p{Lu}/u.test(name)) return name;
  return name.replace(/[\p{L}\p{M}'’]{3,}/gu, (word) =>
    particles.has(word.toLowerCase()) || suffixes.has(word.toLowerCase())
      ? word
      : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(),
  );
}

/** "Souza, Ana" is turned round; "Ana Souza, PhD" and "Ana Souza, FRCR" are not. */
function inSpeakingOrder(name: string): string {
  const [last = '', first = '', ...more] = name.split(',').map((part) => part.trim());
  // Letters after the name: capitals after names that are not in capitals.
  const letters =
    /^(?!Mc|Mac)(?=.{2,7}$)\p{L}*\p{Lu}\p{Ll}{0,2}\p{Lu}\p{L}*$/u.test(first) &&
    /\p{Lu}\p{Ll}+ .*\p{Lu}\p{Ll}/u.test(last);
  if (letters && more.length === 0) return last;
  const isSuffix = first.split(' ').every((word) => suffixes.has(word.toLowerCase()));
  if (first === '' || more.length > 0 || isSuffix)
    return givenFirst(name.replaceAll(',', ' ').replace(/ {2,}/g, ' ').trim());
  return `${first} ${last}`;
}

/** "Roecourt Jean-Marc": lists put the surname first, and two given names in one show it. */
function givenFirst(name: string): string {
  const [surname = '', given = '', ...more] = name.split(' ');
  const isTurned =
    more.length === 0 &&
    /^\p{Lu}\p{Ll}+$/u.test(surname) &&
    !commonGiven.test(surname) &&
    doubleGiven.test(given);
  return isTurned ? `${given} ${surname}` : name;
}

const doubleGiven =
  /^(?:Jean|Pierre|Marie|Anne?|Anna|Hans|Karl|Carl|Klaus|Eva|Paul|Ernst|Franz|Heinz|Horst|Kai|Sven|Lisa|Louis|Charles|Luc|Marc|Yves|Rose)-\p{Lu}\p{Ll}+$/u;

/** "Marie Jean-Baptiste" bears a surname that looks like two given names. */
const commonGiven =
  /^(?:Anna?|Anne|Marie|Maria|Sarah?|Laura|Julie|Julia|Sophie?|Sophia|Emma|Claire|Camille|Nadine|Nathalie|Sandra|Martine|Fabienne|Garcelle|Jane|Mary|Eva|Lena|Lisa|Rose|Jean|Pierre|Paul|Marc|Michel|David|Daniel|Thomas|Michael|Peter|Jan|John|James|Joseph|Jacques|Louis|Luc|Max|Nicolas|Patrick|Robert|Samuel|Simon|Stefan|Stephan|Victor|Yves|Charles|Claude|Henri|Hugo|Karl|Hans|Martin|Frank|Kevin)$/;

function withoutSuffixes(names: readonly string[]): readonly string[] {
  let end = names.length;
  while (end > 1 && suffixes.has((names[end - 1] ?? '').toLowerCase())) end--;
  return names.slice(0, end);
}

function isInitial(word: string): boolean {
  return /^\p{L}\.?$/u.test(word) || /^(\p{L}\.){2,}$/u.test(word);
}
