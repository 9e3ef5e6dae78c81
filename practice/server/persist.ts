import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { writePrivate } from '../../embedded/private-file.ts';
import { addAccount, addMail, type Folder, type MailStore, type StoredMail } from './store.ts';

/** One folder of one account, as the file holds it. */
export type KeptFolder = {
  readonly account: string;
  readonly path: string;
  readonly uidValidity: number;
  uidNext: number;
  /** By UID, ascending. */
  readonly mails: Map<number, KeptMail>;
};

export type KeptMail = { readonly date: number; flags: readonly string[]; readonly raw: Buffer };

/**
 * Puts what `file` holds into the store and from then on notes every change in it before the servers
 * answer, so that a killed process has lost nothing it had said yes to. Accounts that are missing are made; what it
 * gives back makes and keeps another one later.
 */
export function keepMails(
  store: MailStore,
  file: string,
  addresses: readonly string[],
): (address: string) => void {
  const kept = readKept(file);
  for (const address of [...addresses, ...kept.map(({ account }) => account)])
    if (!store.accounts.has(address)) addAccount(store, address, randomBytes(12).toString('hex'));
  for (const each of kept) {
    const folder = store.accounts.get(each.account)?.folders.get(each.path);
    if (folder) restore(folder, each);
  }
  const highest = Math.max(0, ...kept.map(({ uidValidity }) => uidValidity));
  store.nextUidValidity = Math.max(store.nextUidValidity, highest + 1);
  const folders = [...store.accounts.entries()].flatMap(([account, { folders: all }]) =>
    [...all.values()].map((folder) => ({ account, folder })),
  );
  // Written anew at every start: the file holds no more than the mailboxes do.
  const lines = folders.flatMap(({ account, folder }) => [
    headOf(account, folder),
    ...folder.mails.map((mail) => lineOf(account, folder, mail)),
  ]);
  writePrivate(file, lines.join(''));
  for (const { account, folder } of folders) note(file, account, folder);
  return (address) => {
    const { folders: own } = addAccount(store, address, randomBytes(12).toString('hex'));
    for (const folder of own.values()) {
      appendFileSync(file, headOf(address, folder));
      note(file, address, folder);
    }
  };
}

/** What the file holds; a last line that a kill has cut off is as if it had never been begun. */
export function readKept(file: string): readonly KeptFolder[] {
  const folders = new Map<string, KeptFolder>();
  for (const line of existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []) {
    const entry = parse(line);
    if (!entry) continue;
    const key = `${entry.account} ${entry.path}`;
    const known = folders.get(key);
    if ('uidValidity' in entry) {
      const { account, path, uidValidity, uidNext } = entry;
      folders.set(key, { account, path, uidValidity, uidNext, mails: new Map() });
    } else if ('raw' in entry) {
      known?.mails.set(entry.uid, { ...entry, raw: Buffer.from(entry.raw, 'base64') });
      if (known) known.uidNext = Math.max(known.uidNext, entry.uid + 1);
    } else if ('gone' in entry) for (const uid of entry.gone) known?.mails.delete(uid);
    else {
      const mail = known?.mails.get(entry.uid);
      if (mail) mail.flags = entry.flags;
    }
  }
  return [...folders.values()];
}

type Entry = { readonly account: string; readonly path: string } & (
  | { readonly uidValidity: number; readonly uidNext: number }
  | { readonly uid: number; readonly date: number; readonly flags: string[]; readonly raw: string }
  | { readonly uid: number; readonly flags: string[] }
  | { readonly gone: readonly number[] }
);

/** Only this program writes the file: a line that is JSON at all is an entry. */
function parse(line: string): Entry | undefined {
  try {
    return JSON.parse(line) as Entry;
  } catch {
    return undefined;
  }
}

function restore(folder: Folder, kept: KeptFolder): void {
  folder.uidValidity = kept.uidValidity;
  for (const [uid, { raw, flags, date }] of kept.mails) {
    folder.uidNext = uid;
    addMail(folder, raw, { flags, date: new Date(date) });
  }
  folder.uidNext = Math.max(folder.uidNext, kept.uidNext);
}

function note(file: string, account: string, folder: Folder): void {
  let next = folder.uidNext;
  let held = new Set(folder.mails.map(({ uid }) => uid));
  folder.events.on('changed', () => {
    for (const mail of folder.mails)
      if (mail.uid >= next) appendFileSync(file, lineOf(account, folder, mail));
    const now = new Set(folder.mails.map(({ uid }) => uid));
    const gone = [...held].filter((uid) => !now.has(uid));
    if (gone.length > 0) appendFileSync(file, write({ account, path: folder.path, gone }));
    next = folder.uidNext;
    held = now;
  });
  folder.events.on('flags', ({ uid, flags }: StoredMail) =>
    appendFileSync(file, write({ account, path: folder.path, uid, flags: [...flags] })),
  );
}

function headOf(account: string, { path, uidValidity, uidNext }: Folder): string {
  return write({ account, path, uidValidity, uidNext });
}

function lineOf(account: string, { path }: Folder, mail: StoredMail): string {
  const { uid, date, flags, raw } = mail;
  return write({
    account,
    path,
    uid,
    date: date.getTime(),
    flags: [...flags],
    raw: raw.toString('base64'),
  });
}

function write(entry: Entry): string {
  return `${JSON.stringify(entry)}\n`;
}
