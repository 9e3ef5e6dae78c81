import { nameParts } from '../../names/name-parts.ts';
import { isTeam } from '../../names/team.ts';
import { spanishDegree, spanishFirst, spanishSurnames } from './names.ts';
import { asSentence, lowerFirst, normalise, upperFirst } from '../../notes/normalise.ts';
import { related } from '../../notes/related.ts';
import type { Note, NoteForm } from '../../note.ts';
import { isLoud, quiet, withSites, withWords } from '../spelling.ts';
import type { Language, Place, Topic, Work, Said, Wording } from '../language.ts';
import { withA } from './article.ts';
import { withArticle } from './company.ts';
import { atEvent, isAnyone, withEventArticle } from './events.ts';
import { doing, formOf, isPlural, isVague, isWork, workGender } from './forms.ts';
import { passage } from './path.ts';
import { spanishRole } from './role.ts';
import { listed, marked, ownQuestion, topicSentences } from './topics.ts';

/** Spanish with usted, or with tú. No sentence needs the sex of the person who writes. */
export function spanish(tu: boolean): Language {
  const se = <T>(formal: T, informal: T): T => (tu ? informal : formal);
  const le = se('le', 'te');
  const su = se('su', 'tu');
  const writeYou = se('escribirle', 'escribirte');

  function because(np: string, first: boolean): Wording {
    if (!first)
      return {
        isReason: true,
        variants: [
          /\b(?:artículo|libro|blog|capítulo|texto|post|estudio|entrevista|columna|tesis)s?\b/i.test(
            np,
          )
            ? `También he leído ${np}.`
            : `También conozco ${np}.`,
        ],
      };
    return {
      isReason: true,
      variants: [
        `${upperFirst(le)} escribo por ${np}.`,
        `Me decidí a ${writeYou} por ${np}.`,
        ...(isPlural(np) ? [] : [`Fue ${np} lo que me llevó a ${writeYou}.`]),
        `El motivo de este correo ${isPlural(np) ? 'son' : 'es'} ${np}.`,
      ],
    };
  }

  function came(way: string): Wording {
    return {
      isReason: false,
      variants: [`Di con ${su} nombre ${way}.`, `Encontré ${su} nombre ${way}.`],
    };
  }

  function met(at: string): Wording {
    return {
      isReason: false,
      variants: [`Conocí ${su} trabajo ${at}.`, `Supe de ${su} trabajo ${at}.`],
    };
  }

  function whole(text: string): Wording {
    return { isReason: true, variants: [asSentence(text)] };
  }

  const toTheReader = {
    ask: `begin with "la forma en que …", "${su} …" or "que ${se('usted', 'tú')} …"`,
  };

  function colon(text: string, first: boolean): Said {
    return {
      isReason: true,
      variants: first
        ? [`${upperFirst(le)} escribo por una razón: ${text}.`]
        : [
            `Lo que más me llamó la atención: ${text}.`,
            `Una cosa se me quedó grabada: ${text}.`,
            `Sobre todo recuerdo esto: ${text}.`,
          ],
    };
  }

  function most(said: string): readonly string[] {
    return [`Lo que más admiro es ${said}.`, `Lo que más valoro es ${said}.`];
  }

  function named(said: string, first: boolean): Wording {
    return {
      isReason: true,
      variants: first
        ? [`${upperFirst(le)} escribo por ${said}.`]
        : [`Lo que más me llamó la atención es ${said}.`, `Lo que más recuerdo es ${said}.`],
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
        if (isWork(text) && /^(?:sus?|tus?)\b/i.test(text)) return because(inside(text), first);
        const at = atEvent(inside(text));
        return at === undefined ? came(`gracias ${withA(inside(text))}`) : met(at);
      }
      case 'bare_noun': {
        const gender = workGender(text);
        const event = gender === undefined ? withEventArticle(text) : undefined;
        if (event !== undefined) return met(`en ${event}`);
        if (gender !== undefined) {
          if (!text.includes(' ')) return undefined;
          const one = `${gender === 'f' ? 'una' : 'un'} ${lowerFirst(text)}`;
          const at = atEvent(one);
          return at === undefined ? came(`gracias a ${one}`) : met(at);
        }
        // A name has its capitals: "Radio Nacional".
        return /^\p{Lu}[\p{L}'-]*(?: \p{Lu}[\p{L}'-]*| \d+)*$/u.test(text)
          ? came(`gracias a ${text}`)
          : { ask: 'write it as "en …", "por …" or "su charla en …"' };
      }
      case 'preposition':
        return came(inside(text));
      case 'verb':
        return whole(`He ${inside(text).replace(/^he /i, '')}`);
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
        return { ask: 'write it as "en …", "por …" or "su charla en …"' };
    }
  }

  function wrote(note: Note, { first }: Place): Wording {
    const { text, form } = note;
    if (isOfThem(text)) return toTheReader;
    switch (form) {
      case 'noun_phrase':
        return because(
          isWork(text.split(' ').slice(0, 2).join(' '))
            ? inside(text).replace(/^(?:el|la|un|una) /i, `${su} `)
            : inside(text),
          first,
        );
      case 'bare_noun':
      case 'title':
        return because(
          /^["«“]/.test(text) ? text : isWork(text) ? `${su} ${inside(text)}` : `«${text}»`,
          first,
        );
      case 'verb':
        return whole(`He ${inside(text).replace(/^he /i, '')}`);
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
        return { ask: 'name the piece: "su artículo sobre …"' };
    }
  }

  function admire(note: Note, { first }: Place): Wording {
    const { text, form } = note;
    const said = inside(text);
    if (isOfThem(text)) return toTheReader;
    switch (form) {
      case 'clause':
        // The verb may be a subjunctive ("que pase el verano a pie"): these frames take both moods.
        if (/^que /i.test(said))
          return {
            isReason: true,
            variants: first
              ? [`${upperFirst(le)} escribo por algo que admiro: ${said}.`, ...most(said)]
              : most(said),
          };
        // "qué bien explica", "cuánto enseña": exclaimed, and nothing that "por" could stand before.
        if (/^(?:qué|cuánt[oa]s?)(?!\p{L})/iu.test(said))
          return {
            isReason: true,
            variants: [`Me llamó la atención ${said}.`, `Recuerdo bien ${said}.`],
          };
        return named(said, first);
      case 'noun_phrase':
      case 'title':
        if (isPlural(text)) return colon(said, first);
        return /^lo /i.test(said) && !first
          ? { isReason: true, variants: [`Me quedo con ${said}.`, `Recuerdo sobre todo ${said}.`] }
          : named(said, first);
      case 'second_person':
        return admire({ ...note, text: `que ${said}`, form: 'clause' }, { first, work: noWork });
      case 'bare_noun': {
        // "haber convertido una nave en biblioteca", "enseñar sin prisa"
        if (infinitive.test(text)) return colon(said, false);
        const quality = qualityOf(lowerFirst(text), tu);
        return quality === undefined
          ? toTheReader
          : admire({ ...note, ...quality }, { first, work: noWork });
      }
      case 'preposition':
        return /^por (?:sus?|tus?|el|la|los|las|lo|c[óo]mo)(?!\p{L})/iu.test(said)
          ? {
              isReason: true,
              variants: [
                `${first ? '' : 'También '}${first ? upperFirst(le) : le} escribo ${said}.`,
              ],
            }
          : toTheReader;
      case 'gerund':
        return toTheReader;
      case 'first_person':
      case 'sentence':
        return whole(text);
      case 'verb':
        if (!doing.test(text)) return whole(`He ${lowerFirst(text).replace(/^he /i, '')}`);
        // The third person is that of usted.
        return tu
          ? toTheReader
          : {
              isReason: true,
              variants: first
                ? [`Le escribo porque ${lowerFirst(text)}.`]
                : [
                    `Lo que más me llamó la atención es que ${lowerFirst(text)}.`,
                    `Se me quedó grabado que ${lowerFirst(text)}.`,
                  ],
            };
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
      case 'bare_noun':
      case 'title':
      case 'preposition':
      case 'verb':
        return {
          isReason: true,
          variants: [
            `${first ? 'Algo' : 'Además, algo'} nos une: ${inside(text)}.`,
            `Tenemos algo en común: ${inside(text)}.`,
          ],
        };
      case 'clause':
      case 'third_person':
      case 'gerund':
      case 'question':
      case 'wish':
      case 'gap':
      case 'link':
      case 'marks':
      case 'vague':
        return { ask: 'name what you share: "la Universidad de …"' };
    }
  }

  function work({ role, company }: Work): readonly string[] | undefined {
    const at = company === undefined ? '' : ` en ${withArticle(company)}`;
    if (role !== undefined) {
      const said = lowerFirst(roleHead(role));
      return [
        `Como ${said}${at}, ${se('conoce', 'conoces')} desde dentro lo que me interesa.`,
        `Desde fuera cuesta imaginar el trabajo de ${said}${at}.`,
        `El trabajo de ${said}${at} se conoce poco desde fuera.`,
        `Sé poco del trabajo de ${said}${at} y quisiera saber más.`,
      ];
    }
    return company === undefined ? undefined : [`Me gustaría entender cómo se trabaja${at}.`];
  }

  function path(note: Note, { role, company }: Work, first: boolean): Wording {
    const at = company === undefined ? '' : ` en ${withArticle(company)}`;
    const steps = note.text.split(/\s*(?:->|→|=>|>|»)\s*/u).map((step) => normalise(step));
    const told =
      steps.length > 1 && steps.every((step) => step !== '')
        ? `primero ${steps.join(', después ')}`
        : inside(note.text).replace(/^(?:su|tu) (?:camino|trayectoria):? ?/i, '');
    switch (note.form) {
      case 'question':
      case 'wish':
      case 'third_person':
      case 'clause':
        return { ask: 'write it as "antes -> ahora"' };
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
          role === undefined || related(told, role) ? at : `, hoy ${lowerFirst(role)}${at}`;
        // A second fact wants the colon: "…, hoy jefa en …" has no place behind a clause.
        const passed = today === at ? passage(steps.map(inside)) : undefined;
        if (passed !== undefined && !first)
          return {
            isReason: true,
            variants: [
              `Me gustaría entender cómo ${se('pasó', 'pasaste')} ${passed}${at}.`,
              `Quisiera entender cómo ${se('pasó', 'pasaste')} ${passed}${at}.`,
            ],
          };
        return {
          isReason: true,
          variants: first
            ? [`${upperFirst(le)} escribo por ${su} camino: ${told}${today}.`]
            : [
                `${upperFirst(su)} camino me interesa: ${told}${today}.`,
                `Me gustaría entender ${su} camino: ${told}${today}.`,
              ],
        };
      }
    }
  }

  function topic(note: Note): Topic | { readonly ask: string } {
    const rest = note.text
      .replace(/^(?:tema|asunto): /iu, '')
      .replace(
        /^(?:(?:cu[ée]nt[ea]me|h[áa]bl[ea]me|expl[íi](?:ca|que)me|d[íi]game|d[íi]me|descr[íi]b[ae]me)(?: algo| un poco| más)?|me gustaría (?:saber|entender|conocer|que me contara)|que me (?:cuente|explique|diga)|quiero (?:saber|entender|conocer)|saber(?: más)?|(?:su|tu) opinión)(?!\p{L}) ?(?:(?:sobre|acerca de|de|a) |(del) )?/iu,
        (_whole, del?: string) => (del === undefined ? '' : 'el '),
      )
      .replace(/[\s?]+$/, '')
      .replace(/^¿(?!.*\?)/, '');
    const text = normalise(rest);
    // "Recomiéndeme un libro" asks for something to be done, and is no topic.
    if (imperative.test(text)) return { ask: 'write it as "cómo …" or as a question' };
    const form = note.form === 'wish' ? formOf(text, 'topics') : note.form;
    switch (form) {
      case 'question':
      case 'clause': {
        const said = withAccents(inside(text));
        return {
          text: said,
          as: note.form === 'question' || form === 'question' ? 'question' : 'clause',
        };
      }
      case 'noun_phrase':
      case 'bare_noun':
      case 'title':
      case 'gerund':
        // "encontrar clientes" is something to do.
        if (infinitive.test(text)) return { text: `cómo ${lowerFirst(text)}`, as: 'clause' };
        return {
          text: /^(?:de|del) .+ (?:a|al) /i.test(text)
            ? `el paso ${inside(text).replace(/^D/, 'd')}`
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
        return { ask: 'write it as "cómo …" or as a question' };
    }
  }

  function single(text: string): string {
    const fuller: Readonly<Record<string, string>> = {
      carrera: `${su} trayectoria`,
      trayectoria: `${su} trayectoria`,
      equipo: `${su} equipo`,
      cultura: 'la cultura de la casa',
      'día a día': `${su} día a día`,
    };
    return Object.hasOwn(fuller, text) ? (fuller[text] ?? text) : text;
  }

  return {
    code: 'es',
    and: 'y',
    respell: (note) => ({
      text: withWords(withSites(isLoud(note) ? quiet(note) : note), short)
        .replace(/ & (?=\p{Ll})/gu, ' y ')
        .replace(/(?<=\b[Mm]e )(encant|gust|impresion)o\b/gu, '$1ó'),
    }),
    formOf,
    isVague,
    inside,
    afterGreeting: upperFirst,
    isShorthand: () => false,
    toYou: (text) => (isOfThem(text) ? undefined : text),
    wrongAddress: (text) =>
      tu
        ? /\b(?:usted|ustedes)\b/i.test(text)
        : conditional.test(text) ||
          /(?:^|[^\p{L}])(?:tú|tu|tus|te|ti|contigo|eres|tienes|haces|has|estás|puedes|sabes|crees|piensas|recomiendas|quieres|dices|vives|escribes|explicas|prefieres|aconsejas|sueles|debes)(?![\p{L}])|(?:^|[^\p{L}])(?!(?:chiste|contraste|desgaste|triste|existe|insiste|resiste|consiste|persiste|asiste|baste|traste)(?![\p{L}]))\p{L}{2,15}(?:aste|iste)(?![\p{L}])/iu.test(
            text,
          ),
    otherAddress: (text) => (tu ? undefined : toUsted(text)),
    greeting: ({ name, addressAs }) => {
      if (isTeam(name)) return 'Buenos días:';
      const { title, plain } = nameParts(name);
      const first = spanishFirst(name);
      const last = spanishSurnames(name);
      if (tu) return `Hola, ${first ?? plain}:`;
      const don = /^(don|doña|d\.|dña\.) (.+)$/i.exec(plain);
      if (don !== null && addressAs === undefined)
        return /^(?:doña|dña)/i.test(don[1] ?? '')
          ? `Estimada doña ${spanishFirst(don[2] ?? '') ?? don[2]}:`
          : `Estimado don ${spanishFirst(don[2] ?? '') ?? don[2]}:`;
      const form = spanishDegree(addressAs, title) ?? addressAs ?? title;
      if (form === undefined) return `Buenos días, ${plain}:`;
      if (/^(?:sra|señora|dra|frau|mrs|ms|mme|profa|doctora|profesora)/i.test(form))
        return `Estimada ${abbreviated(form, 'Sra.')} ${last}:`;
      if (/^(?:sr|señor|herr|mr|m|doctor|profesor)\.?$/i.test(form))
        return `Estimado ${abbreviated(form, 'Sr.')} ${last}:`;
      // "Dr." of an English card may be a woman.
      return addressAs !== undefined && /^dr\.?$/i.test(form)
        ? `Estimado Dr. ${last}:`
        : `Buenos días, ${form} ${last}:`;
    },
    referrer: (given) => {
      // What stands behind the name takes its second comma.
      const name = given.includes(',') ? `${given},` : given;
      return [
        `${upperFirst(name)} me sugirió que ${le} escribiera.`,
        `${upperFirst(name)} me animó a ${writeYou}.`,
        `${upperFirst(le)} escribo por sugerencia de ${given}.`,
        `${upperFirst(name)} me dio la idea de ${writeYou}.`,
      ];
    },
    wrote,
    found,
    admire,
    shared,
    roleIn: spanishRole,
    work,
    path,
    weakReason: ({ role, company }) =>
      role === undefined && company === undefined
        ? undefined
        : [
            `${upperFirst(le)} escribo porque ${se('trabaja', 'trabajas')}${role === undefined ? '' : ` como ${lowerFirst(role)}`}${company === undefined ? '' : ` en ${withArticle(company)}`}.`,
          ],
    me: ({ name, affiliation }) =>
      `Me llamo ${name}${affiliation === undefined ? '' : `, ${affiliation}`}.`,
    ask: (minutes) => [
      `¿${se('Tendría', 'Tendrías')} ${minutes} minutos para una llamada en las próximas dos a cuatro semanas?`,
      `¿Podríamos hablar ${minutes} minutos por teléfono en las próximas semanas?`,
      `¿Sería posible una llamada de ${minutes} minutos durante el próximo mes?`,
      `¿Puedo ${se('llamarle', 'llamarte')} ${minutes} minutos en las próximas tres o cuatro semanas?`,
      `¿${se('Le', 'Te')} vendría bien hablar ${minutes} minutos por teléfono este mes o el próximo?`,
      `¿${se('Dispone', 'Dispones')} de ${minutes} minutos para una llamada en las próximas semanas?`,
    ],
    topics: (all) => topicSentences(all, tu),
    topic,
    purpose: [
      'Busco orientación, no un puesto.',
      'Quiero aprender, no presentarme a una vacante.',
      'No busco empleo, solo consejo.',
      'Solo quiero entender; no busco trabajo.',
      'Me interesa el oficio, no una vacante.',
      'Vengo a escuchar, no a pedir un puesto.',
    ],
    thanks: [
      `Gracias por leerme, sea cual sea ${su} respuesta.`,
      'Gracias; un «no» breve también me vale.',
      `Gracias de antemano, ${se('conteste', 'contestes')} o no.`,
      'Una línea de respuesta me basta; gracias.',
      `Gracias por ${su} tiempo, aunque la respuesta sea no.`,
      'Si no es buen momento, gracias igualmente.',
    ],
    close: tu ? ['Un saludo,', 'Saludos,'] : ['Un cordial saludo,', 'Un saludo cordial,'],
    subjects: (parts) => [
      ...(parts.referrer === undefined
        ? []
        : [
            `${parts.referrer} me sugirió que ${le} escribiera`,
            `Por sugerencia de ${parts.referrer}`,
          ]),
      ...(parts.thing === undefined
        ? []
        : [`${upperFirst(parts.thing)}: una pregunta`, upperFirst(parts.thing)]),
      ...(parts.event === undefined || !/^en (?:el|la|los|las) /i.test(parts.event)
        ? []
        : [`Tras ${parts.event.replace(/^en /i, '')}: una pregunta`]),
      ...(parts.company === undefined
        ? []
        : [
            `Una pregunta sobre ${withArticle(parts.company)}, de ${parts.myName}`,
            `Una pregunta sobre ${withArticle(parts.company)}`,
          ]),
      `Una pregunta de ${parts.myName}${parts.affiliation === undefined ? '' : `, ${parts.affiliation}`}`,
      `Una pregunta de ${parts.myName}`,
    ],
    atCompany: (company) => `en ${withArticle(company)}`,
    nudge: ({ because: why, referrer: name, thing }) => {
      if (why === 'later')
        return [`Me ${se('pidió', 'pediste')} que preguntara de nuevo más adelante; aquí estoy.`];
      if (why === 'times') return ['Quizá los horarios que propuse llegaron en mal momento.'];
      const end = `${le} llegó en una semana complicada.`;
      if (name !== undefined) return [`Quizá mi correo, por sugerencia de ${name}, ${end}`];
      if (thing !== undefined && /^(?:sus?|tus?)\b/i.test(thing))
        return [
          `Quizá mi correo ${/ sobre /.test(thing) ? 'acerca de' : 'sobre'} ${inside(thing)} ${end}`,
        ];
      return [`Quizá mi correo ${end}`];
    },
    oneTopic: ({ text, as }) =>
      as === 'question' && marked.test(text)
        ? [`Si solo pudiera preguntar una cosa, sería esta. ${ownQuestion(text)}`]
        : as === 'question'
          ? [`Si solo pudiera preguntar una cosa: ¿${text}?`]
          : as === 'clause'
            ? [`Si solo pudiera preguntar una cosa, sería ${text}.`]
            : [`Si solo hay tiempo para un tema, que sea este: ${text}.`],
  };
}

