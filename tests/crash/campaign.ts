import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addContact } from '../../operations/contacts/add-contact.ts';
import { changeSettings } from '../../operations/settings/change-settings.ts';
import { connectMailbox } from '../../operations/mailboxes/connect-mailbox.ts';
import { listDrafts } from '../../operations/drafts/list-drafts.ts';
import { removeMailbox } from '../../operations/mailboxes/remove-mailbox.ts';
import { setProfile } from '../../operations/settings/set-profile.ts';
import { stop } from '../../operations/journeys/stop-contact.ts';
import type { ContactView } from '../../operations/views.ts';
import { Conflict } from '../../domain/errors.ts';
import { freePorts } from '../../embedded/ports.ts';
import { firstPeople, practicePeople, type PracticePerson } from '../../practice/people/people.ts';
import { fieldsOf } from '../../worker/rehearsal/rehearse.ts';
import type { Do } from '../../worker/rehearsal/look.ts';
import { audit } from '../../worker/rehearsal/audit.ts';
import type { ByHand } from './by-hand.ts';
import { instanceIn, type InstanceProcess, type Part } from './instance-process.ts';
import { startMailProcess, type MailProcess } from './mail-process.ts';
import { overHttp, persistently, Unreachable } from './over-http.ts';
import { seededRandom } from './random.ts';
import {
  approveAndLeave,
  contactsOf,
  untilCopied,
  untilNothingStalls,
  users,
  workAsUser,
  type User,
} from './work-as-user.ts';

export type Run = {
  readonly seed: number;
  readonly kills: readonly { readonly part: Part; readonly at: number }[];
  /** Whether the mail server keeps copies of sent mail by itself. */
  readonly saveSent: boolean;
  readonly user: User;
  readonly byHand: ByHand | undefined;
  readonly contacts: number;
  readonly seconds: number;
  readonly broken: readonly string[];
};

/** Waits of seconds; people take half a second for a day. */
const policy = {
  nudgeAfter: 'PT4S',
  giveUpAfter: 'PT4S',
  maxAway: 'PT8S',
  checkInEvery: 'PT6S',
  maxUnansweredCheckIns: '1',
  meetingsADay: '20',
  meetingHorizon: 'P180D',
  workingHours: 'always',
  holidays: 'off',
  spacing: 'PT0S',
  dailyLimit: '10000',
};
const day = 500;
const password = 'crash';
/** Milliseconds in which the kills of a run fall, and after which a run that has not ended is given up. */
const killsWithin = 11_000;
const longest = 240_000;

/**
 * Rehearses with several contacts, killing parts of the product and the mail server at moments drawn
 * from the seed (`seed`, `seed + 1`, …), and audits after each run. One data folder serves all runs.
 */
export async function runCampaign(options: {
  readonly runs: number;
  readonly seed: number;
  readonly say: (line: string) => void;
  readonly signal?: AbortSignal;
  readonly onRun?: (run: Run) => void;
}): Promise<readonly Run[]> {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-campaign-'));
  const instance = instanceIn(join(folder, 'data'), (await freePorts(1))[0]!);
  const act = overHttp(instance.where);
  const runs: Run[] = [];
  let broken = true;
  try {
    await instance.start();
    await act(setProfile, { name: 'Robin Vale', affiliation: 'Practice University' });
    await act(changeSettings, { settings: policy });
    for (let index = 0; index < options.runs && !options.signal?.aborted; index += 1) {
      const run = await oneRun({ folder, instance, act, seed: options.seed + index });
      runs.push(run);
      options.say(describe(run));
      options.onRun?.(run);
    }
    broken = runs.some((run) => run.broken.length > 0);
    return runs;
  } finally {
    await instance.stop();
    if (broken) options.say(`What is left of it is in ${folder}`);
    else rmSync(folder, { recursive: true, force: true });
  }
}

