import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { Conflict } from '../../domain/errors.ts';
import {
  judgeSelfTest,
  readFields,
  type ReturnedMail,
  type SelfTest,
} from '../../domain/mailbox/self-test.ts';
import type { MailAccount } from '../../mail/account.ts';
import { asciiDomain } from '../../domain/email-address.ts';
import { MailboxFailure, SmtpFailure } from '../../mail/errors.ts';
import { closeImap } from '../../mail/imap/close-imap.ts';
import { fetchSource } from '../../mail/imap/fetch-source.ts';
import { findFolders, type Folders } from '../../mail/imap/folders.ts';
import { openImap } from '../../mail/imap/imap.ts';
import { findSent } from '../../mail/imap/sent-folder.ts';
import { presetFor } from '../../mail/providers.ts';
import { storedAccount } from '../../mail/stored-account.ts';
import type { OperationContext } from '../context.ts';
import { defineOperation } from '../operation.ts';
import { mailboxCheckView } from '../views.ts';
import { ownMailbox } from './find-mailbox.ts';

const waits = { least: 5, usual: 90, most: 150 };
const pauseMs = 2_000;

export const proveMailbox = defineOperation({
  name: 'proveMailbox',
  summary:
    'Sends a mail from a mailbox to itself, waits for it and says how others will get the user’s mail',
  input: z.object({
    mailboxId: z.string(),
    /** Seconds to wait for it. */
    wait: z.number().min(waits.least).max(waits.most).optional(),
  }),
  output: z.object({
    mailboxId: z.string(),
    address: z.string(),
    checks: z.array(mailboxCheckView),
  }),
  async run(context, input) {
    const row = await ownMailbox(context, input.mailboxId);
    const account = await storedAccount(context, row);
    const waited = input.wait ?? waits.usual;
    try {
      const messageId = await context.sendDirectly(account, {
        to: row.address,
        subject: 'A test mail from Rapport',
        text: 'Rapport sent this mail to see whether it comes back, and how. Nobody else has received it.',
      });
      const found = await readBack(account, messageId, waited);
      const from = account.from ?? account.address;
      const dns = await domainRecords(context, from);
      const checks = judgeSelfTest({ from, messageId, waited, dns, ...found });
      if (row.sentCopy === 'unknown' && found.copied)
        await context.db.mailbox.update({ where: { id: row.id }, data: { sentCopy: 'server' } });
      return { mailboxId: row.id, address: row.address, checks: [...checks] };
    } catch (error) {
      if (error instanceof SmtpFailure || error instanceof MailboxFailure)
        throw new Conflict(error.message);
      throw error;
    }
  },
});

async function readBack(
  account: MailAccount,
  messageId: string,
  seconds: number,
): Promise<Pick<SelfTest, 'returned' | 'copied'>> {
  const started = Date.now();
  const client = await openImap(account);
  try {
    const folders = await findFolders(client);
    for (;;) {
      const returned = await look(client, folders, messageId, started);
      if (returned || Date.now() - started > seconds * 1_000) {
        const { sent } = folders;
        const copied =
          sent === undefined
            ? undefined
            : (await findSent(client, { folder: sent, messageId })) !== undefined;
        return { returned, copied };
      }
      await sleep(pauseMs);
    }
  } finally {
    await closeImap(client);
  }
}

async function look(
  client: Awaited<ReturnType<typeof openImap>>,
  { inbox, junk }: Folders,
  messageId: string,
  started: number,
): Promise<ReturnedMail | undefined> {
  for (const [folder, path] of [
    ['inbox', inbox],
    ['junk', junk],
  ] as const) {
    const found = path && (await findSent(client, { folder: path, messageId }));
    if (!path || !found) continue;
    const mail = await fetchSource(client, { folder: path, uid: found.uid, maxBytes: 64 * 1024 });
    if (!mail) continue;
    return {
      folder,
      seconds: Math.round((Date.now() - started) / 1_000),
      headers: readFields(mail.source.toString('latin1')),
    };
  }
  return undefined;
}

/** A provider's own domain is its business; only one's own can be put right. */
async function domainRecords(
  { dnsText }: OperationContext,
  from: string,
): Promise<SelfTest['dns']> {
  const domain = asciiDomain(from);
  if (dnsText === undefined || presetFor(from) !== undefined || !domain.includes('.'))
    return undefined;
  const [records, policy] = await Promise.all([
    dnsText(domain).catch(() => undefined),
    dnsText(`_dmarc.${domain}`).catch(() => []),
  ]);
  // DNS that does not answer proves nothing.
  if (records === undefined) return undefined;
  return {
    spf: records.filter((record) => /^v=spf1(?:\s|$)/i.test(record)),
    dmarc: policy.some((record) => /^v=DMARC1/i.test(record)),
  };
}
