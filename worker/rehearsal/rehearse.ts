import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addContact } from '../../operations/contacts/add-contact.ts';
import { changeSettings } from '../../operations/settings/change-settings.ts';
import { connectMailbox } from '../../operations/mailboxes/connect-mailbox.ts';
import { listContacts } from '../../operations/contacts/list-contacts.ts';
import { showContact } from '../../operations/contacts/show-contact.ts';
import { listDrafts } from '../../operations/drafts/list-drafts.ts';
import { setProfile } from '../../operations/settings/set-profile.ts';
import { dataFolder } from '../../config/data-folder.ts';
import type { Environment } from '../../config/env.ts';
import { ensureUser } from '../../db/users.ts';
import { startApplication } from '../application.ts';
import { simulatePeople } from '../../practice/people/simulate-people.ts';
import { firstPeople, practiceAddress, type PracticePerson } from '../../practice/people/people.ts';
import { folderOf } from '../../practice/server/store.ts';
import { startPracticeMail } from '../../practice/server/start.ts';
import { tellStory } from './narrate.ts';
import type { Remains } from './audit.ts';
import type { Do } from './look.ts';
import { actAsUser } from './user.ts';
import { isSettled, judge, type Rehearsal } from './verdict.ts';
import { startServers } from '../../embedded/servers.ts';

/** A day of the rehearsed month, in milliseconds: seven of them are PT10S. */
export const rehearsedDay = 10_000 / 7;
const month = 30;

/** The cadence of a real journey, a day lasting {@link rehearsedDay}. */
export const rehearsedPolicy: Readonly<Record<string, string>> = {
  nudgeAfter: 'PT10S',
  giveUpAfter: 'PT20S',
  maxAway: 'PT15S',
  workingHours: 'always',
  holidays: 'off',
  spacing: 'PT0S',
  dailyLimit: '10000',
  // The first check-in comes within the month, and asks before there is a second.
  checkInEvery: 'PT12S',
  maxUnansweredCheckIns: '1',
  // Many people meet within few weeks.
  meetingsADay: '20',
  meetingHorizon: 'P180D',
};

/**
 * Plays a month through the real code: servers of its own in a folder of its own, practice contacts,
 * and a user who approves and judges. Only the durations are shorter. Throws when `signal` aborts it.
 */
export async function rehearse(options: {
  readonly environment: Environment;
  readonly contacts: number;
  /** Leave the data folder where it is, and say where. */
  readonly keep: boolean;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
  readonly bundle?: string;
}): Promise<Rehearsal> {
  const { keep, say } = options;
  const root = mkdtempSync(join(tmpdir(), 'rapport-rehearsal-'));
  try {
    return await inFolder(root, options);
  } finally {
    if (keep) say(`The rehearsal's data folder is kept at ${root}`);
    else rmSync(root, { recursive: true, force: true });
  }
}

async function inFolder(root: string, options: Parameters<typeof rehearse>[0]): Promise<Rehearsal> {
  const { signal, say } = options;
  const stops: (() => Promise<unknown>)[] = [];
  try {
    say('Setting the stage: a database, a Temporal server and a practice mailbox');
    const servers = await startServers({
      data: dataFolder({ RAPPORT_DATA: root }),
      // Nothing of the user's own servers is touched.
      environment: { ...options.environment, databaseUrl: undefined, temporalIsGiven: false },
      say: () => undefined,
    });
    stops.unshift(servers.stop);
    signal.throwIfAborted();
    const mail = await startPracticeMail({ accounts: { [practiceAddress]: 'rehearsal' } });
    mail.saveSent = true;
    stops.unshift(mail.stop);
    const application = await startApplication({
      databaseUrl: servers.databaseUrl,
      temporal: servers.temporal,
      dataRoot: root,
      secretKey: undefined,
      run: randomUUID(),
      log: () => undefined,
      ...(options.bundle ? { bundle: options.bundle } : {}),
    });
    stops.unshift(application.stop);
    await application.work({ journeys: true, watch: true });
    signal.throwIfAborted();
    const userId = await ensureUser(application.db, { timeZone: 'UTC' });
    const context = application.contextFor(userId);
    const act: Do = async (operation, input) =>
      operation.run(context, operation.input.parse(input));
    return await play(act, { ...options, people: firstPeople(options.contacts), mail, stops });
  } finally {
    for (const stop of stops) await stop().catch(() => undefined);
  }
}

async function play(
  act: Do,
  stage: {
    readonly people: readonly PracticePerson[];
    readonly mail: Awaited<ReturnType<typeof startPracticeMail>>;
    readonly stops: (() => Promise<unknown>)[];
    readonly signal: AbortSignal;
    readonly say: (line: string) => void;
  },
): Promise<Rehearsal> {
  const { people, mail, signal, say } = stage;
  await prepare(act, mail);
  const story = tellStory({ day: rehearsedDay, people, say });
  const behaving = simulatePeople(mail, {
    you: practiceAddress,
    people,
    day: rehearsedDay,
    told: story.told,
  });
  stage.stops.unshift(async () => behaving.stop());
  for (const person of people)
    if (person.introducedBy === undefined) await act(addContact, fieldsOf(person));

  // A slow machine, or a crowd, gets more than the month.
  const end = performance.now() + (4 * month + people.length) * rehearsedDay;
  const approved = new Set<string>();
  for (;;) {
    signal.throwIfAborted();
    await actAsUser(act, {
      people,
      did: (person, deed) => {
        if (deed.did === 'approved') approved.add(deed.draft.draftId);
        story.did(person, deed);
      },
    });
    const contacts = await act(listContacts, {});
    story.progress(contacts);
    const done = people.every((person) =>
      isSettled(
        person,
        contacts.find(({ email }) => email === person.email),
        { people, received: behaving.received(person) },
      ),
    );
    if ((done && story.today() >= month) || performance.now() >= end) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return judge(await remainsOf(act, { people, mail }), approved);
}

async function remainsOf(
  act: Do,
  {
    people,
    mail,
  }: {
    readonly people: readonly PracticePerson[];
    readonly mail: Awaited<ReturnType<typeof startPracticeMail>>;
  },
): Promise<Remains> {
  const known = await act(listContacts, {});
  return {
    you: practiceAddress,
    people,
    contacts: await Promise.all(known.map(({ contactId }) => act(showContact, { ref: contactId }))),
    drafts: await act(listDrafts, { all: 'true' }),
    mails: (account, folder) =>
      mail.store.accounts.has(account)
        ? folderOf(mail.store, account, folder).mails.map(({ date, raw }) => ({
            date: date.getTime(),
            raw,
          }))
        : [],
  };
}

async function prepare(act: Do, mail: { readonly imap: number; readonly smtp: number }) {
  await act(setProfile, {
    name: 'Robin Vale',
    affiliation: 'Practice University',
    about: 'I am finding out which work would suit me.',
  });
  await act(changeSettings, { settings: rehearsedPolicy });
  await act(connectMailbox, {
    address: practiceAddress,
    password: 'rehearsal',
    imap: `127.0.0.1:${mail.imap}`,
    smtp: `127.0.0.1:${mail.smtp}`,
    security: 'none',
  });
}

/** A person of the cast as `contact add` takes them. */
export function fieldsOf(person: PracticePerson) {
  const { name, email, company, role, admire, topics, timeZone } = person;
  return { name, email, company, role, admire, timeZone, topics: [...topics] };
}