async function oneRun(stage: {
  readonly folder: string;
  readonly instance: InstanceProcess;
  readonly act: Do;
  readonly seed: number;
}): Promise<Run> {
  const { folder, instance, act, seed } = stage;
  const random = seededRandom(seed);
  const saveSent = random.next() < 0.5;
  const cast = castOfRun(seed, 5 + random.below(5));
  const kills = Array.from({ length: 1 + random.below(3) }, () => ({
    part: random.pick<Part>(['node', 'node', 'temporal', 'postgres', 'mail']),
    at: random.below(killsWithin),
    downFor: random.below(1_500),
  })).toSorted((one, other) => one.at - other.at);
  const user = random.pick<User>(users);
  // Whom nobody writes to nobody introduces.
  const met = user === 'gone' ? cast.filter((person) => person.introducedBy === undefined) : cast;
  const { people, byHand } = withMailByHand(met, seed, random);
  const began = performance.now();
  const you = `you.${seed}@practice.example`;
  const mail = await startMailProcess({
    file: join(folder, `mails-${seed}.jsonl`),
    you,
    password,
    people,
    day,
    saveSent,
    byHand,
  });
  try {
    const mailboxId = await enter(act, { you, mail, people });
    const { contacts, untended } = await live({
      instance,
      act,
      mail,
      people,
      kills,
      user,
      byHand: byHand?.to ?? [],
    });
    await untilCopied({ you, mail, contacts });
    const drafts = await persistently(() => act(listDrafts, { all: 'true' }));
    const broken = [
      ...audit({
        you,
        people,
        contacts,
        drafts,
        mails: mail.mails,
        byHand: byHand?.to ?? [],
        untended,
      }),
      ...(await untilNothingStalls(await instance.databaseUrl())),
    ];
    await leave(act, { mailboxId, contacts });
    const seconds = Math.round((performance.now() - began) / 100) / 10;
    return { seed, kills, saveSent, user, byHand, contacts: people.length, seconds, broken };
  } finally {
    await mail.stop();
  }
}

/**
 * In three of four runs the user writes to somebody who stays silent past Rapport: from the account, from an alias, or
 * one mail to two of them. Rapport's own mails stay the same, whenever it comes: it only begins the waiting anew.
 */
function withMailByHand(
  cast: readonly PracticePerson[],
  seed: number,
  random: ReturnType<typeof seededRandom>,
): { readonly people: readonly PracticePerson[]; readonly byHand: ByHand | undefined } {
  const kind = random.pick(['none', 'account', 'alias', 'two']);
  const after = random.below(12_000);
  if (kind === 'none') return { people: cast, byHand: undefined };
  const quiet = firstPeople(2 * practicePeople.length)
    .filter(({ behaviour }) => behaviour === 'stays_silent')
    .map((person) => ofRun(person, seed))
    .slice(0, kind === 'two' ? 2 : 1);
  const others = cast.filter(({ email }) => !quiet.some((person) => person.email === email));
  const from = kind === 'alias' ? `robin.${seed}@alias.example` : `you.${seed}@practice.example`;
  return {
    people: [...others, ...quiet],
    byHand: { from, to: quiet.map(({ email }) => email), after },
  };
}

/** Nobody comes in whom nobody there could name. */
function castOfRun(seed: number, count: number): readonly PracticePerson[] {
  const drawn = firstPeople(practicePeople.length)
    .map((person, index) => ({ person, place: seededRandom(seed * 31 + index).next() }))
    .toSorted((one, other) => one.place - other.place)
    .slice(0, count)
    .map(({ person }) => ofRun(person, seed));
  return drawn.filter(
    ({ introducedBy }) =>
      introducedBy === undefined || drawn.some(({ email }) => email === introducedBy),
  );
}

