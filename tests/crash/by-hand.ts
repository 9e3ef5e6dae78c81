import { field, mimeOf } from '../../practice/server/mime.ts';
import { folderOf } from '../../practice/server/store.ts';
import type { PracticeMail } from '../../practice/server/types.ts';

/** A mail that the user writes in their own mail program, past Rapport. */
export type ByHand = {
  /** The address of the account, or another one that belongs to the same person. */
  readonly from: string;
  readonly to: readonly string[];
  /** Milliseconds after the first letter lies before everybody whom it goes to. */
  readonly after: number;
};

/**
 * Puts the mail before its readers and into Sent, once each: what lies there already, as after a kill in between, is
 * not put there again.
 */
export function writeByHand(mail: PracticeMail, you: string, byHand: ByHand): void {
  const { from, to, after } = byHand;
  const id = `<by-hand.${to.join('.').replaceAll('@', '-')}>`;
  const inboxes = to.map((address) => folderOf(mail.store, address, 'INBOX'));
  const raw = [
    `From: Robin Vale <${from}>`,
    `To: ${to.join(', ')}`,
    'Subject: One thing more',
    `Message-ID: ${id}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    'I forgot to say how much I liked the exhibition.',
    '',
  ].join('\r\n');
  let waiting = false;
  const look = (): void => {
    if (waiting || inboxes.some(({ mails }) => mails.length === 0)) return;
    waiting = true;
    setTimeout(() => {
      const places = [
        ...to.map((account) => ({ account, folder: 'INBOX' })),
        { account: you, folder: 'Sent' },
      ];
      for (const { account, folder } of places) {
        const lies = folderOf(mail.store, account, folder).mails.some(
          (each) => field(mimeOf(each), 'message-id') === id,
        );
        if (!lies) mail.deliver(account, raw, { folder });
      }
    }, after);
  };
  for (const { events } of inboxes) events.on('changed', look);
  look();
}