/** "recomiéndeme", "dame": verbs that ask for something to be done; the accent shows them, or they are known. */
const imperative =
  /^(?:\p{L}*[áéíóú]\p{L}{1,4}[ea](?:me|nos)|d[ea]me|recomi[ée]nd[ea]me|env[íi][ea]me|ay[úu]d[ea]me|ens[ée][ñn][ea]me|p[áa]s[ea]me|acons[ée]j[ea]me|mu[ée]str[ea]me|pres[ée]nt[ea]me)(?!\p{L})/iu;

/** Speaks of the reader to somebody else: "que ella hornea", "una vecina que trabaja con él". */
function isOfThem(text: string): boolean {
  return /(?:^|, |(?<!\p{L})(?:y|o|que|si|c[óo]mo|cuando|con|para|a|hacia|junto a) )(?:él|ella)(?!\p{L})/iu.test(
    text,
  );
}

/** "un alumno de ella": of a way to somebody, where a thing would be "de ella" only in longer notes. */
const ofThem = /(?<!\p{L})(?:de|por|sobre|tras|ante) (?:él|ella)(?!\p{L})/iu;

const noWork: Work = { role: undefined, company: undefined };

/** "rigor y buen humor" as "su rigor y su buen humor"; undefined where it is not certain that these are nouns. */
function qualityOf(
  text: string,
  tu: boolean,
): { readonly text: string; readonly form: NoteForm } | undefined {
  const whose = (item: string): string =>
    `${tu ? 'tu' : 'su'}${isManyHead.test(item) ? 's' : ''} ${item}`;
  const items = text.split(/, (?:y |e )?| [ye] /u);
  if (items.length > 1 && items.every((item) => isQuality.test(item)))
    return { text: listed(items.map(whose)), form: 'noun_phrase' };
  return isQuality.test(text) || partOf.test(text)
    ? { text: whose(text), form: 'noun_phrase' }
    : undefined;
}

