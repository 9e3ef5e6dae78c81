import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Contact, Message } from '../../../db/generated/client.ts';
import { stateToJson } from '../../../db/journey-state.ts';
import { firstState } from '../../../domain/journey.ts';
import { defaultPolicy } from '../../../domain/policy.ts';
import { confirmMeeting } from '../../../operations/meetings/confirm-meeting.ts';
import { showMeeting } from '../../../operations/meetings/list-meetings.ts';
import { listNeedsYou } from '../../../operations/needs-you/list-needs-you.ts';
import { listReferrals } from '../../../operations/referrals/list-referrals.ts';
import { judgeReply } from '../../../operations/replies/judge-reply.ts';
import { addMailbox, addMessage, addPerson, openFixture, type TestUser } from '../fixture.ts';

let fixture: Awaited<ReturnType<typeof openFixture>>;
let kim: TestUser;
let ana: Contact;
let mail: Message;

beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  kim = await fixture.addUser({ name: 'Kim Lee', timeZone: 'Europe/Berlin' });
  ana = await addPerson(kim, await addMailbox(kim));
  mail = await addMessage(kim, ana);
});

const judge = (judgement: string, more: object = {}) =>
  judgeReply.run(kim, judgeReply.input.parse({ messageId: mail.id, judgement, ...more }));

async function told(): Promise<Record<string, unknown>> {
  const entry = await kim.db.outbox.findFirstOrThrow({
    where: { contactId: ana.id, kind: 'judgeReply' },
    orderBy: { id: 'desc' },
  });
  return entry.payload as Record<string, unknown>;
}

describe('a reply that asks for later', () => {
  it('tells the journey when to ask again', async () => {
    await judge('later', { until: '2026-05-04T07:00:00Z' });
    expect(await told()).toMatchObject({
      judgement: 'later',
      until: Date.parse('2026-05-04T07:00:00Z'),
    });
  });

  it('can be put off once more', async () => {
    await judge('later', { until: '2026-05-04T07:00:00Z' });
    await judge('later', { until: '2026-06-01T07:00:00Z' });
    expect(await told()).toMatchObject({ until: Date.parse('2026-06-01T07:00:00Z') });
  });

  it('needs a time to come', async () => {
    await expect(judge('later')).rejects.toMatchObject({ field: 'until' });
    await expect(judge('later', { until: '2026-03-01T07:00:00Z' })).rejects.toThrow('has passed');
    await expect(judge('asks', { until: '2026-05-04T07:00:00Z' })).rejects.toMatchObject({
      field: 'until',
    });
  });
});

describe('a reply that points to others', () => {
  it('notes each of them, and drafts thanks that name them', async () => {
    await judge('referred', {
      persons: ['Bo Lund <bo@lab.example>: runs the grid lab', 'Cy Park <cy@lab.example>'],
    });
    const found = await listReferrals.run(kim, {});
    expect(found.toSorted((a, b) => a.name.localeCompare(b.name))).toMatchObject([
      { name: 'Bo Lund', email: 'bo@lab.example', why: 'runs the grid lab', state: 'open' },
      { name: 'Cy Park' },
    ]);
    const draft = await kim.db.draft.findFirstOrThrow({ where: { contactId: ana.id } });
    expect(draft).toMatchObject({ purpose: 'reply', state: 'awaiting_approval' });
    expect(draft.text).toContain('Bo Lund');
    expect(await told()).toMatchObject({ judgement: 'referred' });
  });

  it('needs somebody whose line can be read', async () => {
    await expect(judge('referred')).rejects.toMatchObject({ field: 'person' });
    await expect(judge('referred', { persons: ['<bo@lab.example>'] })).rejects.toMatchObject({
      field: 'person',
    });
    expect(await kim.db.message.findUnique({ where: { id: mail.id } })).toMatchObject({
      state: 'needs_you',
    });
  });
});

describe('a reply about a time', () => {
  it.each(['accepts_time', 'cannot_make_it', 'proposes_time'])(
    'that %s leaves an answer owed to them',
    async (judgement) => {
      await judge(judgement);
      expect(await kim.db.contact.findUnique({ where: { id: ana.id } })).toMatchObject({
        answerOwedTo: mail.id,
      });
    },
  );
});

