import type { ImapFlow } from 'imapflow';
import {
  advance,
  readFolders,
  withholdingOf,
  type FolderPosition,
  type FolderRole,
} from '../../db/folders.ts';
import type { Mailbox } from '../../db/generated/client.ts';
import { markLooked } from '../../db/mailbox/state.ts';
import { findFolders, type Folders } from '../../mail/imap/folders.ts';
import { readNew } from '../../mail/imap/read-new.ts';
import { within } from '../../mail/imap/time-limit.ts';
import type { Dependencies } from '../dependencies.ts';
import { candidates } from './candidates.ts';
import { stripNul } from './strip-nul.ts';
import { receiveMail } from './receive-mail.ts';
import { holdAt, passWithheld } from './withheld-mail.ts';

export type Look = {
  readonly client: ImapFlow;
  readonly mailbox: Mailbox;
  /** The watcher's fencing epoch; undefined inside of a send. */
  readonly epoch: number | undefined;
  /** Found before on this connection; looked for when absent. */
  readonly folders?: Folders;
  /** Only these folders; all of them when absent. */
  readonly roles?: readonly FolderRole[];
  /** Milliseconds for the first answer of the server; a minute when absent. */
  readonly answerWithin?: number;
};

/** Not complete: a mail cannot be told from a copy of ours before `until`, and what lies behind it was not read. */
export type CatchUp =
  { readonly complete: true } | { readonly complete: false; readonly until: Date };

/**
 * Reads a mailbox up to now: whatever came from or went to a contact is stored when it returns, if it was read to its
 * end. Throws MailboxFailure when it cannot be read. In both other cases nothing may be concluded from silence.
 */
export async function catchUp(dependencies: Dependencies, look: Look): Promise<CatchUp> {
  const { client, mailbox, roles } = look;
  const at = dependencies.now();
  // Some servers only tell an older connection of new mail after a command.
  await within(client, look.answerWithin ?? 60_000, 'look for new mail', () => client.noop());
  const firstLook = (await readFolders(dependencies.db, mailbox.id)).length === 0;
  let read: CatchUp = { complete: true };
  for (const folder of foldersToRead(look.folders ?? (await findFolders(client))))
    if (!roles || roles.includes(folder.role)) {
      const end = await readFolder(dependencies, look, { ...folder, firstLook });
      if (!end.complete) read = end;
    }
  if (!roles && read.complete)
    await markLooked(dependencies.db, mailbox.id, { at, epoch: look.epoch });
  return read;
}

/** Gmail's All Mail holds INBOX and Sent, and all that filters moved past them. */
export function foldersToRead(
  folders: Folders,
): readonly { readonly path: string; readonly role: FolderRole }[] {
  const { inbox, all, sent, junk } = folders;
  return [
    ...(all ? [{ path: all, role: 'all' as const }] : [{ path: inbox, role: 'inbox' as const }]),
    ...(junk ? [{ path: junk, role: 'junk' as const }] : []),
    ...(sent && !all ? [{ path: sent, role: 'sent' as const }] : []),
  ];
}

async function readFolder(
  dependencies: Dependencies,
  look: Look,
  folder: { readonly path: string; readonly role: FolderRole; readonly firstLook: boolean },
): Promise<CatchUp> {
  const { db } = dependencies;
  const { client, mailbox, epoch } = look;
  for (;;) {
    const known = (await readFolders(db, mailbox.id)).find((row) => row.path === folder.path);
    const news = await readNew(client, {
      folder: folder.path,
      // A folder that appears after the first look (Junk, with its first mail) is read from its beginning.
      uidValidity: known?.uidValidity ?? (folder.firstLook ? undefined : 'new folder'),
      uidNext: known?.uidNext ?? 1,
    });
    const at = (uidNext: number): FolderPosition => ({
      mailboxId: mailbox.id,
      path: folder.path,
      role: folder.role,
      uidValidity: news.uidValidity,
      uidNext,
      epoch,
    });
    const stop = await passWithheld(dependencies, { mailbox, known, withheld: news.withheld, at });
    const mails = news.mails.filter(({ uid }) => !stop || uid < stop.uid).map(stripNul);
    for (const summary of await candidates(db, { mailbox, role: folder.role, mails })) {
      const taken = await receiveMail(dependencies, {
        ...look,
        summary,
        position: at(summary.uid + 1),
        withholding: withholdingOf(known, { uid: summary.uid, uidValidity: news.uidValidity }),
      });
      if (taken.kind === 'wait') return { complete: false, until: taken.until };
    }
    if (stop) throw await holdAt(dependencies, look, { stop, withheld: news.withheld, at });
    const unchanged = known?.uidValidity === news.uidValidity && known.uidNext >= news.uidNext;
    if (!unchanged) await db.$transaction((tx) => advance(tx, at(news.uidNext)));
    if (!news.more) return { complete: true };
  }
}
