import { createHash } from 'node:crypto';
import type { ParsedMail } from '../../domain/message.ts';
import { parseMail } from '../../mail/mime/parse.ts';
import { field, parseMime } from '../server/mime.ts';
import { bounce } from './bounce.ts';
import {
  acceptance,
  calendarOf,
  type CalendarWords,
  counterProposal,
  invitation,
} from './calendar.ts';
import { mail } from './mail.ts';
import type { PracticePerson } from './people.ts';
import { afternoon, inTenDays } from './times.ts';

export type AnswerKind =
  | 'interest'
  | 'interest_elsewhere'
  | 'decline'
  | 'opt_out'
  | 'away'
  | 'bounce'
  | 'second_slot'
  | 'second_slot_elsewhere'
  | 'own_time'
  | 'booking_link'
  | 'invitation'
  | 'acceptance'
  | 'counter_proposal'
  | 'cancellation';

/** The same answer to the same mail has the same Message-ID, so that it is never written twice. */
export function answerId(kind: AnswerKind, received: Buffer): string {
  const id = field(parseMime(received), 'message-id') ?? received.toString('latin1');
  const digest = createHash('sha256').update(id).digest('hex').slice(0, 20);
  return `<${kind}.${digest}@practice.example>`;
}

/** A whole mail in which `person`, or a server in their place, reacts to `received`. */
export async function writeAnswer(
  kind: AnswerKind,
  {
    person,
    you,
    received,
  }: {
    readonly person: PracticePerson;
    readonly you: string;
    readonly received: Buffer;
  },
): Promise<Buffer> {
  const now = new Date();
  const id = answerId(kind, received);
  if (kind === 'bounce') return bounce({ person, you, received, id, now });
  const original = await parseMail(received);
  const subject = kind === 'away' ? `Automatic reply: ${original.subject}` : replySubject(original);
  const first = person.name.split(' ')[0] ?? person.name;
  const ownId = original.messageId ?? '';
  const elsewhere = kind === 'interest_elsewhere' || kind === 'second_slot_elsewhere';
  const from = elsewhere ? `${first.toLowerCase()}.private@home.example` : person.email;
  const quoted = original.text
    .trimEnd()
    .split('\n')
    .map((line) => `> ${line}`.trimEnd());
  const isAutomatic = kind === 'away' || kind === 'acceptance' || kind === 'counter_proposal';
  return mail(
    [
      ['From', `${person.name} <${from}>`],
      ['To', you],
      ['Subject', subject],
      ['Date', now.toUTCString()],
      ['Message-ID', id],
      ['In-Reply-To', ownId],
      ['References', [...original.references, ownId].join(' ')],
      ...(kind === 'away' ? ([['Auto-Submitted', 'auto-replied']] as const) : []),
    ],
    [
      ...wordsOf(kind, person, now),
      '',
      first,
      ...(isAutomatic
        ? []
        : ['', `On ${original.date?.toUTCString() ?? 'that day'}, you wrote:`, ...quoted]),
    ],
    calendarWords(kind, { person, you, original, id, now }),
  );
}

function calendarWords(
  kind: AnswerKind,
  about: {
    readonly person: PracticePerson;
    readonly you: string;
    readonly original: ParsedMail;
    readonly id: string;
    readonly now: Date;
  },
): CalendarWords | undefined {
  const { person, you, original, id, now } = about;
  const { email: address, name, timeZone } = person;
  if (kind === 'invitation')
    return invitation(
      { uid: id.slice(1, -1), address, name },
      { you, at: afternoon(now, timeZone).toJSDate(), now },
    );
  const calendar = calendarOf(original) ?? '';
  if (kind === 'acceptance') return acceptance(calendar, address, now);
  return kind === 'counter_proposal' ? counterProposal(calendar, address, now) : undefined;
}

function wordsOf(
  kind: Exclude<AnswerKind, 'bounce'>,
  { name, timeZone }: PracticePerson,
  now: Date,
): readonly string[] {
  switch (kind) {
    case 'interest':
    case 'interest_elsewhere':
      return ['Hello,', '', 'thank you for writing. I would be happy to talk about my work.'];
    case 'decline':
      return [
        'Hello,',
        '',
        'thank you for your interest. Unfortunately I do not have the time for a conversation at the moment.',
        'All the best for your search.',
      ];
    case 'opt_out':
      return ['Please do not write to me again.'];
    case 'away':
      return [
        'Hello,',
        '',
        `thank you for your message. I am out of the office until ${inTenDays(now)} and will answer when I am back.`,
      ];
    case 'second_slot':
    case 'second_slot_elsewhere':
      return ['Hello,', '', 'the second one works for me. I look forward to it.'];
    case 'own_time':
      return [
        'Hello,',
        '',
        'none of these suit me, I am afraid.',
        `Would ${afternoon(now, timeZone).toFormat("cccc, d LLLL 'at' HH:mm")} work for you?`,
      ];
    case 'booking_link':
      return [
        'Hello,',
        '',
        'gladly. Please choose a time that suits you here:',
        'https://calendly.com/practice-person/half-an-hour',
      ];
    case 'invitation':
      return ['Hello,', '', 'gladly. I am sending you an invitation for a time that suits me.'];
    case 'acceptance':
      return [`${name} has accepted this invitation.`];
    case 'counter_proposal':
      return [`${name} proposes a new time.`];
    case 'cancellation':
      return [
        'Hello,',
        '',
        'I am very sorry: I have to cancel our conversation, something has come up.',
        'Could we find another time?',
      ];
  }
}

function replySubject({ subject }: { readonly subject: string }): string {
  return /^re:/i.test(subject) ? subject : `Re: ${subject}`;
}
