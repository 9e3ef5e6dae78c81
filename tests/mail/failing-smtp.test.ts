import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SmtpAct, SmtpStep } from '../../practice/server/faults.ts';
import { folderOf } from '../../practice/server/store.ts';
import { SmtpFailure } from '../../mail/errors.ts';
import { openImap } from '../../mail/imap/imap.ts';
import { findSent } from '../../mail/imap/sent-folder.ts';
import { openSmtp, type SmtpLimits } from '../../mail/smtp/smtp.ts';
import { eventually, plainMail, practiceServers, type Practice } from '../support/mail-servers.ts';

let servers: Practice;
beforeEach(async () => {
  servers = await practiceServers();
});
afterEach(async () => {
  await servers.stop();
});

const mail = {
  from: 'me@home.test',
  to: 'ana@work.test',
  raw: plainMail({ from: 'me@home.test', to: 'ana@work.test', messageId: '<mine@home.test>' }),
};
const go = { beforeData: async () => {} };

function at(step: SmtpStep['at'], act: SmtpAct): void {
  servers.practice.faults.smtp = (now) => (now.at === step ? act : undefined);
}

async function attempt(limits: SmtpLimits = {}, hooks = go): Promise<SmtpFailure> {
  let session;
  try {
    session = await openSmtp(servers.me, limits);
    await session.send(mail, hooks);
  } catch (error) {
    if (error instanceof SmtpFailure) return error;
    throw error;
  } finally {
    session?.close();
  }
  throw new Error('The mail was sent.');
}

const inbox = () => folderOf(servers.practice.store, 'ana@work.test', 'INBOX').mails;

describe('a refusal', () => {
  test('that repeats the password does not pass it on', async () => {
    at('auth', { code: 535, text: `5.7.8 ${servers.me.password} is wrong` });
    const failure = await attempt();
    expect(failure.message).not.toContain(servers.me.password);
    expect(failure.response).not.toContain(servers.me.password);
  });

  test.each([
    ['mail', 421, '4.3.2 closing', 'sender', 'not_sent_retry', true],
    ['mail', 450, '4.2.1 later', 'sender', 'not_sent_retry', false],
    ['mail', 530, '5.7.0 sign in first', 'sender', 'not_sent_retry', true],
    ['mail', 552, '5.3.4 too big', 'sender', 'not_sent_permanent', false],
    ['mail', 550, '5.7.1 not allowed', 'sender', 'not_sent_permanent', true],
    ['rcpt', 450, '4.7.1 greylisted', 'recipient', 'not_sent_retry', false],
    ['rcpt', 454, '4.7.0 too many', 'recipient', 'not_sent_retry', true],
    ['rcpt', 550, '5.1.1 no such user', 'recipient', 'not_sent_permanent', false],
    ['rcpt', 550, '5.7.1 blocked', 'recipient', 'not_sent_permanent', true],
    ['received', 421, '4.7.0 slow down', 'after_data', 'not_sent_retry', true],
    ['received', 451, '4.3.0 later', 'after_data', 'not_sent_retry', false],
    ['received', 552, '5.2.2 mailbox full', 'after_data', 'not_sent_permanent', false],
    ['received', 554, '5.7.1 looks like spam', 'after_data', 'not_sent_permanent', true],
  ] as const)('at %s with %i %s', async (step, code, text, stage, outcome, stopsMailbox) => {
    at(step, { code, text });
    const failure = await attempt();
    expect(failure).toMatchObject({ stage, outcome, stopsMailbox, code });
    expect(failure.enhanced).toBe(text.split(' ')[0]);
    expect(failure.message).toContain(text);
    expect(inbox()).toHaveLength(0);
    expect(servers.practice.sent()).toHaveLength(0);
  });

  test('at RCPT with 421 is not the end of the mail', async () => {
    at('rcpt', { code: 421, text: '4.3.2 shutting down' });
    expect(await attempt()).toMatchObject({
      code: 421,
      outcome: 'not_sent_retry',
      stopsMailbox: true,
    });
  });

  test('of the connection with 421 or 554 leaves the mail as it is', async () => {
    at('connect', { code: 421, text: 'too many connections' });
    expect(await attempt()).toMatchObject({ outcome: 'not_sent_retry', stopsMailbox: true });
    at('connect', { code: 554, text: 'your address is listed' });
    expect(await attempt()).toMatchObject({ stage: 'connect', outcome: 'not_sent_retry' });
  });

  test('of the sign-in with 454 stops the mailbox without blaming the password', async () => {
    at('auth', { code: 454, text: '4.7.0 try again later' });
    expect(await attempt()).toMatchObject({
      stage: 'sign_in',
      code: 454,
      outcome: 'not_sent_retry',
      stopsMailbox: true,
      reason: 'refused',
    });
  });
});

test('a port that offers no STARTTLS, or no TLS, says which one to choose', async () => {
  const smtp = servers.me.smtp;
  for (const [security, says] of [
    ['starttls', 'does not offer STARTTLS'],
    ['tls', 'does not speak TLS'],
  ] as const)
    await expect(openSmtp({ ...servers.me, smtp: { ...smtp, security } })).rejects.toMatchObject({
      stage: 'connect',
      reason: 'protocol',
      outcome: 'not_sent_retry',
      stopsMailbox: false,
      message: expect.stringContaining(says),
    });
});

