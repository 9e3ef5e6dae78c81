import type { MailAccount, Security } from '../../mail/account.ts';
import { startPracticeMail } from '../../practice/server/start.ts';
import type { PracticeMail } from '../../practice/server/types.ts';

/** What the mail suite needs of a pair of IMAP and SMTP servers with two people on them. */
export type MailServers = {
  readonly me: MailAccount;
  readonly ana: MailAccount;
  readonly stop: () => Promise<void>;
};

export const PASSWORDS = { 'me@home.test': 'secret-1', 'ana@work.test': 'secret-2' } as const;
export type Person = keyof typeof PASSWORDS;

export function accountAt(
  address: Person,
  ports: { readonly imap: number; readonly smtp: number },
  options: { readonly security?: Security; readonly ca?: string | undefined } = {},
): MailAccount {
  const { security = 'none', ca } = options;
  return {
    address,
    user: address,
    password: PASSWORDS[address],
    imap: { host: '127.0.0.1', port: ports.imap, security },
    smtp: { host: '127.0.0.1', port: ports.smtp, security },
    ...(ca && { ca }),
  };
}

export type Practice = MailServers & { readonly practice: PracticeMail };

export async function practiceServers(
  options: { readonly security?: Security; readonly gmail?: boolean } = {},
): Promise<Practice> {
  const { security = 'none', gmail = false } = options;
  const practice = await startPracticeMail({
    accounts: PASSWORDS,
    tls: security === 'tls' ? true : security === 'starttls' ? 'starttls' : false,
    gmail,
  });
  const at = (address: Person) => accountAt(address, practice, { security, ca: practice.ca });
  return {
    practice,
    me: at('me@home.test'),
    ana: at('ana@work.test'),
    stop: practice.stop,
  };
}

let made = 0;

/** A small mail with its own Message-ID; `headers` come first, so that they can replace nothing. */
export function plainMail(
  options: {
    readonly from?: string;
    readonly to?: string;
    readonly subject?: string;
    readonly messageId?: string;
    readonly headers?: readonly string[];
    readonly text?: string;
  } = {},
): Buffer {
  const {
    from = 'Ana <ana@work.test>',
    to = 'me@home.test',
    subject = 'Re: Quick question',
    messageId = `<made-${++made}@work.test>`,
    headers = [],
    text = 'Gladly. Grüße\r\n',
  } = options;
  const lines = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Message-ID: ${messageId}`,
    'Date: Fri, 02 Jan 2026 03:04:05 +0000',
    ...headers,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${text}`);
}

/** Resolves when the condition holds, looking again at each turn of the event loop's timers. */
export async function eventually(what: string, holds: () => boolean): Promise<void> {
  const end = Date.now() + 10_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`It never came to this: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
