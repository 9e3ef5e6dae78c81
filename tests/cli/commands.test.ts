import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../cli/commands.ts';
import { addDraft, addMailbox, addMessage, addPerson } from '../operations/fixture.ts';
import { openInstance } from './fixture.ts';

let instance: Awaited<ReturnType<typeof openInstance>>;

beforeAll(async () => {
  instance = await openInstance();
});
afterAll(() => instance.close());
beforeEach(async () => {
  const { db } = instance.user;
  await db.contact.deleteMany({});
  await db.mailbox.deleteMany({});
});

/** Runs a command with `--json` that must succeed. */
async function json(...words: string[]) {
  const { code, out, err } = await instance.rapport([...words, '--json']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out.endsWith('\n')).toBe(true);
  return JSON.parse(out);
}

describe('drafts', () => {
  it('lists what waits for a person, and with --all the rest', async () => {
    const contact = await addPerson(instance.user, await addMailbox(instance.user));
    const findings = [{ rule: 'no_reason', severity: 'error', message: 'Say why.' }];
    const waiting = await addDraft(instance.user, contact);
    const held = await addDraft(instance.user, contact, { state: 'held', findings });
    const sent = await addDraft(instance.user, contact, { state: 'sent' });
    expect(await json('drafts')).toMatchObject([
      {
        draftId: waiting.id,
        revision: 1,
        contactId: contact.id,
        purpose: 'outreach',
        to: 'ana@acme.example',
        state: 'awaiting_approval',
        findings: [],
      },
      { draftId: held.id, state: 'held', findings },
    ]);
    const all = await json('drafts', '--all');
    expect(all.map(({ draftId }: { draftId: string }) => draftId)).toContain(sent.id);
    expect((await instance.rapport(['drafts'])).out).toContain('error: Say why.');
  });

  it('shows nothing to a terminal that it would obey', async () => {
    const contact = await addPerson(instance.user, await addMailbox(instance.user));
    await addDraft(instance.user, contact, { text: 'Hi\u001b]0;owned\u0007', subject: '\u009b2J' });
    expect((await instance.rapport(['drafts'])).out).not.toMatch(/[^\P{Cc}\n]/u);
  });
});

describe('approve', () => {
  it('binds the revision that was read: a stale one exits 1 and says why', async () => {
    const contact = await addPerson(instance.user, await addMailbox(instance.user));
    const draft = await addDraft(instance.user, contact, { revision: 2 });
    const stale = await instance.rapport(['approve', draft.id, '--revision', '1', '--json']);
    expect(stale.code).toBe(1);
    expect(JSON.parse(stale.out)).toEqual({
      error: { message: stale.err.trim(), exitCode: 1 },
    });
    const words = ['approve', draft.id, '--revision', '2'];
    expect(await json(...words)).toMatchObject({ state: 'approved', revision: 2 });
    expect(await json(...words)).toMatchObject({ state: 'approved' });
  });

  it('takes a time in words, in the time zone of the profile', async () => {
    const contact = await addPerson(instance.user, await addMailbox(instance.user));
    const draft = await addDraft(instance.user, contact);
    await json('approve', draft.id, '--at', 'monday 9:00');
    const { sendAfter } = await instance.user.db.approval.findFirstOrThrow({
      where: { draftId: draft.id },
    });
    expect(sendAfter?.toISOString()).toBe('2026-03-09T08:00:00.000Z');
  });

  it('exits 2 for a time that is over, and approves nothing', async () => {
    const contact = await addPerson(instance.user, await addMailbox(instance.user));
    const draft = await addDraft(instance.user, contact);
    const over = await instance.rapport(['approve', draft.id, '--at', '2026-03-04T09:00:00Z']);
    expect(over).toMatchObject({ code: 2, err: expect.stringContaining('is over') });
    expect(await json('drafts')).toMatchObject([{ state: 'awaiting_approval' }]);
    expect(await instance.user.db.approval.count()).toBe(0);
  });

  it('takes the end of an id, or the address of the reader', async () => {
    const contact = await addPerson(instance.user, await addMailbox(instance.user));
    const draft = await addDraft(instance.user, contact);
    const listed = (await instance.rapport(['drafts'])).out;
    const end = /^Draft ([0-9a-f]{8}),/.exec(listed)?.[1] ?? '';
    expect(await json('approve', end)).toMatchObject({ draftId: draft.id, state: 'approved' });
    expect(await json('unapprove', 'Ana@Acme.example')).toMatchObject({ draftId: draft.id });
    expect(await json('skip', 'ana@acme.example')).toMatchObject({ state: 'skipped' });
    const none = await instance.rapport(['approve', 'ana@acme.example']);
    expect(none).toMatchObject({ code: 1, err: 'No draft to Ana Silva waits.\n' });
  });

  it('guesses nothing when an address or the end of an id means several drafts', async () => {
    const contact = await addPerson(instance.user, await addMailbox(instance.user));
    const { id } = await addDraft(instance.user, contact);
    const twin = `00000000${id.slice(8)}`;
    await addDraft(instance.user, contact, { id: twin });
    for (const named of ['ana@acme.example', id.slice(-8)]) {
      const { code, err } = await instance.rapport(['approve', named]);
      expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/^2 drafts /) });
    }
    expect(await instance.user.db.approval.count()).toBe(0);
    expect((await instance.rapport(['approve', id.slice(-3)])).code).toBe(1);
  });

  it('exits 2 for what is no time or no number, and 1 for an unknown draft', async () => {
    const at = await instance.rapport(['approve', 'x', '--at', 'whenever']);
    expect(at).toMatchObject({ code: 2, err: expect.stringContaining('--at') });
    expect((await instance.rapport(['approve', 'x', '--revision', 'two'])).code).toBe(2);
    expect((await instance.rapport(['approve', 'x'])).code).toBe(1);
  });
});

