import type { ImapFlow } from 'imapflow';
import { openFolder } from './open-folder.ts';
import { within } from './time-limit.ts';

/**
 * A mail's source, at most `maxBytes` of it; no flag is changed. Undefined when the mail is no
 * longer there, or when `uidValidity` is given and its UID now means another mail.
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
      if (uid === mail.uid && source)
        found = { source: source.subarray(0, mail.maxBytes), truncated: size > mail.maxBytes };
    return found;
  });
}
