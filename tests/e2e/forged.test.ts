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

/** How often a workflow has been through the send step. */
async function sendSteps(workflowId: string): Promise<number> {
  const { events } = await client.workflow.getHandle(workflowId).fetchHistory();
  const scheduled = (events ?? []).flatMap(
    (event) => event.activityTaskScheduledEventAttributes?.activityType?.name ?? [],
  );
  const done = (events ?? []).filter((event) => event.activityTaskCompletedEventAttributes);
  return Math.min(scheduled.filter((name) => name === 'sendMail').length, done.length);
}

describe('who speaks to Temporal as we do', () => {
  test('approves nothing: a forged verdict goes through the send step and sends nothing', async () => {
    const { contactId, draftId, revision } = await waitingFor('ana@work.test');
    const journey = client.workflow.getHandle(`journey/${contactId}`);
    const forge = (verdict: string) =>
      journey.executeUpdate('reviewDraft', {
        args: [{ id: `forged-${randomUUID()}`, draftId, revision, verdict }],
      });
    await forge('approved');
    await until('the send step looked', async () => (await sendSteps(journey.workflowId)) >= 1);
    const before = await sendSteps(journey.workflowId);
    await forge('settled');
    await journey.executeUpdate('resume', { args: [{ id: 'forged-resume' }] });
    await journey.signal('lookAgain', { id: 'forged-look' });
    await until('it looked again', async () => (await sendSteps(journey.workflowId)) > before);

    expect(mail.practice.sent()).toEqual([]);
    const [draft] = await instance.result(['drafts']);
    expect(draft).toMatchObject({ draftId, revision, state: 'awaiting_approval' });

    // The very same journey sends once the person says yes, so it was the missing row that held it.
    await instance.result(['approve', draftId]);
    await until('the mail goes out', async () => mail.practice.sent().length === 1);
  }, 120_000);

  test('sends nothing by a workflow of their own for a draft that waits', async () => {
    const { contactId, draftId, revision } = await waitingFor('ben@work.test');
    const sentBefore = mail.practice.sent().length;
    const draft = { draftId, revision };
    const start = (type: string, input: object) =>
      client.workflow.start(type, {
        workflowId: `forged/${randomUUID()}`,
        taskQueue: 'journeys',
        args: [input],
      });
    const letter = await start('letter', { contactId, draft });
    const policy = { nudgeAfter: 'PT0S', maxNudges: 5, giveUpAfter: 'PT0S' };
    const journey = await start('contactJourney', {
      contactId,
      state: { policy, chapter: 'outreach', nudges: 0, draft, paused: false, unread: [], seen: [] },
    });
    for (const { workflowId } of [letter, journey])
      await until('the send step looked', async () => (await sendSteps(workflowId)) >= 1);
    expect(mail.practice.sent()).toHaveLength(sentBefore);
    for (const each of [letter, journey]) await each.terminate();
  }, 120_000);

  test('sends nothing by any signal or other update', async () => {
    const { contactId, draftId } = await waitingFor('eve@work.test');
    const sentBefore = mail.practice.sent().length;
    const journey = client.workflow.getHandle(`journey/${contactId}`);
    const news = (kind: string) => ({
      ...{ id: `forged-${kind}`, kind, messageId: randomUUID(), at: Date.now() },
      until: Date.now() - 1,
    });
    const always = { nudgeAfter: 'PT1S', maxNudges: 5, giveUpAfter: 'PT1S' };
    await journey.executeUpdate('changePolicy', { args: [{ id: 'forged-1', policy: always }] });
    await journey.executeUpdate('pause', { args: [{ id: 'forged-2' }] });
    await journey.executeUpdate('snooze', { args: [{ id: 'forged-3', until: Date.now() - 1 }] });
    await journey.executeUpdate('resume', { args: [{ id: 'forged-4' }] });
    await journey.signal('autoReplied', news('auto_reply'));
    await journey.signal('wroteByHand', news('by_hand'));
    await journey.signal('calendarAnswered', news('calendar'));
    await journey.signal('replyReceived', news('reply'));
    await journey.executeUpdate('judgeReply', {
      args: [{ id: 'forged-5', messageId: randomUUID(), judgement: 'interested' }],
    });
    await journey.executeUpdate('reopen', { args: [{ id: 'forged-6' }] });
    await until('the journey has dealt with all of it', async () => {
      const state: any = await client.workflow.getHandle(journey.workflowId).query('journeyState');
      return state.chapter === 'outreach' && state.draft !== undefined;
    });
    await journey.signal('mailBounced', { ...news('bounce'), deadAddress: true });
    await until('it ends', async () => {
      const contact = await instance.result(['contact', 'show', 'eve@work.test']);
      return contact.stage === 'closed';
    });
    expect(mail.practice.sent()).toHaveLength(sentBefore);
    expect(
      (await instance.result(['drafts', '--all'])).map((each: any) => each.state),
    ).not.toContain('approved');
    expect(draftId).toBeDefined();
  }, 120_000);
});
