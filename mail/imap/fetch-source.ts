import type { ImapFlow } from 'imapflow';
import { MailboxFailure } from '../errors.ts';
import { openFolder } from './open-folder.ts';
import { within } from './time-limit.ts';

/**
 * A mail's source, at most `maxBytes` of it; no flag is changed. Undefined when its UID is no longer listed, or when
 * `uidValidity` is given and the UID now means another mail. Throws MailboxFailure, with the reason `withheld` where the
 * server lists the mail and answers without its text (`BODY[] NIL`, an empty literal).
 */
export function fetchSource(
  client: ImapFlow,
  mail: {
    readonly folder: string;
    readonly uid: number;
    readonly maxBytes: number;
    readonly uidValidity?: string;
  },
): Promise<{ readonly source: Buffer; readonly truncated: boolean } | undefined> {
  return within(client, 180_000, `read a mail in ${mail.folder}`, async () => {
    const open = client.mailbox;
    const mailbox =
      open && open.path === mail.folder && open.readOnly
        ? open
        : await openFolder(client, mail.folder);
    if (mail.uidValidity !== undefined && String(mailbox.uidValidity) !== mail.uidValidity)
      return undefined;
    const query = { size: true, source: { start: 0, maxLength: mail.maxBytes } };
    let found: { readonly source: Buffer; readonly truncated: boolean } | undefined;
    for await (const { uid, source, size = 0 } of client.fetch(String(mail.uid), query, {
      uid: true,
    }))
      if (uid === mail.uid && source && source.length > 0)
        found = { source: source.subarray(0, mail.maxBytes), truncated: size > mail.maxBytes };
    if (!found && (await isListed(client, mail.uid))) throw withheld(client, mail);
    return found;
  });
}

/** Asked after a NOOP, with whose answer a server says what was expunged (RFC 3501 section 7.4.1). */
async function isListed(client: ImapFlow, uid: number): Promise<boolean> {
  await client.noop();
  for await (const listed of client.fetch(String(uid), { uid: true }, { uid: true }))
    if (listed.uid === uid) return true;
  return false;
}

function withheld(
  client: ImapFlow,
  mail: { readonly folder: string; readonly uid: number },
): MailboxFailure {
  return new MailboxFailure(
    'withheld',
    `${client.host} lists the mail with UID ${mail.uid} in ${mail.folder} and does not hand over its text. It is asked for again.`,
  );
}
