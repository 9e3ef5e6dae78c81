import type { Language, Topic, Work } from '../language/language.ts';
import type { Note } from '../note.ts';

/**
 * What a topic becomes: part of a sentence, or a question of its own; or how to write it so that it becomes one.
 */
export function topicOf(
  note: Note,
  work: Work,
  language: Language,
): Topic | { readonly ask: string } {
  if (language.toYou(note.text) === undefined) return { ask: 'write it to the person' };
  const topic = language.topic(note, work);
  if (!('as' in topic) || topic.as === 'question') return topic;
  const or = choice(topic.text, language.code);
  if (topic.as === 'noun' && or !== undefined) return { text: or, as: 'question' };
  // "novel writing background?": a question that is none.
  if (topic.as === 'noun' && isOpen(note.text, topic.text)) return cutShort;
  // "how much flour before opening": nobody does anything.
  if (topic.as === 'clause' && isHeading(topic.text)) return cutShort;
  if (
    topic.as === 'clause' &&
    (isVerbless(topic.text) || turnedAround.test(topic.text) || verbFirst.test(topic.text))
  )
    return { text: topic.text, as: 'question' };
  if (topic.as === 'noun' && isChain(topic.text)) return cutShort;
  return language.isShorthand(topic.text) ? cutShort : topic;
}

const cutShort = { ask: 'it leaves words out, as notes do' } as const;

/** "open source seeds legal side": five words and more that nothing joins. */
function isChain(text: string): boolean {
  return chain.test(text) && !joined.test(text);
}

const chain =
  /^(?!(?:the|your|an?|my|our|what|how|les?|la|des|du|une?|vos|votre|los?|las|el|su|sus) )(?:\p{Ll}[\p{Ll}-]{0,30}(?: |$)){5,12}$/u;
const joined =
  / (?:the|an?|it|you|your|they|we|is|are|was|were|of|in|on|at|for|to|with|without|from|by|as|and|or|about|after|before|between|into|than|per|that|which|who|how|de|des|du|en|et|ou|à|au|aux|pour|sur|avec|y|o|del|con|para|por|a|après|avant|dans|chez|entre|sans|sous|vers|depuis|pendant|qui|que|quand|sin|sobre|desde|hasta|cuando|una?|el|la|los|las) /u;

/** A mark behind words that stay as they were: "lonely?", but not "portfolio?", which becomes "portfolios". */
function isOpen(typed: string, worded: string): boolean {
  return typed.endsWith('?') && (worded.includes(' ') || typed.toLowerCase().startsWith(worded));
}

/** "how much savings before quitting": longer, and still nobody does anything. */
function isHeading(clause: string): boolean {
  return heading.test(clause) && !said.test(clause) && !/ \p{L}{3,}(?:s|en|t)$/u.test(clause);
}

const heading =
  /^(?:how (?:much|many|long)|which|wie (?:viel|viele|lange)|combien de) (?:(?!an? |the |your )[\p{L}-]+ ){2,5}[\p{L}-]+$/iu;

/** "how many minutes a day do you manage", "which tools do beginners forget" */
const turnedAround =
  /^(?:how|what|why|when|where|which|who)(?: [\p{L}'-]+){0,5}? (?:(?:do|did|does|are|were|can|could|would|will|should|have) you(?: |$)|(?:do|did|does|can|could|should|would) (?:people|most|\p{Ll}{3,20}s) \p{L})/iu;

/** "wie wird Ton gestimmt": the verb of a question, behind the word that asks. */
const verbFirst =
  /^(?:wie|was|warum|wann|wo|wer|womit|woher) (?:wird|werden|ist|sind|war|waren|hat|haben|hast|kann|kannst|können|geht|macht|kommt|läuft|sagt|sagen|soll|muss|darf|bleibt) \p{L}/u;

/** "Sommer vs Winter", "ovejas propias o comprar leche": few words, two things to choose between. */
function choice(text: string, code: Language['code']): string | undefined {
  const two = /^(?:\S+ ){1,3}(?:oder|ou|o|vs\.?) \S+(?: \S+){0,2}$/iu;
  return code !== 'en' && two.test(text) && !/^(?:der|die|das|le|la|les|el|los|las) /i.test(text)
    ? text.replace(/ vs\.? /i, { de: ' oder ', fr: ' ou ', es: ' o ' }[code])
    : undefined;
}

/** A question word and two or three words, none of which is a person or a verb that is certain. */
function isVerbless(clause: string): boolean {
  return short.test(clause) && !said.test(clause);
}

const short =
  /^(?:which|what|how many|how much|how long|how often|how old|why not|where|when|welche[rsmn]?|warum nicht|wie viele?|wie lange|wie oft|wie teuer|wo|wann|quelle?s?|combien de|pourquoi pas|qué|cuánt[oa]s?|por qué no)(?: (?:\p{Lu}\p{L}+|\p{L}+)){0,2}$/iu;
const said =
  /(?<!\p{L})(?:you|i|we|one|they|he|she|it|people|to|is|are|was|were|do|does|did|can|should|would|will|has|have|had|matters?|counts?|helps?|works?|comes?|goes|makes?|lies?|pays?|\p{L}+ed|Sie|du|ich|man|es|ist|sind|war|hat|zählt|zählen|hilft|kommt|geht|macht|fehlt|fehlen|bleibt|vous|tu|je|on|il|est|sont|faut|compte|comptent|usted|se|es|son|hay|hace|cuenta|cuentan|falta)(?!\p{L})/u;