/** Nouns of what people are and do, known by their endings or by name. */
const isQuality =
  /^(?:(?:buen|buena|gran|mucha|mucho|tanta|tanto|enorme|total) )?(?:rigor|humor|amor|valor|sentido|sentimiento|tono|estilo|gusto|cariño|respeto|cuidado|oficio|trato|ingenio|coraje|esfuerzo|criterio|compromiso|optimismo|entusiasmo|orden|silencio|calma|franqueza|mirada|escucha|ternura|cordura|soltura|mesura|cultura|voz|memoria|alegría|energía|empatía|valentía|sabiduría|maestría|simpatía|pedagogía|filosofía|economía|garra|fuerza|gracia|ironía|entrega|ayuda|defensa|apuesta|forma|manera|modo|capacidad|talento|trabajo|ojo|oído|mano|letra|pluma|ganas|fe|vocación|\p{L}{2,}(?:ción|sión|dad|tad|ncia|ismo|miento|eza|idez|tud|aje)|\p{L}{3,}(?:ciones|siones|dades|ismos|mientos))(?!\p{L})/iu;

/** "talleres de barrio", "mapas del tesoro": what has a "de" behind it is a noun, but for a few adjectives. */
const partOf =
  /^(?!(?:capaz|capaces|llen[oa]s?|fácil|fáciles|difícil|difíciles|digno|digna|consciente|cerca|lejos|libres?|antes|después|dentro|fuera|además|más|menos|algo|nada|poco|mucho|todo|amig[oa]s?|segur[oa]s?|orgullos[oa]s?|[a-zñáéíóú]*mente)(?!\p{L}))\p{Ll}{3,} (?:\p{Ll}{3,} )?(?:de|del) \p{L}/iu;

