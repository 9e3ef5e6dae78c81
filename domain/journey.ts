import type { Policy } from './policy.ts';

/** What a journey starts with, and what continue-as-new and PostgreSQL carry of it. */
export type JourneyInput = { readonly contactId: string; readonly state: JourneyState };

/** What of the policy the story itself counts with; the rest binds the sending and is read from PostgreSQL. */
export type JourneyPolicy = Pick<Policy, 'nudgeAfter' | 'maxNudges' | 'giveUpAfter'>;

export type JourneyState = {
  readonly policy: JourneyPolicy;
  readonly chapter: Chapter;
  readonly nudges: number;
  /** Epoch milliseconds of the last thing we sent or skipped; the waits count from it. */
  readonly quietSince: number | undefined;
  /** Epoch milliseconds: the contact announced to be away until then. */
  readonly awayUntil: number | undefined;
  readonly draft: DraftReference | undefined;
  readonly paused: boolean;
  readonly snoozedUntil: number | undefined;
  /** News that came and is not dealt with yet. */
  readonly unread: readonly News[];
  /** What a person has said of replies and the story has not come to yet; absent in states saved before there was any. */
  readonly judgements?: readonly Judgement[];
  /** Ids of messages from outside already taken in, the newest last; bounded. */
  readonly seen: readonly string[];
};

export type Chapter = 'outreach' | 'silence' | 'conversation' | 'closed';

export type DraftReference = { readonly draftId: string; readonly revision: number };

/** Something that a mail brought. `id` makes a second delivery harmless. */
export type News = {
  readonly id: string;
  readonly kind: 'reply' | 'bounce' | 'auto_reply' | 'opt_out' | 'by_hand' | 'calendar';
  readonly messageId: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Of an auto-reply: epoch milliseconds of the first moment back. */
  readonly until?: number;
  /** Of a bounce: whether the address is dead, or only this mail was lost. */
  readonly deadAddress?: boolean;
};

export type DraftVerdict = {
  readonly id: string;
  readonly draftId: string;
  readonly revision: number;
  readonly verdict: 'approved' | 'skipped' | 'taken_back' | 'edited' | 'settled';
};

export type Judgement = {
  readonly id: string;
  readonly messageId: string;
  readonly judgement: ReplyJudgement;
};

export type ReplyJudgement =
  'interested' | 'declined' | 'proposes_time' | 'asks' | 'not_a_reply' | 'opt_out';

export type Command = { readonly id: string };

/** Workflow `letter/<draftId>`: one mail outside of the story, by the same approval and ledger. */
export type LetterInput = { readonly contactId: string; readonly draft: DraftReference };

/** How many ids of what it was told a journey carries on; older ones cannot be told twice any more. */
export const rememberedIds = 200;

export const journeyId = (contactId: string): string => `journey/${contactId}`;
export const letterId = (draftId: string): string => `letter/${draftId}`;
export const mailboxWatchId = (mailboxId: string): string => `mailbox/${mailboxId}`;
