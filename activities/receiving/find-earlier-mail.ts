import type { ImapFlow } from 'imapflow';
import type { Mailbox } from '../../db/generated/client.ts';
import { lockContact } from '../../db/postgres/locks.ts';
import { unsentStates } from '../../domain/draft-state.ts';
import type { Finding } from '../../domain/compose/finding.ts';
import { findFolders } from '../../mail/imap/folders.ts';
import { findEarlier } from '../../mail/imap/search-person.ts';
import type { Dependencies } from '../dependencies.ts';
import { earlierFinding } from '../drafting.ts';
import { foldersToRead } from './catch-up.ts';

/**
 * Looks through the mailbox for mail with a new contact from before. What it finds is shown on the
 * contact and on the waiting first mail; an approval that did not know of it no longer counts.
 */
export async function lookBack(
  { db, now }: Pick<Dependencies, 'db' | 'now'>,
  look: { readonly client: ImapFlow; readonly mailbox: Mailbox; readonly contactId: string },
): Promise<void> {
  const { client, contactId } = look;
  const contact = await db.contact.findUnique({ where: { id: contactId } });
  if (!contact) return;
  const folders = foldersToRead(await findFolders(client))
    .filter(({ role }) => role !== 'junk')
    .map(({ path }) => path);
  const found = await findEarlier(client, { folders, address: contact.email, limit: 200 });
  await db.$transaction(async (tx) => {
    if (!(await lockContact(tx, contactId))) return;
    // What came or went since the contact was added is not earlier correspondence.
    const since = await tx.message.count({ where: { contactId } });
    const sent = await tx.send.count({ where: { contactId, sentCopyAt: { not: null } } });
    const count = Math.max(0, found.count - since - sent);
    await tx.contact.update({
      where: { id: contactId },
      data: { lookedBackAt: now(), earlierMails: count, earlierLatest: found.latest ?? null },
    });
    if (count === 0) return;
    const drafts = await tx.draft.findMany({
      where: {
        contactId,
        purpose: 'outreach',
        state: { in: unsentStates },
      },
    });
    for (const draft of drafts) {
      const findings = draft.findings as unknown as readonly Finding[];
      if (findings.some(({ rule }) => rule === 'earlier_correspondence')) continue;
      const warning = earlierFinding(count, found.latest ?? null);
      await tx.approval.updateMany({
        where: { draftId: draft.id, voidedAt: null },
        data: { voidedAt: now(), voidedWhy: 'earlier mail with this person was found' },
      });
      await tx.send.deleteMany({ where: { draftId: draft.id, state: 'PENDING' } });
      await tx.draft.update({
        where: { id: draft.id },
        data: {
          findings: [...findings, warning].map((finding) => ({ ...finding })),
          ...(draft.state === 'approved'
            ? { state: 'awaiting_approval', stateWhy: warning.message }
            : {}),
        },
      });
      if (draft.state === 'approved')
        await tx.contact.updateMany({
          where: { id: contactId, stage: 'scheduled' },
          data: { stage: 'awaiting_approval', nextAt: null, nextWhy: 'your approval' },
        });
    }
  });
}
