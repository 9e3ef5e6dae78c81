import type { z } from 'zod';
import { Refusal } from '../domain/errors.ts';
import type { mailboxCheckView } from './views.ts';

/** A mailbox that failed a check it cannot do without. Nothing of it was stored. */
export class MailboxRefused extends Refusal {
  readonly address: string;
  readonly checks: readonly z.infer<typeof mailboxCheckView>[];
  constructor(address: string, checks: readonly z.infer<typeof mailboxCheckView>[]) {
    const failed = checks.filter(({ ok }) => !ok).map(({ detail }) => detail);
    super([`Could not connect ${address}.`, ...failed].join(' '));
    this.address = address;
    this.checks = checks;
  }
}
