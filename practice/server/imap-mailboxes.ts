import { No, type ImapHandler } from './imap-command.ts';
import { deselect, select, send, tellChanges, type ImapSession } from './imap-session.ts';
import { imapString, parseDate, textOf, textsOf, type Token } from './imap-syntax.ts';
import { addFolder, addMail, removeMails, renameFolder, type Folder } from './store.ts';

/** Commands about folders as a whole. */
export const mailboxHandlers: Record<string, ImapHandler> = {
  NAMESPACE: (session) => {
    send(session, '* NAMESPACE (("" "/")) NIL NIL');
    return 'OK done';
  },
  LIST: (session, command) => {
    const options = Array.isArray(command.arguments[0]) ? textsOf(command.arguments[0]) : [];
    const [reference, patterns] = command.arguments.slice(options.length > 0 ? 1 : 0);
    const special = options.some((option) => option.toUpperCase() === 'SPECIAL-USE');
    listFolders(session, textOf(reference), textsOf(patterns), special);
    return 'OK done';
  },
  LSUB: (session, command) => {
    const matches = pattern(textOf(command.arguments[0]) + textOf(command.arguments[1]));
    for (const { path } of foldersOf(session))
      if (matches.test(path)) send(session, `* LSUB () "/" ${imapString(path)}`);
    return 'OK done';
  },
  SUBSCRIBE: () => 'OK done',
  UNSUBSCRIBE: () => 'OK done',
  CREATE: (session, command) => {
    const path = textOf(command.arguments[0]).replace(/\/$/, '');
    if (accountIn(session).folders.has(path)) return 'NO [ALREADYEXISTS] that folder exists';
    addFolder(session.server.store, accountIn(session), path);
    return 'OK done';
  },
  DELETE: (session, command) => {
    const folder = folderIn(session, command.arguments[0]);
    if (folder.path === 'INBOX') return 'NO the inbox stays';
    accountIn(session).folders.delete(folder.path);
    return 'OK done';
  },
  RENAME: (session, command) => {
    const folder = folderIn(session, command.arguments[0]);
    renameFolder(accountIn(session), folder.path, textOf(command.arguments[1]));
    return 'OK done';
  },
  STATUS: (session, command) => {
    const folder = folderIn(session, command.arguments[0]);
    const items = textsOf(command.arguments[1]).map((name) => name.toUpperCase());
    const values = items.map((name) => `${name} ${statusItem(folder, name)}`);
    send(session, `* STATUS ${imapString(folder.path)} (${values.join(' ')})`);
    return 'OK done';
  },
  SELECT: (session, command) => open(session, command.arguments, false),
  EXAMINE: (session, command) => open(session, command.arguments, true),
  UNSELECT: (session) => {
    deselect(session);
    return 'OK done';
  },
  CLOSE: (session) => {
    if (session.selected && !session.selected.readOnly)
      removeMails(session.selected.folder, (mail) => mail.flags.has('\\Deleted'));
    deselect(session);
    return 'OK done';
  },
  IDLE: (session, { tag }) => {
    if (session.server.faults.hiddenCapabilities.has('IDLE')) return 'BAD unknown command';
    tellChanges(session);
    session.idleTag = tag;
    send(session, '+ idling');
    return undefined;
  },
  APPEND: (session, command) => {
    const folder = folderIn(session, command.arguments[0], '[TRYCREATE] ');
    const raw = command.arguments.at(-1);
    if (!Buffer.isBuffer(raw)) return 'BAD the mail must be a literal';
    const flags = Array.isArray(command.arguments[1]) ? textsOf(command.arguments[1]) : [];
    const date = command.arguments.slice(1, -1).find((token) => !Array.isArray(token));
    const at = date === undefined ? {} : { date: parseDate(textOf(date)) };
    const { uid } = addMail(folder, raw, { flags, ...at });
    return `OK [APPENDUID ${folder.uidValidity} ${uid}] done`;
  },
};

export function folderIn(session: ImapSession, token: Token | undefined, code = ''): Folder {
  const given = textOf(token);
  const path = given.toUpperCase() === 'INBOX' ? 'INBOX' : given;
  const folder = accountIn(session).folders.get(path);
  if (!folder) throw new No(`${code || '[NONEXISTENT] '}there is no folder ${path}`);
  return folder;
}

function accountIn(session: ImapSession) {
  if (!session.account) throw new No('sign in first');
  return session.account;
}

function foldersOf(session: ImapSession): readonly Folder[] {
  return [...accountIn(session).folders.values()];
}

function listFolders(
  session: ImapSession,
  reference: string,
  patterns: readonly string[],
  onlySpecial: boolean,
): void {
  if (patterns.length === 1 && patterns[0] === '') {
    send(session, '* LIST (\\Noselect) "/" ""');
    return;
  }
  const matchers = patterns.map((each) => pattern(reference + each));
  const special = !session.server.faults.hiddenCapabilities.has('SPECIAL-USE');
  for (const { path, specialUse } of foldersOf(session)) {
    if (onlySpecial && !specialUse) continue;
    if (!matchers.some((matcher) => matcher.test(path))) continue;
    const use = special && specialUse ? ` ${specialUse}` : '';
    send(session, `* LIST (\\HasNoChildren${use}) "/" ${imapString(path)}`);
  }
}

function pattern(text: string): RegExp {
  const escaped = text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/\*/g, '.*').replace(/%/g, '[^/]*')}$`, 'i');
}

function statusItem(folder: Folder, name: string): number {
  switch (name) {
    case 'MESSAGES':
      return folder.mails.length;
    case 'UIDNEXT':
      return folder.uidNext;
    case 'UIDVALIDITY':
      return folder.uidValidity;
    case 'HIGHESTMODSEQ':
      return folder.modseq;
    case 'UNSEEN':
      return folder.mails.filter((mail) => !mail.flags.has('\\Seen')).length;
    case 'RECENT':
      return 0;
  }
  throw new Error(`STATUS does not know ${name}`);
}

function open(session: ImapSession, given: readonly Token[], readOnly: boolean): string {
  deselect(session);
  const folder = folderIn(session, given[0]);
  if (Array.isArray(given[1]) && textsOf(given[1]).includes('CONDSTORE')) session.condstore = true;
  select(session, folder, readOnly);
  const flags = '\\Answered \\Flagged \\Deleted \\Seen \\Draft';
  send(session, `* FLAGS (${flags})`);
  send(session, `* OK [PERMANENTFLAGS (${readOnly ? '' : `${flags} \\*`})] kept`);
  send(session, `* ${folder.mails.length} EXISTS`);
  send(session, '* 0 RECENT');
  send(session, `* OK [UIDVALIDITY ${folder.uidValidity}] valid`);
  send(session, `* OK [UIDNEXT ${folder.uidNext}] next`);
  send(session, `* OK [HIGHESTMODSEQ ${folder.modseq}] newest`);
  return `OK [${readOnly ? 'READ-ONLY' : 'READ-WRITE'}] open`;
}
