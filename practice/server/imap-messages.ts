import { No, type ImapHandler } from './imap-command.ts';
import { fetchHandler } from './imap-fetch.ts';
import { opened, picked } from './imap-selection.ts';
import { folderIn } from './imap-mailboxes.ts';
import { searchHandler } from './imap-search.ts';
import { flagsLine, send, tellChanges, type ImapSession, type Selected } from './imap-session.ts';
import { sequenceSet, textOf, textsOf, type Token } from './imap-syntax.ts';
import { addMail, removeMails, setFlags, type StoredMail } from './store.ts';

/** Commands about the mails of the open folder. */
export const messageHandlers: Record<string, ImapHandler> = {
  CHECK: () => 'OK done',
  FETCH: fetchHandler,
  SEARCH: searchHandler,
  STORE: (session, command) => {
    const { folder, flagsChanged } = writable(session);
    const named = command.arguments.findIndex((token) => /^[+-]?FLAGS/i.test(asText(token)));
    const operation = textOf(command.arguments[named]).toUpperCase();
    const flags = command.arguments.slice(named + 1).flatMap(textsOf);
    for (const { mail, sequence } of picked(session, command.arguments[0], command.uid)) {
      setFlags(folder, mail, withFlags(mail.flags, operation, flags));
      flagsChanged.delete(mail);
      if (!operation.endsWith('.SILENT')) send(session, flagsLine(session, sequence, mail));
    }
    return 'OK done';
  },
  EXPUNGE: (session, command) => {
    const { folder } = writable(session);
    const among = command.uid
      ? sequenceSet(textOf(command.arguments[0]), folder.uidNext)
      : () => true;
    removeMails(folder, (mail) => mail.flags.has('\\Deleted') && among(mail.uid));
    tellChanges(session);
    return 'OK done';
  },
  COPY: (session, command) => `OK ${copy(session, command.arguments, command.uid).code} done`,
  MOVE: (session, command) => {
    const { folder } = writable(session);
    const { code, mails } = copy(session, command.arguments, command.uid);
    send(session, `* OK ${code} moved`);
    removeMails(folder, (mail) => mails.includes(mail));
    tellChanges(session);
    return 'OK done';
  },
};

function writable(session: ImapSession): Selected {
  const selected = opened(session);
  if (selected.readOnly) throw new No('[READ-ONLY] the folder is open for reading only');
  return selected;
}

function asText(token: Token): string {
  return typeof token === 'string' ? token : '';
}

function withFlags(
  now: ReadonlySet<string>,
  operation: string,
  flags: readonly string[],
): Set<string> {
  if (operation.startsWith('+')) return new Set([...now, ...flags]);
  if (operation.startsWith('-')) return new Set([...now].filter((flag) => !flags.includes(flag)));
  return new Set(flags);
}

function copy(
  session: ImapSession,
  given: readonly Token[],
  uid: boolean,
): { readonly code: string; readonly mails: readonly StoredMail[] } {
  const target = folderIn(session, given[1], '[TRYCREATE] ');
  const mails = picked(session, given[0], uid).map(({ mail }) => mail);
  if (mails.length === 0) throw new No('there is no such mail');
  const copies = mails.map(({ raw, flags, date }) => addMail(target, raw, { flags, date }));
  const from = mails.map((mail) => mail.uid).join(',');
  const to = copies.map((mail) => mail.uid).join(',');
  return { code: `[COPYUID ${target.uidValidity} ${from} ${to}]`, mails };
}