const isManyHead =
  /^(?!(?:crisis|tesis|análisis|dosis|síntesis|énfasis)(?!\p{L}))\p{L}+s(?!\p{L})/iu;

const infinitive =
  /^(?:no )?(?!(?:bar|hogar|lugar|par|azar|mar|militar|familiar|escolar|taller|mujer|poder|ser|ayer|alquiler|carácter|menester|placer|primer|tercer|mejor|ejemplar|similar|singular|titular|popular|auxiliar)(?!\p{L}))\p{L}{2,}(?:ar|er|ir)(?:se|lo|la|los|las)?(?!\p{L})/iu;

const short: Readonly<Record<string, string>> = {
  xq: 'porque',
  tmb: 'también',
  insta: 'Instagram',
  curro: 'trabajo',
  peli: 'película',
  finde: 'fin de semana',
  tambien: 'también',
  despues: 'después',
  ademas: 'además',
  opinion: 'opinión',
  ingles: 'inglés',
  ingenieria: 'ingeniería',
  biomedica: 'biomédica',
  medico: 'médico',
  clinica: 'clínica',
  informatica: 'informática',
  formacion: 'formación',
  investigacion: 'investigación',
  educacion: 'educación',
  dia: 'día',
  dias: 'días',
  ia: 'IA',
};

