import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { settleDraft } from '../../../operations/drafts/settle-draft.ts';
import { stop } from '../../../operations/journeys/stop-contact.ts';
import { lookNow } from '../../../activities/receiving/read-mailbox-now.ts';
import { claimSend } from '../../../db/ledger.ts';
import { addMail } from '../../../practice/server/store.ts';
import { plainMail } from '../../support/mail-servers.ts';
import { until } from '../../support/until.ts';
import { openActivityFixture, type ActivityFixture } from '../activity-fixture.ts';
import { startWatcher, type Watcher } from '../watcher.ts';

let post: ActivityFixture;
let watcher: Watcher | undefined;
beforeEach(async () => {
  post = await openActivityFixture();
});
afterEach(async () => {
  await watcher?.end();
  watcher = undefined;
  await post.close();
});

const claimLasts = 90_000;

/** An attempt died with the mail in hand, and the user stopped the journey before anybody had judged it. */
async function stoppedInHand() {
  const contact = await post.contact({ stage: 'scheduled' });
  const outreach = await post.approved(contact);
  await lookNow(post.dependencies, await post.mailbox());
  await post.db.send.create({
    data: {
      draftId: outreach.id,
      mailboxId: post.mailboxId,
      contactId: contact.id,
      messageId: outreach.messageId,
      slotAt: post.now(),
    },
  });
  const claimed = await claimSend(post.db, {
    draftId: outreach.id,
    contactId: contact.id,
    claim: crypto.randomUUID(),
    run: 'killed',
    now: post.now(),
    deadline: new Date(post.now().getTime() + claimLasts),
  });
  expect(claimed.kind).toBe('claimed');
  await stop.run(post.context, { ref: contact.id });
  return { contact, outreach };
}

const stateOf = async (draft: { readonly id: string }) => (await post.ofDraft(draft)).send?.state;
const becomes = (draft: { readonly id: string }, state: string) =>
  until(`it is ${state}`, async () => (await stateOf(draft)) === state);

test('a copy that was read before the claim had run out settles it afterwards', async () => {
  const { outreach } = await stoppedInHand();
  const { to, messageId } = outreach;
  addMail(post.folder('Sent'), plainMail({ from: 'me@home.test', to, messageId }));
  await lookNow(post.dependencies, await post.mailbox());
  expect(await stateOf(outreach)).toBe('CLAIMED');
  post.clock.ahead = claimLasts + 1_000;
  watcher = startWatcher(post);
  await becomes(outreach, 'ACCEPTED');
  expect((await post.ofDraft(outreach)).state).toBe('sent');
  expect(await post.problems()).toEqual([]);
});

test('before its deadline nobody judges a claim', async () => {
  const { outreach } = await stoppedInHand();
  watcher = startWatcher(post);
  const looked = async () => (await post.mailbox()).lastLookedAt?.getTime() ?? 0;
  const first = await looked();
  await until('it has looked', async () => (await looked()) > first);
  const second = await looked();
  await until('it has looked again', async () => (await looked()) > second);
  expect(await stateOf(outreach)).toBe('CLAIMED');
});

describe('a claim whose mail Sent does not show', () => {
  async function asked() {
    const lost = await stoppedInHand();
    post.clock.ahead = claimLasts + 1_000;
    watcher = startWatcher(post);
    await becomes(lost.outreach, 'AMBIGUOUS');
    expect(await post.problems()).toMatchObject([
      { kind: 'ambiguous', draftId: lost.outreach.id, contactId: lost.contact.id },
    ]);
    return lost;
  }

  test('is put before the user, whose yes makes it count as sent', async () => {
    const { contact, outreach } = await asked();
    await settleDraft.run(post.context, { draftId: outreach.id, answer: 'sent' });
    expect(await post.ofDraft(outreach)).toMatchObject({
      state: 'sent',
      send: { state: 'ACCEPTED' },
    });
    expect(await post.ofContact(contact)).toMatchObject({ stage: 'closed', outcome: 'stopped' });
    expect(await post.problems()).toEqual([]);
  });

  test('is withdrawn by the user’s no, as the journey was stopped', async () => {
    const { contact, outreach } = await asked();
    await settleDraft.run(post.context, { draftId: outreach.id, answer: 'not_sent' });
    expect(await post.ofDraft(outreach)).toMatchObject({ state: 'withdrawn', send: null });
    expect((await post.send(outreach)).kind).toBe('overtaken');
    expect(post.accepted(outreach)).toBe(0);
    expect((await post.ofContact(contact)).stage).toBe('closed');
    expect(await post.problems()).toEqual([]);
  });
});
