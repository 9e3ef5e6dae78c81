import type { Socket } from 'node:net';
import type { SecureContext } from 'node:tls';
import type { Faults, ImapAct, ImapStep } from './faults.ts';
import type { Folder, MailStore, PracticeAccount, StoredMail } from './store.ts';

/** What all connections of one IMAP server share. */
export type ImapServerState = {
  readonly store: MailStore;
  readonly faults: Faults;
  readonly secureContext: SecureContext | undefined;
  /** Announces X-GM-EXT-1 and has All Mail. */
  readonly gmail: boolean;
  readonly sessions: Set<ImapSession>;
};

/** One connection. */
export type ImapSession = {
  readonly server: ImapServerState;
  readonly connection: number;
  socket: Socket;
  secure: boolean;
  account: PracticeAccount | undefined;
  selected: Selected | undefined;
  /** Tag of the IDLE that is on. */
  idleTag: string | undefined;
  /** Tag of the AUTHENTICATE whose next line is the answer. */
  authenticateTag: string | undefined;
  condstore: boolean;
  frozen: boolean;
  commands: number;
};

/** A session's own view of its folder: sequence numbers change only when it is told (RFC 3501 7.4.1). */
export type Selected = {
  readonly folder: Folder;
  readonly readOnly: boolean;
  readonly view: StoredMail[];
  readonly flagsChanged: Set<StoredMail>;
  /** The folder's modseq up to which the client knows it. */
  toldUpTo: number;
  readonly release: () => void;
};

export function send(session: ImapSession, line: string | Buffer): void {
  if (session.frozen || session.socket.destroyed) return;
  session.socket.write(typeof line === 'string' ? `${line}\r\n` : line);
}

export function select(session: ImapSession, folder: Folder, readOnly: boolean): Selected {
  deselect(session);
  const flagsChanged = new Set<StoredMail>();
  const onChanged = () => tellIfIdle(session);
  const onFlags = (mail: StoredMail) => {
    flagsChanged.add(mail);
    tellIfIdle(session);
  };
  folder.events.on('changed', onChanged).on('flags', onFlags);
  const release = () => folder.events.off('changed', onChanged).off('flags', onFlags);
  session.selected = {
    folder,
    readOnly,
    view: [...folder.mails],
    flagsChanged,
    toldUpTo: folder.modseq,
    release,
  };
  return session.selected;
}

export function deselect(session: ImapSession): void {
  session.selected?.release();
  session.selected = undefined;
}

function tellIfIdle(session: ImapSession): void {
  if (session.idleTag !== undefined) tellChanges(session);
}

/** Brings the client's view up to date: EXPUNGE, EXISTS and FETCH (FLAGS), in that order. */
export function tellChanges(session: ImapSession): void {
  if (!session.selected) return;
  const { folder, view, flagsChanged } = session.selected;
  if (session.selected.toldUpTo === folder.modseq) return;
  session.selected.toldUpTo = folder.modseq;
  const present = new Set(folder.mails);
  for (let index = view.length - 1; index >= 0; index--) {
    const mail = view[index];
    if (mail && present.has(mail)) continue;
    send(session, `* ${index + 1} EXPUNGE`);
    view.splice(index, 1);
  }
  const known = new Set(view);
  const fresh = folder.mails.filter((mail) => !known.has(mail));
  view.push(...fresh);
  if (fresh.length > 0) send(session, `* ${view.length} EXISTS`);
  for (const mail of flagsChanged)
    if (known.has(mail)) send(session, flagsLine(session, view.indexOf(mail) + 1, mail));
  flagsChanged.clear();
}

export function flagsLine(session: ImapSession, sequence: number, mail: StoredMail): string {
  const modseq = session.condstore ? ` MODSEQ (${mail.modseq})` : '';
  return `* ${sequence} FETCH (UID ${mail.uid} FLAGS (${[...mail.flags].join(' ')})${modseq})`;
}

/**
 * Asks the fault hook. Returns the completion to send instead of going on, 'gone' when the
 * connection is no longer served, 'skip' to leave an item out, or undefined to go on.
 */
export async function fault(
  session: ImapSession,
  step: Omit<ImapStep, 'account' | 'connection'>,
): Promise<string | undefined> {
  const { account, connection } = session;
  const act = await session.server.faults.imap?.({
    ...step,
    account: account?.address,
    connection,
  });
  return act === undefined ? undefined : perform(session, act);
}

function perform(session: ImapSession, act: ImapAct): string | undefined {
  if (act === 'skip' || act === 'withhold') return act;
  if (act === 'drop') session.socket.destroy();
  else if (act === 'freeze') session.frozen = true;
  else if ('bye' in act) {
    send(session, `* BYE ${act.bye}`);
    session.socket.end();
  } else if ('no' in act) return `NO ${act.no}`;
  else if ('bad' in act) return `BAD ${act.bad}`;
  else {
    for (const bytes of act.raw) if (!session.socket.destroyed) session.socket.write(bytes);
    if (act.after === 'go_on') return undefined;
    return perform(session, act.after);
  }
  return 'gone';
}
