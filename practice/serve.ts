import { randomBytes } from 'node:crypto';
import { simulatePeople } from './people/simulate-people.ts';
import { keepMails } from './server/persist.ts';
import { practiceAddress, practicePeople, strangerAt } from './people/people.ts';
import { startPracticeMail } from './server/start.ts';

export type Served = {
  readonly imap: number;
  readonly smtp: number;
  readonly password: string;
  readonly stop: () => Promise<void>;
};

/** Mail servers and people of the practice cast, on free ports; `file` keeps the mail, `day` is in milliseconds. */
export async function serve(file: string, day: number): Promise<Served> {
  const password = randomBytes(18).toString('base64url');
  const mail = await startPracticeMail({ accounts: { [practiceAddress]: password } });
  mail.saveSent = true;
  const people = practicePeople;
  const keep = keepMails(
    mail.store,
    file,
    people.map(({ email }) => email),
  );
  const behaving = simulatePeople(mail, { you: practiceAddress, people, day });
  const known = new Set([practiceAddress, ...people.map(({ email }) => email)]);
  for (const address of mail.store.accounts.keys())
    if (!known.has(address)) behaving.attend(strangerAt(address));
  const others = mail.faults.smtp;
  mail.faults.smtp = (step) => {
    const act = others?.(step);
    // Whoever is written to lives here too: nobody practises on people who never answer.
    const address = step.at === 'rcpt' ? step.to[0]?.toLowerCase() : undefined;
    if (act === undefined && address !== undefined && !mail.store.accounts.has(address)) {
      keep(address);
      behaving.attend(strangerAt(address));
    }
    return act;
  };
  const stop = async (): Promise<void> => {
    behaving.stop();
    await mail.stop();
  };
  return { imap: mail.imap, smtp: mail.smtp, password, stop };
}