function inside(text: string): string {
  return text.replace(
    /^(?:Su|Sus|Tu|Tus|El|La|Los|Las|Un|Una|Unos|Unas|Este|Esta|Cómo|Como|Qué|Que|Por|Cuándo|Cuál|Cuáles|Dónde|En|A|Mediante|Gracias|Durante|Mi|Nuestra|Nuestro|Usted|Lo|Visto|Leído)(?!\p{L})/u,
    (word) => lowerFirst(word),
  );
}

/** "técnica de turismo (interina)", "panadero / formador": as one says it. */
function roleHead(role: string): string {
  const head = role
    .replace(/ \([^()]{0,80}\)/g, '')
    .replace(/(?:,| [-–—|]) .*$/u, '')
    .replace(/ ?\/ ?(?:ex)\b.*$/i, '')
    .replace(/ \/ | \+ /g, ' y ')
    .trim();
  return head === '' ? role : head;
}

/** Question words carry an accent, which people leave out when they type fast. */
function withAccents(text: string): string {
  return text
    .replace(/^como\b/i, 'cómo')
    .replace(/^que(?=\s)/i, 'qué')
    .replace(/^por que\b/i, 'por qué')
    .replace(/^cuando\b/i, 'cuándo')
    .replace(/^donde\b/i, 'dónde')
    .replace(/^cual(?=\s)/i, 'cuál')
    .replace(
      /^(por|de|en|con|para|a|hasta|desde|hacia) (donde|cuando|que|quien|cual)(?= )/iu,
      asking,
    );
}

