import type { ContactFacts } from '../contact.ts';
import { rankedQuestions, type Question } from '../compose/questions.ts';
import type { Profile } from '../profile.ts';
import { briefWords, type BriefWords } from './brief-words.ts';

/** The agreed conversation as a brief shows it; `yours` and `theirs` are the time on each clock. */
export type BriefMeeting = {
  readonly minutes: number;
  readonly format: string | undefined;
  readonly where: string | undefined;
  readonly yours: string;
  readonly theirs: string;
};

export type BriefInput = {
  readonly contact: ContactFacts;
  readonly notes: string | undefined;
  readonly profile: Profile;
  readonly meeting: BriefMeeting | undefined;
  /** How many conversations took place so far. */
  readonly conversations: number;
  /** How many questions are wanted, 4 to 14. */
  readonly count: number;
  /** The user's own questions in place of the ranked ones. */
  readonly edited: readonly Question[] | undefined;
  /** What the user added for this conversation. */
  readonly briefNotes: string | undefined;
};

export type Brief = {
  readonly who: string;
  readonly goals: string;
  readonly questions: readonly Question[];
  readonly icebreaker: string;
  readonly story: string;
  readonly checklist: readonly string[];
  /** The link, address or telephone number of the conversation. */
  readonly join: string | undefined;
  /** All of it as one page. */
  readonly markdown: string;
};

/**
 * One page for the day before a conversation. The user reads it, so it is in the user's language; the questions are
 * in the language of the conversation. English where a language is not known.
 */
export function writeBrief(input: BriefInput): Brief {
  const { contact, profile, meeting } = input;
  const words = briefWords(profile.language);
  const parts = {
    who: whoText(input, words),
    goals: words.goals(profile.goals, input.conversations, profile.conversations),
    questions:
      input.edited ??
      rankedQuestions({
        contact,
        language: contact.language ?? profile.language,
        count: input.count,
      }),
    icebreaker: words.icebreaker(contact),
    story: profile.story ?? words.story(profile),
    checklist: words.checklist({
      format: meeting?.format,
      where: meeting?.where,
      minutes: meeting?.minutes,
    }),
    join: meeting?.where,
  };
  return { ...parts, markdown: asMarkdown(input, parts, words) };
}

function whoText({ contact, notes, briefNotes }: BriefInput, words: BriefWords): string {
  const { name, role, company, path } = contact;
  const { foundThrough, sharedAffiliation, referredBy, admire, wrote } = contact;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [words.labels.path, path],
    [words.labels.found, foundThrough],
    [words.labels.shared, sharedAffiliation],
    [words.labels.referredBy, referredBy],
    [words.labels.admire, admire],
    [words.labels.wrote, wrote],
    [words.labels.topics, contact.topics.join(', ')],
    [words.labels.notes, notes],
    [words.labels.notes, briefNotes],
  ];
  return [
    [name, [role, company].filter(Boolean).join(', ')].filter(Boolean).join(': '),
    ...facts.flatMap(([label, text]) => (text ? [`${label}: ${text}`] : [])),
  ].join('\n');
}

function asMarkdown(
  { contact, meeting }: BriefInput,
  parts: Omit<Brief, 'markdown'>,
  words: BriefWords,
): string {
  const { headings } = words;
  const when = meeting && [
    `- ${meeting.theirs}`,
    ...(meeting.yours === meeting.theirs ? [] : [`- ${meeting.yours}`]),
    `- ${[words.minutes(meeting.minutes), meeting.format && words.format(meeting.format)].filter(Boolean).join(', ')}`,
    ...(meeting.where ? [`- ${meeting.where}`] : []),
  ];
  return [
    `# ${headings.title(contact.name)}`,
    section(headings.when, when ?? [words.noMeeting]),
    section(
      headings.who,
      parts.who.split('\n').map((line) => `- ${line}`),
    ),
    section(headings.goals, [parts.goals]),
    section(headings.icebreaker, [parts.icebreaker]),
    section(headings.story, [parts.story]),
    section(
      headings.questions,
      parts.questions.map(
        ({ theme, about, text }, index) =>
          `${index + 1}. ${text} *(${words.themes[theme]}, ${words.about[about]})*`,
      ),
    ),
    section(
      headings.checklist,
      parts.checklist.map((line) => `- [ ] ${line}`),
    ),
  ].join('\n\n');
}

function section(heading: string, lines: readonly string[]): string {
  return [`## ${heading}`, '', ...lines].join('\n');
}
