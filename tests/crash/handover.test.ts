import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { addContact } from '../../client/add-contact.ts';
import { approveDraft } from '../../client/approve-draft.ts';
import { changeSettings } from '../../client/change-settings.ts';
import { connectMailbox } from '../../client/connect-mailbox.ts';
import { listDrafts } from '../../client/list-drafts.ts';
import { listNeedsYou } from '../../client/list-needs-you.ts';
import { setProfile } from '../../client/set-profile.ts';
import { settleDraft } from '../../client/settle-draft.ts';
import { showContact } from '../../client/show-contact.ts';
import { freePorts } from '../../embedded/ports.ts';
import { castOf, type PracticePerson } from '../../embedded/practice/people.ts';
import type { Do } from '../../embedded/rehearse-user.ts';
import { fieldsOf, rehearsedPolicy } from '../../embedded/rehearse.ts';
import { instanceIn, root, type InstanceProcess } from './instance-process.ts';
import { startMailProcess, type MailProcess } from './mail-process.ts';
import { overHttp, persistently } from './over-http.ts';

const you = 'you@practice.example';
const silent = castOf(9).find(({ behaviour }) => behaviour === 'stays_silent')!;
let folder: string;
let instance: InstanceProcess;
let mail: MailProcess;
let act: Do;

beforeAll(() => void execFileSync(process.execPath, ['tools/set-up.js'], { cwd: root }), 300_000);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-crash-'));
  instance = instanceIn(folder, (await freePorts(1))[0]!);
  act = overHttp(instance.where);
  await instance.start();
}, 120_000);

afterEach(async () => {
  await instance.stop();
  await mail.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

/** Approves a mail and kills the instance after the server took it and before it said so; then starts it again. */
async function killBetweenDataAndLedger(options: {
  readonly saveSent: boolean;
  readonly person: PracticePerson;
}): Promise<{ readonly contactId: string; readonly draftId: string }> {
  const { person, saveSent } = options;
  mail = await startMailProcess({
    file: join(folder, 'mails.jsonl'),
    you,
    password: 'crash',
    people: [person],
    day: 500,
    saveSent,
    killAtAccept: instance.pid()!,
  });
  await act(setProfile, { name: 'Robin Vale', affiliation: 'Practice University' });
  await act(changeSettings, { settings: { ...rehearsedPolicy, nudgeAfter: 'PT3S' } });
  const password = 'crash';
  const [imap, smtp] = [`127.0.0.1:${mail.imap}`, `127.0.0.1:${mail.smtp}`];
  await act(connectMailbox, { address: you, password, imap, smtp, security: 'none' });
  const { contactId } = await act(addContact, fieldsOf(person));
  const draft = await vi.waitFor(async () => {
    const [found] = await act(listDrafts, {});
    expect(found?.state).toBe('awaiting_approval');
    return found!;
  }, 30_000);
  const before = instance.pid();
  await act(approveDraft, { draftId: draft.draftId, revision: draft.revision });
  await vi.waitFor(() => expect(isGone(before!)).toBe(true), 30_000);
  expect(received(person)).toHaveLength(1);
  await instance.start();
  return { contactId, draftId: draft.draftId };
}

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
  const { contactId } = await killBetweenDataAndLedger({ saveSent: true, person: silent });
  await vi.waitFor(async () => {
    const { messages } = await show(contactId);
    expect(messages).toMatchObject([{ direction: 'out', purpose: 'outreach', state: 'sent' }]);
  }, 60_000);
  await vi.waitFor(async () => {
    const [draft] = await act(listDrafts, {});
    expect(draft).toMatchObject({ purpose: 'nudge' });
  }, 60_000);
  expect(received(silent)).toHaveLength(1);
}, 180_000);

test('when Sent does not show it the user is asked, and “sent” lets the journey go on without another mail', async () => {
  const { contactId, draftId } = await killBetweenDataAndLedger({
    saveSent: false,
    person: silent,
  });
  await isAsked(contactId);
  await act(settleDraft, { draftId, answer: 'sent' });
  await vi.waitFor(async () => {
    const [draft] = await act(listDrafts, {});
    expect(draft).toMatchObject({ purpose: 'nudge' });
  }, 60_000);
  expect(received(silent)).toHaveLength(1);
}, 180_000);

test('“not sent” sends it once more, under the same Message-ID', async () => {
  const { contactId, draftId } = await killBetweenDataAndLedger({
    saveSent: false,
    person: silent,
  });
  await isAsked(contactId);
  expect(received(silent)).toHaveLength(1);
  await act(settleDraft, { draftId, answer: 'not_sent' });
  await vi.waitFor(() => expect(received(silent)).toHaveLength(2), 60_000);
  const ids = received(silent).map(({ raw }) => /^Message-ID: (.+)$/im.exec(String(raw))?.[1]);
  expect(new Set(ids).size).toBe(1);
  const { messages } = await show(contactId);
  expect(messages).toHaveLength(1);
}, 180_000);

async function isAsked(contactId: string): Promise<void> {
  await vi.waitFor(async () => {
    const waiting = await persistently(() => act(listNeedsYou, {}));
    expect(waiting).toMatchObject([{ type: 'problem', contactId }]);
    const { messages } = await show(contactId);
    expect(messages).toMatchObject([{ direction: 'out', state: 'ambiguous' }]);
  }, 60_000);
}
