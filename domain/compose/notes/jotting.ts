import type { NoteField } from '../note.ts';

/**
 * What of a note shows that it was jotted down for oneself: marks that stand for words, remarks in brackets, answers
 * still open. No sentence can take it; undefined for a note that may be said. Titles in quotation marks do not count.
 */
export function jotted(note: string, field: NoteField): string | undefined {
  // Its steps are joined by arrows and signs.
  if (field === 'path') return note.includes('?') ? '?' : undefined;
  const text = note.replace(/["“„«][^"“”„«»]{1,200}["“”»]/gu, ' ');
  for (const sign of [marks, remark, ...(signs[field] ?? [])]) {
    const [found] = sign.exec(text) ?? [];
    if (found !== undefined && !(sign === dash && paused.test(text))) return found.trim();
  }
  return undefined;
}

/** "y/n", "Familie+Beruf", "eng @ Ford", "eyesight -3", "~5 people", "...": signs instead of words. */
const marks =
  /(?<![\p{L}\p{N}])(?:[cps]\/(?= )|y\/n|yes\/no|ja\/nein|j\/n|o\/n|s\/n|tbc|fyi|asap|nvm|etc|usw|(?:not )?sure\?|idk|üb\.|bzgl\.|[ouv]\.[äa]\.?)(?![\p{L}\p{N}])|\p{L}{2,}\+\p{L}{2,}| [@~#=|<>_\\*+]+ ?\p{L}|(?:^|\s)[-~]\d{1,6}|\.{3}|…|\?\s+\p{L}|(?<=\p{L}{3} )[qwmhsvgjlz](?=$| \p{L})/iu;

/** "(watched twice!)", "(he gave me his card)": said to oneself, behind the note. */
const remark =
  /\((?:(?:he|she|i|we|they|is|are|was|does|must|not|nice|great|so|very|really|maybe|ask|check|watched|saw|loved|liked|read|heard|met|gave|no|yes|unsure|todo|I'm|im|me|my|mine|à relire|à voir|don't|dont|er|ich|wir|nicht|sehr|super|toll|vielleicht|fragen|gesehen|gehört|gelesen|j'ai|il|elle|très|peut-être|muy|quizás?|preguntar) [^()]{0,80}|[^()]{0,80}[!?][^()]{0,20}|à relire|à voir|zu lesen|nachlesen|fast|almost|mostly|nearly|sort of|kind of|meistens|glaube ich|presque|casi|\?+|\d\/\d+|\d{1,2}\/10)\)/iu;

/** "portfolio - how many pieces": a heading and what was meant by it; "even in winter" goes on as prose does. */
const dash =
  /(?<=\S) [-–—] (?!(?:and|or|not|even|especially|above|und|oder|auch|vor allem|et|ou|même|surtout|y|o|incluso|sobre todo)(?!\p{L}))/iu;

/** "Refresher courses – which were worth it?": a question with a pause, as one prints it. */
const paused = /^[^-–—]{3,80} [–—] [^-–—]{3,120}\?$/u;

/** "novel writing background ok": a question without its verb. */
const unsure =
  /^(?!.*(?<!\p{L})(?:is|are|was|does|do|can|could|would|ist|sind|kann|est|sont|es|son)(?!\p{L})).{3,80} (?:ok|okay|possible|allowed|realistic|sensible|sinnvoll|möglich|realistisch|ok|posible|faisable)\??$/iu;

/** "the side-quest talk, also the game", "your thread, went viral": a second thing behind the first. */
const also =
  /, (?:also|plus|auch|aussi|también|went|got|sued|used|chatted|watched|loved|vers la|environ|no lo|not read|haven't read|noch nicht|pas encore) /iu;

/** "open day bonn 2022": a year that no preposition joins to words in small letters. */
const year =
  /(?<!\p{L})(?!(?:in|of|since|from|until|till|by|around|before|after|during|early|late|mid|spring|summer|autumn|fall|winter|class|year|and|or|the|im|seit|von|vom|bis|aus|ab|um|vor|nach|jahr|und|en|de|depuis|dès|à|et|desde|hasta|y|del) )\p{Ll}{2,} (?:19|20)\d\d(?=$|,)/u;

/** "UCD 2012, me 2019", "yorkshire, obviously", "met briefly, Felixstowe open day". */
const asides =
  /^(?:met|saw|heard|read|watched)(?: (?!(?:at|in|on|during|through|by|with|from) )[\p{L}'-]+){0,5}, (?=\p{Lu})|(?<!\p{L})(?:she|he|me|I|ich|moi|yo) (?:19|20)?\d\d(?!\d)|, (?:me|I|ich|moi|yo)$|, (?:glaube|I think|think|je crois|creo|maybe|vielleicht|peut-être|quizás?)(?!\p{L})| I think$|, (?:obviously|of course|lol|natürlich|klar|claro|évidemment)$/iu;

/** "and yourself": the end of a list that was not typed as one. */
const lastOfList = /^(?:and|or|und|oder|et|ou|y|o) \p{L}+$/iu;

/** "nach dem Streit fragen": what is to be done, in a case that the letter has no use for. */
const toAsk = /^nach .{3,80} fragen$/iu;

/** What shows it in one field, and may be said in another. */
const signs: Readonly<Partial<Record<NoteField, readonly RegExp[]>>> = {
  topics: [dash, unsure, toAsk, lastOfList],
  sharedAffiliation: [asides],
  foundThrough: [asides, year],
  wrote: [also],
  admire: [year],
};
