import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openImap } from '../../mail/imap/imap.ts';
import { readNew } from '../../mail/imap/read-new.ts';
import { dovecotMissing, startDovecot, type Dovecot } from '../support/dovecot.ts';
import { mailSuite } from './suite.ts';

const missing = dovecotMissing();

if (missing === undefined) {
  mailSuite('Dovecot, TLS', () => startDovecot('tls'));
  mailSuite('Dovecot, STARTTLS', () => startDovecot('starttls'));
  describe('Dovecot, failing', failing);
} else if (process.env['CI'] === 'true') {
  test('Dovecot is there', () => expect.fail(missing));
} else {
  test.skip(`the mail suite against Dovecot: ${missing}`, () => {});
}

function failing(): void {
  let dovecot: Dovecot;
  beforeAll(async () => {
    dovecot = await startDovecot('tls');
  });
  afterAll(async () => {
    await dovecot.stop();
  });

  test('a session that is killed ends the wait, and what came after it is still read', async () => {
    const waiting = await openImap(dovecot.me);
    const cursor = await readNew(waiting, { folder: 'INBOX', uidValidity: undefined, uidNext: 0 });
    const closed = new Promise((resolve) => waiting.once('close', resolve));
    const idle = waiting.idle();
    dovecot.killSessions();
    await closed;
    await idle;
    await expect(readNew(waiting, { folder: 'INBOX', ...cursor })).rejects.toMatchObject({
      reason: 'unreachable',
    });
    const next = await openImap(dovecot.me);
    const read = await readNew(next, { folder: 'INBOX', ...cursor });
    expect(read).toMatchObject({ reset: false, mails: [] });
    next.close();
  });
}
