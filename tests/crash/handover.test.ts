import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { addContact } from '../../operations/contacts/add-contact.ts';
import { approveDraft } from '../../operations/drafts/approve-draft.ts';
import { changeSettings } from '../../operations/settings/change-settings.ts';
import { connectMailbox } from '../../operations/mailboxes/connect-mailbox.ts';
import { listDrafts } from '../../operations/drafts/list-drafts.ts';
import { listNeedsYou } from '../../operations/needs-you/list-needs-you.ts';
import { removeMailbox } from '../../operations/mailboxes/remove-mailbox.ts';
import { stop } from '../../operations/journeys/stop-contact.ts';
import { setProfile } from '../../operations/settings/set-profile.ts';
import { settleDraft } from '../../operations/drafts/settle-draft.ts';
import { showContact } from '../../operations/contacts/show-contact.ts';
import { freePorts } from '../../embedded/ports.ts';
import { firstPeople, type PracticePerson } from '../../practice/people/people.ts';
import type { Do } from '../../worker/rehearsal/look.ts';
import { fieldsOf, rehearsedPolicy } from '../../worker/rehearsal/rehearse.ts';
import { instanceIn, root, type InstanceProcess } from './instance-process.ts';
import { startMailProcess, type MailProcess } from './mail-process.ts';
import { overHttp, persistently } from './over-http.ts';

let folder: string;
let instance: InstanceProcess;
let mail: MailProcess;
let act: Do;

beforeAll(async () => {
  execFileSync(process.execPath, ['tools/set-up.js'], { cwd: root });
  folder = mkdtempSync(join(tmpdir(), 'rapport-crash-'));
  instance = instanceIn(folder, (await freePorts(1))[0]!);
  act = overHttp(instance.where);
  await instance.start();
  await act(setProfile, { name: 'Robin Vale', affiliation: 'Practice University' });
  await act(changeSettings, { settings: { ...rehearsedPolicy, nudgeAfter: 'PT3S' } });
}, 300_000);

afterEach(() => mail.stop());

afterAll(async () => {
  await instance.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

type Killed = {
  readonly person: PracticePerson;
  readonly contactId: string;
  readonly draftId: string;
};

let scene = 0;
let last: { readonly contactId: string; readonly mailboxId: string } | undefined;

/** Approves a mail to somebody silent and kills the instance after the server took it and before it said so; then starts it again. */
async function killBetweenDataAndLedger(options: { readonly saveSent: boolean }): Promise<Killed> {
  const person = firstPeople(100).filter(({ behaviour }) => behaviour === 'stays_silent')[scene++]!;
  // Before a send every mailbox of the user is read, and the servers of the last scene are gone.
  if (last) {
    await act(stop, { ref: last.contactId });
    await act(removeMailbox, { mailboxId: last.mailboxId });
  }
  const you = `you.${scene}@practice.example`;
  const password = 'crash';
  mail = await startMailProcess({
    file: join(folder, `mails-${scene}.jsonl`),
    you,
    password,
    people: [person],
    day: 500,
    ...options,
    killAtAccept: instance.pid()!,
  });
  const [imap, smtp] = [`localhost:${mail.imap}`, `localhost:${mail.smtp}`];
  const security = 'none';
  const connection = { address: you, password, imap, smtp, security } as const;
  const { mailboxId } = await act(connectMailbox, connection);
  const { contactId } = await act(addContact, { ...fieldsOf(person), mailbox: mailboxId });
  last = { contactId, mailboxId };
  const draft = await draftOf(contactId);
  const before = instance.pid();
  await act(approveDraft, { draftId: draft.draftId, revision: draft.revision });
  await vi.waitFor(() => expect(isGone(before!)).toBe(true), 30_000);
  expect(received(person)).toHaveLength(1);
  await instance.start();
  return { person, contactId, draftId: draft.draftId };
}

/** The draft that waits for an approval. */
const draftOf = (contactId: string) =>
  vi.waitFor(async () => {
    const drafts = await persistently(() => act(listDrafts, {}));
    const waiting = drafts.find((draft) => draft.contactId === contactId);
    expect(waiting?.state).toBe('awaiting_approval');
    return waiting!;
  }, 60_000);

const received = ({ email }: PracticePerson) => mail.mails(email, 'INBOX');
const show = (ref: string) => persistently(() => act(showContact, { ref }));

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
}

test('a mail that the server took before the kill counts as sent once Sent shows it, and the journey goes on', async () => {
  const { contactId, person } = await killBetweenDataAndLedger({ saveSent: true });
  expect(await draftOf(contactId)).toMatchObject({ purpose: 'nudge' });
  const { messages } = await show(contactId);
  expect(messages).toMatchObject([{ direction: 'out', purpose: 'outreach', state: 'sent' }]);
  expect(received(person)).toHaveLength(1);
}, 180_000);

test('when Sent does not show it the user is asked, and “sent” lets the journey go on without another mail', async () => {
  const { contactId, draftId, person } = await killBetweenDataAndLedger({ saveSent: false });
  await isAsked(contactId);
  await act(settleDraft, { draftId, answer: 'sent' });
  expect(await draftOf(contactId)).toMatchObject({ purpose: 'nudge' });
  expect(received(person)).toHaveLength(1);
}, 180_000);

test('“not sent” sends it once more, under the same Message-ID', async () => {
  const { contactId, draftId, person } = await killBetweenDataAndLedger({ saveSent: false });
  await isAsked(contactId);
  expect(received(person)).toHaveLength(1);
  await act(settleDraft, { draftId, answer: 'not_sent' });
  await vi.waitFor(() => expect(received(person)).toHaveLength(2), 60_000);
  const ids = received(person).map(({ raw }) => /^Message-ID: (.+)$/im.exec(String(raw))?.[1]);
  expect(new Set(ids).size).toBe(1);
  const { messages } = await show(contactId);
  expect(messages).toHaveLength(1);
}, 180_000);

async function isAsked(contactId: string): Promise<void> {
  await vi.waitFor(async () => {
    const waiting = await persistently(() => act(listNeedsYou, {}));
    const problems = waiting.filter((item) => item.contactId === contactId);
    expect(problems).toMatchObject([{ type: 'problem' }]);
    const { messages } = await show(contactId);
    expect(messages).toMatchObject([{ direction: 'out', state: 'ambiguous' }]);
  }, 60_000);
}
