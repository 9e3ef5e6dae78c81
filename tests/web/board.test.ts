import { expect, test } from 'vitest';
import { defaultPolicy } from '../../domain/policy.ts';
import { aDraft, aMailbox, openPages, signedIn } from './pages.ts';

test('the board counts everybody and shows the first of each stage', async () => {
  const pages = await openPages();
  const { userId, mailboxId } = await aMailbox(pages.db);
  await pages.db.contact.createMany({
    data: Array.from({ length: 130 }, (_, at) => ({
      userId,
      mailboxId,
      email: `p${at}@example.com`,
      name: `Person ${at}`,
      policy: { ...defaultPolicy },
      stage: at < 120 ? 'waiting' : 'closed',
      outcome: at < 120 ? null : 'silent',
    })),
  });
  const browser = await signedIn(pages);
  const board = await browser.text('/board');
  expect(board).toContain('130 contacts');
  expect(board.match(/class="tile"/g)).toHaveLength(30);
  expect(board).toContain('href="/board?stage=waiting"');
  const all = await browser.text('/board?stage=waiting');
  expect(all.match(/class="tile"/g)).toHaveLength(120);
});

test('the board shows nobody of another user', async () => {
  const pages = await openPages();
  await aMailbox(pages.db);
  const browser = await signedIn(pages);
  const stranger = await pages.db.user.create({ data: {} });
  const { mailboxId } = await pages.db.mailbox
    .create({
      data: {
        userId: stranger.id,
        address: 's@example.org',
        login: 's',
        secret: 'x',
        imapHost: 'h',
        imapPort: 1,
        imapSecurity: 'tls',
        smtpHost: 'h',
        smtpPort: 1,
        smtpSecurity: 'tls',
      },
    })
    .then(({ id }) => ({ mailboxId: id }));
  const theirs = await pages.db.contact.create({
    data: {
      userId: stranger.id,
      mailboxId,
      email: 'x@example.com',
      name: 'Somebody else’s',
      policy: { ...defaultPolicy },
    },
  });
  expect(await browser.text('/board')).not.toContain('Somebody else’s');
  expect((await browser.get(`/contacts/${theirs.id}`)).status).toBe(404);
});

test('somebody whose journey is closed and whose problem is open is said to wait for you', async () => {
  const pages = await openPages();
  const { contactId } = await aDraft(pages.db);
  const { userId } = await pages.db.contact.update({
    where: { id: contactId },
    data: { stage: 'closed', outcome: 'bounced' },
  });
  const browser = await signedIn(pages);
  await pages.db.draft.deleteMany();
  expect(await browser.text('/contacts')).not.toContain('Waits for you, in Needs you');
  await pages.db.problem.create({
    data: { userId, contactId, kind: 'bounced', text: 'No such user.' },
  });
  for (const path of ['/contacts', '/board'])
    expect(await browser.text(path), path).toContain('Waits for you, in Needs you');
});
