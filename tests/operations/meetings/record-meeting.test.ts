import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Contact } from '../../../db/generated/client.ts';
import { stateToJson } from '../../../db/journey-state.ts';
import { firstState } from '../../../domain/journey.ts';
import { defaultPolicy } from '../../../domain/policy.ts';
import { confirmMeeting } from '../../../operations/meetings/confirm-meeting.ts';
import { listNeedsYou } from '../../../operations/needs-you/list-needs-you.ts';
import { editDraft } from '../../../operations/drafts/edit-draft.ts';
import { recordMeeting } from '../../../operations/meetings/record-meeting.ts';
import { listReferrals } from '../../../operations/referrals/list-referrals.ts';
import { listTakeaways } from '../../../operations/takeaways/list-takeaways.ts';
import {
  addDraft,
  addMailbox,
  addMessage,
  addPerson,
  openFixture,
  type TestUser,
} from '../fixture.ts';

let fixture: Awaited<ReturnType<typeof openFixture>>;
let kim: TestUser;
let ana: Contact;

beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  kim = await fixture.addUser({ name: 'Kim Lee', timeZone: 'Europe/Berlin' });
  ana = await addPerson(kim, await addMailbox(kim));
});

/** Before the fixture's now, 4 March 2026 at 10:00. */
const yesterday = new Date('2026-03-03T14:00:00Z');

function agreed(at = yesterday) {
  return kim.db.meeting.create({
    data: {
      userId: kim.userId,
      contactId: ana.id,
      uid: `${at.getTime()}@example.org`,
      at,
      minutes: 20,
      organizer: 'us',
      organizerAddress: 'kim@example.org',
      attendeeAddress: ana.email,
    },
  });
}

const record = (input: Omit<Parameters<typeof recordMeeting.run>[1], 'ref'>) =>
  recordMeeting.run(kim, { ref: ana.id, ...input });
const thankYou = () =>
  kim.db.draft.findFirst({
    where: { contactId: ana.id, purpose: 'thank_you' },
    orderBy: { createdAt: 'desc' },
  });
const told = async () =>
  (await kim.db.outbox.findMany({ where: { contactId: ana.id, kind: 'meetingChanged' } })).map(
    ({ payload }) => (payload as { readonly how: string }).how,
  );

describe('recording that a conversation took place', () => {
  it('takes one line, drafts the thank-you with it and tells the journey', async () => {
    const meeting = await agreed();
    await record({ takeaways: ['that forecasting is mostly talking to people'] });
    expect(await kim.db.meeting.findUniqueOrThrow({ where: { id: meeting.id } })).toMatchObject({
      state: 'took_place',
    });
    expect((await thankYou())?.text).toContain('forecasting is mostly talking to people');
    expect(await told()).toEqual(['held']);
  });

  it('may be said again: it adds, and writes an untouched thank-you anew', async () => {
    await agreed();
    await record({ held: true });
    const before = await thankYou();
    await record({ takeaways: ['to begin with the data, not the model'], skills: ['SQL'] });
    const after = await thankYou();
    expect(after?.id).toBe(before?.id);
    expect(after?.revision).toBeGreaterThan(before!.revision);
    expect(after?.text).toContain('begin with the data');
    expect((await listTakeaways.run(kim, {})).map(({ kind }) => kind)).toEqual([
      'takeaway',
      'skill',
    ]);
    expect(await told()).toEqual(['held']);
  });

  it('leaves a thank-you alone that the user has changed', async () => {
    await agreed();
    await record({ held: true });
    const { id } = (await thankYou())!;
    await editDraft.run(kim, { draftId: id, text: 'Dear Ana,\n\nthank you.\n\nKim' });
    await record({ takeaways: ['to begin with the data'] });
    expect((await thankYou())?.text).toBe('Dear Ana,\n\nthank you.\n\nKim');
  });

  it('makes referrals of the people who were named', async () => {
    await agreed();
    await record({ people: ['Bo Lund <bo@lab.example>: runs the lab', 'Cy Ode'] });
    expect((await listReferrals.run(kim, {})).map(({ name }) => name).toSorted()).toEqual([
      'Bo Lund',
      'Cy Ode',
    ]);
    expect((await thankYou())?.text).toContain('Bo Lund');
  });

  it('works for a talk that was never scheduled', async () => {
    await record({ takeaways: ['how grids fail'] });
    expect(await kim.db.meeting.findMany({ where: { contactId: ana.id } })).toMatchObject([
      { state: 'took_place', noMail: true },
    ]);
    expect(await thankYou()).not.toBeNull();
  });

  it('of more than a week ago asks for no thank-you', async () => {
    await record({ at: '2026-02-20T10:00:00Z', takeaways: ['how grids fail'] });
    expect(await thankYou()).toBeNull();
    expect(await told()).toEqual(['held']);
    const { metAt } = await kim.db.contact.findUniqueOrThrow({ where: { id: ana.id } });
    expect(metAt?.toISOString()).toBe('2026-02-20T10:00:00.000Z');
  });

  it('takes back the first mail and the nudge that still wait', async () => {
    const draft = await addDraft(kim, ana);
    await record({ held: true });
    expect(await kim.db.draft.findUniqueOrThrow({ where: { id: draft.id } })).toMatchObject({
      state: 'withdrawn',
    });
  });

  it('waits with the thank-you while mail of theirs is unread', async () => {
    await agreed();
    await addMessage(kim, ana);
    await record({ held: true });
    expect(await thankYou()).toBeNull();
  });

  it('refuses a conversation that is still to come', async () => {
    await expect(record({ at: '2026-03-05T10:00:00Z' })).rejects.toThrow('still to come');
  });
});

