import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { storedAccount } from '../../mail/stored-account.ts';
import { practiceAddress, practicePeople, type Behaviour } from '../../practice/people/people.ts';
import { startPracticeMailbox, type PracticeMailbox } from '../../practice/mailbox.ts';
import { classify } from '../../domain/classify/classify.ts';
import { composeMail } from '../../mail/mime/compose.ts';
import { openImap } from '../../mail/imap/imap.ts';
import { parseMail } from '../../mail/mime/parse.ts';
import { openSmtp } from '../../mail/smtp/smtp.ts';
import { openFixture, type TestUser } from '../operations/fixture.ts';

let fixture: Awaited<ReturnType<typeof openFixture>>;
let user: TestUser;
let folder: string;
let practice: PracticeMailbox;

beforeEach(async () => {
  fixture = await openFixture();
  user = await fixture.addUser();
  folder = mkdtempSync(join(tmpdir(), 'rapport-practice-'));
  practice = await open();
});

afterEach(async () => {
  await practice.stop();
  await fixture.close();
  rmSync(folder, { recursive: true });
});

/** A day of the people lasts 20 ms. */
function open(): Promise<PracticeMailbox> {
  return startPracticeMailbox({ db: fixture.db, contextFor: () => user }, { folder, day: 20 });
}

async function account() {
  const row = await fixture.db.mailbox.findFirstOrThrow({ where: { userId: user.userId } });
  return storedAccount(user, row);
}

async function write(behaviour: Behaviour, inReplyTo?: string): Promise<string> {
  const person = practicePeople.find((each) => each.behaviour === behaviour)!;
  const messageId = `<${behaviour}.${inReplyTo ? 2 : 1}@practice.example>`;
  await writeTo(person.email, messageId, inReplyTo);
  return messageId;
}

async function writeTo(to: string, messageId: string, inReplyTo?: string): Promise<void> {
  const smtp = await openSmtp(await account());
  const raw = await composeMail({
    from: { name: 'Robin', address: practiceAddress },
    to,
    subject: 'Quick question',
    text: 'Would you have twenty minutes for me?',
    messageId,
    inReplyTo,
    references: inReplyTo ? [inReplyTo] : [],
    date: new Date(),
  });
  try {
    await smtp.send({ from: practiceAddress, to, raw }, { beforeData: () => Promise.resolve() });
  } finally {
    smtp.close();
  }
}

async function inbox() {
  const client = await openImap(await account());
  try {
    await client.mailboxOpen('INBOX');
    const mails = [];
    for await (const { source } of client.fetch('1:*', { source: true }))
      mails.push(await parseMail(source!));
    return mails;
  } finally {
    client.close();
  }
}

const arrived = (count: number) =>
  vi.waitFor(async () => {
    const mails = await inbox();
    expect(mails).toHaveLength(count);
    return mails;
  }, 5_000);

test('connects the user to a mailbox of its own, once', async () => {
  await practice.start(user.userId);
  await practice.start(user.userId);
  const rows = await fixture.db.mailbox.findMany({ where: { userId: user.userId } });
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ address: practiceAddress, practice: true, removedAt: null });
  expect(user.watched).toContain(rows[0]?.id);
});

test.each([
  ['answers', 'human_reply', undefined],
  ['other_address', 'human_reply', undefined],
  ['declines', 'human_reply', 'declined'],
  ['opts_out', 'opt_out', undefined],
  ['bounces', 'bounce_permanent', undefined],
] as const)('somebody who %s writes what is read as %s', async (behaviour, kind, subkind) => {
  await practice.start(user.userId);
  const messageId = await write(behaviour);
  const [mail] = await arrived(1);
  const verdict = classify(mail!, { ownAddresses: [practiceAddress] });
  expect(verdict).toMatchObject({ kind, certain: true, ...(subkind ? { subkind } : {}) });
  if (behaviour !== 'bounces') expect(mail!.inReplyTo).toEqual([messageId]);
});

test('who is away says until when, and answers when back', async () => {
  await practice.start(user.userId);
  await write('is_away');
  const [away, back] = await arrived(2);
  expect(classify(away!)).toMatchObject({ kind: 'auto_reply', certain: true });
  expect(classify(away!).returnDate).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(classify(back!)).toMatchObject({ kind: 'human_reply' });
});

test('who only answers the nudge lets the first mail lie', async () => {
  await practice.start(user.userId);
  const first = await write('answers_after_nudge');
  const second = await write('answers_after_nudge', first);
  const [mail] = await arrived(1);
  expect(mail!.inReplyTo).toEqual([second]);
});

test('an unknown address is refused with the words of a mail server', async () => {
  await practice.start(user.userId);
  await expect(write('is_refused')).rejects.toMatchObject({ enhanced: '5.1.1' });
});

test('after a restart the mail is still there, and who owes an answer still gives it', async () => {
  await practice.stop();
  practice = await startPracticeMailbox(
    { db: fixture.db, contextFor: () => user },
    { folder, day: 3_600_000 },
  );
  await practice.start(user.userId);
  await write('answers');
  expect(await inbox()).toHaveLength(0);
  await practice.stop();

  practice = await open();
  await arrived(1);
  await practice.stop();

  practice = await open();
  expect(await inbox()).toHaveLength(1);
  const client = await openImap(await account());
  expect((await client.mailboxOpen('Sent')).exists).toBe(1);
  client.close();
});

test('somebody whom nobody foresaw answers too, also after a restart', async () => {
  await practice.start(user.userId);
  await writeTo('jo.miller@anywhere.example', '<stranger.1@practice.example>');
  const [first] = await arrived(1);
  expect(first?.from?.address).toBe('jo.miller@anywhere.example');
  expect(first?.inReplyTo).toEqual(['<stranger.1@practice.example>']);
  await practice.stop();
  practice = await open();
  await writeTo('sam@anywhere.example', '<stranger.2@practice.example>');
  await arrived(2);
});
