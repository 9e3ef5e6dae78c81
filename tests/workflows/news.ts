import { type Contact } from '../../db/generated/client.ts';
import { journeyPolicy } from '../../db/journey-state.ts';
import { storedPolicy } from '../../db/policy.ts';
import { tellJourney } from '../../db/tell-journey.ts';
import type { ReplyJudgement } from '../../domain/journey.ts';
import { pause } from '../../operations/journeys/pause-contact.ts';
import { snooze } from '../../operations/journeys/snooze-contact.ts';
import { stop } from '../../operations/journeys/stop-contact.ts';
import { approveDraft } from '../../operations/drafts/approve-draft.ts';
import { skipDraft } from '../../operations/drafts/skip-draft.ts';
import { judgeReply } from '../../operations/replies/judge-reply.ts';
import { plainMail } from '../support/mail-servers.ts';
import { beyondReading, type WholeJourneys } from './whole-journeys.ts';

export const day = 86_400_000;

/** `last` is the mail of ours that they have. */
export type Somebody = { readonly contact: Contact; readonly last: string | undefined };

/** One thing that happens; the next one happens when the journey rests again. */
export type Step = (journeys: WholeJourneys, person: Somebody) => void | Promise<unknown>;

const thanks = 'Thank you for your mail.';

/** Everything that can come while a chapter lasts, by the words of the tables. */
export const news = {
  nothing: [],
  'unread mail': [mail(thanks)],
  interested: judged('interested'),
  asks: judged('asks'),
  'proposes a time': judged('proposes_time'),
  'accepts a time': judged('accepts_time'),
  'cannot make it': judged('cannot_make_it'),
  answered: judged('answered'),
  declined: judged('declined'),
  later: judged('later'),
  referred: judged('referred'),
  'no reply': judged('not_a_reply'),
  'opt-out, judged': judged('opt_out'),
  'opt-out by mail': [mail('Please remove me from your list and do not write to me again.')],
  'declined, no: interested': [...judged('declined'), judge('interested')],
  'interested, no: declined': [...judged('interested'), judge('declined')],
  'later, no: interested': [...judged('later'), judge('interested')],
  'no reply, no: answered': [...judged('not_a_reply'), judge('answered')],
  'interested, skipped': [...judged('interested'), skip],
  'asks, approved': [...judged('asks'), approve],
  'proposes a time, approved': [...judged('proposes_time'), approve],
  'proposes a time, by hand': [...judged('proposes_time'), byHand],
  'away until a day': [away(20)],
  'away, no day': [away()],
  'bounce, no such address': [bounce('5.1.1', 'failed')],
  'bounce, mailbox full': [bounce('5.2.2', 'failed')],
  'bounce, delayed': [bounce('4.4.1', 'delayed')],
  'bounce, policy': [bounce('5.7.1', 'failed')],
  'mail by hand': [byHand],
  'unreadable mail': [mail(thanks, [beyondReading])],
  paused: [({ context }, { contact }) => pause.run(context, { ref: contact.id })],
  snoozed: [
    ({ context }, { contact }) => snooze.run(context, { ref: contact.id, until: inDays(30) }),
  ],
  stopped: [({ context }, { contact }) => stop.run(context, { ref: contact.id })],
  'stopped, but we meet': [
    ({ context }, { contact }) => stop.run(context, { ref: contact.id, keepMeeting: true }),
  ],
  'new settings': [newSettings],
} satisfies Readonly<Record<string, readonly Step[]>>;

export type News = keyof typeof news;

function judged(judgement: ReplyJudgement): readonly Step[] {
  return [mail(thanks), judge(judgement)];
}

function mail(text: string, headers: readonly string[] = []): Step {
  return ({ post }, { contact, last }) => {
    const thread = last === undefined ? [] : [`In-Reply-To: ${last}`];
    const from = `${contact.name} <${contact.email}>`;
    const source = plainMail({ from, headers: [...thread, ...headers], text: `${text}\r\n` });
    post.practice.deliver('me@home.test', dated(source));
  };
}

