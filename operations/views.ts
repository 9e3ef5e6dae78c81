import { z } from 'zod';
import { draftStates } from '../domain/draft-state.ts';

// What the CLI prints with --json, the API answers and the pages show.

/** RFC 3339 in UTC. */
export const time = z.iso.datetime();

export const findingView = z
  .object({
    rule: z.string(),
    severity: z.enum(['error', 'warning', 'notice']),
    /** The note or setting it is about. */
    field: z.string().optional(),
    message: z.string(),
  })
  .meta({ id: 'Finding' });

/** A note that is not in the letter. */
export const leftOutView = z
  .object({ field: z.string(), text: z.string() })
  .meta({ id: 'LeftOut' });

export const draftView = z
  .object({
    draftId: z.string(),
    revision: z.number(),
    contactId: z.string(),
    purpose: z.string(),
    to: z.string(),
    subject: z.string(),
    text: z.string(),
    findings: z.array(findingView),
    state: z.enum(draftStates),
    /** The times that it offers. */
    slots: z.array(z.object({ at: time, minutes: z.number() })),
    leftOut: z.array(leftOutView),
    /** Somebody changed its words by hand. */
    edited: z.boolean(),
    /** Notes, profile or template are newer than its words: `GET /drafts/{draftId}/offer` has the new ones. */
    outdated: z.boolean(),
    /** Why it was withdrawn, or why an approval no longer counts. */
    stateWhy: z.string().nullable(),
    contactName: z.string(),
    createdAt: time,
    /** When an approved draft is planned to go, and why then. */
    planned: z.object({ at: time, why: z.string() }).nullable(),
  })
  .meta({ id: 'Draft' });
export type DraftView = z.infer<typeof draftView>;

export const messageView = z
  .object({
    direction: z.enum(['in', 'out']),
    kind: z.string(),
    purpose: z.string().nullable(),
    messageId: z.string(),
    subject: z.string(),
    at: time,
    state: z.enum([
      'approved',
      'scheduled',
      'sent',
      'refused',
      'ambiguous',
      'handled',
      'needs_you',
    ]),
    /** Key of the stored message (in, or written by hand) for `reply judge`; null for our own mails. */
    id: z.string().nullable(),
    /** Key of the draft for our own mails. */
    draftId: z.string().nullable(),
    subkind: z.string().nullable(),
    reasons: z.array(z.string()),
    from: z.string(),
    text: z.string(),
    visibleText: z.string(),
    returnDate: z.string().nullable(),
    judgement: z.string().nullable(),
    byHand: z.boolean(),
    matchRule: z.string().nullable(),
  })
  .meta({ id: 'Message' });
export type MessageView = z.infer<typeof messageView>;

/** As `contact show` has it. */
export const meetingView = z
  .object({
    meetingId: z.string(),
    uid: z.string(),
    sequence: z.number(),
    at: time,
    minutes: z.number(),
    format: z.enum(['call', 'video', 'phone', 'coffee']).nullable(),
    where: z.string().nullable(),
    state: z.enum(['confirmed', 'took_place', 'no_show', 'cancelled']),
    attendance: z.enum(['needs_action', 'accepted', 'declined', 'tentative']),
    organizer: z.enum(['us', 'them']),
  })
  .meta({ id: 'Meeting' });
export type MeetingView = z.infer<typeof meetingView>;

export const nextView = z.object({ at: time, why: z.string() }).nullable();

export const stage = z
  .enum([
    'drafting',
    'awaiting_approval',
    'scheduled',
    'waiting',
    'in_conversation',
    'meeting',
    'thank_you',
    'keeping_in_touch',
    'paused',
    'closed',
  ])
  .meta({ id: 'Stage' });
export type Stage = z.infer<typeof stage>;

export const outcome = z.enum([
  'silent',
  'declined',
  'bounced',
  'opted_out',
  'stopped',
  'withdrawn',
  'referred',
  'met',
]);
export type Outcome = z.infer<typeof outcome>;

