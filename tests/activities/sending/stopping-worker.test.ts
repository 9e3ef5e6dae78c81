import { MockActivityEnvironment } from '@temporalio/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { latch } from '../../../embedded/latch.ts';
import { until } from '../../support/until.ts';
import { openActivityFixture, type ActivityFixture } from '../activity-fixture.ts';

let post: ActivityFixture;
beforeEach(async () => {
  post = await openActivityFixture();
});
afterEach(() => post.close());

/** An attempt to send, and what its worker does to it when it is to stop. */
async function attempt() {
  const mail = await post.approved(await post.contact());
  const environment = new MockActivityEnvironment();
  const { contactId, id: draftId } = mail;
  const ended = environment
    .run(post.activities.sendMail, { contactId, draftId })
    .catch((error: Error) => error.name);
  return { mail, ended, stop: () => environment.cancel() };
}

/** Holds the server at a step until it may go on. */
function holdAt(server: 'imap' | 'smtp', is: (step: string) => boolean) {
  const reached = latch();
  const goOn = latch();
  const { faults } = post.practice;
  const hold = async (step: string): Promise<undefined> => {
    if (!is(step)) return;
    reached.open();
    await goOn.opened;
  };
  if (server === 'imap') faults.imap = ({ command }) => hold(command);
  else faults.smtp = ({ at }) => hold(at);
  return { reached: reached.opened, goOn: goOn.open };
}

const stateOf = async (mail: { readonly id: string }) => (await post.ofDraft(mail)).send?.state;

test('a worker that is to stop leaves a mail that it has not claimed to another, at once', async () => {
  const reading = holdAt('imap', (command) => command === 'NOOP');
  const { mail, ended, stop } = await attempt();
  await reading.reached;
  stop();
  expect(await ended).toBe('CancelledFailure');
  reading.goOn();
  // What is left of the attempt goes on in the background, and claims nothing.
  await until(
    'it has let go of the servers',
    async () => post.practice.faults.smtpConnections() === 0,
  );
  expect(await stateOf(mail)).toBe('PENDING');
  expect(post.accepted(mail)).toBe(0);
  expect(await post.send(mail)).toMatchObject({ kind: 'sent' });
  expect(post.accepted(mail)).toBe(1);
});

test('it waits for a mail that the server has not said yes to', async () => {
  const taking = holdAt('smtp', (at) => at === 'accepted');
  const { mail, ended, stop } = await attempt();
  await taking.reached;
  expect(await stateOf(mail)).toBe('CLAIMED');
  stop();
  taking.goOn();
  expect(await ended).toMatchObject({ kind: 'sent' });
  expect(await stateOf(mail)).toBe('ACCEPTED');
  expect(post.accepted(mail)).toBe(1);
});

test('an attempt that begins on a worker that is to stop claims nothing', async () => {
  const mail = await post.approved(await post.contact());
  const environment = new MockActivityEnvironment();
  environment.cancel();
  const { contactId, id: draftId } = mail;
  await expect(
    environment.run(post.activities.sendMail, { contactId, draftId }),
  ).rejects.toMatchObject({ name: 'CancelledFailure' });
  expect(post.accepted(mail)).toBe(0);
  expect(await post.send(mail)).toMatchObject({ kind: 'sent' });
  expect(post.accepted(mail)).toBe(1);
});
