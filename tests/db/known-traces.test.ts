import { afterEach, beforeEach, expect, test } from 'vitest';
import { findKnownTraces } from '../../db/known-traces.ts';
import type { Contact } from '../../db/generated/client.ts';
import { openLedgerFixture, type LedgerFixture } from './ledger-fixture.ts';

let desk: LedgerFixture;
beforeEach(async () => {
  desk = await openLedgerFixture();
});
afterEach(() => desk.close());

const minute = 60_000;

/** As if it had been sent so many minutes ago. */
async function written(contact: Contact, subject: string, minutesAgo: number): Promise<void> {
  const at = new Date(desk.now.getTime() - minutesAgo * minute);
  const { id } = await desk.draft(contact);
  const draft = await desk.db.draft.update({
    where: { id },
    data: { subject, createdAt: at, state: 'sent' },
  });
  await desk.db.send.create({
    data: {
      draftId: id,
      mailboxId: desk.mailbox.id,
      contactId: contact.id,
      state: 'ACCEPTED',
      slotAt: at,
      messageId: draft.messageId,
    },
  });
}

async function toDomain(domain: string): Promise<readonly string[]> {
  const { written: mails } = await findKnownTraces(desk.db, desk.user.userId, [
    {
      senders: [],
      recipients: [],
      ids: [],
      gmailThreadId: undefined,
      colleague: { domain, subject: 'x' },
    },
  ]);
  return mails.map(({ subject }) => subject);
}

test('what was written to a domain is known, the oldest first', async () => {
  await written(await desk.person({ email: 'ada@one.test' }), 'later', 1);
  await written(await desk.person({ email: 'ben@one.test' }), 'earlier', 2);
  await written(await desk.person({ email: 'cy@two.test' }), 'elsewhere', 1);
  await written(await desk.person({ email: 'di@one.test', stage: 'closed' }), 'ended', 1);
  await desk.draft(await desk.person({ email: 'ed@one.test' }));
  expect(await toDomain('one.test')).toEqual(['earlier', 'later']);
});

test('of very many mails to a domain only the last are looked through', async () => {
  const [ada, ben] = [
    await desk.person({ email: 'ada@one.test' }),
    await desk.person({ email: 'ben@one.test' }),
  ];
  await written(ada, 'long ago', 1_000);
  await written(ben, 'before the many', 500);
  for (let at = 1; at < 200; at += 1) await written(ada, `mail ${at}`, at);
  const found = await toDomain('one.test');
  expect(found).toHaveLength(200);
  expect(found[0]).toBe('before the many');
});
