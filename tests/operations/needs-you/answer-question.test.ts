import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Contact } from '../../../db/generated/client.ts';
import { stateToJson } from '../../../db/journey-state.ts';
import { askUser } from '../../../db/questions.ts';
import { firstState, type JourneyState } from '../../../domain/journey.ts';
import { defaultPolicy } from '../../../domain/policy.ts';
import type { QuestionKind } from '../../../domain/question.ts';
import { stop } from '../../../operations/journeys/stop-contact.ts';
import { cancelMeeting } from '../../../operations/meetings/cancel-meeting.ts';
import { confirmMeeting } from '../../../operations/meetings/confirm-meeting.ts';
import { answerQuestion } from '../../../operations/needs-you/answer-question.ts';
import { listNeedsYou } from '../../../operations/needs-you/list-needs-you.ts';
import { addMailbox, addPerson, openFixture, type TestUser } from '../fixture.ts';

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

const ask = (kind: QuestionKind) => kim.db.$transaction((tx) => askUser(tx, ana, kind));
const questions = async () =>
  (await listNeedsYou.run(kim, {})).filter(({ type }) => type === 'question');
const only = async () => (await questions())[0]!;
const answer = (item: string, choice: string) => answerQuestion.run(kim, { item, choice });
const stands = (state: Partial<JourneyState>, stage: string) =>
  kim.db.contact.update({
    where: { id: ana.id },
    data: { stage, journey: stateToJson({ ...firstState(defaultPolicy), ...state }) },
  });
const told = async () =>
  (
    await kim.db.outbox.findMany({
      where: { contactId: ana.id, kind: { in: ['goTo', 'changePolicy'] } },
    })
  ).map(({ kind, payload }) => ({ kind, ...(payload as object) }));

describe('a question', () => {
  it('waits for the user with its choices, once', async () => {
    await ask('go_on');
    await ask('go_on');
    expect(await questions()).toEqual([
      expect.objectContaining({
        contactId: ana.id,
        contactName: 'Ana Silva',
        why: expect.stringContaining('Ana Silva'),
        choices: [
          { name: 'yes', says: 'Go on with check-ins' },
          { name: 'no', says: 'No more check-ins' },
        ],
      }),
    ]);
  });

  it('is answered once; the same answer again changes nothing, another is refused', async () => {
    await ask('go_on');
    const { id } = await only();
    expect(await answer(id, 'Yes')).toEqual({ id, contactId: ana.id, choice: 'yes' });
    expect(await questions()).toEqual([]);
    await answer(id.replace('question:', ''), 'yes');
    await expect(answer(id, 'no')).rejects.toThrow('answered already');
    expect(await told()).toHaveLength(1);
  });

  it('takes only its choices, and names them', async () => {
    await ask('go_on');
    await expect(answer((await only()).id, 'perhaps')).rejects.toMatchObject({
      field: 'choice',
      message: expect.stringContaining('yes (Go on with check-ins), no'),
    });
    await expect(answer('question:1', 'yes')).rejects.toThrow(
      'This question is not asked any more',
    );
  });

  it('of somebody else is not there', async () => {
    await ask('go_on');
    const { id } = await only();
    const bo = await fixture.addUser({ name: 'Bo' });
    await expect(answerQuestion.run(bo, { item: id, choice: 'yes' })).rejects.toThrow(
      'This question is not asked any more',
    );
  });

  it('is no longer asked when the journey is stopped', async () => {
    await ask('go_on');
    const { id } = await only();
    await stop.run(kim, { ref: ana.id });
    expect(await questions()).toEqual([]);
    await expect(answer(id, 'yes')).rejects.toThrow('no longer asked');
  });
});

describe('an answer', () => {
  it.each([
    ['go_on', 'yes', { chapter: 'keeping_in_touch' }],
    ['go_on', 'no', { chapter: 'closed', outcome: 'met' }],
    ['offer_new_times', 'offer', { chapter: 'agreeing', because: 'other_times' }],
    ['offer_new_times', 'close', { chapter: 'closed', outcome: 'stopped' }],
    ['another_meeting', 'yes', { chapter: 'agreeing', because: 'agreed' }],
  ] as const)('to %s with %s leads to %o', async (kind, choice, where) => {
    await ask(kind);
    await answer((await only()).id, choice);
    expect(await told()).toEqual([{ kind: 'goTo', at: kim.now().getTime(), ...where }]);
  });

  it('that closes a talk with somebody met before goes back to keeping in touch', async () => {
    await stands({ chapter: 'agreeing', met: true }, 'in_conversation');
    await ask('offer_new_times');
    await answer((await only()).id, 'close');
    expect(await told()).toMatchObject([{ kind: 'goTo', chapter: 'keeping_in_touch' }]);
  });

  it('that leaves a closed journey closed tells it nothing', async () => {
    await stands({ chapter: 'closed', outcome: 'stopped' }, 'closed');
    await ask('offer_new_times');
    await answer((await only()).id, 'close');
    expect(await told()).toEqual([]);
  });

  it('of “no check-ins” while the thank-you waits changes only what follows it', async () => {
    await stands({ chapter: 'thanks' }, 'thank_you');
    await ask('check_ins_declined');
    await answer((await only()).id, 'no');
    expect(await told()).toMatchObject([
      { kind: 'changePolicy', policy: { checkInEvery: 'never' } },
    ]);
  });

  it('offers nothing to somebody who asked not to be written to', async () => {
    await ask('offer_new_times');
    const { id } = await only();
    await kim.db.suppression.create({
      data: { userId: kim.userId, email: ana.email, why: 'asked' },
    });
    await expect(answer(id, 'offer')).rejects.toThrow('asked not to be written to');
    expect(await questions()).toHaveLength(1);
  });
});

it('after a cancellation by the user, new times are offered only when they say so', async () => {
  await confirmMeeting.run(kim, { ref: ana.id, at: '2026-03-10T15:00:00.000Z' });
  await cancelMeeting.run(kim, { ref: ana.id });
  expect(await only()).toMatchObject({
    choices: [{ name: 'offer' }, { name: 'close' }],
  });
  await confirmMeeting.run(kim, { ref: ana.id, at: '2026-03-11T15:00:00.000Z' });
  expect(await questions()).toEqual([]);
});
