import type { Authentication } from './authentication-results.ts';
import { bounceMeaning } from './classify/bounce/meaning.ts';
import type { Verdict } from './classify/verdict.ts';

/**
 * What a received mail does by itself, without anybody being asked:
 * `ask` holds the follow-ups and puts it before the user, `opt_out` ends the journey for good,
 * `dead_address` closes it as bounced, `lost` notes a mail that did not arrive, `blocked` asks and
 * counts towards stopping the mailbox, `away` puts the journey off, `none` only notes it.
 */
export type JourneyEffect =
  'ask' | 'opt_out' | 'dead_address' | 'lost' | 'blocked' | 'away' | 'none';

/** All that decides whether a mail may act. */
export type ReceivedFacts = {
  readonly verdict: Verdict;
  /** It was matched by a subject or an address only. */
  readonly weak: boolean;
  readonly inJunk: boolean;
  /** What the user's own server says of the sender. */
  readonly authentication: Authentication;
  /** Its From is an address of the contact; Sender, Reply-To and named recipients do not count. */
  readonly fromContact: boolean;
  /** Of a bounce: which mail came back. */
  readonly returned: ReturnedMail;
};

/**
 * `current`: one of ours to the address that the contact has now, and that address failed. `former`: one to an
 * address that the contact had before. `unclear`: it returns nothing of ours, or another address failed.
 */
export type ReturnedMail = 'current' | 'former' | 'unclear';

/** Who may act by mail. Everything that is uncertain, or that could be forged, only asks. */
export function journeyEffect(mail: ReceivedFacts): JourneyEffect {
  const { verdict, weak, inJunk, authentication, fromContact } = mail;
  const trusted = !inJunk && authentication !== 'fail' && verdict.certain;
  switch (verdict.kind) {
    case 'opt_out':
      return trusted && fromContact ? 'opt_out' : 'ask';
    case 'bounce_permanent':
    case 'bounce_temporary':
      return trusted && !weak ? bounceEffect(mail) : 'ask';
    case 'auto_reply':
      if (isReceipt(verdict)) return 'none';
      // Nobody comes back to that desk: the user decides whether to write to the successor.
      if (verdict.subkind === 'left') return 'ask';
      return trusted && fromContact && !weak ? 'away' : 'ask';
    case 'unrelated':
      return weak && verdict.certain ? 'none' : 'ask';
    case 'calendar':
    case 'human_reply':
      return 'ask';
  }
}

/** "Delivered" and "read" say nothing that a journey goes by, whoever sends them. */
function isReceipt({ subkind, certain }: Verdict): boolean {
  return certain && (subkind === 'delivered' || subkind === 'read');
}

function bounceEffect({ verdict, returned }: ReceivedFacts): JourneyEffect {
  const meaning = bounceMeaning(verdict);
  if (meaning === 'delayed' || meaning === undefined || returned === 'former') return 'none';
  if (returned === 'unclear') return 'ask';
  switch (meaning) {
    case 'address_dead':
      return 'dead_address';
    case 'sending_blocked':
      return 'blocked';
    case 'mail_lost':
      return 'lost';
  }
}

/** Bounces of so many people within a day mean the mailbox, not one of them. */
const peopleThatStop = 3;
const day = 24 * 60 * 60_000;

/**
 * Whether bounces that blame our sending stop a mailbox. One person can forge the bounce of a mail
 * to them, so it takes several; `at` in epoch milliseconds.
 */
export function stopsMailbox(
  bounces: readonly { readonly contactId: string; readonly at: number }[],
  now: number,
): boolean {
  const recent = bounces.filter(({ at }) => at > now - day);
  return new Set(recent.map(({ contactId }) => contactId)).size >= peopleThatStop;
}