describe('recording that they did not come', () => {
  it('withdraws the thank-you and tells the journey', async () => {
    const meeting = await agreed();
    await record({ held: true });
    await record({ noShow: true });
    expect((await thankYou())?.state).toBe('withdrawn');
    expect(await kim.db.meeting.findUniqueOrThrow({ where: { id: meeting.id } })).toMatchObject({
      state: 'no_show',
    });
    expect(await told()).toEqual(['held', 'no_show']);
  });

  it('said twice is said once', async () => {
    await agreed();
    await record({ noShow: true });
    await record({ noShow: true });
    expect(await told()).toEqual(['no_show']);
  });

  it('keeps the UID of the invitation for the time that is agreed next', async () => {
    const missed = await agreed();
    await record({ noShow: true });
    const next = await confirmMeeting.run(kim, { ref: ana.id, at: '2026-03-10T15:00:00.000Z' });
    expect(next).toMatchObject({ uid: missed.uid, state: 'confirmed', attendance: 'needs_action' });
  });

  it('a second time asks, and nothing is offered before the answer', async () => {
    const journey = stateToJson({ ...firstState(defaultPolicy), chapter: 'meeting', noShows: 1 });
    await kim.db.contact.update({ where: { id: ana.id }, data: { journey } });
    await agreed();
    await record({ noShow: true });
    const items = await listNeedsYou.run(kim, {});
    expect(items).toMatchObject([{ type: 'question', choices: [{ name: 'offer' }, {}] }]);
  });

  it('is refused once the thank-you has left', async () => {
    await agreed();
    await record({ held: true });
    await kim.db.draft.updateMany({
      where: { contactId: ana.id, purpose: 'thank_you' },
      data: { state: 'sent', createdAt: new Date('2026-03-04T09:00:00Z') },
    });
    await expect(record({ noShow: true })).rejects.toThrow('counts as held');
  });

  it('is refused before a conversation has begun', async () => {
    await agreed(new Date('2026-03-06T10:00:00Z'));
    await expect(record({ noShow: true })).rejects.toThrow('has begun');
  });

  it('goes with nothing that was said', async () => {
    await agreed();
    await expect(record({ noShow: true, takeaways: ['x'] })).rejects.toThrow('nothing that was');
    await expect(record({ noShow: true, held: true })).rejects.toThrow('not both');
  });
});
