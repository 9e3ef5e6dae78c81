export type HumanReply = {
  readonly subkind: 'interested' | 'declined' | 'proposes_time' | 'asks' | 'unclear';
  readonly reason: string;
  readonly certain: boolean;
  readonly refersTo: readonly { readonly name: string | undefined; readonly email: string }[];
  /** RFC 3339 in UTC. */
  readonly proposedTimes: readonly string[];
};

/** What a person's answer means for the journey, with the sentence that decided it. */
export function humanReply(input: {
  readonly visible: string;
  readonly subject: string;
  readonly senderTimeZone: string | undefined;
  readonly receivedAt: Date;
}): HumanReply {
  const asks = input.visible.includes('?');
  return {
    subkind: asks ? 'asks' : 'unclear',
    reason: asks ? 'The mail asks a question.' : 'Nothing in the mail says what it means.',
    certain: false,
    refersTo: [],
    proposedTimes: [],
  };
}
