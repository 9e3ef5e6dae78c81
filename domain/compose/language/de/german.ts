import { nameParts } from '../../names/name-parts.ts';
import { isTeam } from '../../names/team.ts';
import { addresseeInGerman } from './addressee.ts';
import { asSentence, lowerFirst, normalise, upperFirst } from '../../notes/normalise.ts';
import { related } from '../../notes/related.ts';
import type { Note } from '../../note.ts';
import type { Language, Place, Topic, Work, Wording } from '../language.ts';
import { atCompany, companyAsObject, ofCompany, toCompany } from './company.ts';
import { formOf, isVague, ownVerb, startsWithWork } from './forms.ts';
import { howOne } from './verbs.ts';
import { accusative, dative, genderOf, isSingular, isWork, nominative, ofReader } from './nouns.ts';
import { respell } from './spelling.ts';
import { inRelative, ofThem, toReader } from './third-person.ts';
import { topicSentences } from './topics.ts';
import { orderOf } from './word-order.ts';

/** German with Sie, or with du. */
export function german(du: boolean): Language {
  const you = du
    ? { nom: 'du', acc: 'dich', dat: 'dir', your: 'dein', yours: 'deine', yourDat: 'deiner' }
    : { nom: 'Sie', acc: 'Sie', dat: 'Ihnen', your: 'Ihr', yours: 'Ihre', yourDat: 'Ihrer' };
  const se = <T>(formal: T, informal: T): T => (du ? informal : formal);

  function because(np: string, first: boolean): Wording {
    const Np = upperFirst(np);
    // "durch" takes what may be a plural.
    const object = isSingular(np) ? undefined : accusative(np);
    if (object !== undefined)
      return {
        isReason: true,
        variants: first
          ? [
              `Zu dieser Mail gekommen bin ich durch ${object}.`,
              `Auf ${you.acc} gekommen bin ich durch ${object}.`,
            ]
          : [`Auf ${you.acc} gekommen bin ich auch durch ${object}.`],
      };
    if (!first)
      return {
        isReason: true,
        variants: isSingular(np)
          ? [`Dazu kommt ${np}.`, `Und dann ist da noch ${np}.`]
          : [`Auch das hat mich hergeführt: ${np}.`],
      };
    return {
      isReason: true,
      variants:
        isSingular(np) && /, /.test(np)
          ? // A verb must not follow the comma: "der Podcast, Folge 3, ist …" takes a second one.
            [
              `Der Grund, aus dem ich ${you.dat} schreibe, ist ${np}.`,
              `Anlass meiner Mail ist ${np}.`,
            ]
          : isSingular(np)
            ? [
                `${Np} ist der Anlass für diese Mail.`,
                `${Np} hat mich auf ${you.acc} gebracht.`,
                `Zu dieser Mail hat mich ${np} gebracht.`,
                `Der Grund, aus dem ich ${you.dat} schreibe, ist ${np}.`,
                `Anlass meiner Mail ist ${np}.`,
              ]
            : [`Anlass für diese Mail: ${np}.`, `Was mich zu dieser Mail gebracht hat: ${np}.`],
    };
  }

  function through(np: string): Wording {
    const object = isSingular(np) ? undefined : accusative(np);
    if (object !== undefined) return came(`durch ${object}`);
    return {
      isReason: false,
      variants: isSingular(np)
        ? [`Auf ${you.acc} gebracht hat mich ${np}.`, `Zu ${you.dat} geführt hat mich ${np}.`]
        : [`So bin ich auf ${you.acc} gestoßen: ${np}.`],
    };
  }

  function came(way: string): Wording {
    return {
      isReason: false,
      variants: [
        `Auf ${you.acc} gestoßen bin ich ${way}.`,
        `Aufmerksam wurde ich auf ${you.acc} ${way}.`,
        `Gefunden habe ich ${you.acc} ${way}.`,
        `${se('Ihr', 'Dein')} Name ist mir ${way} begegnet.`,
      ],
    };
  }

  /** A note as it is said to the person; one that cannot be turned stays, and what it becomes asks for another. */
  function toThem(note: Note): Note {
    const text = du ? note.text : (toReader(note.text) ?? note.text);
    return text === note.text ? note : { ...note, text, form: formOf(text, note.field) };
  }

  /** What is still said of them to others, and what ends in a verdict, is asked for. */
  function toldTo<Made>(note: Note, make: (said: Note) => Made): Made | { readonly ask: string } {
    const said = toThem(note);
    if (!du && inRelative.test(said.text)) return toTheReader;
    return /noun|title/.test(said.form) && chatty.test(said.text)
      ? { ask: 'leave out what you think of it' }
      : make(said);
  }

  const toTheReader = {
    ask: `write it to the person: "${se('Sie', 'du')} …", "${se('Ihr', 'dein')} …"`,
  };

  function whole(text: string): Wording {
    return isOfAnother(text) ? toTheReader : { isReason: true, variants: [asSentence(text)] };
  }

  function found(note: Note, { first }: Place): Wording | undefined {
    const way = knownWay(note.text);
    if (way !== undefined) return way === '' ? undefined : came(way);
    const { form } = note;
    const text = ofYou(note.text, you.acc);
    switch (form) {
      case 'noun_phrase':
      case 'title': {
        const np = nominative(inside(text));
        if (np === undefined) return { ask: 'write it in the nominative: "Ihr Vortrag …"' };
        if (isWork(text) && /^(?:ihre?|deine?)\b/i.test(text)) return because(np, first);
        return through(np);
      }
      case 'bare_noun': {
        const gender = startsWithWork(text);
        // Whose podcast it was is not said.
        if (
          gender !== undefined &&
          / (?:über|auf|bei|beim|im|in|an|am|zu|zum|zur|von|vom|mit|für|gegen|aus|der|des|„|"|«|')/u.test(
            text,
          )
        )
          return because(`${{ m: 'der', f: 'die', n: 'das' }[gender]} ${text}`, first);
        if (/^Empfehlung (?:von|durch) /.test(text)) return came(`durch eine ${text}`);
        const way = bareWay(text);
        return way === undefined
          ? { ask: 'write it as "bei …", "über …" or "Ihr Vortrag …"' }
          : came(way);
      }
      case 'preposition':
        return came(inside(text));
      case 'verb': {
        if (/\b(?:begegnet)$/.test(text)) return whole(`Ich bin ${you.dat} ${inside(text)}`);
        const said = participleSentence(text, you.acc);
        return said === undefined
          ? { ask: 'write it as "Ich habe …", or as "bei …" or "Ihr Vortrag …"' }
          : whole(said);
      }
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
        return { ask: 'write it as "bei …", "über …" or "Ihr Vortrag …"' };
    }
  }

  function wrote(note: Note, { first }: Place): Wording {
    const { form } = note;
    // "Buch: Der Wald kann warten"
    const text = note.text.replace(
      /^((?:(?:Ihre?|[Dd]eine?) )?\p{Lu}[\p{L}-]{2,30}): (?!["„«'])(\p{Lu}[^:]{2,80})$/u,
      '$1 „$2“',
    );
    switch (form) {
      case 'noun_phrase': {
        const np = nominative(ofReader(inside(text), you.your));
        return np === undefined
          ? { ask: 'name the piece in the nominative: "Ihr Artikel …"' }
          : because(np, first);
      }
      case 'bare_noun':
      case 'title': {
        const gender = startsWithWork(text);
        if (gender !== undefined)
          return because(`${gender === 'f' ? you.yours : you.your} ${text}`, first);
        // "Leserbrief zur Bahn": a piece whose article is not certain is no title.
        if (
          !/^["„«]/.test(text) &&
          /^\p{Lu}[\p{L}-]+ (?:zu|zum|zur|über|in|im|von|vom|für|gegen|aus|auf|mit) /u.test(text)
        )
          return { ask: 'name the piece with "Ihr" or "Ihre": "Ihr Leserbrief zu …"' };
        return because(/^["„«]/.test(text) ? text : `„${text}“`, first);
      }
      case 'preposition':
        return {
          isReason: true,
          variants: [
            `Gelesen habe ich, was ${you.nom} ${inside(text)} geschrieben ${se('haben', 'hast')}.`,
          ],
        };
      case 'verb': {
        const said = participleSentence(text, you.acc);
        return said === undefined ? { ask: 'name the piece: "Ihr Artikel über …"' } : whole(said);
      }
      case 'first_person':
      case 'second_person':
      case 'sentence':
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
        return { ask: 'name the piece: "Ihr Artikel über …"' };
    }
  }

  function admire(note: Note, { first }: Place): Wording {
    const { text, form } = note;
    const variants = (clause: string): readonly string[] =>
      first
        ? [
            `Ich schreibe ${you.dat}, weil mich beeindruckt hat, ${clause}.`,
            `Anlass für diese Mail ist, ${clause}.`,
          ]
        : [
            `Besonders beeindruckt hat mich, ${clause}.`,
            `Im Kopf geblieben ist mir, ${clause}.`,
            `Nicht losgelassen hat mich, ${clause}.`,
            `In Erinnerung habe ich vor allem, ${clause}.`,
            ...(/^(?:wie|dass) /.test(clause) ? [`Seither denke ich oft daran, ${clause}.`] : []),
          ];
    const colon = (said: string): readonly string[] =>
      afterColon(said.replace(/: (?!["„«])/g, ' – '));
    const afterColon = (rest: string): readonly string[] =>
      first
        ? [
            `Ich schreibe ${you.dat} aus einem Grund: ${rest}.`,
            `Eines hat mich zu dieser Mail gebracht: ${rest}.`,
          ]
        : [
            `Eines ist mir besonders im Kopf geblieben: ${rest}.`,
            `Eines vergesse ich nicht: ${rest}.`,
            `Was mich besonders beeindruckt hat: ${rest}.`,
          ];
    /** A subject where its number is known, else an object; a colon takes what is neither. */
    const impressed = (np: string): readonly string[] => {
      if (first && isSingular(np))
        return [
          `Der Grund, aus dem ich ${you.dat} schreibe, ist ${np}.`,
          `Anlass meiner Mail ist ${np}.`,
        ];
      if (first) return colon(np);
      if (isSingular(np))
        return [
          `Besonders beeindruckt hat mich ${np}.`,
          `Im Kopf geblieben ist mir ${np}.`,
          `Nicht losgelassen hat mich ${np}.`,
        ];
      const object = accusative(np);
      return object === undefined
        ? colon(np)
        : [`Nicht vergessen habe ich ${object}.`, `In Erinnerung habe ich vor allem ${object}.`];
    };
    const remembered = (sentence: string): readonly string[] =>
      first
        ? [
            `${sentence} Deshalb schreibe ich ${you.dat}.`,
            `${sentence} Das hat mich zu dieser Mail gebracht.`,
          ]
        : [
            `${sentence} Das ist mir besonders im Kopf geblieben.`,
            `${sentence} Das habe ich nicht vergessen.`,
            `${sentence} Das hat mich beeindruckt.`,
          ];
    switch (form) {
      case 'clause':
        return isOfAnother(text)
          ? toTheReader
          : { isReason: true, variants: variants(inside(text)) };
      case 'second_person':
        // "Ihre Skizzen waren besser als jede Folie" stands alone, "Sie backen ohne Rezept" needs its reason.
        return /^(?:Ihre?|Deine?|deine?) /.test(text)
          ? whole(text)
          : { isReason: true, variants: remembered(asSentence(text)) };
      case 'noun_phrase':
      case 'title': {
        const np = nominative(inside(text));
        return np === undefined
          ? { ask: 'begin with "wie Sie …" or "dass Sie …"' }
          : { isReason: true, variants: impressed(np) };
      }
      case 'bare_noun': {
        const quality = qualityOf(text);
        return quality === undefined
          ? uncertain(text)
          : {
              isReason: true,
              variants: impressed(`${quality === 'f' ? you.yours : you.your} ${text}`),
            };
      }
      case 'preposition':
      case 'gerund':
        return uncertain(text);
      case 'first_person':
      case 'sentence':
        return whole(text);
      case 'verb': {
        const said = ownVerb.test(text) ? participleSentence(text, you.acc) : undefined;
        return said === undefined ? uncertain(text) : whole(said);
      }
      case 'third_person':
      case 'question':
      case 'wish':
      case 'gap':
      case 'link':
      case 'marks':
      case 'vague':
        return { ask: 'begin with "wie Sie …" or "dass Sie …"' };
    }
  }

  /** "Er hat …" speaks of the reader to others; anything else is not certain to fit into a sentence. */
  function uncertain(text: string): Wording {
    return ofThem.test(text) ? toTheReader : { ask: 'begin with "wie Sie …" or "dass Sie …"' };
  }

  function shared(note: Note, { first }: Place): Wording {
    const { text, form } = note;
    const [, kind = '', where = ''] =
      /^(aufgewachsen|geboren|studiert|gelernt|promoviert|gearbeitet|gewohnt|gelebt|gedient|volontiert) (.+)$/i.exec(
        text,
      ) ?? [];
    if (kind !== '')
      return whole(
        `Wir ${/^(?:auf|geb)/i.test(kind) ? 'sind' : 'haben'} beide ${where} ${kind.toLowerCase()}`,
      );
    const both = /^(?:wir )?(?:sind )?beide (.+)$/i.exec(text)?.[1];
    if (both !== undefined && form !== 'first_person') {
      if (/^(?:aus|in|an|bei|am|im)\b/i.test(both))
        return whole(
          `Wir kommen beide ${both}`.replace(/kommen beide (?:in|an|bei|am|im)\b/, (found) =>
            found.replace('kommen', 'waren'),
          ),
        );
      if (/(?:t|en)$/.test(both)) return whole(`Wir haben beide ${both}`);
      return /^\p{Lu}\p{L}+$/u.test(both)
        ? whole(`Wir sind beide ${both}`)
        : { isReason: true, variants: [`Was uns verbindet: ${both}.`] };
    }
    switch (form) {
      case 'first_person':
      case 'second_person':
      case 'sentence':
        return whole(text);
      case 'noun_phrase':
      case 'bare_noun':
      case 'title': {
        const np = form === 'noun_phrase' ? (nominative(inside(text)) ?? text) : text;
        return {
          isReason: true,
          variants: [
            `Was uns verbindet: ${np}.`,
            `Etwas haben wir gemeinsam: ${np}.`,
            first ? `Eine Verbindung zwischen uns: ${np}.` : `Noch eine Verbindung: ${np}.`,
          ],
        };
      }
      case 'verb':
        return whole(`Wir haben beide ${inside(text)}`);
      case 'clause':
      case 'third_person':
      case 'gerund':
      case 'preposition':
      case 'question':
      case 'wish':
      case 'gap':
      case 'link':
      case 'marks':
      case 'vague':
        return { ask: 'name what you share: "die Universität …", or "Wir haben beide …"' };
    }
  }

  function work({ role: given, company }: Work): readonly string[] | undefined {
    const at = company === undefined ? '' : ` ${atCompany(company)}`;
    const area = given === undefined ? undefined : inArea(given);
    if (area !== undefined)
      return [
        `Von ${you.yourDat} Arbeit ${area}${at} würde ich gern mehr verstehen.`,
        `Wie die Arbeit ${area}${at} wirklich aussieht, würde ich gern verstehen.`,
        `Vom Alltag ${area}${at} sieht man von außen wenig.`,
        `Über die Arbeit ${area}${at} weiß ich wenig und wüsste gern mehr.`,
      ];
    if (given !== undefined) {
      const role = withoutPlace(roleHead(given), company);
      const at = placeOf(role, company);
      return [
        `Als ${role}${at} ${se('kennen Sie', 'kennst du')} das, was mich beschäftigt, von innen.`,
        `Von ${you.yourDat} Arbeit als ${role}${at} würde ich gern mehr verstehen.`,
        `Wie die Arbeit als ${role}${at} wirklich aussieht, würde ich gern verstehen.`,
        company !== undefined && isHead(role)
          ? `Was es heißt, ${companyAsObject(company)} zu ${headsBy(role)}, sieht man von außen kaum.`
          : `Was es heißt, als ${role}${at} zu arbeiten, sieht man von außen kaum.`,
        `Vom Alltag als ${role}${at} sieht man von außen wenig.`,
        `Über die Arbeit als ${role}${at} weiß ich wenig und wüsste gern mehr.`,
      ];
    }
    if (company === undefined) return undefined;
    return [
      `Von der Arbeit ${atCompany(company)} würde ich gern mehr verstehen.`,
      `Wie es ${atCompany(company)} wirklich zugeht, würde ich gern verstehen.`,
    ];
  }

  /** "weil Sie die Werkstatt Roth leiten", "weil Sie als Müllerin bei Quast arbeiten". */
  function worksAs(given: string | undefined, company: string | undefined): string {
    const area = given === undefined ? undefined : inArea(given);
    const role = given === undefined ? undefined : withoutPlace(roleHead(given), company);
    if (role !== undefined && isHead(role)) {
      if (company === undefined) return `${role} ${se('sind', 'bist')}`;
      const what = companyAsObject(company);
      const verb = headsBy(role);
      if (verb === 'gründen') return `${what} gegründet ${se('haben', 'hast')}`;
      return `${what} ${se(verb, verb === 'leiten' ? 'leitest' : 'führst')}`;
    }
    const as = area ?? (role === undefined ? undefined : `als ${role}`);
    const at = company === undefined ? undefined : atCompany(company);
    return [as, at, se('arbeiten', 'arbeitest')].filter((part) => part !== undefined).join(' ');
  }

  function path(note: Note, { role, company }: Work, first: boolean): Wording {
    const at = placeOf(role ?? '', company);
    const steps = note.text.split(/\s*(?:->|→|=>|>|»)\s*/u).map((step) => normalise(step));
    if (steps.length > 1 && steps.every((step) => step !== '')) {
      const last = steps.at(-1) ?? '';
      const before = steps.slice(0, -1);
      // "dann Museum am Museum Hohenwarth"
      const place = company?.includes(last) === true ? company : `${last}${placeOf(last, company)}`;
      const today =
        role === undefined || related(last, role) || place === company
          ? place
          : `${last}, heute ${role}${at}`;
      const told =
        before.length === 1
          ? `erst ${before[0]}, dann ${today}`
          : `${before.map((step, index) => (index === 0 ? `erst ${step}` : `dann ${step}`)).join(', ')}, schließlich ${today}`;
      if (first)
        return {
          isReason: true,
          variants: [`Ich schreibe ${you.dat} wegen ${se('Ihres', 'deines')} Weges: ${told}.`],
        };
      return {
        isReason: true,
        variants: [
          `${upperFirst(told)}: Diesen Weg würde ich gern verstehen.`,
          `${se('Ihr', 'Dein')} Weg interessiert mich: ${told}.`,
          `Von ${se('Ihrem', 'deinem')} Weg würde ich gern mehr hören: ${told}.`,
        ],
      };
    }
    const { text, form } = note;
    if (ofThem.test(text) || isOfAnother(text) || /^\p{Ll}{2,}te? /u.test(text)) return toTheReader;
    const today =
      role === undefined ? (company === undefined ? '' : `, heute${at}`) : `, heute ${role}${at}`;
    const end =
      related(text, role ?? '') || (company !== undefined && text.includes(company)) ? '' : today;
    switch (form) {
      case 'preposition':
        return /^(?:von|vom|aus)\b/i.test(text)
          ? {
              isReason: true,
              variants: [`${se('Ihr', 'Dein')} Weg ${inside(text)} interessiert mich.`],
            }
          : { ask: 'write it as "before -> now"' };
      case 'noun_phrase':
      case 'bare_noun':
      case 'title':
        return {
          isReason: true,
          variants: [`${se('Ihr', 'Dein')} Weg interessiert mich: ${inside(text)}${end}.`],
        };
      case 'second_person':
      case 'first_person':
      case 'sentence':
        return whole(text);
      case 'clause':
      case 'gerund':
      case 'verb':
      case 'third_person':
      case 'question':
      case 'wish':
      case 'gap':
      case 'link':
      case 'marks':
      case 'vague':
        return { ask: 'write it as "before -> now"' };
    }
  }

  /** "Nachtschicht: was bleibt" is one thing, with a dash; a question behind the colon stands alone. */
  function topic(note: Note): Topic | { readonly ask: string } {
    const [, head = '', tail = ''] = /^([^:"„«]{3,80}): ([^:]{3,200})$/u.exec(note.text) ?? [];
    if (head === '') return plainTopic(note);
    if (formOf(tail, 'topics') === 'question')
      return { text: `${head}: ${upperFirst(tail.replace(/[\s?]+$/, ''))}`, as: 'question' };
    const made = plainTopic({ ...note, text: head, form: formOf(head, 'topics') });
    return 'as' in made && (made.as === 'noun' || made.as === 'clause')
      ? { ...made, text: `${made.text} – ${lowerQuestionWord(tail)}` }
      : made;
  }

  function plainTopic(note: Note): Topic | { readonly ask: string } {
    const rest = note.text
      .replace(
        /^(?:(?:(?:bitte )?erzählen sie|erzähl|erklären sie)(?: mir| uns| doch| mal| bitte| etwas| einmal)*|ich (?:möchte|würde|will|wüsste)(?: gern(?:e)?)?(?: mehr)?(?: wissen| erfahren| hören)?|mich interessiert|ich interessiere mich für|wissen|mehr(?: erfahren)?(?= über)|(?:ihre|deine) (?:meinung|sicht|gedanken|einschätzung))(?!\p{L}),? ?(?:(?:über|von|zu|zum|zur|für)(?!\p{L}))? ?/iu,
        '',
      )
      .replace(/[\s?]+$/, '');
    const text = normalise(rest);
    const form = note.form === 'wish' ? formOf(text, 'topics') : note.form;
    switch (form) {
      case 'question':
        // "Weg zum Meister ohne Lehre?": a question by its mark alone.
        return opensQuestion.test(text) || / oder /.test(text)
          ? { text: upperFirst(text), as: 'question' }
          : { ask: 'write it as "wie Sie …" or with its verb' };
      case 'clause':
        return /^dass /i.test(text)
          ? { ask: 'write what you would like to know: "warum …", "ob …"' }
          : orderOf(text) === undefined && text.split(' ').length < 3
            ? { text, as: 'question' }
            : { text: inside(text), as: 'clause' };
      case 'noun_phrase': {
        const np = nominative(inside(text));
        return np === undefined
          ? { ask: 'write it in the nominative, or as "wie Sie …"' }
          : { text: np, as: 'noun' };
      }
      case 'bare_noun':
      case 'title':
        // "mal wie es war": what begins with neither a noun nor its adjective is none.
        if (
          !/^(?:[\p{Lu}\d"„]|(?:\p{Ll}+(?:e|e[rsn])|mehr|viel|wenig|genug) (?:\p{Ll}+ )?\p{Lu})/u.test(
            text,
          ) ||
          request.test(text)
        )
          return { ask: 'write it as "wie Sie …" or as a question' };
        return toDo(text) ?? { text: single(text, you), as: 'noun' };
      case 'preposition':
        if (/^(?:von|vom) .+ (?:in|ins|zu|zur|zum|nach|an|auf) /i.test(text))
          return { text: `der Weg ${inside(text)}`, as: 'noun' };
        return toDo(text) ?? { ask: 'write it as "wie Sie …" or as a question' };
      case 'gerund':
      case 'verb':
        return toDo(text) ?? { ask: 'write it as "wie Sie …" or as a question' };
      case 'first_person':
      case 'second_person':
      case 'third_person':
      case 'sentence':
      case 'wish':
      case 'gap':
      case 'link':
      case 'marks':
      case 'vague':
        return { ask: 'write it as "wie Sie …" or as a question' };
    }
  }

  /** "Kunden finden" and "mit Kunden reden" are something to do: "wie man Kunden findet". */
  function toDo(text: string): Topic | undefined {
    const clause = howOne(text);
    return clause === undefined ? undefined : { text: clause, as: 'clause' };
  }

  return {
    code: 'de',
    and: 'und',
    respell: (note, field) => respell(note, field, du),
    formOf,
    isVague,
    inside,
    afterGreeting,
    isShorthand,
    ofReader: (piece) => {
      const said = ofReader(inside(piece), you.your);
      return nominative(said) ?? said;
    },
    toYou: (text) => (du ? (ofThem.test(text) ? undefined : text) : toReader(text)),
    wrongAddress: (text) =>
      du
        ? /\b(?:Sie|Ihnen|Ihren?|Ihrem|Ihrer|Ihres)\b/.test(
            text.replace(/^\S+/, (first) => (/^Ihre?$|^Sie$/.test(first) ? first : '')),
          )
        : /\b(?:du|dich|dir|dein(?:e[mnrs]?)?|bist|hast|euch|euer|eure[mnrs]?)\b/i.test(text),
    otherAddress: (text) => (du ? undefined : toSie(text)),
    greeting: ({ name, addressAs }) =>
      isTeam(name)
        ? 'Guten Tag,'
        : du
          ? `Hallo ${firstName(name)},`
          : `Guten Tag ${addresseeInGerman(name, addressAs)},`,
    referrer: (given) => {
      // "Claudia Wyss, meine frühere Chefin," takes its second comma before the verb.
      const one = referrerInNominative(given);
      const name = one.includes(',') ? `${one},` : one;
      return [
        `${name} hat mir geraten, ${you.dat} zu schreiben.`,
        `${name} meinte, ich solle ${you.dat} schreiben.`,
        `${name} hat mir empfohlen, mich an ${you.acc} zu wenden.`,
        `Auf ${you.acc} hat mich ${name} hingewiesen und mir geraten, ${you.dat} zu schreiben.`,
      ];
    },
    wrote: (note, place) => toldTo(note, (said) => wrote(said, place)),
    found: (note, place) => toldTo(note, (said) => found(said, place)),
    admire: (note, place) => toldTo(note, (said) => admire(said, place)),
    shared: (note, place) => shared(toThem(note), place),
    work,
    path: (note, its, first) => path(toThem(note), its, first),
    weakReason: ({ role, company }) =>
      role === undefined && company === undefined
        ? undefined
        : [`Ich schreibe ${you.dat}, weil ${you.nom} ${worksAs(role, company)}.`],
    me: ({ name, affiliation }) =>
      `Mein Name ist ${name}${affiliation === undefined ? '' : `, ${affiliation}`}.`,
    ask: (minutes) => [
      `${se('Hätten Sie', 'Hättest du')} in den nächsten zwei bis vier Wochen ${minutes} Minuten für ein Telefonat?`,
      `Wären im kommenden Monat ${minutes} Minuten am Telefon möglich?`,
      `Darf ich ${you.acc} in den nächsten vier Wochen für ${minutes} Minuten anrufen?`,
      `Ginge in den kommenden zwei bis vier Wochen ein Telefonat von ${minutes} Minuten?`,
      `Können wir im nächsten Monat einmal ${minutes} Minuten telefonieren?`,
      `Passt ${you.dat} bis Ende des nächsten Monats ein Telefonat von ${minutes} Minuten?`,
      `Ist in den nächsten Wochen Zeit für ${minutes} Minuten am Telefon?`,
    ],
    topics: (all) => topicSentences(all, you),
    topic: (note) => topic(toThem(note)),
    purpose: [
      'Ich suche Rat, keine Stelle.',
      'Ich suche Einblick, keine Anstellung.',
      'Ich suche keine Stelle, nur Rat.',
      'Das ist keine Bewerbung, nur Neugier.',
      'Mir geht es ums Verstehen, nicht um eine Stelle.',
      'Das ist eine Bitte um Rat, keine Bewerbung.',
      'Eine Stelle suche ich nicht, nur Orientierung.',
    ],
    thanks: [
      'Danke fürs Lesen, so oder so.',
      'Wenn es nicht passt, genügt ein Satz.',
      `Danke, wie auch immer ${se('Sie sich entscheiden', 'du dich entscheidest')}.`,
      'Auch ein kurzes Nein hilft. Danke.',
      'Eine Zeile als Antwort genügt. Vielen Dank.',
      `Danke für ${se('Ihre', 'deine')} Zeit, so oder so.`,
      'Auch eine Absage verstehe ich. Danke.',
    ],
    close: du
      ? ['Viele Grüße', 'Herzliche Grüße', 'Beste Grüße']
      : ['Freundliche Grüße', 'Mit freundlichen Grüßen', 'Beste Grüße'],
    subjects: (parts) => [
      ...(parts.referrer === undefined
        ? []
        : [
            `${upperFirst(referrerInNominative(parts.referrer))} hat mir geraten, ${you.dat} zu schreiben`,
            ...(/^(?:mein|unser|ein|der|die|das)/i.test(parts.referrer)
              ? [`Ein Rat von ${referrerInDative(parts.referrer)}`]
              : [`Auf Anregung von ${referrerInDative(parts.referrer)}`]),
          ]),
      ...(parts.thing === undefined
        ? []
        : [`${upperFirst(parts.thing)}: eine Frage`, upperFirst(parts.thing)]),
      // "auf dem Müllertag" has the dative that "nach" takes.
      ...(parts.event === undefined || !/^(?:beim|(?:auf|bei) (?:dem|der)) /i.test(parts.event)
        ? []
        : [
            `Nach ${parts.event.replace(/^beim /i, 'dem ').replace(/^(?:auf|bei) /i, '')}: eine Frage`,
          ]),
      ...(parts.topic === undefined
        ? []
        : [
            dative(parts.topic) === undefined
              ? `Eine Frage: ${parts.topic}`
              : `Eine Frage zu ${dative(parts.topic)}`,
          ]),
      ...(parts.company === undefined
        ? []
        : [
            `Eine Frage ${toCompany(parts.company)} von ${parts.myName}`,
            `Eine Frage ${toCompany(parts.company)}`,
          ]),
      `Eine Frage von ${parts.myName}${parts.affiliation === undefined ? '' : `, ${parts.affiliation}`}`,
      `Eine Frage von ${parts.myName}`,
    ],
    atCompany,
    nudge: ({ because: why, referrer: name, thing }) => {
      if (why === 'later')
        return [
          `${se('Sie hatten', 'du hattest')} mich gebeten, jetzt noch einmal zu fragen; das tue ich gern.`,
        ];
      if (why === 'times')
        return ['die Termine, die ich vorgeschlagen habe, kamen vielleicht ungelegen.'];
      if (name !== undefined)
        return [
          `meine Mail auf Anregung von ${referrerInDative(name)} kam vielleicht in einer vollen Woche an.`,
        ];
      if (thing !== undefined) {
        const about = dative(inside(thing));
        return [
          about === undefined
            ? `meine Mail (Anlass: ${inside(thing)}) kam vielleicht in einer vollen Woche an.`
            : `meine Mail zu ${about} kam vielleicht in einer vollen Woche an.`,
        ];
      }
      return ['meine Mail kam vielleicht in einer vollen Woche an.'];
    },
    oneTopic: ({ text, as }) =>
      as === 'clause'
        ? [`Könnte ich nur eines fragen, dann dies: ${text}.`]
        : as === 'question'
          ? [`Könnte ich nur eines fragen: ${text.replace(': ', ' – ')}?`]
          : [`Wenn nur für ein Thema Zeit ist: ${text}.`],
  };
}

/** "Bitte um Tipps": asked of oneself, and nothing to talk about. */
const request =
  /^(?:Bitte|Frage|Fragen|Anfrage) (?:um|nach|wegen) |^(?:Ein )?(?:paar )?(?:Tipps?|Ratschläge|Infos?)(?: geben| bekommen)?$/iu;
/** What the writer thinks of it, and who else: "…, mega gut erklärt, sogar die Kinder". */
const chatty = /, (?:mega|voll|echt|total|richtig|super|krass|sogar|fand|war|einfach|sehr) /u;

function lowerQuestionWord(text: string): string {
  return text.replace(/^(?:Wie|Was|Warum|Wann|Wo|Ob|Dass|Der|Die|Das|Mit|Von|Im|In)\b/, lowerFirst);
}

/** "bei Führung dabei", "Studium nötig": the article or the verb is missing, as in notes to oneself. */
function isShorthand(text: string): boolean {
  return bare.test(text) || openEnd.test(text) || headed.test(text);
}

const bare =
  /(?<!\p{L})(?:bei|auf|in|an|mit|nach|vor|über) (?:Abend|Artikel|Ausstellung|Fest|Firma|Führung|Hochschule|Interview|Klinik|Konferenz|Kongress|Konzert|Kurs|Lesung|Markt|Messe|Museum|Podcast|Podium|Praktikum|Schule|Seminar|Stammtisch|Tagung|Uni|Universität|Veranstaltung|Verein|Vortrag|Werkstatt|Workshop|Zeitung)(?= (?:dabei|gesehen|gehört|getroffen|kennengelernt|gelesen|gesprochen|über|auf|in|im|am|von|vom|zu|zum|und|\d)|[.,]|$)/u;
/** "Montage, wie oft weg": a heading, and what is asked of it. */
const headed =
  /^(?!(?:wie|was|wann|wo|warum|ob) )[^?]{3,40} (?:wie (?:oft|lange|teuer|viel)|wann)(?: \p{Ll}{1,20})?$/iu;
const openEnd =
  /^(?!.*(?<!\p{L})(?:ist|sind|war|hat|haben|wird|werden|kann|was|wie|warum|ob|welch\p{L}+)(?!\p{L}))(?:[\p{L}-]+ ){1,3}(?:nötig|notwendig|möglich|sinnvoll|erlaubt|machbar|realistisch)$/u;

/** "mein Cousin lernt bei ihm", "dass sie aus der Klinik raus ist": the reader in the third person. */
function isOfAnother(text: string): boolean {
  // "dass Sie den Riss zeigen, statt ihn abzusperren": the reader acts, and "ihn" is a thing.
  if (readerActs.test(text)) return false;
  return /(?<!\p{L})(?:er|ihm|ihn|seine?[nmrs]?)(?!\p{L})/u.test(text) || aboutHer.test(text);
}

const readerActs =
  /^(?:(?:mit |in |auf )?(?:dass|wie|was|warum|womit|wodurch|welche[rmn]?)) (?:\p{L}+ ){0,2}(?:Sie|du) /u;

/** One person, where "Sie" would take a plural. */
const aboutHer =
  /^(?:dass|wie|weil|was|warum) sie .*(?:t|war|ließ|gab|kam|ging|sah|fand|hielt|nahm|blieb|schrieb|sprach)$/u;

const opensQuestion =
  /^(?:w(?:ie|as|arum|ann|o|er|en|em|essen|elche[rsmn]?|eshalb|ieso|o(?:her|hin|mit|durch|für|ran|rauf|rin|ran|von|zu))|ob|(?:an|in|mit|von|für|auf|ab|bis|seit) w\p{L}+|(?:ist|sind|war|waren|hat|haben|hast|bist|gibt|kann|können|kannst|muss|müssen|soll|sollte|sollten|darf|dürfen|will|wollen|würde|würden|würdest|wird|werden|lohnt|lohnen|braucht|brauchen|reicht|geht|macht|machen|hilft|zählt|stimmt|fehlt|lässt|bleibt|funktioniert|finden|denken|glauben|sehen|lernen|vermissen|bereuen|nehmen|fiel|fällt))(?!\p{L})/iu;

/** Nouns keep their capital; articles and question words lose it. */
function inside(text: string): string {
  return text.replace(
    /^(?:Der|Die|Das|Den|Dem|Ein|Eine|Einen|Wie|Was|Dass|Warum|Wann|Wo|Womit|Wodurch|Ob|Welche[rsmn]?|Mit|Im|In|Am|An|Auf|Bei|Beim|Über|Durch|Von|Vom|Via|Per|Nach|Aus|Zum|Zur|Mein|Meine|Unser|Unsere|Dein|Deine|Du|Klare[rs]?|Erst)\b/,
    lowerFirst,
  );
}

/** After "Guten Tag …," a sentence goes on in small letters, unless a noun, a name, Sie or Ihr begins it. */
function afterGreeting(text: string): string {
  return text.replace(
    /^(?:Ich|Wir|Der|Die|Das|Ein|Eine|Einen|Es|Wie|Was|Dass|Im|In|Am|An|Auf|Bei|Beim|Über|Durch|Von|Vom|Mit|Nach|Aus|Zu|Zum|Zur|Mein|Meine|Unser|Unsere|Dein|Deine|Du|Besonders|Nicht|Eines|So|Gefunden|Gelesen|Aufmerksam|Dazu|Und|Auch|Noch|Etwas|Vielen|Herzlichen|Danke|Wenn|Mich|Mir|Uns|Seit|Hinter|Dass|Kürzlich|Neulich|Vor|Letzte[ns]?|Gestern|Für|Trotz|Bis|Jede[nmrs]?|Zwei|Drei|Ohne|Gegen|Um|Unter|Während|Dort|Damals|Hier|Alle|Viele|Manche|Diese[nmrs]?)\b/,
    lowerFirst,
  );
}

function firstName(name: string): string {
  const { first, plain } = nameParts(name);
  return first ?? plain;
}

/** "meinem Kollegen Jens" as the subject of a sentence: "mein Kollege Jens"; "Herrn Krahl" as "Herr Krahl". */
function referrerInNominative(name: string): string {
  return name
    .replace(/(^| )Herrn (?=\p{Lu})/u, '$1Herr ')
    .replace(/^((?:m|uns|s|d)?ein|unser)(?:em|en) /i, '$1 ')
    .replace(/^((?:m|s|d)?ein|unser)er (?=\p{Lu}\p{L}+(?:in|e|ter)(?: |$))/iu, '$1e ')
    .replace(/^dem /i, 'der ')
    .replace(
      /^(mein|unser|ein|der) (\p{L}*(?:[Kk]olleg|[Kk]und|[Nn]eff|[Bb]ekannt|[Vv]erwandt|[Pp]at|[Zz]eug|[Vv]orgesetzt|[Bb]eamt))en(?= |$)/iu,
      (_all, article: string, stem: string) =>
        /(?:annt|andt|etzt)$/.test(stem)
          ? `${article} ${stem}${/^der$/i.test(article) ? 'e' : 'er'}`
          : `${article} ${stem}e`,
    )
    .replace(
      /^(mein|unser|ein|der) (\p{L}*(?:[Nn]achbar|[Hh]err|[Ss]tudent|[Pp]räsident|[Dd]ozent|[Aa]ssistent|[Kk]ommilitone?))e?n(?= |$)/iu,
      '$1 $2',
    );
}

/** After "von": "Herrn Krahl", "meinem Kollegen Jens". */
function referrerInDative(name: string): string {
  const plain = referrerInNominative(name);
  return plain
    .replace(/(^| )Herr (?=\p{Lu})/u, '$1Herrn ')
    .replace(/^(mein|unser|ein) /i, '$1em ')
    .replace(/^(mein|unser|ein)e /i, '$1er ')
    .replace(/^der /i, 'dem ')
    .replace(/^die /i, 'der ')
    .replace(/^(\p{L}+em) (\p{L}*(?:[Kk]olleg|[Kk]und|[Nn]eff))e(?= |$)/u, '$1 $2en')
    .replace(/^(\p{L}+em) (\p{L}*(?:annt|andt|etzt))er(?= |$)/u, '$1 $2en')
    .replace(
      /^(\p{L}+em) (\p{L}*(?:[Nn]achbar|[Ss]tudent|[Dd]ozent|[Aa]ssistent))(?= |$)/u,
      '$1 $2en',
    );
}

/** "Tischlerin / Autorin" is "Tischlerin und Autorin"; what stands in brackets or behind a comma is not said. */
function roleHead(role: string): string {
  const head = role
    .replace(/ \([^()]{0,80}\)/g, '')
    .replace(/(?:,| [-–—|]) .*$/u, '')
    .replace(/ ?\/ ?(?:ex|ehem)\b.*$/i, '')
    .replace(/ \/ | \+ | & (?=\p{Lu}\p{L}+(?:in|er|eur|or|ist)\b)/gu, ' und ')
    .trim();
  return head === '' ? role : head;
}

/** A noun that names how somebody is or works, with its gender: "Mut zu weniger Gästen" is theirs. */
function qualityOf(text: string): 'm' | 'f' | 'n' | undefined {
  const [noun = '', next = ''] = text.split(' ');
  if (
    !/^(?:zu|zum|zur|mit|bei|beim|für|gegen|im|in|auf|an|am|vor|über|gegenüber|trotz)$/.test(next)
  )
    return undefined;
  return /(?:Mut|Geduld|Ruhe|Humor|Offenheit|Ehrlichkeit|Klarheit|Begeisterung|Leidenschaft|Umgang|Blick|Haltung|Hartnäckigkeit|Gelassenheit|Neugier|Ausdauer|Sorgfalt|Witz|Stil|Engagement|Einsatz|Respekt|Kampf|Liebe|Gespür|Gefühl|Talent|Wissen|Vertrauen|Freude|Genauigkeit|Freundlichkeit|Zuversicht|Sachlichkeit|Art)$/.test(
    noun,
  )
    ? genderOf(noun)
    : undefined;
}

/** "Tag der offenen Tür" is "beim Tag der offenen Tür"; undefined for what has no certain preposition. */
function bareWay(text: string): string | undefined {
  const [first = ''] = text.split(' ');
  const last = (/^[\p{L}-]+/u.exec(first)?.[0] ?? '').split('-').at(-1) ?? '';
  if (
    /(?:[Tt]ag|[Kk]ongress|[Ss]eminar|[Ww]orkshop|[Tt]reffen|[Ff]est|[Ff]estival|[Ss]tammtisch|[Ff]orum|[Ss]ymposium|[Aa]bend|[Mm]eetup|[Cc]amp|[Pp]raktikum|[Ww]ebinar)$/.test(
      last,
    )
  )
    return `beim ${text}`;
  if (
    /(?:[Mm]esse|[Tt]agung|[Kk]onferenz|[Vv]eranstaltung|[Rr]ingvorlesung|[Vv]orlesung|[Ff]ührung|[Ll]esung|[Aa]usstellung|[Ff]achtagung)$/.test(
      last,
    )
  )
    return `bei der ${text}`;
  if (
    /(?:[Rr]adio|[Ff]ernsehen|[Nn]ewsletter|[Mm]agazin|[Vv]erteiler|[Ff]ernseher)$/.test(last) &&
    text.includes(' ')
  )
    return `im ${text}`;
  if (
    /(?:[Zz]eitung|[Ss]endung|[Zz]eitschrift|[Gg]ruppe|[Dd]oku|[Mm]ediathek)$/.test(last) &&
    text.includes(' ')
  )
    return `in der ${text}`;
  if (
    /^(?:LinkedIn|Instagram|Mastodon|YouTube|Xing|Twitter|Bluesky|TikTok|GitHub|Facebook)\b/.test(
      text,
    )
  )
    return `über ${text}`;
  return undefined;
}

/** "habe ihn im Radio gehört", "meine Tante kennt sie": the person who reads the letter. */
function ofYou(text: string, you: string): string {
  if (text.includes(',')) return text;
  return text.replace(
    /(^|\s)(kenne|kennt|kennen|habe|hab|haben|sah|hörte|traf|schätzt|mag|lobt|empfiehlt) (?:ihn|sie)(?=\s|$)/iu,
    `$1$2 ${you}`,
  );
}

/** Verbs of motion and of becoming take "sein". */
const moved =
  /(?:gelandet|gekommen|gestoßen|gegangen|gefahren|gereist|gewandert|geworden|gewesen|vorbeigelaufen|gestolpert|gelaufen|geradelt|geflogen|gezogen|begegnet|hängengeblieben)$/;

const participleFirst =
  /^(kennengelernt|getroffen|gesehen|gehört|gelesen|entdeckt|gefunden|besucht|erlebt) (.+)$/;

const withoutObject =
  /^habe (?=(?:auf|bei|beim|im|in|am|an|über|durch|zufällig|neulich|online) [^,]*(?:gefunden|entdeckt|gesehen|gehört|kennengelernt)$)/u;

/** "auf LinkedIn gesehen": the object is the person where the note names none. */
function participleSentence(text: string, you: string): string | undefined {
  const said = inside(text).replace(participleFirst, '$2 $1');
  if (moved.test(said) && !ownVerb.test(said)) return `Ich bin ${said}`;
  if (ownVerb.test(said)) {
    // "Habe ich auf der Messe gefunden": a subject, and no object.
    const own = lowerFirst(said)
      .replace(/^(\p{L}+) ich(?= )/u, '$1')
      .replace(/^hab /, 'habe ');
    return `Ich ${own.replace(withoutObject, `habe ${you} `)}`;
  }
  if (/^(?:Ihre?[nm]?|Sie|deine?[nm]?|dich|eine?n?|den|die|das)\b/i.test(said))
    return `Ich habe ${said}`;
  if (/getroffen$|kennengelernt$/.test(said)) return `Wir haben uns ${said}`;
  // "Stellenanzeige gesehen": the object is not the person, and has no article.
  if (
    /^\p{Lu}/u.test(text) &&
    !/^(?:Auf|Bei|Beim|Im|In|Am|An|Über|Durch|Vor|Per|Via|Mit|Zufällig|Neulich|Gestern|Kürzlich|Letzte[ns]?|Oft|Schon|Mehrmals|Einmal|Zweimal|Live)\b/u.test(
      text,
    )
  )
    return undefined;
  return `Ich habe ${you} ${said}`;
}

/** "in der Lehrlingsausbildung": an area of work in the place of a role. */
function inArea(role: string): string | undefined {
  if (!/^\p{Lu}\p{Ll}+$/u.test(role) || /(?:leitung|vertretung)$/i.test(role)) return undefined;
  if (/(?:ung|pflege|technik)$/.test(role)) return `in der ${role}`;
  return /(?:management|wesen|marketing|controlling)$/.test(role) ? `im ${role}` : undefined;
}

/** Who leads a house is its head, and does not work at it: "Leiterin der Werkstatt Roth". */
function isHead(role: string): boolean {
  return heads.test(role);
}

const heads =
  /^(?:(?:Mit)?(?:Inhaber|Gründer|Mitgründer|Geschäftsführer|Leiter|Chef|Direktor|Besitzer|Eigentümer|Betreiber)(?:in)?(?: und |$)){1,2}$/iu;

function headsBy(role: string): 'gründen' | 'leiten' | 'führen' {
  if (/^(?:mit)?gründer(?:in)?$/i.test(role)) return 'gründen';
  return /^leiter(?:in)?$/i.test(role) ? 'leiten' : 'führen';
}

/** Behind a role: " der Werkstatt Roth" for who leads it, " bei der Werkstatt Roth" for who works there. */
function placeOf(role: string, company: string | undefined): string {
  if (company === undefined) return '';
  return ` ${isHead(role) ? ofCompany(company) : atCompany(company)}`;
}

/** "Richter am Amtsgericht" at the "Amtsgericht Ulm" is "Richter": the place is named once. */
function withoutPlace(role: string, company: string | undefined): string {
  const [whole = '', place = ''] =
    / (?:am|im|beim|des|der|an der|in der) (\p{Lu}\p{L}+)$/u.exec(role) ?? [];
  const stem = place.replace(/e?s$/, '');
  return stem.length > 4 && company !== undefined && company.startsWith(stem)
    ? role.slice(0, role.length - whole.length)
    : role;
}

function single(text: string, you: { readonly your: string; readonly yours: string }): string {
  const fuller: Readonly<Record<string, string>> = {
    alltag: `${you.your} Arbeitsalltag`,
    arbeitsalltag: `${you.your} Arbeitsalltag`,
    karriere: `${you.your} bisheriger Weg`,
    werdegang: `${you.your} Werdegang`,
    team: `${you.your} Team`,
    kultur: 'die Kultur im Haus',
    arbeit: `${you.yours} Arbeit`,
    beruf: `${you.your} Beruf`,
    einstieg: `${you.your} Einstieg`,
    tipps: `${you.your} Rat für den Einstieg`,
  };
  const key = text.toLowerCase();
  return Object.hasOwn(fuller, key) ? (fuller[key] ?? text) : inside(text);
}

/** Ways that a form or an import offers; the empty one is not worth a sentence. */
function knownWay(text: string): string | undefined {
  const key = text
    .toLowerCase()
    .replace(/^(?:auf|über|via|durch|bei|per|das|den) /, '')
    .replace(/[- ](?:suche|netzwerk)$/, '');
  const ways: Readonly<Record<string, string>> = {
    linkedin: 'über LinkedIn',
    xing: 'über Xing',
    twitter: 'über Twitter',
    x: 'über X',
    mastodon: 'über Mastodon',
    github: 'über GitHub',
    youtube: 'über YouTube',
    instagram: 'über Instagram',
    insta: 'über Instagram',
    facebook: 'über Facebook',
    bluesky: 'über Bluesky',
    tiktok: 'über TikTok',
    alumni: 'über das Alumni-Netzwerk',
    verband: 'über einen Berufsverband',
    association: 'über einen Berufsverband',
    event: 'bei einer Veranstaltung',
    veranstaltung: 'bei einer Veranstaltung',
    website: 'über die Website',
    google: '',
    internet: '',
    web: '',
    mutual: '',
    referral: '',
    empfehlung: '',
  };
  return Object.hasOwn(ways, key) ? ways[key] : undefined;
}

/** du to Sie, for pronouns, possessives and the verbs that are regular or common. */
function toSie(text: string): string | undefined {
  if (/\b(?:euch|euer|eure[mnrs]?)\b/i.test(text)) return undefined;
  const verbs: Readonly<Record<string, string>> = {
    bist: 'sind',
    hast: 'haben',
    warst: 'waren',
    hattest: 'hatten',
    kannst: 'können',
    willst: 'wollen',
    musst: 'müssen',
    darfst: 'dürfen',
    sollst: 'sollen',
    magst: 'mögen',
    weißt: 'wissen',
    wirst: 'werden',
    würdest: 'würden',
    könntest: 'könnten',
    machst: 'machen',
    arbeitest: 'arbeiten',
    erklärst: 'erklären',
    gehst: 'gehen',
    kommst: 'kommen',
    lernst: 'lernen',
    findest: 'finden',
    denkst: 'denken',
    suchst: 'suchen',
    schreibst: 'schreiben',
    planst: 'planen',
    nutzt: 'nutzen',
    sprichst: 'sprechen',
    siehst: 'sehen',
    liest: 'lesen',
  };
  const turned = text
    .replace(/\bdein(e[mnrs]?)?\b/gi, (_word, ending: string | undefined) => `Ihr${ending ?? ''}`)
    .replace(/\b(?:du|dich)\b/gi, 'Sie')
    .replace(/\bdir\b/gi, 'Ihnen')
    .replace(/[\p{L}]+/gu, (word) => (Object.hasOwn(verbs, word) ? (verbs[word] ?? word) : word));
  // "wie Sie das schaffst": a verb that is not on the list.
  return /\bSie\b/.test(turned) &&
    /\p{L}{2,}(?:[^s]st)\b(?<!\b(?:erst|selbst|fast|fest|meist|zuerst|sonst|längst|kunst|dienst|angst|post|podcast))/iu.test(
      turned,
    )
    ? undefined
    : turned;
}
