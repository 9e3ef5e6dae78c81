import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { editDraft } from '../../operations/drafts/edit-draft.ts';
import { unapproveDraft } from '../../operations/drafts/unapprove-draft.ts';
import { acceptSend, markAmbiguous, rejectSend, releaseSend } from '../../db/ledger.ts';
import type { SendRefusal } from '../../domain/send-permission.ts';
import {
  allowedSteps,
  nextSendState,
  type SendEvent,
  type SendState,
} from '../../domain/send-state.ts';
import { openLedgerFixture, type LedgerFixture } from './ledger-fixture.ts';

let desk: LedgerFixture;
beforeAll(async () => {
  desk = await openLedgerFixture();
});
afterAll(() => desk.close());

const states: readonly SendState[] = ['PENDING', 'CLAIMED', 'ACCEPTED', 'REJECTED', 'AMBIGUOUS'];
const stateOf = async (draft: { readonly id: string }) =>
  (await desk.db.send.findUnique({ where: { draftId: draft.id } }))?.state;

describe('the steps of the ledger', () => {
  const table: readonly (readonly [SendState, SendEvent, SendState])[] = [
    ['PENDING', 'claim', 'CLAIMED'],
    ['CLAIMED', 'accept', 'ACCEPTED'],
    ['CLAIMED', 'release', 'PENDING'],
    ['CLAIMED', 'reject', 'REJECTED'],
    ['CLAIMED', 'lose', 'AMBIGUOUS'],
    ['REJECTED', 'retry', 'PENDING'],
    ['AMBIGUOUS', 'accept', 'ACCEPTED'],
    ['AMBIGUOUS', 'retry', 'PENDING'],
  ];
  const events: readonly SendEvent[] = ['claim', 'accept', 'release', 'reject', 'lose', 'retry'];

  test('are these, and no others', () => {
    const found = states.flatMap((from) =>
      events.flatMap((event) => {
        const to = nextSendState(from, event);
        return to === undefined ? [] : [`${from} ${event} ${to}`];
      }),
    );
    expect(found.toSorted()).toEqual(table.map((step) => step.join(' ')).toSorted());
  });

  test('are enforced by PostgreSQL for every pair of states', async () => {
    const { draft } = await desk.due();
    // The trigger is the last to know; to stand in each state at all it is put to sleep meanwhile.
    const stand = async (state: SendState) => {
      await desk.db.$executeRawUnsafe('ALTER TABLE send DISABLE TRIGGER send_step');
      await desk.db.send.update({ where: { draftId: draft.id }, data: { state } });
      await desk.db.$executeRawUnsafe('ALTER TABLE send ENABLE TRIGGER send_step');
    };
    for (const from of states)
      for (const to of states) {
        if (from === to) continue;
        await stand(from);
        const step = desk.db.send.update({ where: { draftId: draft.id }, data: { state: to } });
        const allowed = allowedSteps.some((pair) => pair[0] === from && pair[1] === to);
        if (allowed) await step;
        else
          await expect(step, `${from} → ${to}`).rejects.toThrow(`cannot go from ${from} to ${to}`);
      }
  });

  test('know no other state', async () => {
    const { draft } = await desk.due();
    await expect(
      desk.db.send.update({ where: { draftId: draft.id }, data: { state: 'LOST' } }),
    ).rejects.toThrow();
  });

  test('leave no way back from an accepted mail, and events of other attempts are not heard', async () => {
    const { draft } = await desk.due();
    const claimed = await desk.claim(draft);
    expect(claimed).toMatchObject({ kind: 'claimed', attempt: 1 });
    const stranger = { draftId: draft.id, claim: randomUUID(), response: 'x' };
    await releaseSend(desk.db, stranger);
    await rejectSend(desk.db, { ...stranger, problem: 'x', deadAddress: true });
    expect(await stateOf(draft)).toBe('CLAIMED');
    await acceptSend(desk.db, { draftId: draft.id, at: desk.now, response: '250' });
    await markAmbiguous(desk.db, { draftId: draft.id, problem: 'x' });
    await acceptSend(desk.db, { draftId: draft.id, at: new Date(0), response: 'again' });
    expect(await desk.db.send.findUnique({ where: { draftId: draft.id } })).toMatchObject({
      state: 'ACCEPTED',
      acceptedAt: desk.now,
      response: '250',
    });
    expect(await desk.claim(draft)).toEqual({ kind: 'settled', state: 'ACCEPTED' });
  });
});

