import { withA, withDe } from './article.ts';

/** "de la pesca a la cartografía": how one passed from step to step; undefined where an article is not certain. */
export function passage(steps: readonly string[]): string | undefined {
  const said = steps.every((step) => person.test(step)) ? steps : steps.map(withArticle);
  const [first, ...rest] = said;
  if (first === undefined || rest.length === 0 || rest.length > 2) return undefined;
  const [second, third] = rest;
  if (second === undefined || (rest.length === 2 && third === undefined)) return undefined;
  return `${withDe(first)} ${withA(second)}${third === undefined ? '' : ` y después ${withA(third)}`}`;
}

/** A noun with the article that its ending or the list below gives it; undefined where that is not certain. */
export function withArticle(step: string): string | undefined {
  if (/^(?:el|la|los|las) /u.test(step)) return step;
  // A year, a place or a plural would need more than an article.
  if (!/^\p{Ll}/u.test(step) || person.test(step) || /[\d(]/u.test(step)) return undefined;
  if (feminine.test(step)) return `la ${step}`;
  return masculine.test(step) ? `el ${step}` : undefined;
}

/** What people are called by their work. */
const person =
  /^(?:\p{L}+(?:dor|dora|tor|tora|sor|sora|ista|ero|era|grafo|nauta|logo|loga|iatra|ante|ente)|abogad[oa]|maestr[oa]|médic[oa]|arquitect[oa]|físic[oa]|químic[oa]|técnic[oa]|jefe|jefa|soldado|matrona|piloto|sastre|modista|juez|jueza|fiscal|músico|psicólog[oa]|biólog[oa]|geólog[oa]|chef)(?!\p{L})/u;

const feminine =
  /^(?!(?:policía|guía|cura|día)(?!\p{L}))(?:\p{L}+(?:ción|sión|dad|tad|grafía|logía|nomía|tecnia|sofía|ería|encia|ancia|ura|anza)|pesca|banca|medicina|abogacía|cocina|cerámica|informática|mecánica|prensa|radio|minería|moda|danza|gestión|marina|mediateca|escuela|universidad|empresa|industria|fábrica|oficina|venta|investigación)(?!\p{L})/u;
const masculine =
  /^(?:\p{L}+(?:ismo|miento|aje)|derecho|comercio|teatro|cine|campo|mar|taller|despacho|laboratorio|diseño|comercio|deporte|trabajo social|transporte|marketing|arte|ejército|aula|baile|canto)(?!\p{L})/u;
