import type { z } from 'zod';
import { Conflict } from '../../domain/errors.ts';
import type { mailboxCheckView } from '../views.ts';

type Check = z.infer<typeof mailboxCheckView>;

/** A mailbox that failed a check it cannot do without. Nothing of it was stored. */
export class MailboxRefused extends Conflict {
  readonly address: string;
  readonly checks: readonly Check[];
  /** `advice` are the provider's peculiarities, as sentences. */
  constructor(address: string, checks: readonly Check[], advice: readonly string[]) {
    const failed = checks.filter(({ ok }) => !ok).map(({ detail }) => detail);
    super([`Could not connect ${address}.`, ...failed, ...advice].join(' '));
    this.address = address;
    this.checks = checks;
  }
}
