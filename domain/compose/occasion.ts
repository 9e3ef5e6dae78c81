/** A time that is offered or agreed. */
export type Slot = { readonly at: Date; readonly minutes: number };

/** What a confirmation repeats. */
export type MeetingFacts = Slot & {
  readonly format: 'call' | 'video' | 'phone' | 'coffee' | undefined;
  /** A join link, a phone number or an address. */
  readonly where?: string | undefined;
};

/**
 * Why a check-in is written: an advice they gave, with what came of it, or a sentence of the user's
 * own ("I met Bea Costa, whom you named.").
 */
export type CheckInReason =
  | { readonly kind: 'advice'; readonly advice: string; readonly how?: string | undefined }
  | { readonly kind: 'sentence'; readonly text: string };

/**
 * What only the moment knows, per purpose. Everything that is optional may be missing: the letter
 * then does without, or is held by a finding that names it. Free texts are notes in any form.
 */
export type Occasion =
  | { readonly purpose: 'outreach' }
  | {
      readonly purpose: 'nudge';
      /** `later`: they asked to be asked again; `times`: the times offered found no answer. */
      readonly because?: 'silence' | 'later' | 'times' | undefined;
      readonly news?: string | undefined;
      /** Fresh times, where the first ones have passed. */
      readonly slots?: readonly Slot[] | undefined;
    }
  | {
      readonly purpose: 'proposal';
      readonly slots: readonly Slot[];
      readonly because?: 'agreed' | 'other_times' | 'they_cancelled' | 'no_show' | undefined;
      /** The user chose the times: none is put in the place of another without a word of theirs. */
      readonly chosen?: boolean | undefined;
      /** `either` leaves it to them. */
      readonly format?: MeetingFacts['format'] | 'either';
    }
  | {
      readonly purpose: 'confirmation';
      readonly meeting: MeetingFacts;
      /** What is new since the last confirmation that left. */
      readonly change?: 'time' | 'details' | undefined;
      /** `acceptance`: the invitation was theirs. */
      readonly invite?: 'invitation' | 'acceptance' | undefined;
    }
  | {
      readonly purpose: 'cancellation';
      readonly meeting: Slot;
      /** A clause, as it follows "because": "a seminar was moved". */
      readonly why?: string | undefined;
      readonly slots?: readonly Slot[] | undefined;
      /** Whether the calendar entry is withdrawn with this mail. */
      readonly invite?: boolean | undefined;
    }
  | {
      readonly purpose: 'thank_you';
      /** Undefined when they answered by mail: then there is no talk to thank for. */
      readonly met: { readonly at: Date; readonly now: Date } | undefined;
      readonly takeaways: readonly string[];
      /** The user's own sentence: "On Monday I will …". */
      readonly nextStep?: string | undefined;
      /** Names of the people they pointed to. */
      readonly people?: readonly string[] | undefined;
      readonly offer?: string | undefined;
    }
  | {
      readonly purpose: 'check_in';
      readonly reason: CheckInReason | undefined;
      /** An article, an event: a sentence. */
      readonly gift?: string | undefined;
    }
  | {
      readonly purpose: 'introducer_thanks';
      readonly introduced: string;
      /** Whether the talk has taken place already. */
      readonly met?: boolean | undefined;
      readonly learned?: string | undefined;
    }
  | {
      readonly purpose: 'landed_role';
      readonly role: string | undefined;
      readonly company?: string | undefined;
      /** What this person did, as a sentence. */
      readonly helped: string | undefined;
    }
  | {
      readonly purpose: 'reply';
      /** `asks`, `referred` and `answered` thank for the mail; `declined` leaves one question open. */
      readonly because: 'declined' | 'referred' | 'answered' | 'asks';
      /** Names of the people they pointed to. */
      readonly people?: readonly string[] | undefined;
    };
