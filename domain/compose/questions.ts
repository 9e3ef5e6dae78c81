import type { ContactFacts } from '../contact.ts';
import { languageFor } from './language/languages.ts';
import { normalise, upperFirst } from './notes/normalise.ts';
import { topicOf } from './notes/topic-of.ts';
import { questionBanks, topicQuestions, type BankQuestion, type Theme } from './questions-bank.ts';
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
  const topics = aboutTopics(input.contact, language).map((text) => ({
    theme: 'role' as const,
    about: 'role' as const,
    text,
  }));
  const others = questionBanks[language].flatMap((question) =>
    texts(question, input.contact, language).map((text) => ({
      theme: question.theme,
      about: question.about,
      text,
    })),
  );
  const all = [...topics, ...others];
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

/** A question stays as it is, "how you …" is asked for, and a thing is asked about. */
function aboutTopics(contact: ContactFacts, language: 'en' | 'de'): readonly string[] {
  const words = languageFor(language, contact.formality ?? 'formal');
  const { noun, clause } = topicQuestions[language];
  return contact.topics.slice(0, 3).flatMap((typed, index) => {
    const text = normalise(typed);
    if (words === undefined || text === '') return [];
    const work = { role: contact.role, company: contact.company };
    const topic = topicOf(
      { field: 'topics', text, form: words.formOf(text, 'topics') },
      work,
      words,
    );
    const about = noun[index % noun.length] ?? clause;
    if (!('as' in topic)) return [render(about, { topic: text })];
    switch (topic.as) {
      case 'question':
        return [`${upperFirst(topic.text)}?`];
      case 'clause':
        return [render(clause, { topic: topic.text })];
      case 'noun':
        return [upperFirst(render(about, { topic: topic.text }))];
    }
  });
}

function texts(question: BankQuestion, contact: ContactFacts, language: string): readonly string[] {
  switch (question.needs) {
    case undefined:
      return [question.text];
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
