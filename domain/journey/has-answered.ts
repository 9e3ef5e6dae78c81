import { canonicalAddress } from '../email-address.ts';

export type ReceivedMessage = {
  /** What a person has said that it is. */
  readonly judgement: string | null;
  readonly kind: string;
  readonly certain: boolean;
  readonly matchRule: string | null;
  readonly fromAddress: string;
};

/** Whether somebody has answered for sure: by a reply from an address of theirs, or a mail that a person calls theirs. */
export function hasAnswered({
  addresses,
  messages,
}: {
  /** In their canonical form. */
  readonly addresses: readonly string[];
  readonly messages: readonly ReceivedMessage[];
}): boolean {
  return messages.some(({ judgement, kind, certain, matchRule, fromAddress }) =>
    judgement === null
      ? kind === 'human_reply' &&
        certain &&
        (matchRule === 'reply_id' || matchRule === 'gmail_thread') &&
        addresses.includes(canonicalAddress(fromAddress))
      : judgement !== 'not_a_reply' && judgement !== 'opt_out',
  );
}
