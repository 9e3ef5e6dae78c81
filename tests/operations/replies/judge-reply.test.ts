import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Contact, Message } from '../../../db/generated/client.ts';
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
  it('is thanked for by a draft', async () => {
    await judge('answered');
    expect(await kim.db.draft.findMany({ where: { contactId: ana.id } })).toMatchObject([
      { purpose: 'reply', state: 'awaiting_approval' },
    ]);
  });

  it('judged anew takes that draft back', async () => {
    await judge('answered');
    await judge('interested');
    expect(await kim.db.draft.findMany({ where: { contactId: ana.id } })).toMatchObject([
      { purpose: 'reply', state: 'withdrawn' },
    ]);
  });
});
