import { afterEach, beforeEach, expect, test } from 'vitest';
import { ensureSentCopy } from '../../../activities/sending/sent-copy.ts';
import { endClaimsOf } from '../../../db/ledger.ts';
import { leaseSentCopy } from '../../../db/mailbox/sent-copies.ts';
import { until } from '../../support/until.ts';
import { openActivityFixture, type ActivityFixture } from '../activity-fixture.ts';
import { startWatcher, type Watcher } from '../watcher.ts';

let post: ActivityFixture;
let watcher: Watcher | undefined;
beforeEach(async () => {
  post = await openActivityFixture();
});
afterEach(async () => {
  await watcher?.end();
  watcher = undefined;
  await post.close();
});

const copies = () => post.folder('Sent').mails.length;
const later = (ms: number) => void (post.clock.ahead += ms);

/** The mail was accepted, and its copy was not put into Sent: `act` is what the server does instead. */
async function sentWithoutCopy(act: 'drop' | { readonly no: string } = 'drop') {
  const outreach = await post.approved(await post.contact());
  post.practice.faults.imap = (step) =>
    step.at === 'command' && step.command === 'APPEND' ? act : undefined;
  expect((await post.send(outreach)).kind).toBe('sent');
  post.practice.faults.imap = undefined;
  expect(copies()).toBe(0);
  return outreach;
}

test('the copy that an attempt owes is put into Sent by the next one', async () => {
  const outreach = await sentWithoutCopy();
  later(3_000);
  const again = await post.send(outreach);
  expect(again.kind).toBe('sent');
  expect(post.accepted(outreach)).toBe(1);
  expect(copies()).toBe(1);
  expect(post.folder('Sent').mails[0]?.raw.toString()).toContain(outreach.messageId);
  await post.send(outreach);
  expect(copies()).toBe(1);
});

test('the copy is the mail that was sent', async () => {
  const outreach = await sentWithoutCopy();
  later(3_000);
  await post.send(outreach);
  expect(post.folder('Sent').mails[0]?.raw).toEqual(post.practice.sent()[0]?.raw);
});

test('the watcher puts an owed copy into Sent, once, when nobody asks about the mail any more', async () => {
  const outreach = await sentWithoutCopy();
  watcher = startWatcher(post);
  await until('the copy is there', () => Promise.resolve(copies() > 0));
  await until('that is remembered', async () => (await post.ofDraft(outreach)).send?.sentCopyAt);
  await post.send(outreach);
  expect(copies()).toBe(1);
  expect(post.accepted(outreach)).toBe(1);
  expect((await post.mailbox()).sentCopy).toBe('client');
});

test('a copy that could not be taken while the mail server was gone comes when it is back', async () => {
  const outreach = await post.approved(await post.contact());
  post.practice.faults.smtp = ({ at }) => {
    if (at === 'replied') post.practice.faults.refuseConnections = true;
    return undefined;
  };
  expect((await post.send(outreach)).kind).toBe('sent');
  expect(copies()).toBe(0);
  watcher = startWatcher(post);
  await until('it is missed', async () => (await post.mailbox()).state === 'unreachable');
  post.practice.faults.refuseConnections = false;
  await until('the copy is there', () => Promise.resolve(copies() > 0));
});

test('a server that takes no copy keeps neither the journey nor the watcher from going on', async () => {
  const outreach = await sentWithoutCopy({ no: '[OVERQUOTA] the mailbox is full' });
  const tries: string[] = [];
  post.practice.faults.imap = ({ at, command }) => {
    if (at !== 'command' || command !== 'APPEND') return undefined;
    tries.push(command);
    return { no: '[OVERQUOTA] the mailbox is full' };
  };
  later(15 * 60_000);
  watcher = startWatcher(post);
  await until('it was tried', () => Promise.resolve(tries.length > 0));
  post.reply(outreach);
  await until('the answer is known', async () => (await post.messages()).length === 1);
  expect((await post.mailbox()).state).toBe('connected');
  expect(tries).toHaveLength(1);
});

test('of all that see to a copy at one time, one puts it there', async () => {
  const outreach = await sentWithoutCopy();
  later(3_000);
  watcher = startWatcher(post);
  await Promise.all(Array.from({ length: 4 }, () => post.send(outreach)));
  await until('it is remembered', async () => (await post.ofDraft(outreach)).send?.sentCopyAt);
  expect(copies()).toBe(1);
});

test('a copy in the hands of a run that died waits until that is known', async () => {
  const outreach = await sentWithoutCopy();
  later(3_000);
  const until = new Date(post.now().getTime() + 300_000);
  const hold = { draftId: outreach.id, run: 'killed', now: post.now(), until };
  expect(await leaseSentCopy(post.db, hold)).toBe(true);
  await post.send(outreach);
  expect(copies()).toBe(0);
  await endClaimsOf(post.db, 'killed', post.now());
  await post.send(outreach);
  expect(copies()).toBe(1);
});

test('a copy whose keeper lost PostgreSQL does not stay in its hands', async () => {
  const outreach = await sentWithoutCopy();
  later(3_000);
  const away = () => Promise.reject(new Error('PostgreSQL is away'));
  const lost = new Proxy(post.db.send, {
    get: (ledger, name) => (name === 'update' ? away : Reflect.get(ledger, name)),
  });
  const db = new Proxy(post.db, {
    get: (all, name) => (name === 'send' ? lost : Reflect.get(all, name)),
  });
  const keep = { draftId: outreach.id, late: true };
  await expect(ensureSentCopy({ ...post.dependencies, db }, keep)).rejects.toThrow('is away');
  later(3_000);
  await ensureSentCopy(post.dependencies, keep);
  expect((await post.ofDraft(outreach)).send?.sentCopyAt).not.toBeNull();
  expect(copies()).toBe(1);
});

test('a copy that is there is not put there twice, and may be one that we put there', async () => {
  const outreach = await sentWithoutCopy();
  later(3_000);
  const [mail] = post.practice.sent();
  post.practice.deliver('me@home.test', mail!.raw, { folder: 'Sent' });
  await post.send(outreach);
  expect(copies()).toBe(1);
  expect((await post.mailbox()).sentCopy).toBe('unknown');
});
