import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findStalled } from '../../db/sweep/find-stalled.ts';
import { beforeAll, beginLostRuns } from '../../db/sweep/lost-runs.ts';
import { prune } from '../../db/sweep/prune.ts';
import { sweep } from '../../db/sweep/sweep.ts';
import type { Contact } from '../../db/generated/client.ts';
import { openLedgerFixture, type LedgerFixture } from './ledger-fixture.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

let desk: LedgerFixture;
let now: Date;
beforeEach(async () => {
  desk = await openLedgerFixture();
  now = desk.now;
  await desk.db.mailbox.updateMany({ data: { state: 'connected' } });
});
afterEach(() => desk.close());

const found = async () =>
  (await findStalled(desk.db, { now, grace: hour })).map(({ what }) => what);
const at = (milliseconds: number) => new Date(now.getTime() + milliseconds);
const waiting = (facts: Parameters<LedgerFixture['person']>[0] = {}) =>
  desk.person({ stage: 'waiting', nextAt: null, ...facts });
const problems = () => desk.db.problem.findMany({ where: { kind: 'stalled', resolvedAt: null } });
const outbox = () => desk.db.outbox.findMany({ orderBy: { id: 'asc' } });

describe('a journey', () => {
  test('that waits for neither a person nor a time is stalled', async () => {
    await waiting();
    expect(await found()).toEqual(['journey']);
  });

  test('whose time has passed by more than the grace is stalled', async () => {
    await waiting({ nextAt: at(-2 * hour) });
    expect(await found()).toEqual(['journey']);
  });

  test.each([
    ['whose time is ahead', { nextAt: moment(day) }],
    ['whose time has only just come', { nextAt: moment(-minute) }],
    ['that has ended', { stage: 'closed', outcome: 'silent' }],
    ['that is paused', { pausedAt: moment(-day) }],
    ['that is snoozed', { snoozedUntil: moment(day) }],
    ['of somebody removed', { removedAt: moment(-day) }],
  ] as const)('%s is not', async (_, facts) => {
    await waiting(facts);
    expect(await found()).toEqual([]);
  });

  test.each([
    ['a draft to approve', (contact: Contact) => desk.draft(contact)],
    [
      'a reply to judge',
      (contact: Contact) =>
        desk.db.message.create({
          data: {
            contactId: contact.id,
            mailboxId: desk.mailbox.id,
            direction: 'in',
            kind: 'human_reply',
            state: 'needs_you',
            at: now,
            messageId: '<one@work.test>',
            dedupeKey: 'one',
            fromAddress: contact.email,
            toAddress: desk.mailbox.address,
            subject: 'Re: Quick question',
            text: 'Yes.',
            visibleText: 'Yes.',
          },
        }),
    ],
    [
      'a problem',
      (contact: Contact) =>
        desk.db.problem.create({
          data: { userId: desk.user.userId, contactId: contact.id, kind: 'lost', text: '' },
        }),
    ],
    [
      'a question',
      (contact: Contact) =>
        desk.db.question.create({
          data: {
            userId: desk.user.userId,
            contactId: contact.id,
            kind: 'go_on',
            text: '',
            choices: [],
          },
        }),
    ],
  ] as const)('with %s in Needs you is not', async (_, give) => {
    await give(await waiting());
    expect(await found()).toEqual([]);
  });

  test.each([
    ['a hold', () => desk.db.user.updateMany({ data: { holdSince: now } })],
    [
      'a mailbox that cannot be read',
      () => desk.db.mailbox.updateMany({ data: { state: 'unreachable' } }),
    ],
    [
      'a mailbox whose sending is stopped',
      () => desk.db.mailbox.updateMany({ data: { sendingStoppedAt: now } }),
    ],
  ])('is explained by %s', async (_, hold) => {
    await waiting();
    await hold();
    expect(await found()).toEqual([]);
  });
});

/** Relative to the desk's fixed time, before there is a desk. */
function moment(milliseconds: number): Date {
  return new Date(Date.parse('2026-03-04T10:00:00Z') + milliseconds);
}