describe('a reply that answered the questions', () => {
  it('drafts nothing here: the thank-you is the journey’s', async () => {
    await judge('answered');
    expect(await kim.db.draft.findMany({ where: { contactId: ana.id } })).toEqual([]);
  });
});

describe('a reply judged anew', () => {
  it('takes back what the first judgement drafted', async () => {
    await judge('declined');
    await judge('interested');
    expect(await kim.db.draft.findMany({ where: { contactId: ana.id } })).toMatchObject([
      { purpose: 'reply', state: 'withdrawn' },
    ]);
  });
});

describe('a reply while a conversation is agreed', () => {
  const at = '2026-03-10T15:00:00.000Z';
  const drafts = async () =>
    (await kim.db.draft.findMany({ where: { contactId: ana.id }, orderBy: { createdAt: 'asc' } }))
      .filter(({ state }) => state !== 'withdrawn')
      .map(({ purpose, state }) => ({ purpose, state }));
  const meeting = () => showMeeting.run(kim, { ref: ana.id });
  const clockIsTold = () =>
    kim.db.outbox.count({ where: { contactId: ana.id, target: { startsWith: 'meeting/' } } });

  /** The invitation left; the journey waits for the conversation. */
  async function agreed() {
    const { draftId } = await confirmMeeting.run(kim, { ref: ana.id, at });
    const draft = await kim.db.draft.update({
      where: { id: draftId! },
      data: { state: 'sent' },
    });
    await kim.db.send.create({
      data: {
        draftId: draft.id,
        contactId: ana.id,
        mailboxId: ana.mailboxId,
        messageId: draft.messageId,
        slotAt: kim.now(),
        claimedAt: kim.now(),
        acceptedAt: kim.now(),
        state: 'ACCEPTED',
      },
    });
    const journey = stateToJson({ ...firstState(defaultPolicy), chapter: 'meeting' });
    await kim.db.contact.update({ where: { id: ana.id }, data: { stage: 'meeting', journey } });
  }

  it.each([
    ['cannot_make_it', ['confirmation'], 0],
    ['opt_out', ['confirmation'], 0],
    ['answered', ['confirmation', 'cancellation'], 1],
    ['declined', ['confirmation', 'cancellation', 'reply'], 1],
  ])('%s calls it off, with the mails %j', async (judgement, purposes, sequence) => {
    await agreed();
    const before = await clockIsTold();
    await judge(judgement);
    expect((await drafts()).map(({ purpose }) => purpose)).toEqual(purposes);
    expect(await meeting()).toMatchObject({ state: 'cancelled', sequence });
    expect(await clockIsTold()).toBeGreaterThan(before);
  });

  it.each(['asks', 'interested', 'not_a_reply'])('%s leaves it as it is', async (judgement) => {
    await agreed();
    await judge(judgement);
    expect(await meeting()).toMatchObject({ state: 'confirmed', sequence: 0 });
  });

  it.each(['declined', 'cannot_make_it'])(
    '%s by mistake lets it stand again, under the number it had',
    async (wrong) => {
      await agreed();
      await judge(wrong);
      await judge('asks');
      expect(await meeting()).toMatchObject({ state: 'confirmed', sequence: 0 });
      expect(await drafts()).toEqual([{ purpose: 'confirmation', state: 'sent' }]);
    },
  );
});

describe('a question that a reply raises', () => {
  const questions = async () =>
    (await listNeedsYou.run(kim, {})).filter(({ type }) => type === 'question');

  it('is asked with the mail, and no longer once the mail is judged otherwise', async () => {
    const journey = stateToJson({ ...firstState(defaultPolicy), chapter: 'keeping_in_touch' });
    await kim.db.contact.update({ where: { id: ana.id }, data: { journey } });
    await judge('declined');
    expect(await questions()).toMatchObject([
      { messageId: mail.id, choices: [{ name: 'yes' }, { name: 'no' }] },
    ]);
    await judge('asks');
    expect(await questions()).toEqual([]);
  });
});
