import type {
  Chapter,
  JourneyPolicy,
  Outcome,
  ProposingBecause,
  ReplyJudgement,
} from './journey.ts';
import type { Purpose } from './purpose.ts';

// The catalogue of what workflows are told. Each is a row in PostgreSQL first, and an outbox entry of its transaction.

/** A mail came, or was found in Sent. `messageId` is the key of the stored message; `at` is INTERNALDATE, epoch milliseconds. */
export type MailNews = { readonly messageId: string; readonly at: number };

/** What messages to `journey/<contactId>` carry, besides their id and generation. */
export type JourneyPayloads = {
  readonly replyReceived: MailNews;
  readonly calendarAnswered: MailNews;
  readonly optedOut: MailNews;
  /** `until` is the first moment back, where the mail names one. */
  readonly autoReplied: MailNews & { readonly until?: number };
  readonly wroteByHand: MailNews;
  /** `deadAddress`: the contact's current address does not exist. */
  readonly mailBounced: { readonly at: number; readonly deadAddress: boolean };
  readonly mailSettled: MailSettled;
  /** `until` is when they want to be asked again (`later`). */
  readonly judgeReply: MailNews & { readonly judgement: ReplyJudgement; readonly until?: number };
  /** A conversation was agreed or changed; `at` and `end` are its start and end. */
  readonly meetingChanged: {
    readonly meetingId: string;
    readonly how: 'agreed' | 'moved' | 'cancelled' | 'cancelled_by_them' | 'held' | 'no_show';
    readonly at: number;
    readonly end: number;
  };
  /** A talk that was never scheduled, or questions answered by mail: it counts as the meeting. */
  readonly metWithout: { readonly at: number };
  /** A person had the draft written that the chapter waits with (`propose`, `meeting record`, `check-in`). */
  readonly draftWritten: { readonly draftId: string; readonly purpose: Purpose };
  /**
   * A person's answer to a question decides where the journey goes on: `outcome` where it closes, `because` where times
   * are offered. `at` is now.
   */
  readonly goTo: {
    readonly chapter: Chapter;
    readonly outcome?: Outcome;
    readonly because?: ProposingBecause;
    readonly at: number;
  };
  readonly pause: object;
  readonly resume: object;
  readonly snooze: { readonly until: number };
  readonly stop: object;
  /** `at` is now. */
  readonly reopen: { readonly chapter: Chapter; readonly at: number };
  readonly changePolicy: { readonly policy: JourneyPolicy };
  /** PostgreSQL has changed in a way that the journey may care about. */
  readonly lookAgain: object;
};

/** The ledger's word about a mail. `refused` and `taken_back` wait for a yes again; `unclear` waits for a person's word. */
export type MailSettled = {
  readonly draftId: string;
  readonly purpose: Purpose;
  readonly how: 'sent' | 'refused' | 'unclear' | 'skipped' | 'withdrawn' | 'taken_back';
  readonly at: number;
  /** When the first of the times begins that it offers. */
  readonly firstSlot?: number;
};

export type JourneyMessageName = keyof JourneyPayloads;

/** The id makes a second delivery harmless; a message of an older generation changes nothing. */
export type Told<Payload> = Payload & { readonly id: string; readonly generation: number };

export type JourneyMessage = {
  readonly [Name in JourneyMessageName]: {
    readonly name: Name;
    readonly payload: Told<JourneyPayloads[Name]>;
  };
}[JourneyMessageName];

export const journeyMessages = [
  'replyReceived',
  'calendarAnswered',
  'optedOut',
  'autoReplied',
  'wroteByHand',
  'mailBounced',
  'mailSettled',
  'judgeReply',
  'meetingChanged',
  'metWithout',
  'draftWritten',
  'goTo',
  'pause',
  'resume',
  'snooze',
  'stop',
  'reopen',
  'changePolicy',
  'lookAgain',
] as const satisfies readonly JourneyMessageName[];

/** `mail/<draftId>` and `meeting/<meetingId>` are told one thing only: to look again at what PostgreSQL says. */
export const lookAgain = 'lookAgain';

/** What an outbox entry asks for: a message, or something about the run itself. */
export type OutboxKind =
  | JourneyMessageName
  /** Begins the workflow unless it runs. */
  | 'start'
  /** Begins it anew from PostgreSQL, whatever runs. */
  | 'restart'
  /** The contact is gone. */
  | 'end';
