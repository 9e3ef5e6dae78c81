import type { Verdict } from '../verdict.ts';

/**
 * What a bounce means for the journey. `address_dead`: no mail will arrive there. `mail_lost`: this
 * mail is lost, the address is probably fine (full mailbox, expired, too large, a mailbox that takes no
 * mail from outside, or no reason at all). `sending_blocked`:
 * the account's sending is refused (5.7.x), nobody's address is wrong. `delayed`: the server goes on trying.
 * Undefined for all other mail.
 */
export function bounceMeaning(
  verdict: Verdict,
): 'address_dead' | 'mail_lost' | 'sending_blocked' | 'delayed' | undefined {
  if (verdict.kind !== 'bounce_permanent' && verdict.kind !== 'bounce_temporary') return undefined;
  if (verdict.subkind === 'delayed') return 'delayed';
  if (verdict.subkind === 'sending_limit') return 'sending_blocked';
  if (verdict.kind === 'bounce_temporary') return 'mail_lost';
  if (verdict.subkind === 'policy' || verdict.subkind === 'relaying') return 'sending_blocked';
  const gone = ['user_unknown', 'host_unknown', 'disabled', 'moved'];
  return gone.includes(verdict.subkind ?? '') ? 'address_dead' : 'mail_lost';
}
