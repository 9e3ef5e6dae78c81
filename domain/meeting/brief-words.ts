import type { ContactFacts } from '../contact.ts';
import type { Question } from '../compose/questions.ts';
import type { Profile } from '../profile.ts';

/** What a brief says in one language. */
export type BriefWords = {
  readonly headings: {
    readonly title: (name: string) => string;
    readonly when: string;
    readonly who: string;
    readonly goals: string;
    readonly icebreaker: string;
    readonly story: string;
    readonly questions: string;
    readonly checklist: string;
  };
  readonly labels: {
    readonly path: string;
    readonly found: string;
    readonly shared: string;
    readonly referredBy: string;
    readonly admire: string;
    readonly wrote: string;
    readonly topics: string;
    readonly notes: string;
  };
  readonly themes: Readonly<Record<Question['theme'], string>>;
  readonly about: Readonly<Record<Question['about'], string>>;
  readonly noMeeting: string;
  readonly minutes: (count: number) => string;
  readonly format: (format: string) => string;
  readonly goals: (
    goals: string | undefined,
    conversations: number,
    aim: number | undefined,
  ) => string;
  readonly icebreaker: (contact: ContactFacts) => string;
  readonly story: (profile: Profile) => string;
  readonly checklist: (meeting: {
    readonly format: string | undefined;
    readonly where: string | undefined;
    readonly minutes: number | undefined;
  }) => readonly string[];
};

/** The words for a BCP 47 tag: German for `de`, else English. */
export function briefWords(language: string): BriefWords {
  return language.split('-')[0] === 'de' ? german : english;
}

const english: BriefWords = {
  headings: {
    title: (name) => `Conversation with ${name}`,
    when: 'When and where',
    who: 'Who they are',
    goals: 'What I want to learn',
    icebreaker: 'To begin with',
    story: 'My story in a minute',
    questions: 'Questions',
    checklist: 'Checklist',
  },
  labels: {
    path: 'Path',
    found: 'Found through',
    shared: 'In common',
    referredBy: 'Referred by',
    admire: 'What I admire',
    wrote: 'Wrote or made',
    topics: 'Topics',
    notes: 'Notes',
  },
  themes: {
    path: 'path',
    role: 'role',
    skills: 'skills',
    industry: 'industry',
    culture: 'culture',
  },
  about: { role: 'about the work', organisation: 'about the organisation' },
  noMeeting: 'No time is agreed yet.',
  minutes: (count) => `${count} minutes`,
  format: (format) =>
    ({ call: 'call', video: 'video call', phone: 'by telephone', coffee: 'in person' })[format] ??
    format,
  goals: (goals, conversations, aim) => {
    const wish =
      goals ??
      'Learn how this work really is, what it takes, and whom else it is worth talking to.';
    const count =
      aim === undefined
        ? `This is conversation ${conversations + 1}.`
        : `This is conversation ${conversations + 1} of the ${aim} you aim at.`;
    return `${ended(wish)} ${count}`;
  },
  icebreaker: ({ referredBy, sharedAffiliation, wrote, admire }) => {
    if (referredBy) return `Give regards from ${referredBy}, and say how you know each other.`;
    if (sharedAffiliation)
      return `You share this: ${sharedAffiliation}. Ask what it was like then.`;
    if (wrote) return `Say what stayed with you of what they made: ${wrote}.`;
    if (admire) return `Say in one sentence what made you write: ${admire}.`;
    return 'Thank them for the time, say how you found them, and ask how their week has been.';
  },
  story: ({ name, affiliation, about }) =>
    [
      `I am ${[name, affiliation].filter(Boolean).join(', ') || '(your name)'}.`,
      about ?? '(One sentence: what you do now, and what you are looking into.)',
      'I am talking with people who know this work from the inside, to decide well. I am not here to ask for a job.',
    ].join(' '),
  checklist: ({ format, where, minutes }) => [
    format === 'coffee'
      ? 'Know the way, and be there 5 minutes early.'
      : 'Be ready 3 to 5 minutes early.',
    ...(format === 'coffee'
      ? []
      : ['Test sound, picture and connection.', 'A quiet room, notifications off.']),
    ...(where ? [] : ['Agree on the place or the link: none is noted yet.']),
    'Questions and something to write with at hand.',
    'Do not ask for a job, for benefits or for how many people leave. The résumé only when they ask for it.',
    'Near the end: ask who else is worth talking to.',
    `Keep the time${minutes === undefined ? '' : `: ${minutes} minutes`}. Offer to stop when it is up.`,
    'Ask what you could do for them, and whether you may stay in touch.',
  ],
};

