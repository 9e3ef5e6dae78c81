import { EventEmitter } from 'node:events';

/** What the practice mailboxes hold, in memory. Shared by the IMAP and the SMTP server. */
export type MailStore = {
  /** By lower-case address. */
  readonly accounts: Map<string, PracticeAccount>;
  /** Folders made anew get this UIDVALIDITY, then it grows. */
  nextUidValidity: number;
};

export type PracticeAccount = {
  readonly address: string;
  password: string;
  /** By path. */
  readonly folders: Map<string, Folder>;
};

export type Folder = {
  path: string;
  readonly specialUse: string | undefined;
  uidValidity: number;
  uidNext: number;
  modseq: number;
  readonly mails: StoredMail[];
  /** `changed` after mails came or went; `flags` with the mail whose flags changed. */
  readonly events: EventEmitter;
};

export type StoredMail = {
  readonly uid: number;
  readonly raw: Buffer;
  readonly date: Date;
  flags: Set<string>;
  modseq: number;
};

export function createStore(accounts: Readonly<Record<string, string>>): MailStore {
  const store: MailStore = { accounts: new Map(), nextUidValidity: 1_000 };
  for (const [address, password] of Object.entries(accounts)) addAccount(store, address, password);
  return store;
}

export function addAccount(store: MailStore, address: string, password: string): PracticeAccount {
  const account: PracticeAccount = { address, password, folders: new Map() };
  store.accounts.set(address.toLowerCase(), account);
  addFolder(store, account, 'INBOX');
  for (const use of ['Sent', 'Drafts', 'Junk', 'Trash', 'Archive'])
    addFolder(store, account, use, `\\${use}`);
  return account;
}

/** Throws when there is no such account: a test's or a rehearsal's own mistake. */
export function accountOf(store: MailStore, address: string): PracticeAccount {
  const account = store.accounts.get(address.toLowerCase());
  if (!account) throw new Error(`The practice mailbox has no account ${address}.`);
  return account;
}

/** Throws when the account has no such folder. */
export function folderOf(store: MailStore, address: string, path: string): Folder {
  const folder = accountOf(store, address).folders.get(path);
  if (!folder) throw new Error(`${address} has no folder ${path}.`);
  return folder;
}

export function addFolder(
  store: MailStore,
  account: PracticeAccount,
  path: string,
  specialUse?: string,
): Folder {
  const folder: Folder = {
    path,
    specialUse,
    uidValidity: store.nextUidValidity++,
    uidNext: 1,
    modseq: 1,
    mails: [],
    events: new EventEmitter().setMaxListeners(0),
  };
  account.folders.set(path, folder);
  return folder;
}

export function addMail(
  folder: Folder,
  raw: Buffer,
  options: { readonly flags?: Iterable<string>; readonly date?: Date } = {},
): StoredMail {
  const mail: StoredMail = {
    uid: folder.uidNext++,
    raw,
    date: options.date ?? new Date(),
    flags: new Set(options.flags),
    modseq: ++folder.modseq,
  };
  folder.mails.push(mail);
  folder.events.emit('changed');
  return mail;
}

/** Whether the mail is still in the folder; mails are kept by ascending UID. */
export function holds({ mails }: Folder, mail: StoredMail): boolean {
  let low = 0;
  let high = mails.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mails[middle]?.uid ?? 0) < mail.uid) low = middle + 1;
    else high = middle;
  }
  return mails[low] === mail;
}

export function removeMails(folder: Folder, goes: (mail: StoredMail) => boolean): void {
  const stay = folder.mails.filter((mail) => !goes(mail));
  if (stay.length === folder.mails.length) return;
  folder.modseq++;
  folder.mails.splice(0, folder.mails.length, ...stay);
  folder.events.emit('changed');
}

export function setFlags(folder: Folder, mail: StoredMail, flags: Set<string>): void {
  mail.flags = flags;
  mail.modseq = ++folder.modseq;
  folder.events.emit('flags', mail);
}

/** What a restored or rebuilt server does: the same mails under new UIDs (RFC 3501 2.3.1.1). */
export function renumber(store: MailStore, folder: Folder): void {
  const mails = [...folder.mails];
  folder.modseq++;
  folder.mails.length = 0;
  folder.uidNext = 1;
  folder.uidValidity = store.nextUidValidity++;
  for (const { raw, flags, date } of mails) addMail(folder, raw, { flags, date });
}

export function renameFolder(account: PracticeAccount, from: string, to: string): void {
  const folder = account.folders.get(from);
  if (!folder) throw new Error(`${account.address} has no folder ${from}.`);
  account.folders.delete(from);
  folder.path = to;
  account.folders.set(to, folder);
}
