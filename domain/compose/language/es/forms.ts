import type { NoteField, NoteForm } from '../../note.ts';

/** What kind of words a Spanish note is: closed word lists and the order of words. */
export function formOf(text: string, field: NoteField): NoteForm {
  const said = text.toLowerCase();
  const words = said.split(' ').length;
  if (/\?\s*$|^¿/.test(said)) return 'question';
  if (
    /^(?:cu[ée]nt[ea]me|h[áa]bl[ea]me|expl[íi](?:ca|que)me|d[íi]game|d[íi]me|descr[íi]b[ae]me|me gustaría (?:saber|entender|conocer|que me contara)|que me (?:cuente|explique|diga)|quiero (?:saber|entender|conocer)|saber|su opinión|tu opinión)(?![\p{L}])/u.test(
      said,
    )
  )
    return 'wish';
  if (
    /^(?:cómo|como|qué|por qué|cuándo|cuál|cuáles|dónde|quién|que|lo que|si|cuánto|cuánta)(?![\p{L}])/u.test(
      said,
    )
  )
    return 'clause';
  // "por dónde empezó", "a quién pregunta"
  if (
    /^(?:por|de|en|con|para|a|hasta|desde|hacia) (?:dónde|cuándo|qué|quién|cuál|cuánt[oa]s?)(?!\p{L})/u.test(
      said,
    ) ||
    (field === 'topics' &&
      /^(?:por|de|en|con|para|a|hasta|desde|hacia) (?:donde|que|quien) \p{L}/u.test(said))
  )
    return 'clause';
  // "lo poco que asusta y lo mucho que enseña"
  if (quality.test(said)) return 'noun_phrase';
  if (
    /^(?:yo|vi|leí|encontré|escuché|oí|conocí|asistí|nos|ambos|los dos|hemos|estudiamos|coincidimos|trabajamos|le|lo|l[ao]s? (?:vi|escuché|oí|leí|conocí|encontré|seguí))(?![\p{L}])/u.test(
      said,
    ) &&
    words > 2
  )
    return 'first_person';
  // "El otro día escuché una entrevista suya"
  if (
    field !== 'topics' &&
    /^(?:\p{L}+ ){1,5}(?:vi|leí|oí|escuché|conocí|encontré|asistí|fui|coincidí|coincidimos) /u.test(
      said,
    ) &&
    !/^(?:que|cómo|como|lo que|cuando) /.test(said)
  )
    return 'first_person';
  if (/^(?:usted|tú)(?![\p{L}])/u.test(said) && words > 1) return 'second_person';
  if (/^(?:él|ella|ellos|ellas)(?![\p{L}])/u.test(said) && words > 1) return 'third_person';
  if (
    /^(?:mi|nuestro|nuestra|un|una) .+ (?:me (?:habló|recomendó|mencionó|contó|dijo|pasó|envió))(?![\p{L}])/u.test(
      said,
    )
  )
    return 'sentence';
  if (/^(?:me|nos) (?:habló|recomendó|mencionó|contó|dijo|pasó|envió)(?![\p{L}])/u.test(said))
    return 'sentence';
  if (field !== 'topics' && doing.test(said) && words > 2) return 'verb';
  // "su podcast me acompaña de noche"
  if (
    field !== 'topics' &&
    /^(?:sus?|tus?|el|la|los|las) \p{L}+ (?:(?!que |cuando |donde )\p{L}+ )?(?:me|nos) \p{L}{3,}/u.test(
      said,
    )
  )
    return 'sentence';
  // "mi abuelo le compraba los limoneros"
  if (
    field !== 'topics' &&
    /^(?:mi|mis|nuestr[oa]s?) \p{L}+ (?:\p{L}+ )?(?:(?:le|les|te|me|nos|lo|la|se) \p{L}|\p{L}+(?:aba|aban|ía|ían|ó) )/u.test(
      said,
    )
  )
    return 'sentence';
  if (/^(?:es|fue|era|hay|había) /.test(said) && words > 3) return 'sentence';
  if (
    /^(?:he |hemos )?(?:visto|leído|escuchado|encontrado|oído|asistido|seguido|usado|conocido)(?![\p{L}])/u.test(
      said,
    )
  )
    return 'verb';
  if (
    /^(?:me (?:lo|la|encantó|gustó|impresionó|sorprendió|ayudó|encanta|gusta|llamó)|sigo|admiro|recuerdo|uso|disfruté|aprecio|valoro)(?![\p{L}])/u.test(
      said,
    ) &&
    words > 2
  )
    return 'first_person';
  if (
    /^(?:en|por|a través|mediante|gracias|durante|con|al|a|desde|tras|vía)(?![\p{L}])/u.test(said)
  )
    return 'preposition';
  if (
    /^(?:su|sus|el|la|los|las|un|una|unos|unas|este|esta|estos|estas|mi|mis|nuestro|nuestra|tu|tus|lo|dos|tres)(?![\p{L}])/u.test(
      said,
    )
  )
    return 'noun_phrase';
  if (field === 'wrote' && /^["«“]/.test(text)) return 'title';
  return 'bare_noun';
}

/** "lo poco que", "lo bien que", "lo concreto de": a quality, and no pronoun with its verb. */
const quality =
  /^lo (?:(?:muy |más |menos |tan )?(?:poco|mucho|bien|mal|claro|fácil|difícil|cerca|lejos|pronto|tarde|rápido|despacio|alto|hondo|\p{L}{2,}(?:ad[oa]s?|id[oa]s?|os[oa]s?|iv[oa]s?|ic[oa]s?|an[oa]s?|bles?|ntes?)) que|(?:más )?\p{L}{3,}(?<![éíó]) (?:de|del|que (?:es|son|resulta|resultan)))(?!\p{L})/u;

/** What they do, in the third person that usted has too: "explica los seguros con recetas". */
export const doing =
  /^(?:(?:nunca|siempre|no|también|todavía|aún) )?(?:admite|ayuda|busca|comparte|conoce|construye|contesta|corrige|cree|cuenta|cuida|da|defiende|dibuja|dice|dirige|enseña|escribe|escucha|evita|explica|forma|habla|hace|hizo|lee|lleva|mantiene|mezcla|mira|muestra|organiza|organizó|pide|pone|pregunta|prefiere|promete|propone|publica|recibe|recuerda|repara|responde|respondió|sabe|sigue|tiene|toca|trabaja|trata|usa|vende|ve|vive|viaja|abrió|creó|fundó|dejó|dijo|montó|cambió|contó|explicó|consiguió|logró|empezó)(?![\p{L}]) /iu;

export function isVague(text: string, field: NoteField): boolean {
  const said = text.toLowerCase();
  if (field === 'topics')
    return /^(?:todo|de todo|varios|general|consejos?|cualquier cosa|cosas|etc)$/.test(said);
  if (field === 'foundThrough')
    return /^(?:internet|en internet|en línea|google|por casualidad)$/.test(said);
  return /^(?:(?:su|tu|el|la) )?(?:gran |increíble )?(?:trabajo|trayectoria|carrera|experiencia|perfil|empresa|éxito)(?: (?:impresionante|inspirador|inspiradora|interesante|increíble))?$|^(?:todo|impresionante|inspirador|genial)(?![\p{L}]).{0,20}$/u.test(
    said,
  );
}

export function isPlural(text: string): boolean {
  return (
    /^(?:sus|los|las|unos|unas|estos|estas|tus|mis|nuestros|nuestras|dos|tres)\b/i.test(text) ||
    / y (?:su|sus|el|la|un|una|tu) /i.test(text)
  );
}

/** "charla" is feminine; undefined for what is no single work. */
export function workGender(text: string): 'm' | 'f' | undefined {
  const [head = ''] = text.toLowerCase().split(' ');
  if (!isWork(head) || head.endsWith('s')) return undefined;
  return /^(?:charla|conferencia|entrevista|ponencia|intervención|presentación|columna|crónica|exposición|película|serie|publicación|clase|mesa)$/.test(
    head,
  )
    ? 'f'
    : 'm';
}

export function isWork(text: string): boolean {
  return /\b(?:charla|artículo|libro|blog|capítulo|texto|post|estudio|conferencia|entrevista|ponencia|intervención|podcast|presentación|vídeo|video|curso|columna|crónica|programa|exposición|tesis|proyecto|seminario|taller|película|reportaje|boletín|ensayo|informe|serie|hilo|publicación|webinar|clase|mesa redonda)(?:s|es)?\b/i.test(
    text,
  );
}
