import type { ContactFacts } from '../contact.ts';
import { questionBanks, type BankQuestion, type Theme } from './questions-bank.ts';
import { oneLine, render } from './template.ts';

/** A question for the brief, ready to be read out. */
export type Question = {
  readonly theme: Theme;
  readonly about: 'role' | 'organisation';
  readonly text: string;
};

/** Guides recommend 6 to 8 questions, some 12 to 14 (docs/practice.md). */
const usual = 8;
const most = 14;
const fewestThemes = 4;

/**
 * Questions for a conversation, the ones most worth asking first; those about the contact's topics lead, each once, and
 * what needs a note that is missing is left out.
 */
export function rankedQuestions(input: {
  readonly contact: ContactFacts;
  /** BCP 47; English where there are no questions in it. */
  readonly language: string;
  /** Eight when absent, at most fourteen. */
  readonly count?: number;
}): readonly Question[] {
  const language = input.language.split('-')[0] === 'de' ? 'de' : 'en';
  const all = questionBanks[language].flatMap((question) =>
    texts(question, input.contact, language).map((text) => ({
      theme: question.theme,
      about: question.about,
      text,
    })),
  );
  return acrossThemes(all, Math.min(input.count ?? usual, most));
}

/** The first `count` in order of rank, but late ones of a theme that is there give way until four themes are. */
function acrossThemes(all: readonly Question[], count: number): readonly Question[] {
  const chosen: Question[] = [];
  for (const question of all) {
    const themes = new Set(chosen.map(({ theme }) => theme));
    const lacking = fewestThemes - themes.size;
    if (chosen.length < count && (!themes.has(question.theme) || count - chosen.length > lacking))
      chosen.push(question);
  }
  return chosen;
}

function texts(question: BankQuestion, contact: ContactFacts, language: string): readonly string[] {
  switch (question.needs) {
    case undefined:
      return [question.text];
    case 'topic':
      return contact.topics
        .slice(0, 3)
        .filter((topic) => bare(topic) !== '')
        .map((topic) => render(question.text, { topic: bare(topic) }));
    case 'company':
      return filled(contact.company, (company) => render(question.text, { company }));
    case 'path':
      return filled(contact.path, (path) =>
        render(question.text, { path: fromTo(path, language) }),
      );
  }
}

function filled(note: string | undefined, text: (note: string) => string): readonly string[] {
  const line = oneLine(note ?? '');
  return line === '' ? [] : [text(line)];
}

/** "physics -> product" as "from physics to product"; anything else in brackets. */
function fromTo(path: string, language: string): string {
  const [before = '', ...steps] = path.split(/→|->|=>|>/).map((part) => bare(part));
  const [from, to] = language === 'de' ? ['von', 'zu'] : ['from', 'to'];
  if (before === '' || steps.length === 0 || steps.includes(''))
    return bare(path).toLowerCase().startsWith(`${from} `) ? bare(path) : `(${bare(path)})`;
  return [`${from} ${before}`, ...steps.map((step) => `${to} ${step}`)].join(' ');
}

/** On one line, without the marks at its end. */
function bare(text: string): string {
  return oneLine(text).replace(/[.;,:]{1,3}$/, '');
}
