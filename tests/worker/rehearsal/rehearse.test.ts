import { existsSync, rmSync } from 'node:fs';
import { expect, inject, test } from 'vitest';
import type { ContactSummary } from '../../../operations/views.ts';
import { readEnvironment } from '../../../config/env.ts';
import { castOf, expectedOf, practicePeople } from '../../../practice/people/people.ts';
import { rehearse } from '../../../worker/rehearsal/rehearse.ts';
import { judge } from '../../../worker/rehearsal/verdict.ts';

const environment = readEnvironment(process.env);

test('plays a month through the real servers, and everybody is treated as they should be', async () => {
  const story: string[] = [];
  const { results, mistakes } = await rehearse({
    environment,
    contacts: practicePeople.length,
    keep: false,
    signal: new AbortController().signal,
    say: (line) => story.push(line),
    bundle: inject('workflowBundle'),
  });
  expect(mistakes).toEqual([]);
  expect(results.map(({ contact, outcome, mails }) => ({ contact, outcome, mails }))).toEqual(
    practicePeople.map(({ name, behaviour }) => ({ contact: name, ...expectedOf(behaviour) })),
  );
  expect(story.join('\n')).toMatch(/day \d+: no answer from Bea Lindqvist; a nudge is drafted/);
  expect(story.join('\n')).toMatch(/day \d+: Farah Haddad is back and answers/);
}, 240_000);

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

test('says who was treated otherwise', () => {
  const [ana, bea] = castOf(2);
  const byId = new Map([
    ['1', ana!],
    ['2', bea!],
  ]);
  const contacts = [
    contact({ contactId: '1', stage: 'in_conversation' }),
    contact({ contactId: '2', stage: 'closed', outcome: 'silent' }),
  ];
  expect(judge(contacts, byId, () => 2).mistakes).toEqual([
    'Ana Souza: received 2 mails, and 1 were expected.',
    'Bea Lindqvist: the outcome is silent, and in_conversation was expected.',
  ]);
});

test('has as many people as are wanted, everybody with an address of their own', () => {
  const cast = castOf(40);
  expect(new Set(cast.map(({ email }) => email)).size).toBe(40);
  expect(new Set(cast.map(({ name }) => name)).size).toBe(40);
});

function contact(
  known: Pick<ContactSummary, 'contactId' | 'stage'> & Partial<ContactSummary>,
): ContactSummary {
  return {
    email: 'somebody@example.org',
    name: 'Somebody',
    company: null,
    outcome: null,
    next: null,
    waitingFor: null,
    ...known,
  };
}
