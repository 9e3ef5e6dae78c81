import { existsSync, rmSync } from 'node:fs';
import { expect, inject, test } from 'vitest';
import type { ContactView, DraftView, MessageView } from '../../../operations/views.ts';
import { readEnvironment } from '../../../config/env.ts';
import { firstPeople, expectedOf, practicePeople } from '../../../practice/people/people.ts';
import { rehearse } from '../../../worker/rehearsal/rehearse.ts';
import { judge } from '../../../worker/rehearsal/verdict.ts';

const environment = readEnvironment(process.env);

test('puts everything away when it is broken off', async () => {
  const abort = new AbortController();
  const story: string[] = [];
  const playing = rehearse({
    environment,
    contacts: 1,
    keep: true,
    signal: abort.signal,
    say: (line) => {
      story.push(line);
      if (line.startsWith('day 0')) abort.abort();
    },
    bundle: inject('workflowBundle'),
  });
  await expect(playing).rejects.toThrow(/abort/);
  const folder = /kept at (.+)/.exec(story.join('\n'))?.[1] ?? '';
  expect(existsSync(`${folder}/postgres/cluster/PG_VERSION`)).toBe(true);
  expect(existsSync(`${folder}/postgres/cluster/postmaster.pid`)).toBe(false);
  expect(existsSync(`${folder}/temporal/server.json`)).toBe(false);
  rmSync(folder, { recursive: true });
}, 120_000);

test('plays a month through the real servers, and everybody is treated as they should be', async () => {
  const story: string[] = [];
  const { results, mistakes, sent } = await rehearse({
    environment,
    contacts: practicePeople.length,
    keep: false,
    signal: new AbortController().signal,
    say: (line) => story.push(line),
    bundle: inject('workflowBundle'),
  });
  expect(mistakes, story.join('\n')).toEqual([]);
  expect(results.map(({ contact, outcome, mails }) => ({ contact, outcome, mails }))).toEqual(
    practicePeople.map((person) => ({
      contact: person.name,
      ...expectedOf(person, practicePeople),
    })),
  );
  // And the one that came back.
  expect(sent).toBe(results.reduce((sum, { mails }) => sum + mails, 1));
  const told = story.join('\n');
  expect(told).toMatch(/day \d+: no answer from Bea Lindqvist; a nudge is drafted/);
  expect(told).toMatch(/day \d+: Farah Haddad is back and answers/);
  expect(told).toMatch(/day \d+: you approve a mail to Ana Souza: thanks for the introduction/);
  expect(told).toMatch(/day \d+: you approve a mail to Ana Souza: check-in/);
}, 360_000);

test('says who was treated otherwise', () => {
  const people = firstPeople(2);
  const contacts = people.map(({ email }, index) =>
    contact({ email, contactId: `${index}`, stage: 'in_conversation' }),
  );
  const remains = { you: 'you@practice.example', people, contacts, drafts: [], mails: () => [] };
  expect(judge(remains, new Set()).mistakes).toEqual([
    'Ana Souza (answers): ended in_conversation instead of keeping_in_touch',
    'Ana Souza (answers): received 0 mails instead of 5',
    'Bea Lindqvist (answers_after_nudge): ended in_conversation instead of meeting',
    'Bea Lindqvist (answers_after_nudge): received 0 mails instead of 4',
  ]);
});

test('says which mail nobody had approved, and which left after an answer', () => {
  const people = firstPeople(9).filter(({ behaviour }) => behaviour === 'stays_silent');
  const [dora] = people;
  const contacts = [
    contact({
      email: dora!.email,
      contactId: '1',
      stage: 'closed',
      outcome: 'silent',
      messages: [message('<first@x>', '1'), message('<nudge@x>', '2')],
    }),
  ];
  const at = Date.parse('2030-03-04T09:00:00Z');
  const draft = (draftId: string, purpose: string) => ({
    ...({} as DraftView),
    draftId,
    contactId: '1',
    purpose,
    state: 'sent' as const,
    createdAt: new Date(at).toISOString(),
  });
  const lying = (date: number, ...lines: string[]) => ({
    date,
    raw: Buffer.from([...lines, '', 'Hello'].join('\r\n')),
  });
  const folders: Readonly<Record<string, ReturnType<typeof lying>[]>> = {
    [dora!.email]: [
      lying(at, 'Message-ID: <first@x>'),
      lying(at + 60_000, 'Message-ID: <nudge@x>'),
    ],
    INBOX: [lying(at + 1_000, 'Message-ID: <answer@x>', 'In-Reply-To: <first@x>')],
    Sent: ['<first@x>', '<nudge@x>'].map((id) =>
      lying(at, `Message-ID: ${id}`, `To: ${dora!.email}`),
    ),
  };
  const remains = {
    you: 'you@practice.example',
    people,
    contacts: [{ ...contacts[0]!, messages: [...contacts[0]!.messages, theirs('<answer@x>')] }],
    drafts: [draft('1', 'outreach'), draft('2', 'nudge')],
    mails: (account: string, folder: string) =>
      folders[account === dora!.email ? account : folder] ?? [],
  };
  expect(judge(remains, new Set(['1'])).mistakes).toEqual([
    'Dora Weiss (stays_silent): <nudge@x> left 59000 ms after their answer',
    'Dora Weiss received <nudge@x>, which nobody had approved',
  ]);
});

test('has as many people as are wanted, everybody with an address of their own', () => {
  const cast = firstPeople(40);
  expect(new Set(cast.map(({ email }) => email)).size).toBe(40);
  expect(new Set(cast.map(({ name }) => name)).size).toBe(40);
});

function contact(
  known: Pick<ContactView, 'email' | 'contactId' | 'stage'> & Partial<ContactView>,
): ContactView {
  return {
    ...({} as ContactView),
    name: 'Somebody',
    outcome: null,
    drafts: [],
    messages: [],
    ...known,
  };
}

function message(messageId: string, draftId: string): MessageView {
  return { ...({} as MessageView), direction: 'out', state: 'sent', messageId, draftId };
}

function theirs(messageId: string): MessageView {
  return { ...({} as MessageView), direction: 'in', state: 'handled', messageId, draftId: null };
}
