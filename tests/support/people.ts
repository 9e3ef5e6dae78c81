import { randomUUID } from 'node:crypto';
import type { Database } from '../../db/client.ts';
import type { Prisma } from '../../db/generated/client.ts';
import { stateToJson } from '../../db/journey-state.ts';
import { firstState } from '../../domain/journey.ts';
import { defaultPolicy } from '../../domain/policy.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;

type Rows = {
  readonly contacts: Prisma.ContactCreateManyInput[];
  readonly drafts: Prisma.DraftCreateManyInput[];
  readonly messages: Prisma.MessageCreateManyInput[];
  readonly problems: Prisma.ProblemCreateManyInput[];
  readonly meetings: Prisma.MeetingCreateManyInput[];
  readonly items: Prisma.MeetingItemCreateManyInput[];
  readonly questions: Prisma.QuestionCreateManyInput[];
};

/**
 * Fills a queue with `count` items of every kind, each of a person of its own, and adds half as many people about whom
 * nothing has to be decided, and as many whom a file named. The same names and texts each time, so that pictures can be
 * compared.
 */
export async function addPeople(
  db: Database,
  of: { readonly userId: string; readonly mailboxId: string },
  count: number,
): Promise<void> {
  const rows: Rows = {
    contacts: [],
    drafts: [],
    messages: [],
    problems: [],
    meetings: [],
    items: [],
    questions: [],
  };
  for (let at = 0; at < count; at += 1) kinds[at % kinds.length]!(rows, personOf(rows, of, at));
  for (let at = 0; at < count / 2; at += 1) {
    const { contact } = personOf(rows, of, count + at);
    Object.assign(contact, resting[at % resting.length]!());
  }
  const batchId = randomUUID();
  await db.prospect.createMany({
    data: Array.from({ length: count }, (_, at) => prospectOf(of.userId, batchId, at)),
  });
  await db.contact.createMany({ data: rows.contacts });
  await db.meeting.createMany({ data: rows.meetings });
  await Promise.all([
    db.draft.createMany({ data: rows.drafts }),
    db.message.createMany({ data: rows.messages }),
    db.problem.createMany({ data: rows.problems }),
    db.meetingItem.createMany({ data: rows.items }),
    db.question.createMany({ data: rows.questions }),
  ]);
}

type Person = {
  readonly contact: Prisma.ContactCreateManyInput & { readonly id: string };
  readonly first: string;
  readonly since: Date;
  readonly userId: string;
  readonly mailboxId: string;
};

type Kind = (rows: Rows, person: Person) => void;

const letter = (rows: Rows, person: Person, draft: Partial<Prisma.DraftCreateManyInput>): void => {
  rows.drafts.push({
    contactId: person.contact.id,
    purpose: 'outreach',
    state: 'awaiting_approval',
    to: person.contact.email,
    template: draft.purpose ?? 'outreach',
    messageId: `<${randomUUID()}@example.org>`,
    createdAt: person.since,
    subject: 'Quick question from Mira Hofmann, Technical University',
    text: outreachTo(person),
    ...draft,
  });
};

const mail = (
  rows: Rows,
  { contact, mailboxId, since }: Person,
  message: Partial<Prisma.MessageCreateManyInput> & { readonly text: string },
): void => {
  const id = `<${randomUUID()}@example.com>`;
  rows.messages.push({
    mailboxId,
    contactId: contact.id,
    direction: 'in',
    kind: 'human_reply',
    state: 'needs_you',
    at: since,
    messageId: id,
    dedupeKey: id,
    fromAddress: contact.email,
    toAddress: 'mira@example.org',
    subject: 'Re: Quick question from Mira Hofmann, Technical University',
    visibleText: message.text,
    ...message,
  });
};

const wrote = (rows: Rows, person: Person): void =>
  mail(rows, person, {
    direction: 'out',
    state: 'sent',
    purpose: 'outreach',
    byHand: true,
    at: new Date(person.since.getTime() - 7 * day),
    fromAddress: 'mira@example.org',
    toAddress: person.contact.email,
    subject: 'Quick question from Mira Hofmann, Technical University',
    text: outreachTo(person),
  });

