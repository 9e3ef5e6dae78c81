import { describe, expect, test } from 'vitest';
import { isPlannedEnd, readSignInAnswer } from '../../mail/sign-in-refusal.ts';

const read = (code: string | undefined, words: string) => readSignInAnswer({ code, words });

describe('a sign-in that is refused', () => {
  test.each([
    ['AUTHENTICATIONFAILED', 'Invalid credentials (Failure)', 'password'],
    [undefined, 'LOGIN failed.', 'password'],
    ['535', '535 5.7.8 Username and Password not accepted', 'password'],
    ['535', '535 5.7.139 the user credentials were incorrect', 'password'],
    ['EXPIRED', 'That password has expired', 'person'],
    ['AUTHORIZATIONFAILED', 'No such authorization-ID', 'person'],
    ['PRIVACYREQUIRED', 'Encrypt first', 'person'],
    ['CONTACTADMIN', 'Ask your administrator', 'person'],
    ['ALERT', 'Application-specific password required: see the help', 'person'],
    [undefined, 'Please log in via your web browser', 'person'],
    [undefined, 'Your account is not enabled for IMAP use', 'person'],
    ['534', '534 5.7.9 Application-specific password required', 'person'],
    ['534', '534-5.7.14 Please log in through your web browser', 'person'],
    [undefined, 'Basic authentication is disabled.', 'person'],
    ['535', '535 5.7.139 SmtpClientAuthentication is disabled for the Tenant', 'person'],
    [undefined, 'User is authenticated but not connected.', 'no_mailbox'],
    ['UNAVAILABLE', 'Temporary authentication failure.', 'passes'],
    ['INUSE', 'Mailbox in use', 'passes'],
    ['LIMIT', 'Limit reached', 'passes'],
    ['SERVERBUG', 'Internal error', 'passes'],
    ['OVERQUOTA', 'Account exceeded command or bandwidth limits', 'passes'],
    [undefined, 'Too many simultaneous connections', 'passes'],
    ['454', '454 4.7.0 Temporary authentication failure', 'passes'],
    ['421', '421 4.7.0 Try again later', 'passes'],
    [undefined, 'Server Unavailable. 15', 'passes'],
  ] as const)('with %s %s is of kind %s', (code, words, kind) => {
    expect(read(code, words).kind).toBe(kind);
  });

  test('by a token means that the consent has ended', () => {
    const answer = { code: 'AUTHENTICATIONFAILED', words: 'Authentication failed.' };
    expect(readSignInAnswer({ ...answer, byToken: true }).kind).toBe('consent');
  });

  test('never blames a password that is not the cause', () => {
    const answer = read('535', '5.7.139 SmtpClientAuthentication is disabled for the Mailbox');
    expect(answer).toMatchObject({ advice: expect.stringContaining('Authenticated SMTP') });
  });
});

test.each([
  ['Session invalidated - AccessTokenExpired', true],
  ['Session expired, please login again', true],
  ['Autologout; idle for too long', false],
])('BYE %s: planned is %s', (words, planned) => {
  expect(isPlannedEnd(words)).toBe(planned);
});
