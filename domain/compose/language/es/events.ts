/** "en la feria de Lugo": where one was, and not what one owes it to; undefined for what is no event. */
export function atEvent(np: string): string | undefined {
  const [, head = ''] = determined.exec(np) ?? [];
  return genderOf(head) === undefined ? undefined : `en ${np}`;
}

/** "feria de Lugo" with its article; one word alone says nothing of which. */
export function withEventArticle(text: string): string | undefined {
  const [head = '', next] = text.split(' ');
  const gender = next === undefined ? undefined : genderOf(head);
  if (gender === undefined) return undefined;
  const article = { f: 'la', m: 'el', fs: 'las', ms: 'los' }[gender];
  // "Jornadas del Pan" is a name, and keeps its capital.
  return `${article} ${/ \p{Lu}/u.test(text) ? text : text.toLowerCase()}`;
}

/** "un webinar", "una feria interesante": of which there are many, so that it says nothing of how one came to write. */
export function isAnyone(text: string): boolean {
  return /^una? \p{L}+(?: (?:online|virtual|en línea|en internet|por internet|en YouTube|interesante|muy interesante|reciente))?$/u.test(
    text,
  );
}

const determined =
  /^(?:el|la|los|las|un|una|unos|unas|est[ea]|est[oa]s) (?:(?:[ivxlc]+|primer[oa]?|segund[oa]|tercer[oa]?|últim[oa]s?|pasad[oa]s?|gran) )?(\p{L}+)/iu;

function genderOf(word: string): 'f' | 'm' | 'fs' | 'ms' | undefined {
  const [, feminineMany] =
    /^(jornadas|conferencias|charlas|ferias|fiestas|mesas)$/iu.exec(word) ?? [];
  if (feminineMany !== undefined) return 'fs';
  if (/^(?:encuentros|talleres|cursos|foros|coloquios|premios)$/iu.test(word)) return 'ms';
  if (
    /^(?:jornada|reunión|feria|conferencia|charla|ponencia|mesa|asamblea|fiesta|gala|semana|noche|visita|presentación|exposición|inauguración|cumbre|convención|bienal|tertulia|clase)$/iu.test(
      word,
    )
  )
    return 'f';
  return /^(?:congreso|encuentro|festival|foro|taller|curso|seminario|webinar|simposio|salón|acto|debate|pleno|coloquio|concierto|evento|ciclo|certamen|hackathon|mercado|máster|día)$/iu.test(
    word,
  )
    ? 'm'
    : undefined;
}