export const contactSummary = z
  .object({
    contactId: z.string(),
    email: z.string(),
    name: z.string(),
    company: z.string().nullable(),
    stage,
    outcome: outcome.nullable(),
    /** The next timer, and why it is set. */
    next: nextView,
    /** What is waited for when it is not a moment in time, such as an approval. */
    waitingFor: z.string().nullable(),
  })
  .meta({ id: 'ContactSummary' });
export type ContactSummary = z.infer<typeof contactSummary>;

export const contactView = contactSummary
  .extend({
    drafts: z.array(draftView),
    messages: z.array(messageView),
    meetings: z.array(meetingView),
    facts: z.record(z.string(), z.union([z.string(), z.array(z.string()), z.null()])),
    policy: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    mailbox: z.object({ mailboxId: z.string(), address: z.string() }),
    addresses: z.array(z.string()),
    timeline: z.array(z.object({ at: time, text: z.string() })),
    problems: z.array(z.object({ id: z.string(), kind: z.string(), text: z.string(), at: time })),
    /** Mails with this person from before Rapport, when the mailbox shows any. */
    earlier: z.object({ count: z.number(), latest: time.nullable() }).nullable(),
    suppressed: z.boolean(),
    /** Those of the addresses to which nothing is written. */
    suppressedAddresses: z.array(z.string()),
  })
  .meta({ id: 'Contact' });
export type ContactView = z.infer<typeof contactView>;

/** A time that a mail of theirs names. */
export const namedTimeView = z
  .object({
    at: time,
    minutes: z.number(),
    from: z.enum(['slot', 'text', 'calendar']),
    quote: z.string(),
    /** False while it may mean something else. */
    certain: z.boolean(),
    free: z.boolean(),
    /** What is in the way. */
    clash: z.string().nullable(),
  })
  .meta({ id: 'NamedTime' });
export type NamedTimeView = z.infer<typeof namedTimeView>;

export const needsYouView = z
  .object({
    id: z.string(),
    type: z.enum(['draft', 'reply', 'time', 'meeting', 'thank_you', 'question', 'problem']),
    contactId: z.string().nullable(),
    why: z.string(),
    since: time,
    contactName: z.string().nullable(),
    draftId: z.string().nullable(),
    messageId: z.string().nullable(),
    /** Of a `time` item. */
    times: z.array(namedTimeView).optional(),
    /** A booking page of theirs: open it yourself. */
    link: z.string().nullable().optional(),
    /** Their sentence, where it says when it would suit them and names no time: `times` are free ones of it. */
    window: z.string().nullable().optional(),
    /** A telephone number in their mail: a place for a call. */
    phone: z.string().nullable().optional(),
    /** Of a `question`: what can be answered, by name. */
    choices: z.array(z.object({ name: z.string(), says: z.string() })).optional(),
  })
  .meta({ id: 'NeedsYouItem' });
export type NeedsYouView = z.infer<typeof needsYouView>;

export const mailboxCheckView = z
  .object({
    check: z.string(),
    ok: z.boolean(),
    detail: z.string(),
  })
  .meta({ id: 'MailboxCheck' });

export const mailboxView = z
  .object({
    mailboxId: z.string(),
    address: z.string(),
    state: z.string(),
    lastLookedAt: time.nullable(),
    detail: z.string().nullable(),
    practice: z.boolean(),
    fromName: z.string().nullable(),
    fromAddress: z.string().nullable(),
    /** Further addresses of the user's own. */
    aliases: z.array(z.string()),
    junkFolder: z.string().nullable(),
    sentFolder: z.string().nullable(),
    /** Signs in with a token of this provider; null for a password. */
    oauth: z.enum(['google', 'microsoft']).nullable(),
    sendingStopped: z.string().nullable(),
  })
  .meta({ id: 'Mailbox' });
export type MailboxView = z.infer<typeof mailboxView>;

export const statusView = z
  .object({
    ready: z.boolean(),
    url: z.string().nullable(),
    database: z.string(),
    temporal: z.string(),
    workers: z.number(),
    mailboxes: z.array(mailboxView),
    /** Why nothing is sent at all, when that is so. */
    sendingStopped: z.string().nullable(),
  })
  .meta({ id: 'Status' });
export type StatusView = z.infer<typeof statusView>;