function asking(_whole: string, before: string, word: string): string {
  const asked = { donde: 'dónde', cuando: 'cuándo', que: 'qué', quien: 'quién', cual: 'cuál' }[
    word.toLowerCase()
  ];
  return `${before} ${asked ?? word}`;
}

function abbreviated(form: string, usual: string): string {
  if (/^(?:dra|doctora)/i.test(form)) return 'Dra.';
  if (/^doctor$/i.test(form)) return 'Dr.';
  if (/^(?:profa|profesora)/i.test(form)) return 'Profa.';
  if (/^profesor$/i.test(form)) return 'Prof.';
  return usual;
}

function knownWay(text: string): string | undefined {
  const key = text.toLowerCase().replace(/^(?:en|por|vía|via|el|la) /, '');
  const ways: Readonly<Record<string, string>> = {
    linkedin: 'en LinkedIn',
    twitter: 'en Twitter',
    x: 'en X',
    github: 'en GitHub',
    youtube: 'en YouTube',
    instagram: 'en Instagram',
    facebook: 'en Facebook',
    insta: 'en Instagram',
    alumni: 'en la red de antiguos alumnos',
    association: 'en una asociación profesional',
    event: 'en un evento',
    google: '',
    internet: '',
    web: '',
    mutual: '',
    referral: '',
  };
  return Object.hasOwn(ways, key) ? ways[key] : undefined;
}

