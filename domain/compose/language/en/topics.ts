import { enumerate, normalise } from '../../notes/normalise.ts';
import type { Note } from '../../note.ts';
import type { Topic, Work } from '../language.ts';
import { formOf } from './forms.ts';
import { toYou } from './person.ts';
import { inside } from './words.ts';

/** A topic as it follows "ask about", or as the question itself. */
export function topic(note: Note, { company }: Work): Topic | { readonly ask: string } {
  const you = toYou(stripped(note));
  if (you === undefined || you === '') return { ask: 'write it as "how you …" or as a question' };
  const text = normalise(arrow(you.replace(/[\s?]+$/, '')));
  // "Portfolio?" and "how you started?" are questions by their mark alone.
  const form =
    note.form === 'wish' || note.form === 'question' ? formOf(text, 'topics') : note.form;
  switch (form) {
    case 'question':
      return { text: inside(text), as: 'question' };
    case 'clause':
      return { text: inside(text), as: 'clause' };
    case 'noun_phrase':
    case 'bare_noun':
    case 'gerund':
    case 'title':
      return { text: single(inside(text), company), as: 'noun' };
    case 'preposition':
      return { text: inside(text), as: 'noun' };
    case 'verb':
      return { text: inside(text), as: 'noun' };
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

/** "teachers -> product" is the way from the one to the other. */
function arrow(text: string): string {
  const [from, to, ...more] = text.split(/\s*(?:->|→|=>|⇒)\s*/u);
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
  const asked = questions.length === 0 ? [] : [`${questions.join(', and ')}?`];
  const rest = [...nouns, ...clauses];
  const list =
    clauses.length > 0 && rest.length > 1
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
          "I'd be glad to discuss",
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
    [`${lead} ${list}.`, ...asked.map((q) => `And one question: ${q}`)].join(' '),
  );
}

/** "tell me about your team" is "your team"; "I want to get into UX" is "how to get into UX". */
function stripped({ text, form }: Note): string {
  if (form !== 'wish') return howTo(text);
  const rest = text
    .replace(
      /^(?:i(?:'d| would| want|'m| am)?|would|'d) (?:also |really |just )?(?:want(?: to)?|like(?: to)?|love(?: to)?|need(?: to)?|hope(?: to)?|wish(?: to)?)? ?/i,
      '',
    )
    .replace(
      /^(?:to )?(?:tell me|explain|describe|know|hear|learn|understand|find out|discuss|talk|ask|wonder(?:ing)?|(?:very |really )?(?:interested|curious))(?: to me)?(?: more)?(?: about| in)? ?/i,
      '',
    )
    .replace(/^your (?:view|views|thoughts|opinion|take|advice|perspective) (?:on|about) /i, '')
    .replace(/^(?:any |some )?(?:advice|tips|thoughts) (?:on|about|for) /i, '');
  return howTo(rest);
}

function howTo(text: string): string {
  return /^(?:get into|become|break into|switch to|stand out|prepare for|choose between|choose a|find a mentor|get started|start out|get better at)\b/i.test(
    text,
  )
    ? `how to ${inside(text)}`
    : text;
}

/** Words that say too little alone. */
function single(text: string, company: string | undefined): string {
  const at = company === undefined ? 'your workplace' : company;
  const fuller: Readonly<Record<string, string>> = {
    career: 'your career so far',
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
  return Object.hasOwn(fuller, text.toLowerCase()) ? (fuller[text.toLowerCase()] ?? text) : text;
}