/** People of this run only: a mail server of another run must not be able to answer for them. */
function ofRun(person: PracticePerson, seed: number): PracticePerson {
  const tagged = (email: string): string => email.replace('@', `.${seed}@`);
  return {
    ...person,
    email: tagged(person.email),
    company: `${person.company} ${seed}`,
    ...(person.introducedBy ? { introducedBy: tagged(person.introducedBy) } : {}),
  };
}

async function enter(
  act: Do,
  {
    you,
    mail,
    people,
  }: {
    readonly you: string;
    readonly mail: MailProcess;
    readonly people: readonly PracticePerson[];
  },
): Promise<string> {
  const [imap, smtp] = [`localhost:${mail.imap}`, `localhost:${mail.smtp}`];
  const { mailboxId } = await persistently(() =>
    act(connectMailbox, { address: you, password, imap, smtp, security: 'none' }),
  );
  for (const person of people)
    if (person.introducedBy === undefined)
      await persistently(() => act(addContact, { ...fieldsOf(person), mailbox: mailboxId }));
  return mailboxId;
}

/** Nothing of this run goes on during the next one. */
async function leave(
  act: Do,
  {
    mailboxId,
    contacts,
  }: { readonly mailboxId: string; readonly contacts: readonly ContactView[] },
): Promise<void> {
  for (const { contactId, stage } of contacts)
    if (stage !== 'closed')
      await persistently(() => act(stop, { ref: contactId, keepMeeting: true }));
  await persistently(() =>
    act(removeMailbox, { mailboxId }).catch((error: unknown) => {
      throw error instanceof Conflict ? new Unreachable(error.message) : error;
    }),
  );
}

/** The journeys run, things die and come back, the user tends; ends when everything has, or never would. */
async function live(stage: {
  readonly instance: InstanceProcess;
  readonly act: Do;
  readonly mail: MailProcess;
  readonly people: readonly PracticePerson[];
  readonly kills: readonly { readonly part: Part; readonly at: number; readonly downFor: number }[];
  readonly user: User;
  readonly byHand: readonly string[];
}): Promise<{
  readonly contacts: readonly ContactView[];
  readonly untended: ReadonlySet<string> | undefined;
}> {
  const { instance, act, mail, people, byHand, user } = stage;
  let mailDown = Promise.resolve();
  const killing = Promise.all(
    stage.kills.map(async ({ part, at, downFor }) => {
      await pause(at);
      if (part === 'mail') {
        mailDown = mailDown.then(async () => {
          await mail.kill();
          await pause(downFor);
          await mail.start();
        });
        await mailDown;
      } else if (await instance.kill(part)) {
        await pause(downFor);
        if (part === 'node') await startAgain(instance);
      }
    }),
  );
  killing.catch(() => undefined);
  const untended =
    user === 'gone'
      ? await approveAndLeave({ act, people, mail, byHand }, { longest })
      : await workAsUser({ act, people, mail, byHand }, { longest, user });
  await killing;
  return { contacts: await contactsOf(act, people), untended };
}

/** A start during which PostgreSQL is killed may fail; a person, or the system's service manager, tries again. */
async function startAgain(instance: InstanceProcess, tries = 3): Promise<void> {
  try {
    await instance.start();
  } catch (error) {
    if (tries <= 1) throw error;
    await startAgain(instance, tries - 1);
  }
}

function describe({ seed, kills, saveSent, user, byHand, contacts, seconds, broken }: Run): string {
  const killed = kills.map(({ part, at }) => `${part} at ${(at / 1000).toFixed(1)} s`).join(', ');
  const sent = saveSent ? 'server keeps Sent' : 'Rapport keeps Sent';
  const head = `seed ${seed}: ${contacts} contacts, ${user} user, ${byHand ? `a mail by hand to ${byHand.to.length} after ${(byHand.after / 1000).toFixed(1)} s, ` : ''}${sent}, killed ${killed}; ${seconds} s`;
  return broken.length === 0
    ? `${head}; every promise kept`
    : `${head}; BROKEN\n  ${broken.join('\n  ')}`;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
