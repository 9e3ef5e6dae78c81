import { withDe } from './article.ts';

/** "lors de la foire de Lens": where one was, and not what one owes it to; undefined for what is no event. */
export function atEvent(np: string): string | undefined {
  const [, head = ''] = determined.exec(np) ?? [];
  return genderOf(head) === undefined ? undefined : `lors ${withDe(np)}`;
}

/** "foire de Lens" with its article; one word alone says nothing of which. */
export function withEventArticle(text: string): string | undefined {
  const [head = '', next] = text.split(' ');
  const gender = next === undefined ? undefined : genderOf(head);
  if (gender === undefined) return undefined;
  // "Salon du Pain" is a name, and keeps its capital.
  const said = / \p{Lu}/u.test(text) ? text : text.toLowerCase();
  if (/s$/iu.test(head) && head.toLowerCase() !== 'congrès' && !/^concours$/iu.test(head))
    return `les ${said}`;
  return /^[aeéiou]/iu.test(head) ? `l'${said}` : `${gender === 'f' ? 'la' : 'le'} ${said}`;
}

/** "un webinaire", "une conférence en ligne": of which there are many, so that it says nothing of how one came to write. */
export function isAnyone(text: string): boolean {
  return /^une? [\p{L}-]+(?: (?:en ligne|virtuel(?:le)?|sur Internet|sur YouTube|intéressante?|récente?))?$/u.test(
    text,
  );
}

const determined =
  /^(?:le |la |les |l'|un |une |cet |cette |ce |ces )(?:(?:\d{1,3}e|première?|deuxième|troisième|dernière?|derniers|dernières|grande?) )?([\p{L}-]+)/iu;

function genderOf(word: string): 'f' | 'm' | undefined {
  if (
    /^(?:réunion|journée|conférence|fête|rencontre|foire|assemblée|soirée|exposition|formation|inauguration|semaine|nuit|kermesse|biennale|visite|table|convention|projection)s?$/iu.test(
      word,
    )
  )
    return 'f';
  return /^(?:salon|colloque|forum|atelier|congrès|séminaire|festival|débat|webinaire|webinar|concert|stage|marché|concours|symposium|vernissage|meetup|hackathon|spectacle|événement|évènement|café-débat|gala|sommet|cours|week-end)s?$/iu.test(
    word,
  )
    ? 'm'
    : undefined;
}