/**
 * "harías", and "harias" as it is typed: "librerías" and "secretarias" end so too, and few verbs are asked about, so
 * these are named.
 */
const conditional =
  /(?<!\p{L})(?:har|dir|podr|tendr|pondr|saldr|vendr|querr|sabr|habr|ser|ver|leer|aprender|conocer|volver|creer|meter|vender|deber|emprender|ofrecer|perder|responder|resolver|entender|defender|escoger|mover|romper|ir|elegir|decidir|repetir|seguir|vivir|escribir|abrir|pedir|sugerir|invertir|compartir|cambiar|recomendar|empezar|comenzar|aconsejar|contar|dar|estar|tomar|mirar|usar|ense[ñn]ar|mejorar|quitar|dejar|llevar|buscar|preguntar|trabajar|estudiar|montar|crear|evitar|explicar|intentar|apostar|contratar|probar|pensar|hablar|gastar|ahorrar|comprar|pagar|arriesgar|formar|llamar|plantear|destacar|aceptar|priorizar|organizar|considerar|necesitar)[ií]as(?!\p{L})/iu;

/** tú to usted, for the possessives, pronouns and verb forms that are regular. */
const addressed = /(?<!\p{L})(?:no|y|te|me|nos|lo|la) (\p{L}{2,}[ae]s)(?= |,|\.|$)/giu;

