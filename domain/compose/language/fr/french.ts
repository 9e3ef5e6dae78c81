import { nameParts } from '../../names/name-parts.ts';
import { isTeam } from '../../names/team.ts';
import { asSentence, enumerate, lowerFirst, normalise, upperFirst } from '../../notes/normalise.ts';
import { related } from '../../notes/related.ts';
import type { Note } from '../../note.ts';
import { isLoud, quiet, withSites, withWords } from '../spelling.ts';
import type { Language, Place, Topic, Work, Said, Wording } from '../language.ts';
import { elides, withA, withDe } from './article.ts';
import { atCompany, withArticle } from './company.ts';
import { atEvent, isAnyone, withEventArticle } from './events.ts';
import { formOf, isPlural, isVague, isWork, workGender } from './forms.ts';
import { passage } from './path.ts';
import { frenchRole } from './role.ts';
import { colonIn, topicSentences } from './topics.ts';

/** French with vous, or with tu. No sentence needs the sex of the person who writes. */
export function french(tu: boolean): Language {
  const se = <T>(formal: T, informal: T): T => (tu ? informal : formal);
  const votre = se('votre', 'ton');

  function because(np: string, first: boolean): Wording {
    if (!first)
      return {
        isReason: true,
        variants: [
          /\b(?:article|tribune|livre|billet|blog|chapitre|texte|post|étude|entretien|interview)s?\b/i.test(
            np,
          )
            ? `J'ai aussi lu ${np}.`
            : `Je connais aussi ${np}.`,
        ],
      };
    return {
      isReason: true,
      variants: [
        `Je ${se('vous écris', "t'écris")} après avoir découvert ${np}.`,
        ...(isPlural(np)
          ? [`Ce sont ${np} qui m'amènent à ${se('vous écrire', "t'écrire")}.`]
          : /[,;:.]\s/.test(np)
            ? []
            : [
                `C'est ${np} qui m'amène à ${se('vous écrire', "t'écrire")}.`,
                `${upperFirst(np)} m'a donné envie de ${se('vous écrire', "t'écrire")}.`,
              ]),
        `À l'origine de ce message, il y a ${np}.`,
      ],
    };
  }

  function came(way: string): Wording {
    return {
      isReason: false,
      variants: [`J'ai trouvé ${votre} nom ${way}.`, `J'ai découvert ${votre} nom ${way}.`],
    };
  }

  function met(at: string): Wording {
    return {
      isReason: false,
      variants: [
        `J'ai découvert ${votre} travail ${at}.`,
        `J'ai entendu parler de ${votre} travail ${at}.`,
      ],
    };
  }

  /** "vu votre conférence", "admire votre blog": of the person who writes. */
  function myDoing(text: string): string {
    // "vu son interview": nobody else is named whose it could be.
    const said = lowerFirst(text).replace(
      /^((?:vu|lu|entendu|écouté|suivi|regardé|adoré|aimé)(?:e|s|es)? )(son|sa|ses) /u,
      (_whole, seen: string, whose: string) =>
        `${seen}${whose === 'ses' ? se('vos', 'tes') : votre} `,
    );
    const [, seen = '', where = ''] =
      /^(rencontré|croisé|vu|entendu|écouté|lu|suivi)(?:e|s|es)? ((?:à|au|aux|lors|dans|sur|en|chez|pendant|par|il y a|hier|récemment|l'an|cet|cette|ce) ?.*)$/iu.exec(
        said,
      ) ?? [];
    // The person is the object where the note names none, and a participle would have to agree.
    if (
      seen !== '' &&
      !/\b(?:votre|vos|ton|ta|tes|le|la|les) /.test(where.split(' ').slice(0, 1).join(' '))
    ) {
      if (/^(?:rencontré|croisé)/.test(seen))
        return `J'ai fait ${se('votre', 'ta')} connaissance ${where}`;
      const verb = {
        vu: 'voir',
        entendu: 'entendre',
        écouté: 'écouter',
        lu: 'lire',
        suivi: 'suivre',
      }[seen];
      if (verb !== undefined)
        return `J'ai eu l'occasion de ${se('vous', /^[aeiouéè]/.test(verb) ? "t'" : 'te')}${!tu || !/^[aeiouéè]/.test(verb) ? ' ' : ''}${verb} ${where}`;
    }
    if (/^(?:ai|aime|adore|admire|apprécie|utilise|écoute)(?!\p{L})/u.test(said))
      return `J'${said}`;
    return /^(?:suis|connais|lis)(?!\p{L})/u.test(said) ? `Je ${said}` : `J'ai ${said}`;
  }

  function whole(text: string): Wording {
    return { isReason: true, variants: [asSentence(text)] };
  }

  const toTheReader = {
    ask: `begin with "la façon dont ${se('vous', 'tu')} …", "${votre} …" or "que ${se('vous', 'tu')} …"`,
  };

  function colon(text: string, first: boolean): Said {
    return {
      isReason: true,
      variants: first
        ? [`Ce qui m'amène à ${se('vous écrire', "t'écrire")} : ${text}.`]
        : [
            `Ce que je retiens surtout : ${text}.`,
            `Une chose me reste en tête : ${text}.`,
            `Ce qui me frappe : ${text}.`,
          ],
    };
  }

  function found(note: Note, { first }: Place): Wording | undefined {
    const way = knownWay(note.text);
    if (way !== undefined) return way === '' ? undefined : came(way);
    const { text, form } = note;
    if (isOfThem(text) || ofThem.test(text)) return toTheReader;
    if (isAnyone(inside(text))) return undefined;
    switch (form) {
      case 'noun_phrase':
      case 'title': {
        const said = inside(text);
        if (isWork(text) && /^(?:votre|vos|ton|ta|tes)\b/i.test(text)) return because(said, first);
        const at = atEvent(said);
        if (at !== undefined) return met(at);
        if (isPlural(text))
          return {
            isReason: false,
            variants: [`Ce sont ${said} qui m'ont fait connaître ${votre} travail.`],
          };
        return {
          isReason: false,
          variants: [
            /[,;:.]/.test(text)
              ? `J'ai découvert ${votre} travail grâce ${withA(said)}.`
              : `C'est ${said} qui m'a fait connaître ${votre} travail.`,
          ],
        };
      }
      case 'bare_noun': {
        const gender = workGender(text);
        const event = gender === undefined ? withEventArticle(text) : undefined;
        if (event !== undefined) return met(`lors ${withDe(event)}`);
        if (gender !== undefined) {
          if (!text.includes(' ')) return undefined;
          const one = `${gender === 'f' ? 'une' : 'un'} ${lowerFirst(text)}`;
          const at = atEvent(one);
          return at === undefined ? came(`grâce à ${one}`) : met(at);
        }
        // A name has its capitals: "France Inter".
        return /^\p{Lu}[\p{L}'-]*(?: \p{Lu}[\p{L}'-]*| \d+)*$/u.test(text)
          ? came(`par ${text}`)
          : { ask: 'write it as "sur …", "lors de …" or "votre article …"' };
      }
      case 'preposition':
        return came(inside(text));
      case 'verb':
        return whole(myDoing(text));
      case 'first_person':
      case 'sentence':
        return whole(text);
      case 'second_person':
        return whole(text);
      case 'clause':
      case 'third_person':
      case 'gerund':
      case 'question':
      case 'wish':
      case 'gap':
      case 'link':
      case 'marks':
      case 'vague':
        return { ask: 'write it as "sur …", "lors de …" or "votre article …"' };
    }
  }

  function wrote(note: Note, { first }: Place): Wording {
    const { text, form } = note;
    if (ofThem.test(text)) return toTheReader;
    switch (form) {
      case 'noun_phrase':
        return because(
          inside(text).replace(
            /^(?:le|la|un|une|l') ?(?=(?:article|tribune|livre|billet|blog|chapitre|texte|post|étude|conférence|interview|exposé)\b)/i,
            (found) => (/^(?:la|une)/i.test(found) ? se('votre ', 'ta ') : se('votre ', 'ton ')),
          ),
          first,
        );
      case 'bare_noun':
      case 'title':
        return because(
          /^["«“]/.test(text) ? text : isWork(text) ? `${votre} ${inside(text)}` : `« ${text} »`,
          first,
        );
      case 'verb':
        return whole(myDoing(text));
      case 'first_person':
      case 'sentence':
        return whole(text);
      case 'second_person':
        return colon(inside(text), first);
      case 'preposition':
      case 'clause':
      case 'third_person':
      case 'gerund':
      case 'question':
      case 'wish':
      case 'gap':
      case 'link':
      case 'marks':
      case 'vague':
        return { ask: 'name the piece: "votre article sur …"' };
    }
  }

  function admire(note: Note, { first }: Place): Wording {
    const { text, form } = note;
    // "c'est comment vous …" is said, and not written.
    const said = inside(text).replace(/^comment (?=vous |tu )/u, 'la façon dont ');
    if (ofThem.test(text)) return toTheReader;
    // "d'avoir ouvert vos archives"
    if (
      /^d(?:'|e )(?:ne (?:pas|jamais|plus) )?(?:avoir|être|s'être|\p{L}+(?:er|ir|re)) /iu.test(said)
    )
      return {
        isReason: true,
        variants: first
          ? [
              `Je ${se('vous écris', "t'écris")} parce que je ${se('vous admire', "t'admire")} ${said}.`,
            ]
          : [`Je ${se('vous admire', "t'admire")} ${said}.`],
      };
    switch (form) {
      case 'clause':
        if (/^qu[e'] ?(?:vous|tu)\b/i.test(said))
          // Only these forms show that the note was written for a subjunctive.
          return subjunctive.test(said)
            ? {
                isReason: true,
                variants: [`J'apprécie beaucoup ${said}.`, `Je trouve remarquable ${said}.`],
              }
            : {
                isReason: true,
                variants: first
                  ? [`Si je ${se('vous écris', "t'écris")}, c'est parce ${said}.`]
                  : [
                      `Ce que je retiens, c'est ${said}.`,
                      `Ce qui me frappe, c'est ${said}.`,
                      `Ce qui me reste en tête, c'est ${said}.`,
                    ],
              };
        return {
          isReason: true,
          variants: first
            ? [`Ce qui m'amène à ${se('vous écrire', "t'écrire")}, c'est ${said}.`]
            : [`Ce que je retiens surtout, c'est ${said}.`, `Ce qui me frappe, c'est ${said}.`],
        };
      case 'noun_phrase':
      case 'title':
        if (isPlural(text)) return colon(said, first);
        return {
          isReason: true,
          variants: first
            ? [`Ce qui m'amène à ${se('vous écrire', "t'écrire")}, c'est ${said}.`]
            : [`Ce que je retiens surtout, c'est ${said}.`, `Ce qui me frappe, c'est ${said}.`],
        };
      case 'second_person':
        return admire({ ...note, text: `que ${said}`, form: 'clause' }, { first, work: noWork });
      case 'bare_noun': {
        // "avoir fait d'un hangar un fournil": what opens the letter would be done by the one who writes it.
        if (infinitive.test(text) || /^(?:avoir|être|ne pas) /iu.test(text))
          return colon(said, false);
        if (/^pour (?:votre|vos|ton|ta|tes|la|le|les|l'|ce que)/iu.test(text))
          return {
            isReason: true,
            variants: [
              `C'est ${first ? '' : 'aussi '}${lowerFirst(text)} que je ${se('vous écris', "t'écris")}.`,
            ],
          };
        const quality = qualityOf(lowerFirst(text), tu);
        return quality === undefined
          ? toTheReader
          : admire({ ...note, text: quality, form: 'noun_phrase' }, { first, work: noWork });
      }
      case 'gerund':
      case 'preposition':
        return toTheReader;
      case 'verb':
        return whole(myDoing(text));
      case 'first_person':
      case 'sentence':
        return whole(text);
      case 'third_person':
      case 'question':
      case 'wish':
      case 'gap':
      case 'link':
      case 'marks':
      case 'vague':
        return toTheReader;
    }
  }

  function shared(note: Note, { first }: Place): Wording {
    const { text, form } = note;
    switch (form) {
      case 'first_person':
      case 'second_person':
      case 'sentence':
        return whole(text);
      case 'noun_phrase':
        return {
          isReason: true,
          variants: [
            `Nous avons ${first ? '' : 'aussi '}en commun ${inside(text)}.`,
            `Un lien entre nous : ${inside(text)}.`,
          ],
        };
      case 'bare_noun':
      case 'title':
      case 'preposition':
      case 'verb':
        return { isReason: true, variants: [`Un lien entre nous : ${inside(text)}.`] };
      case 'clause':
      case 'third_person':
      case 'gerund':
      case 'question':
      case 'wish':
      case 'gap':
      case 'link':
      case 'marks':
      case 'vague':
        return { ask: 'name what you share: "l\'université de …"' };
    }
  }

  function work({ role, company }: Work): readonly string[] | undefined {
    const at = company === undefined ? '' : ` ${atCompany(company)}`;
    if (role !== undefined) {
      const said = lowerFirst(roleHead(role));
      return [
        // "h" may be silent or not: "qu'horloger", "que hautboïste".
        ...(/^h/i.test(said)
          ? []
          : [
              `En tant ${/^[aeiouéèêîôûàâ]/i.test(said) ? "qu'" : 'que '}${said}${at}, ${se('vous connaissez', 'tu connais')} de l'intérieur ce qui m'intéresse.`,
            ]),
        `J'aimerais mieux comprendre le métier ${ofRole(said)}${at}.`,
        `Le métier ${ofRole(said)}${at} se comprend mal de l'extérieur.`,
        `Je sais peu de choses du travail ${ofRole(said)}${at} et voudrais en savoir plus.`,
      ];
    }
    if (company === undefined) return undefined;
    return [`J'aimerais comprendre comment on travaille${at}.`];
  }

  function path(note: Note, { role, company }: Work, first: boolean): Wording {
    const at = company === undefined ? '' : ` ${atCompany(company)}`;
    const steps = note.text.split(/\s*(?:->|→|=>|>|»)\s*/u).map((step) => normalise(step));
    const told =
      steps.length > 1 && steps.every((step) => step !== '')
        ? `${steps[0]}, puis ${steps.slice(1).join(', puis ')}`
        : inside(note.text).replace(/^(?:votre|ton) parcours :? ?/i, '');
    switch (note.form) {
      case 'question':
      case 'wish':
      case 'third_person':
      case 'clause':
        return { ask: 'write it as "avant -> aujourd\'hui"' };
      case 'first_person':
      case 'second_person':
      case 'sentence':
        return whole(note.text);
      case 'noun_phrase':
      case 'bare_noun':
      case 'gerund':
      case 'verb':
      case 'preposition':
      case 'title':
      case 'gap':
      case 'link':
      case 'marks':
      case 'vague': {
        const today =
          role === undefined || related(told, role) ? at : `, aujourd'hui ${lowerFirst(role)}${at}`;
        // A second fact wants the colon: "…, aujourd'hui cheffe de …" has no place behind a clause.
        const passed = today === at ? passage(steps.map(inside)) : undefined;
        // "on" needs no participle that agrees with the reader.
        if (passed !== undefined && !first)
          return {
            isReason: true,
            variants: [
              `J'aimerais comprendre comment on passe ${passed}${at}.`,
              `Je voudrais comprendre comment on passe ${passed}${at}.`,
            ],
          };
        return {
          isReason: true,
          variants: first
            ? [
                `Ce qui m'amène à ${se('vous écrire', "t'écrire")}, c'est ${votre} parcours : ${told}${today}.`,
              ]
            : [
                `${upperFirst(votre)} parcours m'intéresse : ${told}${today}.`,
                `J'aimerais comprendre ${votre} parcours : ${told}${today}.`,
              ],
        };
      }
    }
  }

  function topic(note: Note): Topic | { readonly ask: string } {
    const asked = note.text
      .replace(/^(?:sujet|thème) ?: /iu, '')
      .replace(
        /^(?:(?:parle|explique|raconte|décri|dite|di|présente|montre)[zs]?-moi(?: un peu| plus en détail)?|j'aimerais (?:savoir|comprendre|connaître)|je voudrais (?:savoir|comprendre|connaître)|savoir|en savoir plus|(?:votre|ton) avis)(?![\p{L}-]) ?(?:sur |(du) |(des) |d'|de )?/iu,
        (_whole, du?: string, des?: string) =>
          du === undefined ? (des === undefined ? '' : 'les ') : 'le ',
      );
    const about = asked.replace(
      /^parler (?:(du) |(des) |de (?=la |l'))/iu,
      (_whole, du?: string, des?: string) =>
        du === undefined ? (des === undefined ? '' : 'les ') : 'le ',
    );
    const text = normalise(about.replace(/[\s?]+$/, ''));
    // "Conseillez-moi un livre" asks for something to be done, and is no topic.
    if (/^\p{L}+-(?:moi|nous)(?![\p{L}-])/u.test(text))
      return { ask: 'write it as "comment vous …" or as a question' };
    const form = note.form === 'wish' || about !== asked ? formOf(text, 'topics') : note.form;
    switch (form) {
      case 'question':
        return { text: inside(text), as: 'question' };
      case 'clause':
        // "combien de fournées par jour": no verb joins it to a sentence.
        return {
          text: inside(text),
          as:
            /^combien de (?:[\p{L}-]+ ){0,4}[\p{L}-]+$/iu.test(text) &&
            !/ (?:vous|tu|on|il|faut|font|a|ont|est|sont) /iu.test(text)
              ? 'question'
              : 'clause',
        };
      case 'noun_phrase':
      case 'bare_noun':
      case 'title':
      case 'gerund':
        // "trouver des clients" is something to do.
        if (infinitive.test(text)) return { text: `comment ${lowerFirst(text)}`, as: 'clause' };
        return {
          text: /^(?:de|du|des) .+ (?:à|au|aux|vers) |^de l'.+ (?:à|au|aux|vers) /i.test(text)
            ? `le passage ${inside(text).replace(/^D/, 'd')}`
            : single(inside(text)),
          as: 'noun',
        };
      case 'verb':
      case 'preposition':
      case 'first_person':
      case 'second_person':
      case 'third_person':
      case 'sentence':
      case 'wish':
      case 'gap':
      case 'link':
      case 'marks':
      case 'vague':
        return { ask: 'write it as "comment vous …" or as a question' };
    }
  }

  function single(text: string): string {
    const fuller: Readonly<Record<string, string>> = {
      carrière: se('votre parcours', 'ton parcours'),
      parcours: se('votre parcours', 'ton parcours'),
      quotidien: se('votre quotidien', 'ton quotidien'),
      équipe: se('votre équipe', 'ton équipe'),
      culture: 'la culture de la maison',
    };
    return Object.hasOwn(fuller, text) ? (fuller[text] ?? text) : text;
  }

  return {
    code: 'fr',
    and: 'et',
    respell: (note, field) => ({
      text: withWords(withSites(isLoud(note) ? quiet(note) : note), short)
        // "l eau": the key was missed. "a t il" has no apostrophe.
        .replace(/(?<![\p{L}\p{N}'-])([ldjmnsc]|qu) (?=[aeiouyàâéèêîôœ]\p{L}|a |y )/giu, "$1'")
        .replace(/\bt'as\b/g, 'tu as')
        .replace(/\bt'es\b/g, 'tu es')
        .replace(/\b1er\b(?= \p{Ll})/gu, 'premier')
        .replace(/ & (?=\p{Ll})/gu, ' et ')
        .replace(/\b(partag|publi|conseill|recommand)e (?=par\b)/gu, '$1é ')
        // "son parcours": the reader's.
        .replace(/^(son|sa|ses) /iu, (whole, whose: string) =>
          field === 'sharedAffiliation'
            ? whole
            : `${/^ses/i.test(whose) ? se('vos', 'tes') : votre} `,
        ),
    }),
    formOf,
    isVague,
    inside,
    afterGreeting: upperFirst,
    isShorthand: () => false,
    toYou: (text) => (isOfThem(text) || ofThem.test(text) ? undefined : spaced(text)),
    wrongAddress: (text) =>
      tu
        ? /\b(?:vous|votre|vos)\b/i.test(text)
        : // "Fête" holds no "te": the letters before and after are looked at, accents too.
          /(?<!\p{L})(?:tu|toi|tes|ta|te)(?!\p{L})|(?<!\p{L})t'(?:es|as|a)(?!\p{L})|(?<!(?<!\p{L})(?:le|un|du|ce|au|son|bon) )(?<!\p{L})ton(?!\p{L})/iu.test(
            text,
          ),
    otherAddress: (text) => (tu ? undefined : toVous(text)),
    greeting: ({ name, addressAs }) => {
      if (isTeam(name)) return 'Bonjour,';
      const { title, plain, first, last } = nameParts(name);
      if (tu) return `Bonjour ${first ?? plain},`;
      // A lawyer is greeted so, and by no name.
      if (/^(?:me\.?|ma[îi]tre)$/i.test(addressAs ?? title ?? '')) return 'Maître,';
      if (addressAs !== undefined) {
        if (/^(?:mme|madame|frau|mrs|ms|sra)/i.test(addressAs)) return 'Bonjour Madame,';
        if (/^(?:m|monsieur|mr|herr|sr)\.?$/i.test(addressAs)) return 'Bonjour Monsieur,';
        return `Bonjour ${addressAs} ${last},`;
      }
      if (title !== undefined && /^(?:mme|madame)/i.test(title)) return 'Bonjour Madame,';
      if (title !== undefined && /^(?:m\.|monsieur)$/i.test(title)) return 'Bonjour Monsieur,';
      if (title !== undefined && /^(?:dr|dre|docteur)/i.test(title))
        return `Bonjour Docteur ${last},`;
      return `Bonjour ${plain},`;
    },
    referrer: (given) => {
      // What stands behind the name takes its second comma.
      const name = given.includes(',') ? `${given},` : given;
      return [
        `${upperFirst(name)} m'a conseillé de ${se('vous écrire', "t'écrire")}.`,
        `C'est ${name} qui m'a conseillé de ${se('vous écrire', "t'écrire")}.`,
        `${upperFirst(name)} m'a donné l'idée de ${se('vous écrire', "t'écrire")}.`,
        `${upperFirst(name)} m'a suggéré de m'adresser à ${se('vous', 'toi')}.`,
      ];
    },
    wrote: (note, place) => spacedIn(wrote(note, place)),
    found: (note, place) => {
      const wording = found(note, place);
      return wording && spacedIn(wording);
    },
    admire: (note, place) => spacedIn(admire(note, place)),
    shared: (note, place) => spacedIn(shared(note, place)),
    roleIn: frenchRole,
    work,
    path: (note, at, first) => spacedIn(path(note, at, first)),
    weakReason: ({ role, company }) =>
      role === undefined && company === undefined
        ? undefined
        : [
            `Je ${se('vous écris', "t'écris")} parce que ${se('vous travaillez', 'tu travailles')}${role === undefined ? '' : ` comme ${lowerFirst(role)}`}${company === undefined ? '' : ` ${atCompany(company)}`}.`,
          ],
    me: ({ name, affiliation }) =>
      `Je m'appelle ${name}${affiliation === undefined ? '' : `, ${affiliation}`}.`,
    ask: (minutes) => [
      `${se('Auriez-vous', 'Aurais-tu')} ${minutes} minutes au téléphone d'ici deux à quatre semaines ?`,
      `Pourrions-nous échanger ${minutes} minutes par téléphone d'ici un mois ?`,
      `Un appel de ${minutes} minutes serait-il possible dans les prochaines semaines ?`,
      `Pourrions-nous nous parler ${minutes} minutes au téléphone le mois prochain ?`,
      `${se('Seriez-vous', 'Serais-tu')} disponible ${minutes} minutes au téléphone dans le mois qui vient ?`,
      `Puis-je ${se('vous appeler', "t'appeler")} ${minutes} minutes d'ici trois à quatre semaines ?`,
    ],
    topics: (all) => topicSentences(all, tu).map(spaced),
    topic,
    purpose: [
      "Je cherche un regard de l'intérieur, pas un poste.",
      'Je cherche à apprendre, pas à postuler.',
      "Je ne cherche pas d'emploi, seulement un conseil.",
      "Il s'agit de comprendre, pas de postuler.",
      "C'est le métier qui m'intéresse, pas un poste.",
      'Je viens pour écouter, pas pour postuler.',
    ],
    thanks: [
      `Merci de ${se('votre', 'ta')} lecture, dans tous les cas.`,
      'Merci ; un simple non me convient aussi.',
      `Quelle que soit ${se('votre', 'ta')} réponse, merci.`,
      'Une ligne en réponse suffit ; merci.',
      `Merci de ${se('votre', 'ton')} temps, même si c'est non.`,
      'Si le moment est mal choisi, merci quand même.',
    ],
    close: tu ? ['Bien à toi,', 'Amicalement,'] : ['Bien cordialement,', 'Cordialement,'],
    subjects: (parts) =>
      [
        ...(parts.referrer === undefined
          ? []
          : [
              `${parts.referrer} m'a conseillé de ${se('vous écrire', "t'écrire")}`,
              `Sur le conseil de ${parts.referrer}`,
            ]),
        ...(parts.thing === undefined
          ? []
          : [`${upperFirst(parts.thing)} : une question`, upperFirst(parts.thing)]),
        ...(parts.event === undefined || !/^(?:au|à la|lors du|lors de la) /i.test(parts.event)
          ? []
          : [
              `Après ${parts.event.replace(/^(?:au|lors du) /i, 'le ').replace(/^(?:à|lors de) /i, '')} : une question`,
            ]),
        ...(parts.company === undefined
          ? []
          : [
              `Une question sur ${withArticle(parts.company)}, ${ofRole(parts.myName)}`,
              `Une question sur ${withArticle(parts.company)}`,
            ]),
        `Une question ${ofRole(parts.myName)}${parts.affiliation === undefined ? '' : `, ${parts.affiliation}`}`,
        `Une question ${ofRole(parts.myName)}`,
      ].map(spaced),
    atCompany,
    nudge: ({ because: why, referrer: name, thing }) => {
      if (why === 'later')
        return [`${se('Vous m’aviez', 'Tu m’avais')} proposé de revenir plus tard ; me voici.`];
      if (why === 'times') return ['Les créneaux proposés tombaient peut-être mal.'];
      const end = `${se('vous est', "t'est")} peut-être parvenu dans une semaine chargée.`;
      if (name !== undefined) return [`Mon message, sur le conseil de ${name}, ${end}`];
      if (thing !== undefined && /^(?:votre|vos|ton|ta|tes)\b/i.test(thing))
        return [spaced(`Mon message au sujet de ${inside(thing)} ${end}`)];
      return [`Mon message ${end}`];
    },
    oneTopic: ({ text, as }) =>
      as === 'question'
        ? [
            colonIn.test(text)
              ? spaced(
                  `Si je ne pouvais poser qu'une question, ce serait celle-ci. ${upperFirst(text)} ?`,
                )
              : spaced(`Si je ne pouvais poser qu'une question : ${text} ?`),
          ]
        : [spaced(`Si je ne pouvais aborder qu'un point : ${text}.`)],
  };
}

const noWork: Work = { role: undefined, company: undefined };

/** Speaks of the reader to somebody else: "elle a", "ça lui". */
function isOfThem(text: string): boolean {
  return /^(?:il|elle)\b|(?<!\p{L})(?:ça lui|qu'(?:il|elle)|s'il|si elle|elle a|lui a)(?!\p{L})/iu.test(
    text.replace(/(?<!\p{L})s'il faut(?!\p{L})|(?<!\p{L})qu'il (?:faut|y a)(?!\p{L})/giu, ''),
  );
}

/** "une voisine qui travaille avec elle" */
const ofThem = /(?<!\p{L})(?:avec|chez|pour|par|grâce à|contre) (?:elle|lui)(?!\p{L}|-même)/iu;

/** "rigueur, humour" as "votre rigueur et votre humour"; undefined where it is not certain that these are nouns. */
function qualityOf(text: string, tu: boolean): string | undefined {
  const items = text.split(/, (?:et )?| et /u);
  const all = items.length > 1 && items.every((item) => genderOf(item) !== undefined);
  const said = (all ? items : [text]).map((item) => {
    const gender = genderOf(item);
    if (!tu) return gender === undefined ? undefined : `votre ${item}`;
    // "ton énergie"
    return gender === undefined
      ? undefined
      : `${gender === 'f' && !/^[aeiouyhéèê]/iu.test(item) ? 'ta' : 'ton'} ${item}`;
  });
  return said.includes(undefined) ? undefined : enumerate(said.map(String), 'et');
}

/** Of nouns for what people are and do, known by their endings or by name. */
function genderOf(item: string): 'm' | 'f' | undefined {
  const head = item.replace(/^(?:(?:grand|grande|bon|bonne|belle|beau|vrai|vraie) )/u, '');
  if (
    /^(?:rigueur|patience|franchise|douceur|précision|écoute|humilité|énergie|passion|pédagogie|finesse|simplicité|générosité|audace|clarté|chaleur|ténacité|plume|voix|mémoire|modestie|lenteur|exigence|ironie|poésie|tendresse|façon|manière|fidélité|ouverture|culture|droiture|joie|foi|force|\p{L}{3,}(?:tion|sion|té|ance|ence|esse))(?!\p{L})/u.test(
      head,
    ) &&
    !/^(?:côté|été|comité|traité|arrêté|silence)(?!\p{L})/u.test(head)
  )
    return 'f';
  return /^(?:humour|courage|calme|goût|sens|talent|regard|style|ton|souci|amour|respect|soin|esprit|art|don|savoir-faire|travail|sang-froid|silence|recul|franc-parler|enthousiasme|flair|aplomb|entrain|\p{L}{3,}(?:isme|ement))(?!\p{L})/u.test(
    head,
  )
    ? 'm'
    : undefined;
}

function spacedIn(wording: Wording): Wording {
  return 'ask' in wording ? wording : { ...wording, variants: wording.variants.map(spaced) };
}

/** French sets a space before ":", ";", "?" and "!"; a note may have lost or never had it. Times and addresses stay. */
function spaced(text: string): string {
  return text.replace(/(?<=[\p{L}\p{N})\]»"'…])[ \u00A0\u202F]?([:;?!]+)(?=[\s»")]|$)/gu, ' $1');
}

const infinitive =
  /^(?:ne pas |se |s'|bien |mieux )?(?!(?:atelier|cahier|papier|premier|dernier|métier|chantier|quartier|courrier|dossier|salaire|horaire|formulaire|avenir|plaisir|loisir|souvenir|désir|rire|livre|titre|chapitre|cadre|ordre|nombre|lettre|centre|œuvre|histoire|mémoire|nature|culture|lecture|écriture|hiver|danger|berger|clavier|calendrier|février|janvier|gestionnaire|bibliothécaire|stagiaire|commentaire|annuaire|cuivre|givre|fièvre|mer|hier|cher|fier|autre|entre|contre|notre|votre|faire-part|voiture|architecture|littérature|couture|mesure|procédure|territoire|laboratoire|savoir-faire|pouvoir|devoirs?|espoir|soir|couloir|miroir|trottoir|théâtre|ministre|maître|registre)(?!\p{L}))\p{Ll}{2,}(?:er|ir|oir|dre|tre|vre|ire|ure)(?!\p{L})/iu;

const short: Readonly<Record<string, string>> = {
  bcp: 'beaucoup',
  pcq: 'parce que',
  tjrs: 'toujours',
  tjs: 'toujours',
  qd: 'quand',
  insta: 'Instagram',
  boulot: 'travail',
  taf: 'travail',
  matos: 'matériel',
  resto: 'restaurant',
  ca: 'ça',
  video: 'vidéo',
  tres: 'très',
  metier: 'métier',
  etudes: 'études',
  apres: 'après',
  deja: 'déjà',
};

const subjunctive =
  /^que (?:vous|tu) (?:ne |n')?(?:soyez|ayez|fassiez|puissiez|sachiez|alliez|vouliez|preniez|veniez|teniez|mettiez|disiez|commenciez|montriez|parliez|partagiez|expliquiez|donniez|laissiez|preniez)(?!\p{L})/iu;

function inside(text: string): string {
  return text.replace(
    /^(?:Votre|Vos|Le|La|Les|Un|Une|Des|Ce|Cette|Ces|Comment|Pourquoi|Quand|Où|Que|Quel|Quelle|Quels|Quelles|Sur|Par|Via|À|Au|Aux|Dans|Lors|Grâce|En|Chez|Ton|Ta|Tes|Vous|Tu|Nous|Vu|Lu|Entendu|Faut-il|Est-ce|Peut-on|Doit-on|Avez-vous|Êtes-vous|Pouvez-vous|Avons-nous|Existe-t-il)(?!\p{L})|^(?=Y a-t-il)|^L'|^Qu'|^J'/u,
    (word) => lowerFirst(word),
  );
}

function ofRole(role: string): string {
  return elides(role) ? `d'${role}` : `de ${role}`;
}

/** "ébéniste, Meilleure Ouvrière de France", "médiatrice (adjointe)": as one says it. */
function roleHead(role: string): string {
  const head = role
    .replace(/ \([^()]{0,80}\)/g, '')
    .replace(/(?:,| [-–—|]) .*$/u, '')
    .replace(/ ?\/ ?(?:ex)\b.*$/i, '')
    .replace(/ \/ | \+ /g, ' et ')
    .trim();
  return head === '' ? role : head;
}

function knownWay(text: string): string | undefined {
  const key = text.toLowerCase().replace(/^(?:sur|via|par|le|la|les|l'|dans) ?/, '');
  const ways: Readonly<Record<string, string>> = {
    linkedin: 'sur LinkedIn',
    twitter: 'sur Twitter',
    x: 'sur X',
    github: 'sur GitHub',
    youtube: 'sur YouTube',
    instagram: 'sur Instagram',
    facebook: 'sur Facebook',
    insta: 'sur Instagram',
    alumni: "dans l'annuaire des anciens",
    association: 'par une association professionnelle',
    event: "lors d'un événement",
    google: '',
    internet: '',
    web: '',
    mutual: '',
    referral: '',
  };
  return Object.hasOwn(ways, key) ? ways[key] : undefined;
}

/** tu to vous where only possessives and être or avoir have to change. */
function toVous(text: string): string | undefined {
  const turned = text
    .replace(/\bt'es\b|\btu es\b/gi, 'vous êtes')
    .replace(/\bt'as\b|\btu as\b/gi, 'vous avez')
    .replace(/(?<!\p{L})tes(?!\p{L})/gu, 'vos')
    .replace(/(?<!\p{L})Tes(?!\p{L})/gu, 'Vos')
    .replace(
      /(?<!(?<!\p{L})(?:le|un|du|ce|au|son|bon) )(?<!\p{L})ton(?!\p{L})|(?<!\p{L})ta(?!\p{L})/gu,
      'votre',
    )
    .replace(/\bTon\b|\bTa\b/g, 'Votre')
    .replace(/\btoi\b/g, 'vous');
  return /(?<!\p{L})(?:tu|te)(?!\p{L})|(?<!\p{L})t'/iu.test(turned) ? undefined : turned;
}
