// A mail server in a process of its own, with people behind it; whoever starts it can kill it.
import { once } from 'node:events';
import { simulatePeople } from '../../practice/people/simulate-people.ts';
import { keepMails } from '../../practice/server/persist.ts';
import type { PracticePerson } from '../../practice/people/people.ts';
import { field, parseMime } from '../../practice/server/mime.ts';
import { writeByHand, type ByHand } from './by-hand.ts';
import { startPracticeMail } from '../../practice/server/start.ts';

export type MailServerOptions = {
  /** Keeps all mail, over kills too. */
  readonly file: string;
  readonly you: string;
  readonly password: string;
  readonly people: readonly PracticePerson[];
  /** Milliseconds. */
  readonly day: number;
  readonly saveSent: boolean;
  readonly byHand?: ByHand | undefined;
  /** This process is killed when the first mail was accepted, before the server says so. */
  readonly killAtAccept?: number;
};

const options = JSON.parse(process.argv[2] ?? '') as MailServerOptions;
const { you, people, day, killAtAccept } = options;
const mail = await startPracticeMail({ accounts: { [you]: options.password } });
mail.saveSent = options.saveSent;
keepMails(
  mail.store,
  options.file,
  people.map(({ email }) => email),
);
simulatePeople(mail, { you, people, day });
if (options.byHand) writeByHand(mail, you, options.byHand);
if (killAtAccept !== undefined) {
  const forget = mail.onAccepted(() => {
    forget();
    process.kill(killAtAccept, 'SIGKILL');
    process.send?.('killed');
  });
}
process.on('message', (asked) => {
  if (asked !== 'delay the next answer') return;
  const forget = mail.onAccepted(async ({ raw }) => {
    forget();
    process.send?.(field(parseMime(raw), 'message-id'));
    await once(process, 'message');
  });
});
process.send?.({ imap: mail.imap, smtp: mail.smtp });
process.on('disconnect', () => process.exit(0));
