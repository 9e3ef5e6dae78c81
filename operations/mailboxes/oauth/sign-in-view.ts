import { z } from 'zod';
import type { OauthSignIn } from '../../../db/generated/client.ts';
import { mailboxCheckView } from '../../views.ts';

/** How a sign-in stands; `message` says what to do when it failed. */
export const signInView = z.object({
  signInId: z.string(),
  state: z.enum(['open', 'connected', 'failed']),
  address: z.string(),
  mailboxId: z.string().nullable(),
  message: z.string().nullable(),
  checks: z.array(mailboxCheckView),
});
export type SignInView = z.infer<typeof signInView>;

const endpoint = z.object({
  host: z.string(),
  port: z.number(),
  security: z.enum(['tls', 'starttls', 'none']),
});

/** The mailbox as it will be connected, kept with the sign-in. */
export const wantedMailbox = z.object({
  address: z.string(),
  user: z.string().optional(),
  imap: endpoint,
  smtp: endpoint,
  ca: z.string().optional(),
  /** Several names of one account: whoever signs in is right. */
  anyAccount: z.boolean(),
});
export type WantedMailbox = z.infer<typeof wantedMailbox>;

export function presentSignIn(row: OauthSignIn, now: Date): SignInView {
  const { address } = wantedMailbox.parse(row.mailbox);
  const late = row.outcome === null && row.expiresAt <= now;
  return {
    signInId: row.id,
    state: late ? 'failed' : signInView.shape.state.parse(row.outcome ?? 'open'),
    address,
    mailboxId: row.mailboxId,
    message: late ? 'The sign-in was not finished in time. Begin again.' : row.message,
    checks: z.array(mailboxCheckView).parse(row.checks),
  };
}
