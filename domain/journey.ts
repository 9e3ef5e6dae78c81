import type { Policy } from './policy.ts';
import type { Purpose } from './purpose.ts';

/** What a journey starts with, and what continue-as-new and PostgreSQL carry of it. */
export type JourneyInput = {
  readonly contactId: string;
  readonly state: JourneyState;
  /** The stages of this run are stored by local activities. Runs that an earlier version began go on without. */
  readonly localStages?: boolean;
};

/** What of the policy the chapters themselves count with; the rest binds the sending and is read from PostgreSQL. */
export type JourneyPolicy = Pick<
  Policy,
  | 'nudgeAfter'
  | 'maxNudges'
  | 'giveUpAfter'
  | 'thankYouWithin'
  | 'checkInEvery'
  | 'maxUnansweredCheckIns'
>;

export type Chapter =
  'outreach' | 'silence' | 'agreeing' | 'meeting' | 'thanks' | 'keeping_in_touch' | 'closed';

/** What the board shows of a journey that goes on; a draft that waits shows in the first four alone. */
export type JourneyStage =
  'drafting' | 'waiting' | 'in_conversation' | 'meeting' | 'thank_you' | 'keeping_in_touch';

export type Outcome =
  'silent' | 'declined' | 'bounced' | 'opted_out' | 'stopped' | 'withdrawn' | 'referred' | 'met';

/** All times are epoch milliseconds. */
export type JourneyState = {
  readonly version: 2;
  /** Raised by each reopening; a message of an older one changes nothing. */
  readonly generation: number;
  readonly policy: JourneyPolicy;
  readonly chapter: Chapter;
  /** Of a closed journey. */
  readonly outcome: Outcome | undefined;
  /** They have answered, whatever the answer was. */
  readonly answered: boolean;
  /** They have met, or spoken by mail instead: from then on nothing closes as a failed outreach. */
  readonly met: boolean;
  /** Numbers the draft that is open, or comes next: a draft is unique by contact, generation and step. */
  readonly step: number;
  /** The draft of this chapter that waits for a yes, or is on its way. */
  readonly open: OpenDraft | undefined;
  /** Drafts of chapters that were left, which are still to be withdrawn. */
  readonly left: readonly string[];
  /** The drafts that came to their end last, the newest last: the news may be faster than the activity that drafted. */
  readonly settled: readonly SettledDraft[];
  /** A draft that unread mail took back: its words are used again when that mail is no answer. */
  readonly redraft: OpenDraft | undefined;
  /** Nudges of this chapter that left or were skipped. */
  readonly nudges: number;
  /** From when the waits of this chapter count: the last mail of ours, or what restarted the clock. */
  readonly quietSince: number | undefined;
  /** Why times are to be proposed, while agreeing. */
  readonly proposing: ProposingBecause | undefined;
  /** While agreeing: when the first of the times begins that the last proposal offers. */
  readonly firstSlot: number | undefined;
  /** While agreeing: a mail of ours waits for their answer. Else the user has to answer them. */
  readonly awaitsThem: boolean;
  /** The conversation that is agreed, or was the last one. */
  readonly meeting: MeetingTimes | undefined;
  readonly noShows: number;
  /** They named times while the thank-you was due: those come next. */
  readonly agreeingNext: boolean;
  /** Check-ins that left since they last wrote. */
  readonly unansweredCheckIns: number;
  /** They announced to be away until then. */
  readonly awayUntil: number | undefined;
  /** A follow-up is due then, however many nudges there were. */
  readonly askAgainAt: number | undefined;
  readonly paused: boolean;
  readonly snoozedUntil: number | undefined;
  /** Mail of theirs that nobody has judged or answered. */
  readonly unread: readonly UnreadMail[];
  /** What people said of the last mails of theirs, in the order in which they said it. */
  readonly judged: readonly JudgedMail[];
  /** Ids of the messages taken in last, the newest last, so that a second delivery changes nothing. */
  readonly heard: readonly string[];
  /** Counts how often a message sent the journey elsewhere: the chapter that runs has to leave off. */
  readonly moves: number;
  /** Counts how often the state was stored; a late attempt with a lower count stores nothing. */
  readonly saves: number;
};

export type OpenDraft = { readonly draftId: string; readonly purpose: Purpose };

/** As `proposal` of domain/compose/occasion.ts has it. */
export type ProposingBecause = 'agreed' | 'other_times' | 'they_cancelled' | 'no_show';

/** Without an id: they spoke by mail, or by chance. */
export type MeetingTimes = {
  readonly meetingId?: string;
  readonly at: number;
  readonly end: number;
};

/** A draft from which nothing more can come. */
export type SettledDraft = {
  readonly draftId: string;
  readonly how: 'sent' | 'skipped' | 'withdrawn';
  readonly at: number;
};

/** `at` is when the server received it (INTERNALDATE). */
export type UnreadMail = { readonly messageId: string; readonly at: number };

export type JudgedMail = {
  readonly messageId: string;
  readonly at: number;
  readonly judgement: ReplyJudgement;
  /** Where the journey was; absent when the judgement did not move it. */
  readonly before?: Position;
  /** Where the judgement moved it to. */
  readonly to: Chapter;
};

/** Where a journey is: what a corrected judgement goes back to. */
export type Position = Pick<
  JourneyState,
  | 'chapter'
  | 'outcome'
  | 'answered'
  | 'met'
  | 'nudges'
  | 'quietSince'
  | 'askAgainAt'
  | 'proposing'
  | 'awaitsThem'
>;

export const replyJudgements = [
  'interested',
  'declined',
  'proposes_time',
  'accepts_time',
  'cannot_make_it',
  'asks',
  'answered',
  'later',
  'referred',
  'not_a_reply',
  'opt_out',
] as const;

export type ReplyJudgement = (typeof replyJudgements)[number];

/** Workflow `mail/<draftId>`: one approved mail on its way. */
export type MailInput = { readonly contactId: string; readonly draftId: string };

/** How many ids of messages, settled drafts and judged mails a journey carries on. */
export const remembered = { ids: 200, settled: 20, judged: 20 };

export const journeyId = (contactId: string): string => `journey/${contactId}`;
export const mailId = (draftId: string): string => `mail/${draftId}`;
export const meetingId = (id: string): string => `meeting/${id}`;
export const reminderId = (id: string): string => `reminder/${id}`;
export const mailboxWatchId = (mailboxId: string): string => `mailbox/${mailboxId}`;

/** How every journey begins. */
export function firstState(policy: JourneyPolicy): JourneyState {
  const { nudgeAfter, maxNudges, giveUpAfter } = policy;
  const { thankYouWithin, checkInEvery, maxUnansweredCheckIns } = policy;
  return {
    version: 2,
    generation: 0,
    policy: {
      nudgeAfter,
      maxNudges,
      giveUpAfter,
      thankYouWithin,
      checkInEvery,
      maxUnansweredCheckIns,
    },
    chapter: 'outreach',
    outcome: undefined,
    answered: false,
    met: false,
    step: 0,
    open: undefined,
    left: [],
    settled: [],
    redraft: undefined,
    nudges: 0,
    quietSince: undefined,
    proposing: undefined,
    firstSlot: undefined,
    awaitsThem: false,
    meeting: undefined,
    noShows: 0,
    agreeingNext: false,
    unansweredCheckIns: 0,
    awayUntil: undefined,
    askAgainAt: undefined,
    paused: false,
    snoozedUntil: undefined,
    unread: [],
    judged: [],
    heard: [],
    moves: 0,
    saves: 0,
  };
}