function away(days?: number): Step {
  const until = days === undefined ? '' : ` until ${inWords(days)}`;
  return mail(`I am out of the office${until}.`, ['Auto-Submitted: auto-replied']);
}

/** The newest mail of theirs. */
function judge(judgement: ReplyJudgement): Step {
  return async ({ db, context }, { contact }) => {
    const { id } = await db.message.findFirstOrThrow({
      where: { contactId: contact.id, direction: 'in' },
      orderBy: { at: 'desc' },
    });
    const until = judgement === 'later' ? { until: inDays(30) } : {};
    const named = `Bo Lund <bo-${contact.id}@lab.example>`;
    const persons = judgement === 'referred' ? { persons: [named] } : {};
    await judgeReply.run(context, { messageId: id, judgement, ...until, ...persons });
  };
}

/** A delivery status notification (RFC 3464) about the last mail of ours. */
function bounce(status: string, action: 'failed' | 'delayed'): Step {
  return ({ post }, { contact, last }) => {
    post.practice.deliver(
      'me@home.test',
      [
        'Return-Path: <>',
        'From: Mail Delivery System <MAILER-DAEMON@work.test>',
        'To: me@home.test',
        'Subject: Delivery Status Notification',
        `Message-ID: <bounce-${contact.id}@work.test>`,
        'Auto-Submitted: auto-replied',
        'MIME-Version: 1.0',
        'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        'This is about a mail of yours.',
        '--b',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; work.test',
        '',
        `Final-Recipient: rfc822; ${contact.email}`,
        `Action: ${action}`,
        `Status: ${status}`,
        '',
        '--b',
        'Content-Type: text/rfc822-headers',
        '',
        'From: me@home.test',
        `To: ${contact.email}`,
        `Message-ID: ${last}`,
        '',
        '--b--',
        '',
      ].join('\r\n'),
    );
  };
}

/** The mail that waits leaves. */
async function approve(journeys: WholeJourneys, { contact }: Somebody): Promise<void> {
  const { id, revision } = await waitingDraft(journeys, contact);
  await approveDraft.run(journeys.context, { draftId: id, revision });
}

async function skip(journeys: WholeJourneys, { contact }: Somebody): Promise<void> {
  const { id } = await waitingDraft(journeys, contact);
  await skipDraft.run(journeys.context, { draftId: id });
}

function waitingDraft({ db }: WholeJourneys, { id }: Contact) {
  return db.draft.findFirstOrThrow({
    where: { contactId: id, state: { in: ['awaiting_approval', 'held'] } },
  });
}

function byHand({ post }: WholeJourneys, { contact }: Somebody): void {
  const source = plainMail({
    from: 'Kim <me@home.test>',
    to: contact.email,
    messageId: `<by-hand-${contact.id}@home.test>`,
    text: 'As we said on the phone.\r\n',
  });
  post.practice.deliver('me@home.test', dated(source), { folder: 'Sent' });
}

async function newSettings({ db }: WholeJourneys, { contact }: Somebody): Promise<void> {
  const stored = { ...storedPolicy(contact.policy), nudgeAfter: 'P9D', checkInEvery: 'P60D' };
  await db.contact.update({ where: { id: contact.id }, data: { policy: stored } });
  const policy = journeyPolicy(stored);
  await db.$transaction((tx) => tellJourney(tx, contact.id, 'changePolicy', { policy }));
}

/** As it would be if it was written now. */
function dated(source: Buffer): string {
  return source.toString().replace(/^Date: .*$/m, `Date: ${new Date().toUTCString()}`);
}

function inDays(days: number): string {
  return new Date(Date.now() + days * day).toISOString();
}

function inWords(days: number): string {
  const style = { dateStyle: 'long', timeZone: 'UTC' } as const;
  return new Date(Date.now() + days * day).toLocaleDateString('en-GB', style);
}
