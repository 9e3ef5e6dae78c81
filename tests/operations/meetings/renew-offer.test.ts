import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Contact, Mailbox } from '../../../db/generated/client.ts';
import { approveDraft } from '../../../operations/drafts/approve-draft.ts';
import { editDraft } from '../../../operations/drafts/edit-draft.ts';
import { showDraft } from '../../../operations/drafts/show-draft.ts';
import { confirmMeeting } from '../../../operations/meetings/confirm-meeting.ts';
import { proposeTimes } from '../../../operations/meetings/propose.ts';
import { addMailbox, addPerson, openFixture, type TestUser } from '../fixture.ts';

let fixture: Awaited<ReturnType<typeof openFixture>>;
let kim: TestUser;
let mailbox: Mailbox;
let ana: Contact;
let ben: Contact;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  // It is Wednesday 4 March 2026, 11:00 in Berlin.
  kim = await fixture.addUser({ name: 'Kim Lee', timeZone: 'Europe/Berlin' });
  mailbox = await addMailbox(kim);
  const place = { timeZone: 'Europe/Berlin', stage: 'in_conversation' };
  ana = await addPerson(kim, mailbox, { ...place, email: 'ana@acme.example', name: 'Ana Costa' });
  ben = await addPerson(kim, mailbox, { ...place, email: 'ben@bolt.example', name: 'Ben Okafor' });
});

const offer = (slots?: readonly string[]) =>
  proposeTimes.run(kim, { ref: ana.id, ...(slots ? { slots: [...slots] } : {}) });
const show = (draftId: string) => showDraft.run(kim, { draftId });
const times = ({ slots }: { readonly slots: readonly { readonly at: string }[] }) =>
  slots.map(({ at }) => at);
const agreeWithBen = (at: string) => confirmMeeting.run(kim, { ref: ben.id, at, noMail: true });
const held = () =>
  kim.db.slotOffer.findMany({
    where: { contactId: ana.id, releasedAt: null },
    orderBy: { at: 'asc' },
  });

describe('a proposal of which a time is then agreed with somebody else', () => {
  it('is written anew with a fresh time in its place, says so, and is approved as it then is', async () => {
    const before = await offer();
    const [taken = '', ...kept] = times(before);
    await agreeWithBen(taken);
    const after = await show(before.draftId);
    expect(times(after)).toHaveLength(before.slots.length);
    expect(times(after)).toEqual(expect.arrayContaining(kept));
    expect(times(after)).not.toContain(taken);
    expect((await held()).map(({ at }) => at.toISOString())).toEqual(times(after));
    expect(after).toMatchObject({ state: 'awaiting_approval', revision: before.revision + 1 });
    expect(after.text).not.toBe(before.text);
    const [finding] = after.findings.filter(({ rule }) => rule === 'time_taken');
    expect(finding).toMatchObject({
      severity: 'notice',
      message: expect.stringMatching(
        / in Berlin is taken \(your conversation with Ben Okafor\).*anew/,
      ),
    });
    const { draftId, revision } = after;
    await expect(approveDraft.run(kim, { draftId, revision: before.revision })).rejects.toThrow(
      'changed since',
    );
    expect(await approveDraft.run(kim, { draftId, revision })).toMatchObject({ state: 'approved' });
  });

  it('keeps what the user wrote or chose, and says which time is gone', async () => {
    const before = await offer();
    const edited = await editDraft.run(kim, {
      draftId: before.draftId,
      text: `${before.text}\n\nP.S. I read your article.`,
    });
    const [taken = ''] = times(before);
    await agreeWithBen(taken);
    const after = await show(before.draftId);
    expect(after).toMatchObject({ text: edited.text, state: 'awaiting_approval' });
    expect(times(after)).toEqual(times(before));
    expect(after.findings).toContainEqual(
      expect.objectContaining({ rule: 'time_taken', severity: 'warning' }),
    );
    await expect(approveDraft.run(kim, { draftId: after.draftId })).rejects.toThrow(
      'your conversation with Ben Okafor',
    );

    const chosen = await offer(times(before).slice(1));
    await agreeWithBen(times(before)[1] ?? '');
    expect(await show(chosen.draftId)).toMatchObject({ text: chosen.text, slots: chosen.slots });
  });

  it('loses its approval when it was approved already', async () => {
    const { draftId, slots } = await offer();
    await approveDraft.run(kim, { draftId });
    await agreeWithBen(slots[0]?.at ?? '');
    expect(await show(draftId)).toMatchObject({ state: 'awaiting_approval' });
    expect(await kim.db.approval.count({ where: { draftId, voidedAt: null } })).toBe(0);
  });

  it('stays as it is when another time was agreed', async () => {
    const before = await offer();
    await agreeWithBen('2026-03-30T06:00:00.000Z');
    expect(await show(before.draftId)).toEqual(before);
  });
});

it('a proposal that waited until a time was past is written anew when its approval is asked', async () => {
  const before = await offer();
  const [first = ''] = times(before);
  const later = { ...kim, now: () => new Date(Date.parse(first) + 60_000) };
  const refused = approveDraft.run(later, { draftId: before.draftId });
  await expect(refused).rejects.toThrow(/is past.*written anew with fresh times/);
  const after = await show(before.draftId);
  expect(times(after)).not.toContain(first);
  expect(times(after)).toHaveLength(before.slots.length);
  expect(await approveDraft.run(later, { draftId: before.draftId })).toMatchObject({
    state: 'approved',
  });
});
