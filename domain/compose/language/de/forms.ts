import type { NoteField, NoteForm } from '../../note.ts';
import { singularWork } from './nouns.ts';
import { orderOf } from './word-order.ts';

/** What kind of words a German note is: closed word lists and the order of words. */
export function formOf(note: string, field: NoteField): NoteForm {
  // What a title says is none of the note's own words: "Ihr Aufsatz „Brot ist kein Beiwerk“".
  const text = note.replace(/(?<=\S )„[^„“]{3,100}“/gu, '„Titel“');
  const words = text.split(' ').length;
  // "wie offen Sie sprechen": an adjective that ends as verbs do, and what nobody asks where they admire.
  if (openly.test(text) || (field === 'admire' && /^wie \p{Ll}+ (?:Sie|du) [^?]+$/u.test(text)))
    return 'clause';
  const order = orderOf(text);
  // "Ob man das lernen kann?": told of, for all its mark.
  if (order === 'indirect' && (field === 'topics' || !/\?\s*$/.test(text))) return 'clause';
  if (order === 'direct' || /\?\s*$/.test(text) || inverted.test(text)) return 'question';
  if (field === 'topics' && auxiliary.test(text) && words > 2) return 'question';
  if (wish.test(text)) return 'wish';
  if (clause.test(text)) return 'clause';
  if (/^(?:ich|wir)\b/i.test(text) && words > 2) return 'first_person';
  if (ofHer.test(text) && words > 2) return 'third_person';
  if (/^(?:Sie|du|Du) (?!selbst$)/.test(text) && words > 1) return 'second_person';
  if (field !== 'topics' && behindVerb.test(text)) return 'second_person';
  if (/^(?:Ihr|Ihre|Dein|Deine|dein|deine) /.test(text) && finite.test(text))
    return 'second_person';
  if (/^(?:er|sie) [\p{L}]+t\b/u.test(text) && words > 2) return 'third_person';
  if (/^(?:mein|meine|unser|unsere|ein|eine|der|die|das) /i.test(text) && telling.test(text))
    return 'sentence';
  if (/^(?:die|der|das|es) /i.test(text) && mainVerb.test(text)) return 'sentence';
  if (field !== 'topics' && told.test(text)) return 'sentence';
  if (opensSentence.test(text) && words > 3) return 'sentence';
  if (ownVerb.test(text) && words > 1) return 'verb';
  if (
    /^(?:kennengelernt|getroffen|gesehen|gehört|gelesen|entdeckt|gefunden|besucht|erlebt) /.test(
      text,
    )
  )
    return 'verb';
  if (
    participle.test(text) &&
    !/^(?:der|die|das|ein|eine|ihr|ihre|dein|deine)\b/i.test(text) &&
    words > 1
  )
    return 'verb';
  if (preposition.test(text)) return 'preposition';
  if (determined.test(text)) return 'noun_phrase';
  if (field === 'wrote' && /^["„«»]/.test(text)) return 'title';
  return 'bare_noun';
}

export function isVague(text: string, field: NoteField): boolean {
  const said = text.toLowerCase();
  if (field === 'topics')
    return /^(?:alles|alles mögliche|allgemeines|verschiedenes|dies und das|irgendwas|tipps|sonstiges|.{0,20}zeug|diverses)$/.test(
      said,
    );
  if (field === 'foundThrough')
    return /^(?:internet|im internet|online|gegoogelt|google|zufällig|suche)$/.test(said);
  return vague.test(said);
}

const vague =
  /^(?:(?:ihre?n?|deine?n?|die|der|das) )?(?:(?:tolle[rns]?|beeindruckende[rns]?|spannende[rns]?|interessante[rns]?|großartige[rns]?) )*(?:arbeit|karriere|werdegang|weg|laufbahn|erfolge?|erfahrung(?:en)?|profil|lebenslauf|unternehmen|firma|job|wissen|expertise|art)$|^(?:alles|vieles|beeindruckend|toll|spannend|interessant|super)\b.{0,20}$|^(?:sie sind|du bist) (?:so |sehr |wirklich )?(?:toll|beeindruckend|inspirierend|super|klug|großartig)$/;
const openly =
  /^wie (?:offen|eigen|selten|trocken|gelassen|bescheiden|besonnen|entschieden|unerschrocken|zufrieden|ausgeglichen|überlegen|verschieden) (?:Sie|du) [^?]+$/u;
/** "Sie sagt, dass", at the beginning of a line: she. */
const ofHer =
  /^Sie (?!(?:selbst|oft|nicht|jetzt|fast|erst|meist|vielleicht|leicht|bereits|zuerst|stets|sehr|damit|mit) )(?:\p{Ll}{2,}t|hatte|war|gab|kam|ging|ließ|schrieb|sprach|sah|fand|hielt|nahm|blieb|half)(?=[ ,])/u;
/** "für jede Schublade haben Sie das Holz gesucht": something stands before the verb, and "Sie" behind it. */
const behindVerb =
  /^(?!(?:ich|wir|dass|ob|weil|als|wenn|was|wer|w(?:ie|o)\p{L}*)(?!\p{L}))(?:[\p{L}\p{N}"„“.-]+ ){1,9}?(?:(?!(?:den|denen|einen|keinen|jeden|diesen|gegen|neben|zwischen|wegen|selten|eben|gestern)(?!\p{L}))\p{Ll}{2,}(?:en|ern|eln)|sind) Sie \p{L}|^(?:[\p{L}\p{N}"„“.-]+ ){1,9}?(?:hast|bist|warst) du /u;
const inverted =
  /^(?:wie|was|warum|wann|wo|womit|wer|wieso|weshalb|welche[rsmn]?) \p{Ll}{2,}(?:t|st|en) (?:Sie|du|ihr|man|wir)(?!\p{L})|^(?:wie|was|warum|wann|wo|womit|wer|wieso|weshalb|welche[rsmn]?)(?: [\p{L}-]+){0,2} (?:sind|ist|haben|hat|können|kann|würden|würde|bist|hast|kannst|kommt|kamen|war|waren|wird|soll|sollte|macht|machen|lernen|lernt|braucht|bringt|geht|gehen) (?:Sie|du|man|ich|es|er|sie|die|der|das|ein|eine|Ihr|Ihre|dein|deine)\b/iu;
const auxiliary =
  /^(?:ist|sind|haben|hast|können|kann|würden|würdest|gibt es|brauche|braucht|soll|muss|lohnt|darf)\b/i;
const wish =
  /^(?:erzählen sie|erzähl|erklären sie|ich (?:möchte|würde|will|frage|interessiere|wüsste)\b|mich interessiert|würde gern(?:e)?(?!\p{L})|möchte(?!\p{L})|wissen(?=,| [a-zäöü])|mehr (?:erfahren )?über|(?:ihre|deine) (?:meinung|sicht|gedanken|einschätzung) (?:zu|über|zum|zur))/iu;
const clause =
  /^(?:wie|was|warum|wann|wo|womit|wodurch|woran|worauf|woher|wohin|wofür|wer|weshalb|wieso|ob|dass|welche[rsmn]?|mit welche[rmn]|auf welche|in welche[rmn]|wieviel)\b/i;
const finite =
  / (?:ist|sind|war|waren|hat|haben|macht|machte|zeigt|zeigte|half|hilft|erklärt|erklärte|bringt|brachte|geht|ging|kommt|liest|spricht) /;
const telling =
  / (?:erwähnte|erzählte|empfahl|empfiehlt|meinte|sagte|kennt|arbeitet|arbeitete|schwärmt|nannte|zeigte|hat|schickte|las|sprach)\b.* (?:Sie|Ihnen|Ihren|Ihre|mir|dich|dir|dein|deinen)\b| (?:hat|haben) .+(?:t|en)$/;
/** A verb of which the writer is the subject: "habe Ihren Artikel gelesen", "folge Ihrem Blog". */
export const ownVerb =
  /^(?:habe?|hatte|bin|war|las|lese|hörte|höre|sah|traf|fand|finde|entdeckte|besuchte|folge|verfolge|kenne|kannte|bewundere|schätze|mag|mochte|liebe|nutze|erinnere)(?!\p{L})/iu;
/** "meine Cousine spielt eine Geige von Ihnen", "alle sagen, dass …": a subject, and its verb at once. */
const told =
  /^(?:meine?|unsere?) \p{Lu}[\p{L}-]+ (?:\p{Lu}\p{Ll}+ )?\p{Ll}{3,}te? |^(?:(?:meine?|unsere?|eine?) \p{Lu}[\p{L}-]+|alle|jeder|viele|man|Kollegen|\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+|damals|hier|dort|seitdem|seither|trotzdem) (?:spielt|fährt|wohnt|lebt|kennt|liest|hört|nutzt|trägt|isst|trinkt|besucht|lernt|studiert|arbeitet|sagt|sagen|meint|schwärmt|schwärmen|empfiehlt|wollte|wollten|konnte|konnten|hat|haben|war|waren|ist|sind|hörte|las|kaufte|bewundert) /u;
const opensSentence =
  /^(?:mich|mir|uns|besonders|am meisten|vor allem|beeindruckt|begeistert|es) (?:\p{L}+ )?(?:hat|haben|ist|sind|war|waren|fand|blieb|gefiel|gefallen|gefällt|beeindruckte?|begeisterte?|überraschte?|bleibt)(?!\p{L})/iu;
/** "Die Studie kommt ohne Vorwürfe aus": article, one or two words, a verb in the third person. */
const mainVerb =
  /^\S+ (?:\p{Ll}+ )?\p{Lu}[\p{L}-]+ (?:ist|sind|war|waren|hat|haben|macht|machte|zeigt|zeigte|half|hilft|erklärt|erklärte|bringt|brachte|geht|ging|kommt|kam|liest|spricht|beginnt|bleibt|wurde|wird|gibt|gab|stellt|nimmt|lässt)(?!\p{L})/u;
const participle =
  /(?:^|\s)(?:ge\p{L}{2,}(?:t|en)|kennengelernt|kennen gelernt|entdeckt|besucht|verfolgt|erlebt|empfohlen|erwähnt|studiert|gesehen|begegnet|verpasst|übersetzt|\p{L}{2,5}ge\p{L}{2,}(?:t|en))$/u;
const preposition =
  /^(?:über|durch|auf|bei|beim|im|in|am|an|von|vom|via|per|mit|nach|aus|zum|zur|während|seit|dank|bei der|in der|an der)\b/i;
export const determined =
  /^(?:ihr|ihre|ihren|ihrem|ihrer|ihres|dein|deine|deinen|deinem|deiner|euer|eure|euren|eurem|eurer|der|die|das|den|dem|des|ein|eine|einen|einem|einer|diese[rsmn]?|mein|meine|unser|unsere|jede[rsmn]?|alle|zwei|drei|beide)\b/i;

/** "Beitrag zur Wärmewende": a piece without its article. */
export function startsWithWork(text: string): 'm' | 'f' | 'n' | undefined {
  return singularWork(/^[\p{L}-]+/u.exec(text)?.[0] ?? '');
}