describe('an approved mail', () => {
  test('that is not due yet waits for its time', async () => {
    await desk.due();
    expect(await found()).toEqual([]);
  });

  test('that was due more than an hour ago is stalled', async () => {
    const { draft } = await desk.due();
    const where = { draftId: draft.id };
    await desk.db.send.update({ where, data: { slotAt: at(-2 * hour) } });
    expect(await found()).toEqual(['mail']);
  });

  test('whose approval no longer counts is stalled', async () => {
    const { contact } = await desk.due();
    await desk.db.contact.update({ where: { id: contact.id }, data: { newsSeq: 5 } });
    expect(await found()).toEqual(['mail']);
  });

  test('that nobody has planned is stalled, unless a colleague is asked first', async () => {
    const contact = await desk.person({ company: 'Acme', stage: 'scheduled' });
    await desk.approve(await desk.draft(contact));
    await desk.db.approval.updateMany({ data: { approvedAt: at(-2 * hour) } });
    expect(await found()).toEqual(['mail']);
    await desk.due({ company: 'ACME' });
    expect(await found()).toEqual([]);
  });
});

test('news that was not delivered for an hour is stalled', async () => {
  const contact = await waiting({ nextAt: at(day) });
  const data = {
    contactId: contact.id,
    target: `journey/${contact.id}`,
    kind: 'pause',
    payload: {},
  };
  await desk.db.outbox.create({ data: { ...data, createdAt: at(-minute) } });
  expect(await found()).toEqual([]);
  await desk.db.outbox.create({ data: { ...data, createdAt: at(-2 * hour) } });
  expect(await found()).toEqual(['outbox']);
});

describe('the sweep', () => {
  test('first tells what is stalled to look again, then puts it before the user, until it goes on', async () => {
    const contact = await waiting();
    expect(await sweep(desk.db, now)).toEqual({ repaired: 1, reported: 0 });
    expect(await outbox()).toMatchObject([{ target: `journey/${contact.id}`, kind: 'lookAgain' }]);
    expect(await problems()).toEqual([]);

    expect(await sweep(desk.db, now)).toEqual({ repaired: 0, reported: 1 });
    expect(await sweep(desk.db, now)).toEqual({ repaired: 0, reported: 0 });
    expect(await problems()).toMatchObject([{ contactId: contact.id }]);

    await desk.db.contact.update({ where: { id: contact.id }, data: { nextAt: at(day) } });
    await sweep(desk.db, now);
    expect(await problems()).toEqual([]);
    expect(await desk.db.sweepFinding.count()).toBe(0);
  });

  test('calls a mail by the workflow that carries it', async () => {
    const { draft } = await desk.due();
    await desk.db.send.updateMany({ data: { slotAt: at(-2 * hour) } });
    const before = (await outbox()).length;
    await sweep(desk.db, now);
    expect((await outbox()).slice(before)).toMatchObject([{ target: `mail/${draft.id}` }]);
  });

  test('begins again what Temporal has lost, and leaves alone what runs', async () => {
    const lost = await waiting({ nextAt: at(day) });
    const runs = await waiting({ nextAt: at(day) });
    await waiting({ stage: 'closed' });
    const isRunning = async (id: string) => id === `journey/${runs.id}`;
    const answer = await beginLostRuns(desk.db, isRunning, beforeAll);
    expect(answer).toEqual({ begun: 1, last: beforeAll });
    expect(await outbox()).toMatchObject([{ target: `journey/${lost.id}`, kind: 'lookAgain' }]);
  });
});

test('what was delivered or resolved three months ago is deleted, and nothing else', async () => {
  const contact = await waiting();
  const entry = { contactId: contact.id, target: 'journey/x', kind: 'pause', payload: {} };
  const problem = { userId: desk.user.userId, kind: 'lost', text: '' };
  await desk.db.outbox.createMany({
    data: [
      { ...entry, deliveredAt: at(-91 * day), createdAt: at(-91 * day) },
      { ...entry, deliveredAt: at(-89 * day), createdAt: at(-91 * day) },
      { ...entry, createdAt: at(-91 * day) },
    ],
  });
  await desk.db.problem.createMany({
    data: [
      { ...problem, resolvedAt: at(-91 * day) },
      { ...problem, resolvedAt: at(-1 * day) },
      { ...problem, createdAt: at(-400 * day) },
    ],
  });
  const session = { userId: desk.user.userId, csrf: 'x' };
  await desk.db.session.createMany({
    data: [
      { ...session, hash: 'old', expiresAt: at(-minute) },
      { ...session, hash: 'new', expiresAt: at(day) },
    ],
  });
  expect(await prune(desk.db, now)).toBe(3);
  expect(await desk.db.outbox.count()).toBe(2);
  expect(await desk.db.problem.count()).toBe(2);
  expect(await desk.db.session.findMany()).toMatchObject([{ hash: 'new' }]);
});
