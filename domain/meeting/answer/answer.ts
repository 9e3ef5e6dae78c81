/** What somebody says about a time. `fixed` meetings are moved, cancelled or confirmed; offered slots are accepted. */
export type Act =
  | 'accepts'
  | 'declines'
  | 'proposes_time'
  | 'proposes_window'
  | 'reschedule'
  | 'cancels'
  | 'confirms'
  | 'delegates'
  | 'sends_link'
  | 'asks'
  | 'defers'
  | 'none';

export type AnswerInput = {
  /** What the person wrote, without quotation and signature. */
  readonly text: string;
  /** The slots offered to them, in the order of the mail; with `fixed`, the one agreed meeting. */
  readonly slots: readonly OfferedSlot[];
  readonly fixed: boolean;
  readonly receivedAt: Date;
  /** IANA names. An unknown zone of the sender leaves hours unread unless the mail names one. */
  readonly senderZone: string | undefined;
  readonly userZone: string;
};

export type OfferedSlot = { readonly start: Date; readonly end: Date };

/** Days or a week in which they would meet; dates and hours are those of the sender's clock, or of `zone`. */
export type AnswerWindow = {
  /** `2026-10-13`. */
  readonly days?: readonly string[];
  /** First and last day: `2026-10-12/2026-10-16`. */
  readonly week?: string;
  readonly part?: DayPart;
  /** `15:00`. */
  readonly from?: string;
  readonly to?: string;
  readonly zone?: string;
};

export type DayPart = 'morning' | 'lunch' | 'afternoon' | 'evening';

export type Answer = {
  readonly act: Act;
  /** Numbers of the accepted slots, from 1. */
  readonly slots: readonly number[];
  readonly times: readonly Date[];
  readonly windows: readonly AnswerWindow[];
  /** False unless every constraint of the sentences about time was used. */
  readonly certain: boolean;
  /** The sentence that decided. */
  readonly quote: string | undefined;
  /** A booking page of theirs. It is shown, never opened. */
  readonly link: string | undefined;
};
