import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

/** What a page can say once about the step before it. */
const sentences = {
  added: 'Added. The first mail is being drafted.',
  approved: 'Approved. It goes out in their working hours.',
  approvedLater: 'Approved for later.',
  saved: 'Saved.',
  edited: 'Saved. The text was looked over again.',
  skipped: 'Skipped.',
  takenBack: 'The approval was taken back.',
  settled: 'Noted.',
  dismissed: 'Dealt with.',
  agreed: 'Agreed. The confirmation waits for your approval.',
  proposed: 'Times were drafted. Approve the mail and they are offered.',
  judged: 'Noted. The journey goes on from there.',
  recorded: 'Noted. The thank-you is drafted with it.',
  written: 'Drafted. Approve it and it goes out.',
  paused: 'Paused.',
  resumed: 'Resumed.',
  snoozed: 'Snoozed.',
  stopped: 'Stopped. Nothing more is sent to this person.',
  reopened: 'Reopened.',
  unsuppressed: 'This person may be written to again. Reopen the journey to begin anew.',
  removed: 'Removed.',
  connected: 'The mailbox is connected.',
  practising: 'The practice mailbox is ready.',
  mailboxEdited: 'The mailbox has its new settings.',
  alertsChanged: 'Saved. A test line was posted there.',
  mailboxRemoved: 'The mailbox was removed.',
  testSent: 'The test mail is on its way to you.',
  everythingStopped: 'Everything is stopped. No mail goes out until you resume.',
  everythingPaused: 'Every journey is paused.',
  everythingSnoozed: 'Every journey is snoozed.',
  everythingResumed: 'Sending goes on.',
  applied: 'Saved, also for running journeys.',
} as const;

export type Said = keyof typeof sentences;

const cookie = 'rapport-said';

export function say(c: Context, said: Said): void {
  setCookie(c, cookie, said, { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 60 });
}

/** The sentence to show now; it is not shown again. */
export function whatWasSaid(c: Context): string | undefined {
  // A page that refreshes itself must not use up what the next page is to say.
  if (c.req.header('x-live') !== undefined) return undefined;
  const said = getCookie(c, cookie);
  if (said === undefined) return undefined;
  deleteCookie(c, cookie, { path: '/' });
  return Object.hasOwn(sentences, said) ? sentences[said as Said] : undefined;
}