describe('edit', () => {
  it('reads the new text from a file or the standard input', async () => {
    const contact = await addPerson(instance.user, await addMailbox(instance.user));
    const draft = await addDraft(instance.user, contact);
    const file = join(instance.folder, 'text.txt');
    writeFileSync(file, 'Dear Ana, änother text.\n');
    const edited = await json('edit', draft.id, '--subject', 'Hello', '--text-file', file);
    expect(edited).toMatchObject({ revision: 2, subject: 'Hello' });
    expect(edited.text.trim()).toBe('Dear Ana, änother text.');
    const words = ['edit', draft.id, '--text-file', '-', '--json'];
    expect(JSON.parse((await instance.rapport(words, 'By pipe.')).out)).toMatchObject({
      text: 'By pipe.',
    });
    writeFileSync(file, Buffer.from([0xff, 0xfe, 0x00]));
    expect((await instance.rapport(['edit', draft.id, '--text-file', file])).code).toBe(2);
    expect((await instance.rapport(['edit', draft.id])).code).toBe(2);
  });
});

describe('brief', () => {
  it('is changed and shown as one JSON value', async () => {
    await addPerson(instance.user, await addMailbox(instance.user));
    const words = ['brief', 'edit', 'ana@acme.example', '--question', 'What surprised you?'];
    const questions = [expect.objectContaining({ text: 'What surprised you?' })];
    expect(await json(...words)).toMatchObject({ questions });
    expect(await json('brief', 'ana@acme.example')).toMatchObject({ questions });
  });
});

describe('reply judge', () => {
  it('takes the end of the id that needs-you shows, or the address of who wrote', async () => {
    const contact = await addPerson(instance.user, await addMailbox(instance.user), {
      stage: 'waiting',
    });
    const mail = await addMessage(instance.user, contact);
    const shown = (await instance.rapport(['needs-you'])).out;
    const end = mail.id.slice(-8);
    expect(shown).toContain(end);
    expect(await json('reply', 'judge', 'ana@acme.example', 'asks')).toMatchObject({ id: mail.id });
    expect((await instance.rapport(['reply', 'judge', 'ana@acme.example', 'asks'])).err).toBe(
      'No mail of Ana Silva waits for you.\n',
    );
  });
});

describe('meeting record', () => {
  it('notes a talk that was never scheduled, and says nothing else', async () => {
    await addPerson(instance.user, await addMailbox(instance.user));
    const words = ['meeting', 'record', 'ana@acme.example', '--at', '2026-03-03', '--held'];
    expect(await json(...words, '--takeaway', 'Three tiers are enough')).toMatchObject({
      meetings: [{ state: 'took_place' }],
    });
  });
});

