import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mailId, meetingId, reminderId } from '../../domain/journey.ts';
import { journeyQueue } from '../../domain/task-queues.ts';
import { historiesOf } from '../support/runs.ts';
import { noTimeSkipping } from '../support/test-server.ts';
import { day, openHarness, type Harness, type Journey } from './harness.ts';

const hour = 3_600_000;
const length = 20 * 60_000;
const clockId = meetingId('m');

describe.skipIf(noTimeSkipping())('two years of one relationship', () => {
  let harness: Harness;
  /** When they meet. */
  let at = 0;
  beforeAll(async () => {
    harness = await openHarness({
      // The brief a day before, the reminder an hour before, and how it went, asked thrice.
      async meetingStep() {
        const now = await harness.now();
        const end = at + length;
        const steps = [at - day, at - hour, end + 15 * 60_000, end + day, end + 3 * day];
        return steps.find((step) => step > now);
      },
    });
  });
  afterAll(() => harness.close());

  const mails: string[] = [];
  const shows = (journey: Journey, stage: string) =>
    journey.until(`it shows ${stage}`, () => journey.did.stages.at(-1)?.stage === stage);

  /** A mail that a person wrote or a command drafted, or the draft that the journey made; approved, and gone. */
  async function sends(journey: Journey, draftId: string) {
    mails.push(draftId);
    await journey.approve(draftId);
    const isOut = () => journey.did.sent.some((sent) => sent.draftId === draftId);
    await journey.until(`${draftId} has left`, isOut);
  }

  async function sendsNext(journey: Journey, purpose: string) {
    await journey.until(
      `a ${purpose} waits`,
      () => journey.did.drafted.at(-1)?.purpose === purpose,
    );
    await sends(journey, journey.did.drafted.at(-1)!.draftId);
  }

  async function replies(journey: Journey, judgement: Parameters<Journey['judge']>[1]) {
    const reply = await journey.hear('reply');
    await journey.until(
      'the reply waits to be judged',
      () =>
        journey.did.stages
          .at(-1)
          ?.state.unread.some(({ messageId }) => messageId === reply.messageId) === true,
    );
    await harness.pass(day / 2);
    await journey.judge(reply, judgement);
  }

  async function meets(journey: Journey, how: 'agreed' | 'moved', inDays: number) {
    at = (await harness.now()) + inDays * day;
    await journey.say('meetingChanged', { meetingId: 'm', how, at, end: at + length });
    await harness.client.workflow.signalWithStart('meeting', {
      workflowId: clockId,
      taskQueue: journeyQueue,
      args: [{ meetingId: 'm' }],
      signal: 'lookAgain',
      signalArgs: [],
    });
    await shows(journey, 'meeting');
    await sends(journey, `confirmation-${how}`);
  }

  async function remind(id: string) {
    await harness.client.workflow.start('reminder', {
      workflowId: reminderId(id),
      taskQueue: journeyQueue,
      args: [{ reminderId: id }],
    });
  }

  test('stays small: its history events are counted over all its workflows', async () => {
    const journey = await harness.begin({ policy: { maxUnansweredCheckIns: 3 } });
    const began = await harness.now();
    await sendsNext(journey, 'outreach');
    await journey.waits();
    await harness.pass(2 * day);
    await journey.hear('auto_reply', { until: (await harness.now()) + 6 * day });
    await harness.pass(10 * day);
    await sendsNext(journey, 'nudge');
    await harness.pass(day);
    await replies(journey, 'interested');
    await sendsNext(journey, 'proposal');
    await harness.pass(day);
    await replies(journey, 'accepts_time');
    await meets(journey, 'agreed', 5);
    await harness.pass(2 * day);
    await meets(journey, 'moved', 6);
    for (const about of ['brief', 'reminder', 'how-did-it-go']) await remind(about);
    await harness.pass(6 * day + hour);
    await sendsNext(journey, 'thank_you');
    await shows(journey, 'keeping_in_touch');
    await harness.pass(day);
    await replies(journey, 'referred');
    await shows(journey, 'keeping_in_touch');
    await sends(journey, 'introducer_thanks-1');
    for (let checkIn = 1; checkIn <= 8; checkIn += 1) {
      const drafted = journey.did.drafted.length;
      await harness.pass(91 * day);
      await journey.until(`check-in ${checkIn} waits`, () => journey.did.drafted.length > drafted);
      await sendsNext(journey, 'check_in');
      // After three that found no answer the user would be asked whether to go on.
      if (checkIn % 3 === 0) {
        await harness.pass(day);
        await replies(journey, 'answered');
        await shows(journey, 'keeping_in_touch');
      }
    }
    expect((await harness.now()) - began).toBeGreaterThan(2 * 365 * day);

    const ids = [
      clockId,
      ...['brief', 'reminder', 'how-did-it-go'].map(reminderId),
      ...mails.map((draftId) => mailId(`${journey.contactId}:${draftId}`)),
    ];
    const runs = (await historiesOf(harness.client, journey.handle.workflowId)).map(eventsOf);
    const others = await Promise.all(ids.map((id) => historiesOf(harness.client, id)));
    const inJourney = sum(runs);
    const inOthers = sum(others.flat().map(eventsOf));
    expect(inJourney + inOthers).toBeLessThan(750);
    expect(Math.max(...runs)).toBeLessThan(40);
  }, 180_000);
});

const eventsOf = ({ events }: { readonly events?: readonly unknown[] | null }): number =>
  events?.length ?? 0;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
