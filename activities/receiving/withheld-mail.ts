import {
  advance,
  noteWithheld,
  withholdingOf,
  type FolderPosition,
  type Withholding,
} from '../../db/folders.ts';
import type { Folder, Mailbox } from '../../db/generated/client.ts';
import { noteUnread } from '../../db/mailbox/unread-mail.ts';
import { MailboxFailure } from '../../mail/errors.ts';
import type { Withheld } from '../../mail/imap/fetch-missing.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Look } from './catch-up.ts';

/** A mail that nothing is known of may be an answer of anybody: for so long, and so often, nothing is sent for its sake. */
const patience = 10 * 60_000;
const fewestTries = 4;
/** When a server keeps back more at once, it is the server that is ill and not the mails: none is given up. */
const mostGivenUp = 20;

type Passing = {
  readonly mailbox: Mailbox;
  /** The folder as it was stored before this look. */
  readonly known: Folder | undefined;
  readonly withheld: readonly Withheld[];
  readonly at: (uidNext: number) => FolderPosition;
};

/**
 * The first mail that the cursor must not pass, of those that the server lists and does not hand over. The ones before it
 * were asked for long enough: each becomes a problem that names it, for a person to look at.
 */
export async function passWithheld(
  { db, now }: Dependencies,
  { mailbox, known, withheld, at }: Passing,
): Promise<Withheld | undefined> {
  const { path, uidValidity } = at(0);
  const waitsFor = withheld.find((mail) => {
    const before = withholdingOf(known, { uid: mail.uid, uidValidity });
    return withheld.length > mostGivenUp || !before || !isEnough(before, now());
  });
  const passed = withheld.filter(({ uid }) => !waitsFor || uid < waitsFor.uid);
  if (passed.length > 0)
    await db.$transaction((tx) => noteUnread(tx, { mailbox, folder: path, mails: passed }));
  return waitsFor;
}

function isEnough({ since, tries }: Withholding, now: Date): boolean {
  return tries >= fewestTries && now.getTime() - since.getTime() >= patience;
}

/** Leaves the cursor before the mail, and says why nothing may be sent. */
export async function holdAt(
  { db, now }: Dependencies,
  { client }: Look,
  held: {
    readonly stop: Withheld;
    readonly withheld: readonly Withheld[];
    readonly at: (uidNext: number) => FolderPosition;
  },
): Promise<MailboxFailure> {
  const { stop, withheld, at } = held;
  const position = at(stop.uid);
  await db.$transaction((tx) => advance(tx, position));
  const last = withheld.at(-1) ?? stop;
  await noteWithheld(db, { ...position, uid: last.uid }, now());
  const count = withheld.length === 1 ? 'a mail' : `${withheld.length} mails`;
  return new MailboxFailure(
    'withheld',
    `${client.host} lists ${count} in ${position.path} that it does not hand over (UID ${stop.uid}${withheld.length > 1 ? ' …' : ''}). It may be an answer, so nothing is sent until it was read or was asked for in vain for ten minutes. Look into ${position.path} with your mail program: where such a mail cannot be opened there either, move or delete it.`,
  );
}