describe('contact', () => {
  it('is added, listed, shown, edited and removed', async () => {
    await addMailbox(instance.user);
    const words = 'contact add --email Ana@Acme.example --company Acme --set nudgeAfter=PT5S';
    const more = ['--name', 'Ana Silva', '--topic', 'pricing', '--topic', 'teams'];
    const added = await json(...words.split(' '), ...more);
    expect(added.contactId).toEqual(expect.any(String));
    expect(await json('contact', 'list')).toMatchObject([
      { contactId: added.contactId, email: 'ana@acme.example', outcome: null },
    ]);
    expect(await json('contact', 'list', '--search', 'SILV', '--stage', 'drafting')).toHaveLength(
      1,
    );
    expect(await json('contact', 'list', '--search', 'acme')).toHaveLength(1);
    expect(await json('contact', 'list', '--stage', 'closed')).toEqual([]);
    expect(await json('contact', 'list', '--search', 'nobody')).toEqual([]);
    expect(await json('contact', 'show', 'ANA@acme.example')).toMatchObject({
      contactId: added.contactId,
      facts: { topics: ['pricing', 'teams'] },
      policy: { nudgeAfter: 'PT5S', maxNudges: 1 },
      meetings: [],
    });
    expect(await json('contact', 'edit', added.contactId, '--role', 'CTO')).toMatchObject({
      contactId: added.contactId,
    });
    await json('contact', 'remove', 'ana@acme.example');
    expect((await instance.rapport(['contact', 'show', 'ana@acme.example'])).code).toBe(1);
  });

  it('shows the conversation in the order of time, ours and theirs', async () => {
    const mailbox = await addMailbox(instance.user);
    const contact = await addPerson(instance.user, mailbox);
    const draft = await addDraft(instance.user, contact, { state: 'sent' });
    await instance.user.db.send.create({
      data: {
        draftId: draft.id,
        mailboxId: mailbox.id,
        contactId: contact.id,
        state: 'PENDING',
        slotAt: new Date('2026-03-01T09:00:00Z'),
        messageId: draft.messageId,
      },
    });
    for (const data of [
      { state: 'CLAIMED' },
      { state: 'ACCEPTED', acceptedAt: new Date('2026-03-01T09:00:02Z') },
    ])
      await instance.user.db.send.update({ where: { draftId: draft.id }, data });
    await addMessage(instance.user, contact, { at: new Date('2026-03-02T09:00:00Z') });
    const { messages } = await json('contact', 'show', contact.id);
    expect(messages).toMatchObject([
      {
        direction: 'out',
        kind: 'mail',
        purpose: 'outreach',
        state: 'sent',
        at: '2026-03-01T09:00:02.000Z',
        messageId: draft.messageId,
        draftId: draft.id,
      },
      { direction: 'in', kind: 'human_reply', state: 'needs_you', visibleText: 'Happy to talk.' },
    ]);
    expect(await json('needs-you')).toMatchObject([
      { type: 'reply', contactId: contact.id, since: '2026-03-02T09:00:00.000Z' },
    ]);
  });

  it('exits 2 for control characters, a bad setting and a missing name', async () => {
    await addMailbox(instance.user);
    const add = ['contact', 'add', '--email', 'b@acme.example'];
    const broken = await instance.rapport([...add, '--name', 'Bo\r\nBcc: all@acme.example']);
    expect(broken).toMatchObject({ code: 2, out: '' });
    const setting = await instance.rapport([...add, '--name', 'Bo', '--set', 'nudgeAfter=soon']);
    expect(setting).toMatchObject({ code: 2, err: expect.stringContaining('nudgeAfter') });
    expect((await instance.rapport([...add, '--name', 'Bo', '--set', 'nudgeAfter'])).code).toBe(2);
    expect((await instance.rapport(add)).code).toBe(2);
    expect(await json('contact', 'list')).toEqual([]);
  });
});

describe('mailbox', () => {
  it('one that does not work is said by every command, on the standard error only', async () => {
    const { id } = await addMailbox(instance.user);
    const where = { id };
    await instance.user.db.mailbox.update({ where, data: { state: 'sign_in_failed' } });
    const { code, out, err } = await instance.rapport(['drafts', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual([]);
    expect(err).toContain('kim@example.org refuses the sign-in');
  });

  const connect =
    'mailbox connect --address kim@example.org --password-stdin --imap localhost:1143 --smtp localhost:1025 --security none --json'.split(
      ' ',
    );

  it('is connected with the first line of the standard input, and listed', async () => {
    const { code, out } = await instance.rapport(connect, 'pass word\nrest');
    const done = JSON.parse(out);
    expect({ code, done }).toMatchObject({ code: 0, done: { address: 'kim@example.org' } });
    expect(instance.user.checked.at(-1)).toMatchObject({
      password: 'pass word',
      user: 'kim@example.org',
      imap: { host: 'localhost', port: 1143, security: 'none' },
    });
    expect(await json('mailbox', 'list')).toMatchObject([{ mailboxId: done.mailboxId }]);
    expect(await json('mailbox', 'send-test', 'kim@example.org')).toMatchObject({
      to: 'kim@example.org',
    });
    await json('mailbox', 'remove', done.mailboxId);
    expect(await json('mailbox', 'list')).toEqual([]);
  });

  it('exits 1 with the checks and stores nothing when a needed one fails', async () => {
    const failed = { check: 'read' as const, ok: false, needed: true, detail: 'No INBOX.' };
    instance.user.checks.push(failed);
    const { code, out, err } = await instance.rapport(connect, 'secret');
    instance.user.checks.pop();
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      mailboxId: null,
      address: 'kim@example.org',
      checks: [...instance.user.checks, failed].map(({ check, ok, detail }) => ({
        check,
        ok,
        detail,
      })),
    });
    expect(err).toMatch(/No INBOX.*Nothing was stored/);
    expect(await json('mailbox', 'list')).toEqual([]);
  });

  it('exits 2 where nobody can type a password, and says how to give it', async () => {
    const asked = connect.filter((word) => word !== '--password-stdin');
    expect(await instance.rapport(asked, 'secret')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Give it with --password-stdin'),
    });
    expect(await json('mailbox', 'list')).toEqual([]);
  });

  it('exits 2 without a password, with an unreadable CA, or when it would send in the clear', async () => {
    expect((await instance.rapport(connect, '')).code).toBe(2);
    const ca = await instance.rapport([...connect, '--ca', '/nowhere.pem'], 'secret');
    expect(ca).toMatchObject({ code: 2, err: expect.stringContaining('/nowhere.pem') });
    const elsewhere = connect.map((word) => word.replace('localhost', 'mail.example.org'));
    expect((await instance.rapport(elsewhere, 'secret')).code).toBe(2);
  });
});

