import type { SignInRefusal } from '../domain/mailbox/sign-in.ts';

/** How a server answered a sign-in, or ended a session, by its response code and its words. */
export type SignInAnswer =
  | { readonly kind: SignInRefusal; readonly advice: string }
  /** A disturbance on the server's side: the password is not to blame. */
  | { readonly kind: 'passes' }
  /** The session is over as planned, such as with the life of an access token. */
  | { readonly kind: 'ended' };

/**
 * Reads a refusal. `code` is the IMAP response code (RFC 5530), or the SMTP reply code. The words
 * decide before the code: Gmail and Microsoft say what is wrong in words only, and imapflow calls
 * every NO to a sign-in a failed authentication.
 */
export function readSignInAnswer(answer: {
  readonly code: string | undefined;
  readonly words: string | undefined;
  /** Signed in with an access token, not a password. */
  readonly byToken?: boolean;
}): SignInAnswer {
  const { code = '', words = '', byToken = false } = answer;
  if (isPlannedEnd(words)) return { kind: 'ended' };
  if (/authenticated but not connected/i.test(words))
    return { kind: 'no_mailbox', advice: noMailbox };
  const asked = instructions.find(({ says }) => says.test(words));
  if (asked) return { kind: 'person', advice: asked.advice };
  if (passingCodes.has(code.toUpperCase()) || /^4\d\d$/.test(code) || passingWords.test(words))
    return { kind: 'passes' };
  if (personCodes.has(code.toUpperCase())) return { kind: 'person', advice: readTheWords };
  if (byToken) return { kind: 'consent', advice: signInAgain };
  return { kind: 'password', advice: checkPassword };
}

/** Gmail and Microsoft end a session when its access token does; a new one is then opened at once. */
export function isPlannedEnd(words: string): boolean {
  return /AccessTokenExpired|session (?:has )?(?:expired|invalidated)|token (?:has )?expired/i.test(
    words,
  );
}

const passingCodes = new Set(['UNAVAILABLE', 'INUSE', 'LIMIT', 'SERVERBUG', 'OVERQUOTA']);
const passingWords =
  /too many (?:simultaneous|concurrent|login|connections)|maximum number of connections|temporar|try again later|exceeded .{0,40}bandwidth|server unavailable|service unavailable/i;
const personCodes = new Set([
  'EXPIRED',
  'AUTHORIZATIONFAILED',
  'PRIVACYREQUIRED',
  'CONTACTADMIN',
  'ALERT',
  'WEBALERT',
]);

const checkPassword =
  'Check the user name and the password; many providers want an app password here.';
const signInAgain = 'Sign in again: the access that was granted has ended or was withdrawn.';
const readTheWords = 'Do what the server says, then try again.';
const noMailbox =
  'The sign-in itself worked, but there is no mailbox behind it: it was another account, the ' +
  'account has no mailbox or licence, or IMAP is switched off for it.';

/** The words of large providers, and what a person does about them. */
const instructions: readonly { readonly says: RegExp; readonly advice: string }[] = [
  {
    says: /SmtpClientAuthentication is disabled/i,
    advice:
      'Neither the password nor the sign-in is the cause: an administrator must switch on ' +
      '“Authenticated SMTP” for this mailbox.',
  },
  {
    says: /basic authentication is (?:disabled|not)/i,
    advice:
      'This provider takes no passwords from mail programs any more. Sign in with Microsoft instead.',
  },
  {
    says: /application-specific password|app(?:lication)? password (?:is )?required|5\.7\.9\b/i,
    advice:
      'Your usual password does not work here. Make an app password at your provider and use that.',
  },
  {
    says: /web browser|webalert|5\.7\.14\b/i,
    advice:
      'Sign in to the account once with a web browser, confirm that it was you, and try again.',
  },
  {
    says: /(?:not enabled for|has (?:been )?disabled|enable) (?:imap|pop)|imap (?:access )?(?:is )?(?:disabled|not enabled|switched off)/i,
    advice:
      'Switch on access for mail programs (IMAP) in the settings of the mailbox, and try again.',
  },
];
