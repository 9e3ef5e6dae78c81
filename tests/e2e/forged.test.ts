import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startInstance, type InstanceUnderTest } from '../support/instance.ts';
import { practiceServers, type Practice } from '../support/mail-servers.ts';
import { clientOf } from '../support/temporal-histories.ts';
import { until } from '../support/until.ts';

// The worst case: somebody has our own certificate and tells the workflows what they like.
let mail: Practice;
let instance: InstanceUnderTest;
let client: Client;

beforeAll(async () => {
  mail = await practiceServers();
  instance = await startInstance();
  client = await clientOf(instance.data);
  const { me } = mail;
  await instance.result(
    [
      ...['mailbox', 'connect', '--address', me.address, '--password-stdin', '--security', 'none'],
      ...['--imap', `127.0.0.1:${me.imap.port}`, '--smtp', `127.0.0.1:${me.smtp.port}`],
    ],
    `${me.password}\n`,
  );
  await instance.result(['profile', 'set', '--name', 'Max Muster', '--affiliation', 'TU Berlin']);
  await instance.result(['settings', 'set', 'workingHours=always', 'spacing=PT0S', 'holidays=off']);
}, 240_000);
afterAll(async () => {
  await client?.connection.close();
  await instance?.remove();
  await mail?.stop();
}, 60_000);

type Waiting = { readonly contactId: string; readonly draftId: string; readonly revision: number };

async function waitingFor(email: string): Promise<Waiting> {
  await instance.result([
    ...['contact', 'add', '--email', email, '--name', email.slice(0, 3)],
    ...['--admire', 'how you moved from research into product'],
  ]);
  return until('a draft', async () =>
    (await instance.result(['drafts'])).find(({ to }: any) => to === email),
  );
}

describe('who speaks to Temporal as we do', () => {
  test('approves nothing: a forged run of a mail asks for the yes and sends nothing', async () => {
    const { contactId, draftId, revision } = await waitingFor('ana@work.test');
    const run = await client.workflow.start('mail', {
      workflowId: `mail/${draftId}`,
      taskQueue: 'journeys',
      args: [{ contactId, draftId }],
    });
    expect(await run.result()).toBe('not_approved');
    expect(mail.practice.sent()).toEqual([]);
    const [draft] = await instance.result(['drafts']);
    expect(draft).toMatchObject({ draftId, revision, state: 'awaiting_approval' });

    // The very same mail goes once the person says yes, so it was the missing row that held it.
    await instance.result(['approve', draftId]);
    await until('the mail goes out', async () => mail.practice.sent().length === 1);
  }, 120_000);

  test('sends nothing by a journey of their own that says the mail has left', async () => {
    const { contactId, draftId } = await waitingFor('ben@work.test');
    const sentBefore = mail.practice.sent().length;
    const real = client.workflow.getHandle(`journey/${contactId}`);
    const state = await real.query<object>('journeyState');
    const settled = [{ draftId, how: 'sent', at: 0 }];
    const forged = await client.workflow.start('contactJourney', {
      workflowId: `forged/${randomUUID()}`,
      taskQueue: 'journeys',
      args: [{ contactId, state: { ...state, chapter: 'silence', quietSince: 0, settled } }],
    });
    await until('it works', async () => (await activitiesDone(forged.workflowId)) >= 1);
    // It may have come to its end by itself.
    await forged.terminate().catch(() => undefined);
    expect(mail.practice.sent()).toHaveLength(sentBefore);
    await expectNothingApproved();
  }, 120_000);

  test('sends nothing by any message that a journey hears', async () => {
    const { contactId } = await waitingFor('eve@work.test');
    const sentBefore = mail.practice.sent().length;
    const journey = client.workflow.getHandle(`journey/${contactId}`);
    const now = Date.now();
    const news = { messageId: randomUUID(), at: now };
    const messages: readonly (readonly [string, object])[] = [
      ['pause', {}],
      ['snooze', { until: now - 1 }],
      ['resume', {}],
      ['autoReplied', { ...news, until: now - 1 }],
      ['wroteByHand', news],
      ['calendarAnswered', news],
      ['replyReceived', news],
      ['judgeReply', { ...news, judgement: 'interested' }],
      ['meetingChanged', { meetingId: randomUUID(), how: 'held', at: now, end: now }],
      ['lookAgain', {}],
      ['mailBounced', { at: now, deadAddress: true }],
      ['optedOut', news],
    ];
    for (const [name, payload] of messages)
      await journey.signal(name, { ...payload, id: `forged-${name}`, generation: 0 });
    await until('the journey has heard all of it', async () => {
      const contact = await instance.result(['contact', 'show', 'eve@work.test']);
      return contact.stage === 'closed';
    });
    expect(mail.practice.sent()).toHaveLength(sentBefore);
    await expectNothingApproved();
  }, 120_000);
});

async function activitiesDone(workflowId: string): Promise<number> {
  const { events } = await client.workflow.getHandle(workflowId).fetchHistory();
  return (events ?? []).filter((event) => event.activityTaskCompletedEventAttributes).length;
}

async function expectNothingApproved(): Promise<void> {
  const states = (await instance.result(['drafts', '--all'])).map((each: any) => each.state);
  expect(states).not.toContain('approved');
}