describe('profile and settings', () => {
  it('show what was set', async () => {
    expect(await json('profile', 'set', '--affiliation', 'TU Berlin')).toMatchObject({
      name: 'Kim',
      affiliation: 'TU Berlin',
      timeZone: 'Europe/Berlin',
    });
    expect(await json('settings', 'set', 'nudgeAfter=P10D', 'onePerCompany=off')).toMatchObject({
      nudgeAfter: 'P10D',
      onePerCompany: false,
      giveUpAfter: 'P14D',
    });
    expect(await json('settings', 'show')).toMatchObject({ nudgeAfter: 'P10D' });
  });

  it('exit 2 for a bad value, and then change nothing', async () => {
    const before = await json('settings', 'show');
    const bad = await instance.rapport(['settings', 'set', 'maxNudges=2', 'nudgeAfter=soon']);
    expect(bad).toMatchObject({ code: 2, err: expect.stringContaining('nudgeAfter') });
    expect((await instance.rapport(['settings', 'set', 'nugdeAfter=P1D'])).code).toBe(2);
    expect((await instance.rapport(['settings', 'set', 'nudgeAfter'])).code).toBe(2);
    expect((await instance.rapport(['profile', 'set'])).code).toBe(2);
    expect(await json('settings', 'show')).toEqual(before);
  });
});

describe('pause, resume, snooze and stop', () => {
  it('steer one contact or all', async () => {
    const contact = await addPerson(instance.user, await addMailbox(instance.user));
    await json('pause', contact.id);
    await json('resume', 'ana@acme.example');
    await json('snooze', contact.id, '--until', '2026-05-04');
    const { snoozedUntil } = await instance.user.db.contact.findUniqueOrThrow({
      where: { id: contact.id },
    });
    expect(snoozedUntil?.toISOString()).toBe('2026-05-03T22:00:00.000Z');
    expect(await json('stop', contact.id)).toMatchObject({ contactId: contact.id });
    expect(await json('pause', '--all')).toEqual({ contacts: expect.any(Number) });
  });

  it('exit 2 without a contact, with both, or for a time that is past', async () => {
    expect((await instance.rapport(['pause'])).code).toBe(2);
    expect((await instance.rapport(['pause', 'ana@acme.example', '--all'])).code).toBe(2);
    expect((await instance.rapport(['snooze', '--all', '--until', '2020-01-01'])).code).toBe(2);
    expect((await instance.rapport(['snooze', '--all'])).code).toBe(2);
  });
});

it('says how everything is, with the address of the page', async () => {
  expect(await json('status')).toMatchObject({
    ready: true,
    database: 'running',
    workers: 1,
    mailboxes: [],
    url: `http://127.0.0.1:${instance.port}/?token=sign-in`,
  });
});

it('has a help with --json for every command, at exit 0', async () => {
  for (const name of Object.keys(commands)) {
    const { code, out, err } = await instance.rapport([name, '--help']);
    expect({ name, code, err }).toEqual({ name, code: 0, err: '' });
    for (const [, sub] of out.matchAll(/^ {2}([a-z-]+) (?:\[options\])/gm)) {
      const help = await instance.rapport([name, sub ?? '', '--help']);
      expect(help, `${name} ${sub}`).toMatchObject({
        code: 0,
        out: expect.stringContaining('--json'),
      });
    }
    if (!out.includes('Commands:')) expect(out, name).toContain('--json');
  }
});