const german: BriefWords = {
  headings: {
    title: (name) => `Gespräch mit ${name}`,
    when: 'Wann und wo',
    who: 'Wer das ist',
    goals: 'Was ich erfahren möchte',
    icebreaker: 'Zum Einstieg',
    story: 'Meine Geschichte in einer Minute',
    questions: 'Fragen',
    checklist: 'Checkliste',
  },
  labels: {
    path: 'Weg',
    found: 'Gefunden über',
    shared: 'Gemeinsam',
    referredBy: 'Empfohlen von',
    admire: 'Was mich beeindruckt',
    wrote: 'Geschrieben oder gemacht',
    topics: 'Themen',
    notes: 'Notizen',
  },
  themes: {
    path: 'Weg',
    role: 'Rolle',
    skills: 'Fähigkeiten',
    industry: 'Branche',
    culture: 'Kultur',
  },
  about: { role: 'zur Arbeit', organisation: 'zur Organisation' },
  noMeeting: 'Es ist noch keine Zeit vereinbart.',
  minutes: (count) => `${count} Minuten`,
  format: (format) =>
    ({ call: 'Anruf', video: 'Videogespräch', phone: 'Telefon', coffee: 'persönlich' })[format] ??
    format,
  goals: (goals, conversations, aim) => {
    const wish =
      goals ??
      'Erfahren, wie diese Arbeit wirklich ist, was sie verlangt, und mit wem ich noch sprechen sollte.';
    const count =
      aim === undefined
        ? `Das ist das Gespräch Nummer ${conversations + 1}.`
        : `Das ist das Gespräch Nummer ${conversations + 1} von den ${aim}, die Sie sich vorgenommen haben.`;
    return `${ended(wish)} ${count}`;
  },
  icebreaker: ({ referredBy, sharedAffiliation, wrote, admire }) => {
    if (referredBy) return `Grüße von ${referredBy} ausrichten und sagen, woher Sie sich kennen.`;
    if (sharedAffiliation)
      return `Das haben Sie gemeinsam: ${sharedAffiliation}. Fragen, wie es damals war.`;
    if (wrote) return `Sagen, was Ihnen davon geblieben ist: ${wrote}.`;
    if (admire) return `In einem Satz sagen, warum Sie geschrieben haben: ${admire}.`;
    return 'Für die Zeit danken, sagen, wie Sie auf die Person gekommen sind, und nach der Woche fragen.';
  },
  story: ({ name, affiliation, about }) =>
    [
      `Ich bin ${[name, affiliation].filter(Boolean).join(', ') || '(Ihr Name)'}.`,
      about ?? '(Ein Satz: was Sie jetzt tun und was Sie sich ansehen.)',
      'Ich spreche mit Menschen, die diese Arbeit von innen kennen, um gut zu entscheiden. Um eine Stelle geht es mir hier nicht.',
    ].join(' '),
  checklist: ({ format, where, minutes }) => [
    format === 'coffee'
      ? 'Den Weg kennen und 5 Minuten früher da sein.'
      : '3 bis 5 Minuten früher bereit sein.',
    ...(format === 'coffee'
      ? []
      : ['Ton, Bild und Verbindung prüfen.', 'Ruhiger Raum, Mitteilungen aus.']),
    ...(where ? [] : ['Ort oder Link klären: Es ist noch keiner notiert.']),
    'Fragen und etwas zum Schreiben bereitlegen.',
    'Nicht nach einer Stelle, nach Zusatzleistungen oder nach der Fluktuation fragen. Den Lebenslauf nur, wenn danach gefragt wird.',
    'Gegen Ende: fragen, mit wem es sich noch zu sprechen lohnt.',
    `Die Zeit einhalten${minutes === undefined ? '' : `: ${minutes} Minuten`}. Anbieten aufzuhören, wenn sie um ist.`,
    'Fragen, was Sie umgekehrt tun können und ob Sie in Verbindung bleiben dürfen.',
  ],
};

/** People write their goals without a full stop as often as with one. */
function ended(sentence: string): string {
  return /[.!?…]$/.test(sentence.trimEnd()) ? sentence : `${sentence.trimEnd()}.`;
}
