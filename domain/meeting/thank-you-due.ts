import type { Policy } from '../policy.ts';
import { milliseconds } from '../timing/duration.ts';

/** When a thank-you is due. All are epoch milliseconds. */
export type ThankYouDue = {
  /** From here on the user is told how much time is left. */
  readonly half: number;
  readonly due: number;
  /** From here on it should say that it comes late. */
  readonly late: number;
};

/** `from` is the end of the conversation, or when a mail was judged to have answered the questions. */
export function thankYouDue(from: Date, policy: Pick<Policy, 'thankYouWithin'>): ThankYouDue {
  const within = milliseconds(policy.thankYouWithin);
  const start = from.getTime();
  return { half: start + within / 2, due: start + within, late: start + milliseconds('PT48H') };
}

/** "is due in 5 hours" or "is overdue", as it follows the name of the mail. */
export function dueInWords({ due }: ThankYouDue, now: Date): string {
  const left = due - now.getTime();
  if (left <= 0) return 'is overdue';
  const minutes = Math.max(1, Math.round(left / 60_000));
  if (minutes < 120) return `is due in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
  return `is due in ${Math.round(minutes / 60)} hours`;
}