describe('a claim', () => {
  test('is won by one of many that try at once', async () => {
    const { draft } = await desk.due();
    const claims = await Promise.all(Array.from({ length: 8 }, () => desk.claim(draft)));
    const kinds = claims.map(({ kind }) => kind).toSorted();
    expect(kinds).toEqual(['claimed', ...Array.from({ length: 7 }, () => 'foreign')]);
  });

  type Due = Awaited<ReturnType<LedgerFixture['due']>>;
  const reasons: readonly (readonly [string, SendRefusal, (due: Due) => Promise<unknown>])[] = [
    [
      'the approval was taken back',
      'not_approved',
      ({ draft }) =>
        desk.db.approval.updateMany({ where: { draftId: draft.id }, data: { voidedAt: desk.now } }),
    ],
    [
      'there never was an approval',
      'not_approved',
      ({ draft }) => desk.db.approval.deleteMany({ where: { draftId: draft.id } }),
    ],
    [
      'the draft is another revision by now',
      'not_approved',
      ({ draft }) => desk.db.draft.update({ where: { id: draft.id }, data: { revision: 2 } }),
    ],
    [
      "the text was changed behind the approval's back",
      'not_approved',
      ({ draft }) =>
        desk.db.draft.update({ where: { id: draft.id }, data: { text: 'Give me a job.' } }),
    ],
    [
      'the recipient was changed behind its back',
      'not_approved',
      ({ draft }) =>
        desk.db.draft.update({ where: { id: draft.id }, data: { to: 'eve@work.test' } }),
    ],
    [
      'they wrote since',
      'not_approved',
      ({ contact }) =>
        desk.db.contact.update({
          where: { id: contact.id },
          data: { newsSeq: { increment: 1 } },
        }),
    ],
    [
      'the journey is paused',
      'paused',
      ({ contact }) =>
        desk.db.contact.update({ where: { id: contact.id }, data: { pausedAt: desk.now } }),
    ],
    [
      'the journey is put off',
      'paused',
      ({ contact }) =>
        desk.db.contact.update({
          where: { id: contact.id },
          data: { snoozedUntil: new Date(desk.now.getTime() + 1) },
        }),
    ],
    [
      'the journey was stopped',
      'ended',
      ({ contact }) =>
        desk.db.contact.update({ where: { id: contact.id }, data: { stoppedAt: desk.now } }),
    ],
    [
      'everything is stopped',
      'user_hold',
      () =>
        desk.db.user.update({
          where: { id: desk.user.userId },
          data: { holdSince: desk.now },
        }),
    ],
    [
      "the mailbox's sending is stopped",
      'mailbox_stopped',
      () =>
        desk.db.mailbox.update({
          where: { id: desk.mailbox.id },
          data: { sendingStoppedAt: desk.now },
        }),
    ],
    [
      'the address asked for no more mail',
      'suppressed',
      ({ contact }) =>
        desk.db.suppression.create({
          data: { userId: desk.user.userId, email: contact.email, why: 'asked' },
        }),
    ],
    [
      'it is not due yet',
      'not_due',
      ({ draft }) =>
        desk.db.send.update({
          where: { draftId: draft.id },
          data: { slotAt: new Date(desk.now.getTime() + 1) },
        }),
    ],
  ];

  test.each(reasons)('is refused when %s', async (_, why, happens) => {
    const due = await desk.due();
    await happens(due);
    expect(await desk.claim(due.draft)).toEqual({ kind: 'refused', why });
    expect(await stateOf(due.draft)).toBe('PENDING');
    const { userId } = desk.user;
    await desk.db.user.update({ where: { id: userId }, data: { holdSince: null } });
    await desk.db.mailbox.updateMany({ data: { sendingStoppedAt: null } });
  });

  test('is not had for a text that was edited, until that one is approved', async () => {
    const { draft } = await desk.due();
    await editDraft.run(desk.user, { draftId: draft.id, text: 'Would you have twenty minutes?' });
    expect(await desk.claim(draft)).toEqual({ kind: 'refused', why: 'not_approved' });
    await desk.approve(draft);
    await desk.reserve(draft);
    expect(await desk.claim(draft)).toMatchObject({ kind: 'claimed' });
  });

  test('and the taking back of the approval exclude each other', async () => {
    for (let n = 0; n < 5; n++) {
      const { draft } = await desk.due();
      const [claimed, taken] = await Promise.all([
        desk.claim(draft),
        unapproveDraft.run(desk.user, { draftId: draft.id }).then(
          () => true,
          () => false,
        ),
      ]);
      expect(claimed.kind === 'claimed').toBe(!taken);
    }
  });
});
