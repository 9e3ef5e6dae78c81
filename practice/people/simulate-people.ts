import { answerId, writeAnswer, type AnswerKind } from './answers.ts';
import { type Answer, answersTo } from './react.ts';
import type { SmtpAct, SmtpStep } from '../server/faults.ts';
import { field, mimeOf } from '../server/mime.ts';
import type { PracticePerson } from './people.ts';
import { addAccount, folderOf, type StoredMail } from '../server/store.ts';
import type { PracticeMail } from '../server/types.ts';

export type PracticeEvent = {
  readonly person: PracticePerson;
  readonly what: 'received' | AnswerKind;
};

export type Behaving = {
  /** How many mails lie in front of somebody; what bounces never gets there. */
  readonly received: (person: PracticePerson) => number;
  /** From now on this person answers too. */
  readonly attend: (person: PracticePerson) => void;
  readonly stop: () => void;
};

/**
 * Lets people behave on the practice servers. Whom they have to answer follows from the mails alone,
 * so that after a restart everybody goes on where they were. `day` is milliseconds: people take one
 * to answer, and are away for nine.
 */
export function simulatePeople(
  mail: PracticeMail,
  options: {
    readonly you: string;
    readonly people: readonly PracticePerson[];
    readonly day: number;
    readonly told?: (event: PracticeEvent) => void;
  },
): Behaving {
  const { you, people, day, told = () => undefined } = options;
  const timers = new Set<NodeJS.Timeout>();
  const refused = new Set<string>();
  const written = writtenIds(folderOf(mail.store, you, 'INBOX').mails);
  let stopped = false;
  for (const person of people) {
    if (person.behaviour === 'is_refused') refused.add(person.email);
    else attend(person);
  }
  const before = mail.faults.smtp;
  mail.faults.smtp = (step) => refusal(step, refused) ?? before?.(step);

  return {
    received: (person) =>
      person.behaviour === 'is_refused' || person.behaviour === 'bounces'
        ? 0
        : folderOf(mail.store, person.email, 'INBOX').mails.length,
    attend,
    stop() {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };

  function attend(person: PracticePerson): void {
    const { store } = mail;
    if (!store.accounts.has(person.email)) addAccount(store, person.email, `${Math.random()}`);
    const inbox = folderOf(store, person.email, 'INBOX');
    let read = 0;
    let reading = Promise.resolve();
    const readOn = (fresh: boolean): void => {
      for (; read < inbox.mails.length; read += 1) {
        const received = inbox.mails[read]!;
        const earlier = inbox.mails.slice(0, read);
        if (fresh) told({ person, what: 'received' });
        // Reading takes a moment; who is answered first must not depend on it.
        reading = reading.then(async () => {
          for (const answer of await answersTo(person, received, earlier))
            plan(person, received, answer);
        });
      }
    };
    readOn(false);
    inbox.events.on('changed', () => readOn(true));
  }

  function plan(person: PracticePerson, received: StoredMail, answer: Answer): void {
    const id = answerId(answer.kind, received.raw);
    if (stopped || written.has(id)) return;
    written.add(id);
    const due = received.date.getTime() + answer.days * day;
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        void writeAnswer(answer.kind, { person, you, received: received.raw }).then((raw) => {
          told({ person, what: answer.kind });
          mail.deliver(you, raw);
        });
      },
      Math.max(0, due - Date.now()),
    );
    timers.add(timer);
  }
}

function writtenIds(mails: readonly StoredMail[]): Set<string> {
  return new Set(mails.flatMap((each) => field(mimeOf(each), 'message-id') ?? []));
}

function refusal(step: SmtpStep, refused: ReadonlySet<string>): SmtpAct | undefined {
  const [to] = step.to;
  if (step.at !== 'rcpt' || to === undefined || !refused.has(to.toLowerCase())) return undefined;
  return { code: 550, text: `5.1.1 <${to}>: Recipient address rejected: User unknown` };
}
