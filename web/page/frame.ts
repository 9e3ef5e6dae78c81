import type { MailboxView } from '../../operations/views.ts';
import { isOverdue } from '../../domain/mailbox/looks.ts';
import type { Clock } from './dates.ts';
import type { Toast } from './toast.ts';

/** What every page of a signed-in person shows around its own matter. */
export type Frame = {
  readonly csrf: string;
  readonly clock: Clock;
  /** As the browser calls this machine, with the port. */
  readonly host: string;
  /** Path of the page, for the navigation. */
  readonly path: string;
  /** The same with its query, as far as it is one of our own pages to come back to. */
  readonly address: string;
  readonly needsYou: number;
  readonly sendingStopped: string | null;
  readonly mailboxes: readonly MailboxView[];
  /** Where letters may be sent for other words; null where no language model is set up. */
  readonly rewritingAt: string | null;
  /** A practice mailbox is connected. */
  readonly practising: boolean;
  readonly toast: Toast | undefined;
};

/** What is wrong with the sentence and page that put it right. */
export type Alert = { readonly text: string; readonly href: string; readonly action: string };

/** Everything wrong that each page must say. */
export function alerts(frame: Frame): readonly Alert[] {
  const found: Alert[] = [];
  if (frame.sendingStopped !== null) {
    found.push({
      text: `Nothing is being sent: ${frame.sendingStopped}`,
      href: '/settings#sending',
      action: 'Resume sending',
    });
  }
  for (const mailbox of frame.mailboxes) {
    const text = mailboxAlert(mailbox, frame.clock.now);
    if (text !== undefined)
      found.push({ text, href: '/settings#mailboxes', action: 'See what to do' });
  }
  return found;
}

function mailboxAlert(mailbox: MailboxView, now: Date): string | undefined {
  const detail = mailbox.detail === null ? '' : ` ${mailbox.detail}`;
  if (mailbox.state === 'sign_in_failed') {
    return `Rapport can no longer sign in to ${mailbox.address}, so replies are not seen and follow-ups are held.${detail}`;
  }
  if (mailbox.state === 'unreachable') {
    return `The mail server of ${mailbox.address} cannot be reached; follow-ups are held until it can.${detail}`;
  }
  if (mailbox.sendingStopped !== null) {
    return `The mail server stopped sending from ${mailbox.address}: ${mailbox.sendingStopped}`;
  }
  if (mailbox.lastLookedAt !== null && isOverdue(new Date(mailbox.lastLookedAt), now)) {
    return `Nobody reads ${mailbox.address} at the moment, so replies are not seen and follow-ups are held.`;
  }
  return undefined;
}
