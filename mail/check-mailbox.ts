import type { ImapFlow } from 'imapflow';
import { hostAndPort, type MailAccount } from './account.ts';
import { closeImap } from './imap/close-imap.ts';
import { MailboxFailure, SmtpFailure } from './errors.ts';
import { findFolders } from './imap/folders.ts';
import { openImap } from './imap/imap.ts';
import { openFolder } from './imap/open-folder.ts';
import { sentCopyOf } from './providers.ts';
import { openSmtp } from './smtp/smtp.ts';
import { within } from './imap/time-limit.ts';

export type MailboxCheck = {
  readonly check: 'sign_in_imap' | 'sign_in_smtp' | 'read' | 'folders' | 'idle' | 'sent_copy';
  readonly ok: boolean;
  /** Without it the mailbox cannot be used. */
  readonly needed: boolean;
  /** A sentence for the person: what was found and what to do. */
  readonly detail: string;
};

/** Seconds between looks where the server cannot tell of new mail by itself. */
export const POLL_SECONDS = 120;

/** Tries the mailbox without changing or sending anything. Throws InvalidInput for impossible settings. */
export async function checkMailbox(account: MailAccount): Promise<readonly MailboxCheck[]> {
  const [reading, sending] = await Promise.all([checkReading(account), checkSending(account)]);
  return [...reading, sending];
}

async function checkReading(account: MailAccount): Promise<readonly MailboxCheck[]> {
  let client: ImapFlow;
  try {
    client = await openImap(account, { connectTimeout: 20_000 });
  } catch (error) {
    return [{ check: 'sign_in_imap', ok: false, needed: true, detail: detailOf(error) }];
  }
  const where = hostAndPort(account.imap);
  const checks: MailboxCheck[] = [
    { check: 'sign_in_imap', ok: true, needed: true, detail: `Signed in to ${where} for reading.` },
  ];
  try {
    checks.push(await checkRead(client));
    checks.push(...(await checkFolders(client, account)));
    checks.push(checkIdle(client));
  } finally {
    await closeImap(client);
  }
  return checks;
}

async function checkRead(client: ImapFlow): Promise<MailboxCheck> {
  try {
    const { exists } = await within(client, 60_000, 'read the inbox', () =>
      openFolder(client, 'INBOX'),
    );
    const detail = `The inbox can be read; it holds ${exists} mails.`;
    return { check: 'read', ok: true, needed: true, detail };
  } catch (error) {
    return { check: 'read', ok: false, needed: true, detail: detailOf(error) };
  }
}

async function checkFolders(
  client: ImapFlow,
  account: MailAccount,
): Promise<readonly MailboxCheck[]> {
  try {
    const { all, inbox, junk, sent } = await findFolders(client);
    const missing = [junk ? '' : 'spam', sent ? '' : 'sent mail'].filter(Boolean);
    const watched = [all ?? inbox, junk, sent].filter(Boolean).join(', ');
    const hidesAll = client.capabilities.has('X-GM-EXT-1') && all === undefined;
    const lacking =
      missing.length === 0
        ? ''
        : ` No folder for ${missing.join(' or ')} was found; create one in your mail program, or replies that land there are missed.`;
    const detail = `Watched folders: ${watched}.${lacking}${hidesAll ? hiddenAllMail : ''}`;
    return [
      { check: 'folders', ok: missing.length === 0 && !hidesAll, needed: false, detail },
      checkSentCopy(account, sent),
    ];
  } catch (error) {
    return [{ check: 'folders', ok: false, needed: true, detail: detailOf(error) }];
  }
}

const hiddenAllMail =
  ' Gmail hides “All Mail” from mail programs in this account, so replies that a filter files or archives are missed. Show it: Gmail’s settings, Labels, All Mail, “Show in IMAP”.';

function checkSentCopy(account: MailAccount, sent: string | undefined): MailboxCheck {
  const policy = sentCopyOf(account.smtp.host);
  const detail = {
    server: 'The provider keeps a copy of sent mail by itself.',
    client: `A copy of each sent mail is put into ${sent ?? 'the folder for sent mail'}.`,
    unknown:
      'After the first mail it is looked whether the server keeps a copy; otherwise one is put ' +
      `into ${sent ?? 'the folder for sent mail'}.`,
  }[policy];
  return { check: 'sent_copy', ok: sent !== undefined, needed: false, detail };
}

function checkIdle(client: ImapFlow): MailboxCheck {
  const ok = client.capabilities.has('IDLE');
  const detail = ok
    ? 'The server tells at once when mail comes in (IDLE).'
    : `The server cannot tell when mail comes in (no IDLE); new mail is looked for every ${POLL_SECONDS} seconds instead.`;
  return { check: 'idle', ok, needed: false, detail };
}

async function checkSending(account: MailAccount): Promise<MailboxCheck> {
  try {
    const session = await openSmtp(account, { deadline: 40_000, connectTimeout: 20_000 });
    session.close();
    const detail = `Signed in to ${hostAndPort(account.smtp)} for sending.`;
    return { check: 'sign_in_smtp', ok: true, needed: true, detail };
  } catch (error) {
    return { check: 'sign_in_smtp', ok: false, needed: true, detail: detailOf(error) };
  }
}

function detailOf(error: unknown): string {
  if (error instanceof MailboxFailure || error instanceof SmtpFailure) return error.message;
  throw error;
}
