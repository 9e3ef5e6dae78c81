import type { ImapFlow } from 'imapflow';
import type { MailAccount } from '../account.ts';
import { MailboxFailure } from '../errors.ts';
import { within } from './time-limit.ts';

export type Folders = {
  readonly inbox: string;
  readonly junk?: string;
  readonly sent?: string;
  /** Gmail's All Mail: holds everything but spam and trash, and is watched instead of the inbox. */
  readonly all?: string;
};

/** Names for spam that imapflow does not know: replies missed there are the worst to miss. */
const JUNK = /^(spam|junk|bulk|unerw.nscht|ongewenste|垃圾邮件|迷惑メール)/iu;

const chosenFolders = new WeakMap<object, NonNullable<MailAccount['folders']>>();

/** What a person chose goes before what is found on this connection. */
export function chooseFolders(client: ImapFlow, folders: MailAccount['folders']): void {
  if (folders) chosenFolders.set(client, folders);
}

/** By SPECIAL-USE (RFC 6154), else by the names that folders have in many languages. */
export async function findFolders(client: ImapFlow): Promise<Folders> {
  const listed = await within(client, 60_000, 'list the folders', () => client.list());
  const selectable = listed.filter(({ flags }) => !flags.has('\\Noselect'));
  const withUse = (use: string) => selectable.find(({ specialUse }) => specialUse === use)?.path;
  const inbox = withUse('\\Inbox') ?? selectable.find(({ path }) => /^inbox$/i.test(path))?.path;
  if (inbox === undefined)
    throw new MailboxFailure('protocol', `The mailbox on ${client.host} shows no inbox.`);
  const chosen = chosenFolders.get(client) ?? {};
  const existing = (path: string | undefined) =>
    selectable.find((folder) => folder.path === path)?.path;
  const junk =
    existing(chosen.junk) ??
    withUse('\\Junk') ??
    selectable.find(({ name }) => JUNK.test(name))?.path;
  const sent = existing(chosen.sent) ?? withUse('\\Sent');
  const all = client.capabilities.has('X-GM-EXT-1') ? withUse('\\All') : undefined;
  return { inbox, ...(junk && { junk }), ...(sent && { sent }), ...(all && { all }) };
}
