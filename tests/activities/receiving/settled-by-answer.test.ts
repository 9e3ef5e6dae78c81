import { afterEach, beforeEach, expect, test } from 'vitest';
import { lookNow } from '../../../activities/receiving/read-mailbox-now.ts';
import { claimSend, markAmbiguous } from '../../../db/ledger.ts';
import { openActivityFixture, type ActivityFixture } from '../activity-fixture.ts';

let post: ActivityFixture;
beforeEach(async () => {
  post = await openActivityFixture();
});
afterEach(() => post.close());

/** An attempt took the mail in hand, and nobody heard of it again. */
async function lostInHand() {
  const contact = await post.contact();
  const outreach = await post.approved(contact);
  post.practice.faults.smtp = (step) => (step.at === 'connect' ? 'drop' : undefined);
  await post.send(outreach);
  post.practice.faults.smtp = undefined;
  await lookNow(post.dependencies, await post.mailbox());
  const claimed = await claimSend(post.db, {
    draftId: outreach.id,
    contactId: contact.id,
    claim: crypto.randomUUID(),
    run: 'killed',
    now: post.now(),
    deadline: new Date(post.now().getTime() + 90_000),
  });
  expect(claimed.kind).toBe('claimed');
  return { contact, outreach };
}

test('an answer to a mail settles that it left, before its claim runs out', async () => {
  const { outreach } = await lostInHand();
  post.reply(outreach);
  await lookNow(post.dependencies, await post.mailbox());
  expect(await post.ofDraft(outreach)).toMatchObject({
    state: 'sent',
    send: { state: 'ACCEPTED', attempts: 1 },
  });
});

test('an answer settles a mail that the user was asked about, and takes the question back', async () => {
  const { outreach } = await lostInHand();
  await markAmbiguous(post.db, { draftId: outreach.id, problem: 'Did it go out?' });
  expect(await post.problems()).toHaveLength(1);
  post.reply(outreach);
  await lookNow(post.dependencies, await post.mailbox());
  expect(await post.problems()).toHaveLength(0);
  expect(await post.ofDraft(outreach)).toMatchObject({ send: { state: 'ACCEPTED' } });
});

test('a mail that refers to something else settles nothing', async () => {
  const { outreach } = await lostInHand();
  post.reply({ messageId: '<another@work.test>' });
  await lookNow(post.dependencies, await post.mailbox());
  expect(await post.ofDraft(outreach)).toMatchObject({ send: { state: 'CLAIMED' } });
});
