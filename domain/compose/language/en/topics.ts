import { enumerate, lowerFirst, normalise } from '../../notes/normalise.ts';
import type { Note } from '../../note.ts';
import type { Topic, Work } from '../language.ts';
import { countable } from './countable.ts';
import { isSingle } from './single.ts';
import { formOf } from './forms.ts';
import { toYou } from './person.ts';
import { inside } from './words.ts';

/** A topic as it follows "ask about", or as the question itself. */
export function topic(note: Note, { company }: Work): Topic | { readonly ask: string } {
  const you = toYou(stripped(note));
  // "could I shadow him": whoever it is, the reader does not know.
  if (you === undefined || you === '' || /(?<![\p{L}'])(?:him|he|she)(?!\p{L})/iu.test(you))
    return { ask: 'write it as "how you …" or as a question' };
  const text = normalise(arrow(you.replace(/[\s?]+$/, '')));
  // "evening classes – which were worth it?"
  if (/\S [–—] \S/.test(text) && note.text.endsWith('?'))
    return { text: inside(text), as: 'question' };
  // "learning at night: how did you do it"
  const [, about = '', behind = ''] = headed.exec(text) ?? [];
  if (behind !== '') return { text: `${inside(about)}: ${lowerFirst(behind)}`, as: 'question' };
  // "PhD, yes or no?" and "actuary or data scientist?" are questions as they stand.
  if (choice.test(text) && !/^(?:the|a|an|your)\b/i.test(text) && !opensQuestion.test(text))
    return { text: choiceOf(text), as: 'question' };
  // "physics degree useful?"
  const [, asked, judged] =
    /^([\p{L} '-]{3,60}?),? (useful|required|essential|important|enough|helpful)$/iu.exec(text) ??
    [];
  if (asked !== undefined && note.text.endsWith('?') && !opensQuestion.test(text))
    return { text: `${inside(asked)}, ${judged ?? ''}`, as: 'question' };
  // "cheap ovens, is it possible?"
  if (
    /, (?:is|are|was|do|does|did|can|could|will|would|should) /i.test(text) &&
    note.text.endsWith('?')
  )
    return { text: inside(text), as: 'question' };
  // "Portfolio?" and "how you started?" are questions by their mark alone.
  const form =
    note.form === 'wish' || note.form === 'question' ? formOf(text, 'topics') : note.form;
  switch (form) {
    case 'question':
      return { text: inside(text), as: 'question' };
    case 'clause':
      return { text: inside(text), as: 'clause' };
    case 'gerund': {
      // "curious about being wrong" would be about the person who writes.
      const [, how] = /^being (.+)$/i.exec(text) ?? [];
      return how === undefined
        ? saidShort(inside(text), company)
        : { text: `what it is like to be ${how}`, as: 'clause' };
    }
    case 'bare_noun':
      return saidShort(inside(text), company);
    case 'noun_phrase':
    case 'title':
      return { text: single(inside(text), company), as: 'noun' };
    case 'preposition': {
      if (/^on (?:call|duty|site|tour|air|stage)$/i.test(text))
        return { text: `being ${text.toLowerCase()}`, as: 'noun' };
      const rest = text.replace(/^(?:on|about) /i, '');
      if (rest !== text) return { text: inside(rest), as: 'noun' };
      return /^from .+ (?:to|into) /i.test(text)
        ? { text: `the way ${inside(text)}`, as: 'noun' }
        : { ask: 'write it as "how you …" or as a question' };
    }
    case 'verb':
    case 'first_person':
    case 'second_person':
    case 'third_person':
    case 'sentence':
      return { ask: 'write it as "how you …" or as a question' };
    case 'wish':
    case 'gap':
    case 'link':
    case 'marks':
    case 'vague':
      return { ask: 'which part of it?' };
  }
}

function saidShort(text: string, company: string | undefined): Topic {
  const fuller = single(text, company);
  return (fuller === text ? countable(text) : undefined) ?? { text: fuller, as: 'noun' };
}

const headed =
  /^([^:?]{3,80}): ((?:how|what|why|when|where|which|who|how much|how long) (?:did|do|does|is|are|was|were|would|can|could|should|have|has) .{3,120})$/iu;

const opensQuestion =
  /^(?:how|what|why|when|where|which|who|whether|if|is|are|was|do|does|did|can|should|would)\b/i;

/** Two things to choose between, of few words. */
const choice =
  /^(?:\S+ ){1,3}(?:or|vs\.?|versus) \S+(?: \S+){0,2}$|[ ,:–—-](?:yes or no|worth it|good idea)$/i;

function choiceOf(text: string): string {
  const [, one] = /^(\p{Ll}{3,20})[\s,:–—-]{1,4}worth it$/u.exec(text) ?? [];
  if (one !== undefined) return `${/[^s]s$/.test(one) ? 'are' : 'is'} ${one} worth it`;
  const plain = text.replace(
    /[\s,:–—-]{1,4}(?=(?:yes or no|worth it|good idea|necessary|needed)$)/i,
    ', ',
  );
  const [, about, which] = /^(\p{L}[\p{L} -]{2,30}): (\S+ or \S+)$/u.exec(plain) ?? [];
  if (about !== undefined && which !== undefined) return `${inside(about)}, ${which}`;
  return /^\p{L}+ or /iu.test(plain)
    ? inside(plain)
    : inside(plain).replace(/ vs\.? | versus /i, ' or ');
}

/** "teachers -> product" is the way from the one to the other. */
function arrow(text: string): string {
  const [from, to, ...more] = text.split(/\s*(?:->|→|=>|⇒)\s*/u);
  // "fundraiser to CEO"
  const [, first = '', then = ''] =
    /^(?!from )((?:\p{L}+ )?\p{L}+) to ((?:\p{L}+ )?\p{L}+)$/iu.exec(text) ?? [];
  if (isSingle(first.split(' ').at(-1) ?? ''))
    return `the way from ${inside(first)} to ${inside(then)}`;
  return from === undefined || from === '' || to === undefined || to === '' || more.length > 0
    ? text
    : `the way from ${inside(from)} to ${inside(to)}`;
}

/** Up to three topics: noun phrases first, clauses after them, questions word for word. */
export function topics(all: readonly Topic[]): readonly string[] {
  if (all.length === 0)
    return [
      "I'd like to ask how you came to your work and what your days are really like.",
      "What I'd like to ask: how you came to your work, and what your days are really like.",
    ];
  const questions = all.filter(({ as }) => as === 'question').map(({ text }) => text);
  const nouns = all.filter(({ as }) => as === 'noun').map(({ text }) => text);
  const clauses = all.filter(({ as }) => as === 'clause').map(({ text }) => text);
  const asked = questions.length === 0 ? [] : [`${questions.join('? And ')}?`];
  const rest = [...nouns, ...clauses];
  // "yeast, and pros and cons": an item with an "and" of its own needs the comma.
  const comma = clauses.length > 0 || rest.some((item) => / and |,/.test(item));
  const list =
    comma && rest.length > 1
      ? enumerate(rest, ', and').replaceAll(' , and', ', and')
      : enumerate(rest, 'and');
  const leads =
    nouns.length > 0
      ? [
          "I'd like to ask about",
          'I am curious about',
          "I'd love to talk about",
          'My questions are about',
          'I would like to hear about',
          'What interests me:',
          // "discuss describing" is no English.
          ...(rest.some((item) => /^[a-z]+ing /.test(item)) ? [] : ["I'd be glad to discuss"]),
        ]
      : ["I'd like to ask you", "I'd love to hear", "I'd like to know", 'What I wonder is'];
  if (rest.length === 0)
    return asked.flatMap((q) => [
      `My main question: ${q}`,
      `The question I would bring: ${q}`,
      `What I would ask: ${q}`,
      `One question above all: ${q}`,
    ]);
  return leads.map((lead) =>
    [
      `${lead} ${list}.`,
      ...asked.map(
        (q) => `${questions.length > 1 ? 'And two questions' : 'And one question'}: ${q}`,
      ),
    ].join(' '),
  );
}

/** "tell me about your team" is "your team"; "I want to get into UX" is "how to get into UX". */
function stripped({ text, form }: Note): string {
  const asked = text.replace(/^(?:kindly|please) /i, '');
  if (form !== 'wish' && asked === text) return howTo(text);
  const rest = asked
    .replace(
      /^(?:i(?:'d| would| want|'m| am)?|would|'d) (?:also |really |just )?(?:want(?: to)?|like(?: to)?|love(?: to)?|need(?: to)?|hope(?: to)?|wish(?: to)?)? ?/i,
      '',
    )
    .replace(/(?: to me(?: like .{1,40})?)?(?: please)?$/i, '')
    .replace(/^ask (?:(?:her|him|them) )?(?:about )?/i, '')
    .replace(
      /^(?:to )?(?:(?:walk|talk|take|run) me through|tell me|explain|describe|know|hear|learn|understand|find out|discuss|talk|ask|wonder(?:ing)?|(?:very |really )?(?:interested|curious))(?: to me)?(?: more)?(?: about| in)? ?/i,
      '',
    )
    .replace(/^your (?:view|views|thoughts|opinion|take|advice|perspective) (?:on|about) /i, '')
    .replace(/^(?:any |some )?(?:advice|tips|thoughts) (?:on|about|for) /i, '');
  return howTo(rest);
}

function howTo(text: string): string {
  return /^(?:price|teach|find|learn|build|handle|start|run|choose|deal with|cope with|convince|set up|pick|design|sell|write|make|measure|avoid|survive|keep|leave|ask for|plan) (?:an?|the|your|my|one's|people|others|what|new|good|with|without)\b/i.test(
    text,
  ) ||
    /^(?:get into|become|break into|switch to|stand out|prepare for|choose between|choose a|find a mentor|get started|start out|get better at)\b/i.test(
      text,
    )
    ? `how to ${inside(text)}`
    : text;
}

const ofSomething =
  /^(?:ethics|role|history|future|state|impact|importance|value|cost|limits|art|economics|politics|psychology|pros and cons|start|end|beginning|meaning|quality|difference|differences|day-to-day|advantages|disadvantages|basics|business|craft) (?:of|between) /i;

/** Words that say too little alone. */
function single(text: string, company: string | undefined): string {
  const at = company === undefined ? 'your workplace' : company;
  const fuller: Readonly<Record<string, string>> = {
    career: 'your career so far',
    'career path': 'your career path',
    'your career': 'your career so far',
    careers: 'your career so far',
    work: 'your work',
    job: 'your work',
    path: 'your path',
    team: 'your team',
    day: 'a typical day of yours',
    'typical day': 'a typical day of yours',
    'day to day': 'your day-to-day work',
    'daily work': 'your daily work',
    culture: `the culture at ${at}`,
    'company culture': `the culture at ${at}`,
    'work culture': `the culture at ${at}`,
    'work life balance': 'work-life balance',
    background: 'your background',
    experience: 'your experience',
    transition: 'your transition',
    skills: 'the skills that matter in your work',
    industry: 'how you see the industry',
    future: 'where you see the field going',
  };
  if (Object.hasOwn(fuller, text.toLowerCase())) return fuller[text.toLowerCase()] ?? text;
  return ofSomething.test(text) ? `the ${text}` : text;
}
