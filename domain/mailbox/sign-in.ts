/** What a mail server's refusal to let us sign in means. */
export type SignInRefusal =
  /** The password is wrong or was changed, or this is a short disturbance. */
  | 'password'
  /** The server's words say what a person has to do. */
  | 'person'
  /** Signed in, yet there is no mailbox: another account, no licence, a policy, or throttling. */
  | 'no_mailbox'
  /** The access granted with OAuth has ended or was withdrawn. */
  | 'consent';

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * After how long, counted from the first refusal, a sign-in is tried again. A valid password may be
 * refused for a while; a wrong one that is tried on and on gets an address banned (fail2ban: five
 * in ten minutes) or an account locked.
 */
const tries: Readonly<Record<SignInRefusal, readonly number[]>> = {
  password: [minute, 5 * minute, 30 * minute],
  no_mailbox: [5 * minute, 15 * minute, 30 * minute],
  person: [],
  consent: [],
};

/** When to sign in again after the `count`-th refusal in a row (from 1); `random` is from 0 to 1. */
export function nextSignIn(refused: {
  readonly refusal: SignInRefusal;
  readonly count: number;
  /** Of the first of these refusals. */
  readonly since: Date;
  readonly now: Date;
  readonly random: number;
}): Date {
  const { refusal, count, since, now, random } = refused;
  const after = tries[refusal][count - 1];
  if (after === undefined) return nextFreshSignIn(now, random);
  return new Date(Math.max(since.getTime() + after, now.getTime() + minute));
}

/** Whether the refusal is no passing disturbance any more, so that people are to be alerted. */
export function isCertain(refusal: SignInRefusal, count: number): boolean {
  return count > tries[refusal].length;
}

/** Once a day, give or take two hours: a session that is open does not show that the password was changed. */
export function nextFreshSignIn(now: Date, random: number): Date {
  return new Date(now.getTime() + day + (random * 4 - 2) * 60 * minute);
}

/** How long a mailbox may be out of reach before it is put before the user, in milliseconds. */
export const unreachableFor = 60 * minute;

/** Milliseconds after the first alert; then weekly. */
const repeats = [day, 3 * day, 7 * day];

/** Whether an alert is due, `sent` of which were sent, the first at `firstAt`. */
export function isAlertDue(alerts: {
  readonly sent: number;
  readonly firstAt: Date | undefined;
  readonly now: Date;
}): boolean {
  const { sent, firstAt, now } = alerts;
  if (sent === 0 || !firstAt) return true;
  const after = repeats[sent - 1] ?? (sent - repeats.length + 1) * 7 * day;
  return now.getTime() - firstAt.getTime() >= after;
}
