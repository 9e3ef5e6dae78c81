import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPost, type Post } from './post.ts';

let post: Post;
beforeEach(async () => {
  post = await openPost();
});
afterEach(() => post.close());

const copies = () => post.folder('Sent').mails.length;

/** The mail was accepted, and the process died before the copy was put into Sent. */
async function sentWithoutCopy() {
  const outreach = await post.approved(await post.contact());
  post.practice.faults.imap = (step) =>
    step.at === 'command' && step.command === 'APPEND' ? 'drop' : undefined;
  expect((await post.send(outreach)).kind).toBe('sent');
  post.practice.faults.imap = undefined;
  expect(copies()).toBe(0);
  return outreach;
}

test('the copy that a killed attempt owes is put into Sent by the next one', async () => {
  const outreach = await sentWithoutCopy();
  const again = await post.send(outreach);
  expect(again.kind).toBe('sent');
  expect(post.accepted(outreach)).toBe(1);
  expect(copies()).toBe(1);
  expect(post.folder('Sent').mails[0]?.raw.toString()).toContain(outreach.messageId);
  await post.send(outreach);
  expect(copies()).toBe(1);
});

test('a copy that is there is not put there twice', async () => {
  const outreach = await sentWithoutCopy();
  const [mail] = post.practice.sent();
  post.practice.deliver('me@home.test', mail!.raw, { folder: 'Sent' });
  await post.send(outreach);
  expect(copies()).toBe(1);
});