const talk = (rows: Rows, person: Person, at: Date, state: string): string => {
  const id = randomUUID();
  rows.meetings.push({
    id,
    userId: person.userId,
    contactId: person.contact.id,
    uid: `${id}@example.org`,
    at,
    minutes: 20,
    format: 'video',
    where: 'https://meet.example.org/a-room',
    state,
    organizer: 'us',
    organizerAddress: 'mira@example.org',
    attendeeAddress: person.contact.email,
  });
  return id;
};

const kinds: readonly Kind[] = [
  (rows, person) => letter(rows, person, {}),
  (rows, person) => {
    Object.assign(person.contact, { stage: 'in_conversation', nextWhy: 'your answer' });
    wrote(rows, person);
    mail(rows, person, {
      text: `Hello Mira,\n\nthank you for your mail. I would be glad to talk. What would you like to know?\n\nBest wishes\n${person.first}`,
    });
  },
  (rows, person) => letter(rows, person, {}),
  (rows, person) => {
    Object.assign(person.contact, { stage: 'in_conversation', timeZone: 'America/New_York' });
    wrote(rows, person);
    mail(rows, person, {
      text: `Dear Mira,\n\nhow about next Thursday at 3 pm? Otherwise Friday at 10 am works too.\n\n${person.first}`,
    });
  },
  (rows, person) => {
    wrote(rows, person);
    letter(rows, person, {
      purpose: 'nudge',
      subject: 'Re: Quick question from Mira Hofmann, Technical University',
      text: `Dear ${person.first},\n\nI wrote to you last week and know how full a week can be. Would twenty minutes some time this month be possible? If not, no answer is needed.\n\nKind regards\nMira Hofmann`,
    });
  },
  (rows, person) => {
    Object.assign(person.contact, { stage: 'thank_you' });
    talk(rows, person, new Date(person.since.getTime() - 20 * hour), 'took_place');
    letter(rows, person, {
      purpose: 'thank_you',
      createdAt: new Date(person.since.getTime() - 20 * hour),
      subject: 'Thank you for your time',
      text: `Dear ${person.first},\n\nthank you for our conversation. What you said about the first year in a new place stays with me.\n\nKind regards\nMira Hofmann`,
    });
  },
  (rows, person) => {
    Object.assign(person.contact, { stage: 'closed', outcome: 'bounced' });
    rows.problems.push({
      userId: person.userId,
      contactId: person.contact.id,
      kind: 'bounced',
      text: `The mail to ${person.contact.name} came back: 550 5.1.1 no such user. Correct the address and reopen, or leave it closed.`,
      createdAt: person.since,
    });
  },
  (rows, person) => {
    Object.assign(person.contact, { stage: 'keeping_in_touch' });
    letter(rows, person, {
      purpose: 'check_in',
      subject: 'A word since we spoke',
      text: `Dear ${person.first},\n\nI took your advice and asked for a project of my own. It goes well.\n\nKind regards\nMira Hofmann`,
    });
  },
  (rows, person) => {
    Object.assign(person.contact, { stage: 'meeting' });
    const meetingId = talk(rows, person, new Date(person.since.getTime() + 2 * day), 'confirmed');
    rows.items.push({
      contactId: person.contact.id,
      meetingId,
      kind: 'brief_ready',
      revision: 1,
      text: `You talk with ${person.contact.name} tomorrow. The brief is ready.`,
      createdAt: person.since,
    });
  },
  (rows, person) =>
    letter(rows, person, {
      state: 'held',
      findings: [
        {
          rule: 'no_reason',
          severity: 'error',
          message: 'The mail gives no reason to write to this person. Note what you admire.',
          field: 'admire',
        },
      ],
      leftOut: [{ field: 'wrote', text: 'Her article on what grids learn from trees' }],
    }),
  (rows, person) => {
    rows.questions.push({
      userId: person.userId,
      contactId: person.contact.id,
      kind: 'go_on',
      text: `${person.contact.name} has been away for a long time. Shall Rapport go on?`,
      choices: [
        { name: 'go_on', says: 'Go on' },
        { name: 'close', says: 'Close it' },
      ],
      createdAt: person.since,
    });
  },
];