function toUsted(text: string): string | undefined {
  const known: Readonly<Record<string, string>> = {
    tu: 'su',
    tus: 'sus',
    tú: 'usted',
    te: 'le',
    ti: 'usted',
    eres: 'es',
    tienes: 'tiene',
    haces: 'hace',
    has: 'ha',
    estás: 'está',
    puedes: 'puede',
    sabes: 'sabe',
    crees: 'cree',
    piensas: 'piensa',
    recomiendas: 'recomienda',
    quieres: 'quiere',
    dices: 'dice',
    vives: 'vive',
    escribes: 'escribe',
    explicas: 'explica',
    prefieres: 'prefiere',
    aconsejas: 'aconseja',
    sueles: 'suele',
    debes: 'debe',
    fuiste: 'fue',
    hiciste: 'hizo',
    tuviste: 'tuvo',
    dijiste: 'dijo',
    pudiste: 'pudo',
    estuviste: 'estuvo',
    diste: 'dio',
    viniste: 'vino',
    pusiste: 'puso',
  };
  // A verb that is not known stays as it is: "no vendes".
  const unknown = [...text.matchAll(addressed)].some(
    ([, verb = '']) => !Object.hasOwn(known, verb.toLowerCase()),
  );
  if (unknown) return undefined;
  // "te explicas"
  const reflexive = text.replace(/(?<!\p{L})te (?=\p{L}+s(?!\p{L}))/giu, 'se ');
  return reflexive.replace(/[\p{L}]+/gu, (word) => {
    const key = word.toLowerCase();
    const found = known[key];
    if (found !== undefined && Object.hasOwn(known, key))
      return word === key ? found : upperFirst(found);
    if (
      /^(?:chiste|contraste|desgaste|triste|existe|insiste|resiste|consiste|persiste|asiste|baste|traste)$/.test(
        key,
      )
    )
      return word;
    if (conditional.test(word)) return word.replace(/[ií]as$/u, 'ía');
    if (/\p{L}{2}aste$/u.test(key)) return `${word.slice(0, -4)}ó`;
    if (/\p{L}{2}iste$/u.test(key)) return `${word.slice(0, -4)}ió`;
    return word;
  });
}
