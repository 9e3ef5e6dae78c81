import type { NoteField } from '../note.ts';
import { memo } from './memo.ts';
import { joinList } from './normalise.ts';

export type WithoutRemarks = {
  readonly text: string;
  /** What was taken off, in the order it stood in. */
  readonly remarks: readonly string[];
  /** How many of them were said to oneself; a long bracket may be an explanation. */
  readonly thoughts: number;
};

/**
 * Takes the remarks off a note: "your poster (check who made it)", "explains a lot, need to find where", "maybe ask
 * about volunteers". What is in quotation marks stays whole; a note that is nothing but a remark stays as it is.
 */
export function withoutRemarks(note: string, field: NoteField): WithoutRemarks {
  if (!remarked.has(field)) return { text: note, remarks: [], thoughts: 0 };
  const quotes: string[] = [];
  const open = note
    .trim()
    .replaceAll('’', "'")
    .replace(quotation, (whole) => `${held}${quotes.push(whole) - 1}${held}`);
  const whole = (text: string): string =>
    text.replace(masked, (_mask, at: string) => quotes[Number(at)] ?? '');
  const found = taken(open, field);
  const remarks = found.remarks.map(whole);
  return {
    text: whole(found.text),
    remarks,
    // What is still to be checked was noted with care.
    thoughts: remarks.filter((remark) => isThought(remark) && memo(remark) === undefined).length,
  };
}

function isThought(remark: string): boolean {
  const [, inside] = /^\((.*)\)$/.exec(remark) ?? [];
  return inside === undefined || /[?!]/.test(inside) || thought.test(inside);
}

/** A private character stands around the number of a quotation. */
const held = '\uE000';
const masked = /\uE000(\d{1,3})\uE000/g;
const quotation = /["“„«][^"“”„«»]{1,300}["“”»]/gu;

function taken(note: string, field: NoteField): Omit<WithoutRemarks, 'thoughts'> {
  // A list is taken apart, or joined, by its marks first.
  const isList = field !== 'topics' && joinList(note, 'and') !== undefined;
  const remarks: string[] = [];
  const take = (whole: string): string => {
    remarks.push(whole.trim().replace(/^[,;–—-]+ ?/u, ''));
    return '';
  };
  let text = note.replace(bracket, (whole) => (isAside(whole) ? take(whole) : whole));
  if (!isList) text = text.replace(behind, (whole) => take(whole));
  if (field === 'wrote') text = text.replace(behindTitle, (whole) => take(whole));
  text = text.replace(behindArrow, (whole) => take(whole));
  if (field === 'topics') text = text.replace(before, '');
  return /\p{L}{3}|\uE000/u.test(text)
    ? { text: text.replace(/ {2,}/g, ' ').trim(), remarks }
    : { text: note, remarks: [] };
}

const remarked = new Set<NoteField>([
  'wrote',
  'foundThrough',
  'admire',
  'sharedAffiliation',
  'topics',
]);

const bracket = /(?<=\S) ?\([^()]{2,200}\)/gu;

/** "(2019)", "(Wales)", "(with Ana Souza)" belong to the note; longer ones, questions and thoughts do not. */
function isAside(whole: string): boolean {
  return isThought(whole.trim()) || whole.trim().split(' ').length > 5;
}

const thought =
  /^(?:xx|check|ask|find|look up|need|must|should|maybe|perhaps|probably|not sure|unsure|I think|i think|or so|so far|the one|that one|he|she|they|I|we|me|my|don't|watched|saw|read|heard|loved|met|nachsehen|prüfen|fragen|vielleicht|ich|er|wir|mein|glaube|nicht sicher|noch|à (?:relire|voir|vérifier|retrouver)|vérifier|demander|je|elle|il|peut-être|mirar|comprobar|preguntar|releer|quizás?|creo|no sé|ojo|pendiente|recordar|confirmar|no confundir|attention|penser à|ne pas confondre|il me semble)(?!\p{L})|(?<!\p{L})(?:lol|haha|only so far|so far|or so)$/iu;

/** Behind a comma or a dash, up to the end: what is still to be done, and how sure it is. */
const behind =
  /(?:,| [-–—]) ?(?:(?:but |and |still |I |i )?(?:need|have|want|must|should|ought|try|remember|don't forget|dont forget)(?: to)? (?:find|check|look|ask|read|re-?read|watch|verify|google|confirm|see|search|get|write|learn)|(?:double-?)?check(?: who| which| when| where| if| the| that| this| his| her| their| my| again| first|$)|look (?:it )?up|find out|don't ask|dont ask|ask (?:again|first|later|about it)|note to self|minutes? \d|or so$|or something|(?:ganz|echt|sehr|super|very|quite|really|pretty|très|assez|plutôt|muy|bastante) \p{L}+$|I want (?:this|that|one)|muss ich noch|(?:noch |nochmal |unbedingt |vorher )+(?:\p{L}+ )?(?:nachsehen|nachschauen|nachlesen|nachfragen|prüfen|klären|fragen|suchen|ansehen|lesen)|nicht (?:direkt )?fragen|(?:à |il faut )?(?:vérifier|revoir|relire|retrouver|demander|chercher)(?: \p{L}+){0,3}$|mirar|comprobar|releer|averiguar|buscar|preguntar(?: \p{L}+){0,3}$|ojo(?!\p{L})|pendiente(?: de|:)|no (?:confundir|olvidar)|ne pas (?:confondre|oublier)|penser à \p{L}+er)[^,;]{0,80}$/iu;

/** A title alone, and where it was or what became of it: "“Rye” (newsletter, Feb)", "„Roggen“ – noch nicht gelesen". */
const behindTitle =
  /(?<=^\uE000\d{1,3}\uE000)(?: \((?!(?:19|20)\d\d\))[^()]{2,80}\)|,? [-–—] (?!(?:in|im|aus|über|on|about|from|at|your|ihr|dans|sur|en|sobre|de|the|an?|my) ).{2,200})$/iu;
const behindArrow =
  /(?<=\S) ?<-.{1,80}$|(?<=\S) ?(?:→|->|=>) ?(?=j'|je |ich |I |me |à |to |zu |a ).{2,120}$/iu;

/** In front of a topic: that it is to be asked, or might be. */
const before =
  /^(?:(?:also|and|maybe|perhaps|possibly|definitely|evtl\.?|vielleicht|unbedingt|auch|peut-être|quizás?|también) )?(?:(?:don't forget|dont forget|remember|need|must|should(?! (?:i|we|one|you|a|an|the|people|they|somebody|someone) )|want)(?: to)? (?:ask (?:about |(?=how|what|why|when|where|which|whether|if))?)?|find out (?=how|what|why|when|where|which|whether|if)|ask (?:(?:her|him|them) )?(?:about |(?=how|what|why|when|where|which|whether|if))|fragen,? (?=ob|wie|was|warum|wann|wo|wer|welche)|(?:lui )?demander (?:(?:pour|sur|au sujet de) |(?=comment|pourquoi|si|ce que|quand|où))|(?:preguntar|pregúnta)(?:le|les)? (?:(?:por|sobre|acerca de) |(?=cómo|qué|si|cuánto|cuándo|dónde|por qué)))(?=\S)|^(?:and|und|et|y) (?=\S{1,30} \S)|^(?:also|maybe|perhaps|possibly|evtl\.?|vielleicht|peut-être|quizás?) (?=\S)/iu;