const inDays = (days: number): Date => new Date(Date.now() + days * day);

/** Where people stand about whom nothing has to be decided. */
const resting: readonly (() => Partial<Prisma.ContactCreateManyInput>)[] = [
  () => ({ stage: 'waiting', nextAt: inDays(4), nextWhy: 'a nudge, if there is no answer' }),
  () => ({ stage: 'scheduled', nextAt: inDays(1), nextWhy: 'the first mail goes out' }),
  () => ({ stage: 'keeping_in_touch', nextAt: inDays(60), nextWhy: 'a check-in' }),
  () => ({ stage: 'closed', outcome: 'declined', nextWhy: null }),
  () => ({ stage: 'waiting', pausedAt: new Date(), nextWhy: 'a nudge, if there is no answer' }),
  () => ({ stage: 'closed', outcome: 'opted_out', nextWhy: null }),
];

function personOf(
  rows: Rows,
  { userId, mailboxId }: { readonly userId: string; readonly mailboxId: string },
  at: number,
): Person {
  const first = firstNames[at % firstNames.length]!;
  const last = lastNames[(at * 7 + Math.floor(at / firstNames.length)) % lastNames.length]!;
  const contact = {
    id: randomUUID(),
    userId,
    mailboxId,
    email: `${first}.${last}.${at}@example.com`
      .normalize('NFD')
      .replace(/[^\w.@]/g, '')
      .toLowerCase(),
    name: `${first} ${last}`,
    company: companies[at % companies.length]!,
    role: roles[at % roles.length]!,
    labels: at % 5 === 0 ? ['alumni'] : [],
    timeZone: at % 2 === 0 ? 'Europe/Lisbon' : null,
    policy: { ...defaultPolicy },
    journey: stateToJson(firstState(defaultPolicy)),
    stage: 'awaiting_approval',
    nextWhy: 'your approval',
  };
  rows.contacts.push(contact);
  const since = new Date(Date.now() - (at % 40) * 5 * hour - 10 * 60_000);
  return { contact, first, since, userId, mailboxId };
}

/** Some lack an address or a name, as rows of files do. */
function prospectOf(userId: string, batchId: string, at: number): Prisma.ProspectCreateManyInput {
  const first = firstNames[(at * 5) % firstNames.length]!;
  const last = lastNames[(at * 3) % lastNames.length]!;
  return {
    userId,
    batchId,
    row: at + 2,
    name: `${first} ${last}`,
    email: at % 4 === 3 ? null : `${first}.${last}.${at}@other.example`.toLowerCase(),
    company: companies[at % companies.length]!,
    role: roles[(at + 1) % roles.length]!,
    foundThrough: 'LinkedIn',
    notes:
      at % 6 === 0 ? 'Met at the grid conference; talks about storage and likes questions.' : null,
    labels: at % 5 === 0 ? ['conference'] : [],
  };
}

function outreachTo({ first, contact }: Person): string {
  return `Dear ${first},

I study energy systems at the Technical University and found you through our alumni network. How you moved from research to ${contact.company ?? 'industry'} stayed with me.

Would you have 20 minutes in the next two to four weeks? I would like to hear about:

– what an ordinary week looks like
– how you found your way in
– what to learn first

I am not asking for a job, only for your view. Thank you for reading this far.

Kind regards
Mira Hofmann
https://mira.example.org`;
}

const firstNames = 'Ana Bjørn Chidi Dora Emil Farah Gustavo Hana Ivo Jun Kofi Lena Mia'.split(' ');
const lastNames = 'Ferreira Lund Okafor Weiss Novák Haddad Prado Mori Marin Park Mensah'.split(' ');
const companies = [
  'Ferrovia Labs',
  'Nordlys Press',
  'Okafor Studio',
  'Museum am Wall',
  'Institute for Applied Questions of Energy and Transport',
  'Volta',
];
const roles = ['Data lead', 'Editor', 'Architect', 'Head of grid planning and regional supply', ''];
