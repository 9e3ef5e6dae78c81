import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listDrafts } from '../../operations/drafts/list-drafts.ts';
import { listNeedsYou } from '../../operations/needs-you/list-needs-you.ts';
import { showContact } from '../../operations/contacts/show-contact.ts';
import { contactView, draftView, needsYouView } from '../../operations/views.ts';
import type { Contact, Draft, Mailbox } from '../../db/generated/client.ts';
import {
  addDraft,
  addMailbox,
  addMessage,
  addPerson,
  openFixture,
  type TestUser,
} from './fixture.ts';

let fixture: Awaited<ReturnType<typeof openFixture>>;
let kim: TestUser;
let mailbox: Mailbox;
let contact: Contact;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  kim = await fixture.addUser();
  mailbox = await addMailbox(kim);
  contact = await addPerson(kim, mailbox);
});

const at = (hour: number) => new Date(Date.UTC(2026, 2, 1, hour));

/** Takes a mail through the ledger, one allowed step at a time. */
async function send(draft: Draft, ...states: readonly string[]): Promise<void> {
  await kim.db.send.create({
    data: {
      draftId: draft.id,
      mailboxId: mailbox.id,
      contactId: contact.id,
      slotAt: at(9),
      slotWhy: 'in working hours',
      messageId: draft.messageId,
    },
  });
  for (const state of states)
    await kim.db.send.update({ where: { draftId: draft.id }, data: { state } });
}

describe('a mail of ours on the contact page', () => {
  it.each([
    ['scheduled', []],
    ['scheduled', ['CLAIMED']],
    ['sent', ['CLAIMED', 'ACCEPTED']],
    ['refused', ['CLAIMED', 'REJECTED']],
    ['ambiguous', ['CLAIMED', 'AMBIGUOUS']],
  ] as const)('is %s after %j in the ledger', async (state, steps) => {
    await send(await addDraft(kim, contact, { state: 'approved' }), ...steps);
    const { messages, drafts } = await showContact.run(kim, { ref: contact.id });
    expect(messages).toMatchObject([{ direction: 'out', kind: 'mail', state }]);
    expect(drafts).toEqual([]);
  });

  it('is approved before it has a time, and is none while it waits or when it was withdrawn', async () => {
    const approved = await addDraft(kim, contact, { state: 'approved' });
    const waiting = await addDraft(kim, contact, { state: 'held' });
    await addDraft(kim, contact, { state: 'withdrawn' });
    const { messages, drafts } = await showContact.run(kim, { ref: contact.id });
    expect(messages).toMatchObject([{ draftId: approved.id, state: 'approved' }]);
    expect(drafts).toMatchObject([{ draftId: waiting.id }]);
  });

  it('is shown once, though its copy was seen in Sent', async () => {
    const draft = await addDraft(kim, contact, { state: 'sent' });
    const copy = { direction: 'out', state: 'sent', messageId: draft.messageId };
    await addMessage(kim, contact, copy);
    await addMessage(kim, contact, { direction: 'out', state: 'sent', byHand: true });
    const { messages } = await showContact.run(kim, { ref: contact.id });
    expect(messages).toHaveLength(2);
    expect(messages.filter(({ byHand }) => byHand)).toHaveLength(1);
  });

  it('stands above the answer that a server dated by the second in which it went', async () => {
    const second = at(9).getTime();
    await addMessage(kim, contact, { at: new Date(second - 1000) });
    const draft = await addDraft(kim, contact, { state: 'approved' });
    await send(draft, 'CLAIMED', 'ACCEPTED');
    const acceptedAt = new Date(second + 700);
    await kim.db.send.update({ where: { draftId: draft.id }, data: { acceptedAt } });
    await addMessage(kim, contact, { at: new Date(second) });
    const { messages } = await showContact.run(kim, { ref: contact.id });
    expect(messages.map(({ direction }) => direction)).toEqual(['in', 'out', 'in']);
  });
});

describe('the contact page', () => {
  it('is found by any known address and tells what is special', async () => {
    await kim.db.contactAddress.create({
      data: { contactId: contact.id, email: 'ana@home.example' },
    });
    await kim.db.contact.update({
      where: { id: contact.id },
      data: { earlierMails: 3, earlierLatest: at(1), nextAt: at(12), nextWhy: 'nudge' },
    });
    const suppression = { userId: kim.userId, email: 'ana@home.example', why: 'asked' };
    await kim.db.suppression.create({ data: suppression });
    const view = await showContact.run(kim, { ref: 'Ana@Home.example' });
    expect(contactView.parse(view)).toMatchObject({
      addresses: ['ana@acme.example', 'ana@home.example'],
      earlier: { count: 3, latest: at(1).toISOString() },
      next: { at: at(12).toISOString(), why: 'nudge' },
      waitingFor: null,
      suppressed: true,
      mailbox: { address: 'kim@example.org' },
    });
  });
});

describe('what needs a person', () => {
  it('is drafts, replies and problems, the oldest first, and nothing that is done', async () => {
    const findings = [{ rule: 'x', severity: 'error', message: 'Your name is missing.' }];
    const facts = { state: 'held', findings, createdAt: at(3) };
    const draft = await addDraft(kim, contact, facts);
    await addDraft(kim, contact, { state: 'approved' });
    const message = await addMessage(kim, contact, { at: at(2) });
    await addMessage(kim, contact, { state: 'handled' });
    const problem = { userId: kim.userId, kind: 'mailbox', text: 'Sign-in failed.' };
    const { id } = await kim.db.problem.create({ data: { ...problem, createdAt: at(1) } });
    await kim.db.problem.create({ data: { ...problem, resolvedAt: at(1) } });
    const items = await listNeedsYou.run(kim, {});
    expect(items.map((item) => needsYouView.parse(item))).toMatchObject([
      { id: `problem:${id}`, type: 'problem', why: 'Sign-in failed.', contactId: null },
      {
        id: `reply:${message.id}`,
        type: 'reply',
        contactName: 'Ana Silva',
        why: 'Ana Silva answered.',
      },
      {
        id: `draft:${draft.id}`,
        type: 'draft',
        why: expect.stringContaining('Your name is missing.'),
      },
    ]);
  });

  it('is nothing of a contact that was removed', async () => {
    await addDraft(kim, contact);
    await addMessage(kim, contact);
    await kim.db.contact.update({ where: { id: contact.id }, data: { removedAt: at(1) } });
    expect(await listNeedsYou.run(kim, {})).toEqual([]);
    expect(await listDrafts.run(kim, { all: true })).toEqual([]);
  });
});

describe('an approved draft', () => {
  it('says when it goes and why then', async () => {
    const draft = await addDraft(kim, contact, { state: 'approved' });
    await kim.db.approval.create({
      data: { draftId: draft.id, revision: 1, digest: '', sendAfter: at(20) },
    });
    const planned = async () =>
      (await listDrafts.run(kim, { all: true })).map((view) => draftView.parse(view).planned);
    expect(await planned()).toMatchObject([{ at: at(20).toISOString() }]);
    await send(draft);
    expect(await planned()).toEqual([{ at: at(9).toISOString(), why: 'in working hours' }]);
  });
});
