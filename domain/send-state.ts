/** Where a mail that is to leave stands. `AMBIGUOUS`: it cannot be known whether the server took it. */
export type SendState = 'PENDING' | 'CLAIMED' | 'ACCEPTED' | 'REJECTED' | 'AMBIGUOUS';

export type SendEvent =
  /** An attempt takes the mail, right before it talks about it with the server. */
  | 'claim'
  /** The server said yes, or the mail was found in Sent. */
  | 'accept'
  /** It failed before the end of DATA, so it surely did not leave. */
  | 'release'
  /** The server refused it for good. */
  | 'reject'
  /** The connection was lost when the server may have had the whole mail, or the attempt died. */
  | 'lose'
  /** A person says that an ambiguous mail did not go out, or approves a refused one again. */
  | 'retry';

const transitions: Readonly<Record<SendState, Partial<Record<SendEvent, SendState>>>> = {
  PENDING: { claim: 'CLAIMED' },
  CLAIMED: { accept: 'ACCEPTED', release: 'PENDING', reject: 'REJECTED', lose: 'AMBIGUOUS' },
  ACCEPTED: {},
  REJECTED: { retry: 'PENDING' },
  AMBIGUOUS: { accept: 'ACCEPTED', retry: 'PENDING' },
};

/** The state after `event`; undefined where the ledger forbids it. PostgreSQL enforces the same in a trigger. */
export function nextSendState(state: SendState, event: SendEvent): SendState | undefined {
  return transitions[state][event];
}

/** Every pair of states that may follow each other, as the database's trigger needs them. */
export const allowedSteps: readonly (readonly [SendState, SendState])[] = Object.entries(
  transitions,
).flatMap(([from, events]) => Object.values(events).map((to) => [from as SendState, to] as const));
