import { withA, withDe } from './article.ts';

/** "de la couture à l'orgue": how one passes from step to step; undefined where an article is not certain. */
export function passage(steps: readonly string[]): string | undefined {
  const said = steps.every((step) => person.test(step)) ? steps : steps.map(withArticle);
  const [first, second, third] = said;
  if (first === undefined || second === undefined || steps.length > 3) return undefined;
  if (steps.length === 3 && third === undefined) return undefined;
  return `${withDe(first)} ${withA(second)}${third === undefined ? '' : `, puis ${withA(third)}`}`;
}

/** A noun with the article that its ending or the list below gives it; undefined where that is not certain. */
export function withArticle(step: string): string | undefined {
  if (/^(?:(?:le|la|les) |l')/u.test(step)) return step;
  if (!/^\p{Ll}/u.test(step) || person.test(step) || /[\d(]/u.test(step)) return undefined;
  const gender = feminine.test(step) ? 'la ' : masculine.test(step) ? 'le ' : undefined;
  if (gender === undefined) return undefined;
  return /^(?:[aeiouyéèêîôœ]|h(?:istoire|ôtellerie|orlogerie|orticulture))/u.test(step)
    ? `l'${step}`
    : `${gender}${step}`;
}

/** What people are called by their work. */
const person =
  /^(?:\p{L}+(?:teur|trice|eur|euse|ier|ière|ger|gère|iste|ien|ienne|logue|graphe|ant|ante)|avocate?|médecin|chargée?|professeure?|architecte|notaire|juge|artisane?|soldat|pilote|libraire|bibliothécaire|secrétaire)(?!\p{L})/u;

const feminine =
  /^(?!(?:génie|incendie|comité|côté|été|silence)(?!\p{L}))(?:\p{L}+(?:tion|sion|té|erie|logie|graphie|nomie|sophie|ance|ence|ure|thèque|acoustique|matique)|prise|banque|médecine|presse|radio|mode|danse|cuisine|pêche|vente|recherche|finance|marine|scène|paie|ferme|industrie|musique|physique|chimie|céramique|politique)(?!\p{L})/u;
const masculine =
  /^(?!(?:image|plage|page)(?!\p{L}))(?:\p{L}+(?:isme|ment|age)|droit|commerce|théâtre|cinéma|conseil|bâtiment|marketing|design|sport|bureau|laboratoire|travail social|spectacle|textile|bois|cirque|chant|transport|tourisme|notariat)(?!\p{L})/u;