describe('a lost connection', () => {
  test.each([
    ['connect', 'connect'],
    ['auth', 'sign_in'],
    ['mail', 'sender'],
    ['rcpt', 'sender'],
  ] as const)('at %s means: not sent, try again', async (step, stage) => {
    at(step, 'drop');
    expect(await attempt()).toMatchObject({
      stage,
      outcome: 'not_sent_retry',
      stopsMailbox: false,
      code: undefined,
    });
    expect(inbox()).toHaveLength(0);
  });

  test('before the answer to the mail means: nobody knows', async () => {
    at('received', 'drop');
    expect(await attempt()).toMatchObject({ stage: 'after_data', outcome: 'unknown' });
    expect(inbox()).toHaveLength(0);
  });

  test('after the mail was taken means: nobody knows, and Sent settles it', async () => {
    servers.practice.saveSent = true;
    at('accepted', 'drop');
    expect(await attempt()).toMatchObject({ stage: 'after_data', outcome: 'unknown' });
    expect(inbox()).toHaveLength(1);
    const client = await openImap(servers.me);
    const copy = await findSent(client, { folder: 'Sent', messageId: '<mine@home.test>' });
    expect(copy).toMatchObject({ messageId: '<mine@home.test>' });
    client.close();
  });

  test('after the answer changes nothing', async () => {
    at('replied', 'drop');
    const session = await openSmtp(servers.me);
    expect((await session.send(mail, go)).response).toMatch(/^250 /);
  });

  test('between sign-in and sending is noticed when sending', async () => {
    const session = await openSmtp(servers.me);
    servers.practice.faults.dropSmtp();
    await expect(session.send(mail, go)).rejects.toMatchObject({ outcome: 'not_sent_retry' });
  });
});

describe('a server that stops answering', () => {
  test.each([
    ['connect', 'connect', 'not_sent_retry'],
    ['auth', 'sign_in', 'not_sent_retry'],
    ['rcpt', 'sender', 'not_sent_retry'],
    ['received', 'after_data', 'unknown'],
    ['accepted', 'after_data', 'unknown'],
  ] as const)('at %s is left at the deadline', async (step, stage, outcome) => {
    at(step, 'freeze');
    expect(await attempt({ deadline: 400 })).toMatchObject({ stage, outcome, reason: 'timeout' });
  });

  test('is left when nothing comes for long', async () => {
    at('rcpt', 'freeze');
    expect(await attempt({ socketTimeout: 200 })).toMatchObject({
      outcome: 'not_sent_retry',
      reason: 'timeout',
    });
  });
});

describe('the last look', () => {
  test('comes after the recipient was accepted, and before a byte of the mail', async () => {
    const steps: string[] = [];
    servers.practice.faults.smtp = ({ at: step }) => {
      steps.push(step);
      return undefined;
    };
    const session = await openSmtp(servers.me);
    await session.send(mail, {
      beforeData: async () => {
        steps.push('look');
      },
    });
    expect(steps.filter((step) => step !== 'data')).toEqual([
      'connect',
      'auth',
      'mail',
      'rcpt',
      'look',
      'received',
      'accepted',
      'replied',
    ]);
    session.close();
  });

  test('sees a reply that slips in while the server is slow, and nothing is sent', async () => {
    servers.practice.faults.smtp = ({ at: step }) => {
      if (step === 'rcpt') servers.practice.deliver('me@home.test', plainMail());
      return undefined;
    };
    const answered = new Error('a reply has come in');
    const session = await openSmtp(servers.me);
    const sending = session.send(mail, {
      beforeData: async () => {
        const mine = folderOf(servers.practice.store, 'me@home.test', 'INBOX');
        if (mine.mails.length > 0) throw answered;
      },
    });
    await expect(sending).rejects.toBe(answered);
    await eventually('the connection is gone', () => sessionsEnded());
    expect(servers.practice.sent()).toHaveLength(0);
    expect(inbox()).toHaveLength(0);
    await expect(session.send(mail, go)).rejects.toMatchObject({ outcome: 'not_sent_retry' });
  });

  test('that takes longer than the deadline sends nothing', async () => {
    let release = () => {};
    const looking = new Promise<void>((resolve) => {
      release = resolve;
    });
    const failure = await attempt({ deadline: 300 }, { beforeData: () => looking });
    expect(failure).toMatchObject({ stage: 'data', outcome: 'not_sent_retry', reason: 'timeout' });
    release();
    await eventually('the connection is gone', () => sessionsEnded());
    expect(servers.practice.sent()).toHaveLength(0);
  });
});

test('the id that an Outlook-like server gives the mail is learned', async () => {
  servers.practice.rewriteMessageIds = true;
  servers.practice.saveSent = true;
  const session = await openSmtp(servers.me);
  const { serverMessageId } = await session.send(mail, go);
  session.close();
  expect(serverMessageId).toMatch(/^<.+@practice\.prod\.outlook\.com>$/);
  const client = await openImap(servers.me);
  const copy = await findSent(client, { folder: 'Sent', messageId: '<mine@home.test>' });
  expect(copy?.messageId).toBe(serverMessageId);
  client.close();
});

function sessionsEnded(): boolean {
  return servers.practice.faults.smtpConnections() === 0;
}
