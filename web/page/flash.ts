import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';

/** What a page can say once about the step before it: a sentence, by the name of the person where there is one. */
const sentences = {
  added: (who) => `${who ?? 'The contact'} is added. The first mail is being drafted.`,
  linked: (who) =>
    `${who ?? 'This person'} is a contact already. Both pages show the introduction now.`,
  addedMany: (who) => `Added: ${who ?? 'the contacts'}. The first mails are being drafted.`,
  approved: (who) => (who === undefined ? 'Approved.' : `To ${who}`),
  approvedLater: (who) => (who === undefined ? 'Approved for later.' : `To ${who}`),
  approvedMany: (who) => `Approved: mails to ${who ?? 'them'}.`,
  landed: (who) =>
    `Mails to ${who ?? 'those who helped'} are drafted. Each waits for your approval.`,
  saved: () => 'Saved.',
  edited: (who) =>
    `Saved${who === undefined ? '' : `: mail to ${who}`}. The text was checked again.`,
  skipped: (who) => `Skipped${who === undefined ? '' : `: mail to ${who}`}.`,
  restored: (who) => `The mail to ${who ?? 'this person'} is back.`,
  takenBack: (who) => `The approval was taken back${who === undefined ? '' : `: mail to ${who}`}.`,
  settled: () => 'Noted.',
  dismissed: (who) => `Marked as resolved${who === undefined ? '' : `: ${who}`}.`,
  reopenedProblem: () => 'Back on your list.',
  agreed: (who) => `Agreed with ${who ?? 'them'}. The confirmation waits for your approval.`,
  moved: (who) => `The conversation with ${who ?? 'them'} is moved.`,
  cancelled: (who) => `The conversation with ${who ?? 'them'} is cancelled.`,
  checkIn: (who) => `The check-in with ${who ?? 'them'} is drafted. Approve it and it goes out.`,
  proposed: (who) => `Times for ${who ?? 'them'} are drafted. Approve the mail to offer them.`,
  judged: (who) => `Noted what ${who ?? 'they'} wrote.`,
  recorded: (who) =>
    `Noted${who === undefined ? '' : ` for ${who}`}. The thank-you is drafted with it.`,
  noShow: (who) => `Noted. New times for ${who ?? 'them'} are drafted, without a reproach.`,
  noted: (who) => `Noted${who === undefined ? '' : ` for ${who}`}.`,
  written: (who) => `The mail to ${who ?? 'them'} is drafted. Approve it and it goes out.`,
  paused: (who) => `Paused: ${who ?? 'the journey'}.`,
  resumed: (who) => `Resumed: ${who ?? 'the journey'}.`,
  snoozed: (who) => `Snoozed: ${who ?? 'the journey'}.`,
  stopped: (who) => `Stopped. Nothing more is sent to ${who ?? 'this person'}.`,
  suppressed: (who) => `Stopped for good. Nothing is ever sent to ${who ?? 'this person'} again.`,
  reopened: (who) => `Reopened: ${who ?? 'the journey'}.`,
  unsuppressed: () => 'This person may be written to again. Reopen the journey to begin anew.',
  removed: (who) => `Removed${who === undefined ? '' : `: ${who}`}.`,
  pausedMany: () => 'Paused.',
  resumedMany: () => 'Resumed.',
  stoppedMany: () => 'Stopped. Nothing more is sent to them.',
  imported: () => 'They are on your list. Nothing is written to anybody before you start.',
  importForgotten: () => 'The people of that import are forgotten.',
  labelled: () => 'Labels saved.',
  connected: () => 'The mailbox is connected.',
  practising: () => 'The practice mailbox is ready.',
  mailboxEdited: () => 'The mailbox has its new settings.',
  alertsChanged: () => 'Saved. A test line was posted there.',
  tokenEnded: () => 'The token is ended.',
  mailboxRemoved: () => 'The mailbox was removed.',
  testSent: () => 'The test mail is on its way to you.',
  everythingStopped: () => 'Everything is stopped. No mail goes out until you resume.',
  everythingPaused: () => 'Every journey is paused.',
  everythingSnoozed: () => 'Every journey is snoozed.',
  everythingResumed: () => 'Sending goes on.',
  applied: () => 'Saved, also for running journeys.',
} as const satisfies Readonly<Record<string, (who: string | undefined) => string>>;

export type Said = keyof typeof sentences;

/** What a step was about, by id; the page looks the name up when it says so. */
export type About = {
  readonly contactIds?: readonly string[];
  readonly draftIds?: readonly string[];
  readonly messageId?: string;
  /** What was said of that mail. */
  readonly judgement?: string;
  readonly problemId?: string;
};

export type Flash = About & { readonly said: Said };

const cookie = 'rapport-said';
/** A cookie holds 4 KB. */
const maxIds = 50;

const stored = z.object({
  said: z.string().refine((said): said is Said => Object.hasOwn(sentences, said)),
  contactIds: z.array(z.uuid()).max(maxIds).optional(),
  draftIds: z.array(z.uuid()).max(maxIds).optional(),
  messageId: z.uuid().optional(),
  judgement: z.string().max(40).optional(),
  problemId: z.uuid().optional(),
});

export function setFlash(c: Context, said: Said, about: About = {}): void {
  const value = JSON.stringify({ said, ...about });
  setCookie(c, cookie, value, { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 60 });
}

/** What to say now; it is not said again. */
export function takeFlash(c: Context): Flash | undefined {
  // A page that refreshes itself must not use up what the next page is to say.
  if (c.req.header('x-live') !== undefined) return undefined;
  const value = getCookie(c, cookie);
  if (value === undefined) return undefined;
  deleteCookie(c, cookie, { path: '/' });
  const parsed = stored.safeParse(jsonOf(value));
  return parsed.success ? (parsed.data as Flash) : undefined;
}

export function flashSentence(said: Said, who: string | undefined): string {
  return sentences[said](who);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
