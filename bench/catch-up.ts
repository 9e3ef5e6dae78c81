import { catchUp } from '../activities/receiving/catch-up.ts';
import { usualWatchTimes, type Dependencies } from '../activities/dependencies.ts';
import { openImap } from '../mail/imap/imap.ts';
import { openSmtp } from '../mail/smtp/smtp.ts';
import { readerHere } from '../mail/reader/read-and-judge.ts';
import { SUMMARY_HEADERS } from '../mail/imap/message-headers.ts';
import { startDovecot } from '../tests/support/dovecot.ts';
import { plainMail } from '../tests/support/mail-servers.ts';
import type { Ratio } from './ratio.ts';
import type { Stage } from './stage.ts';
import { oauthProviders } from '../mail/oauth/providers.ts';

/** Reading past many waiting mails of strangers, against imapflow fetching the same headers. */
export async function measureCatchUp(
  { context, servers, userId }: Stage,
  waiting: number,
): Promise<{ readonly ratio: Ratio; readonly grownMiB: number }> {
  const { db } = context;
  const dovecot = await startDovecot('tls');
  try {
    const { me } = dovecot;
    const filler = await openImap(me);
    const source = Buffer.from(
      plainMail({ from: 'stranger@else.test', text: 'x\r\n'.repeat(500) }),
    );
    for (let index = 0; index < waiting; index += 1) {
      const own = source.toString().replace(/<made-\d+@/, `<waiting-${index}@`);
      await filler.append('INBOX', own);
    }
    await filler.logout();

    const mailbox = await db.mailbox.create({
      data: {
        userId,
        // Beside the other measurements' mailboxes; strangers' mail is read past, whatever it is called.
        address: 'catch-up@home.test',
        login: me.user,
        secret: context.secrets.seal(me.password),
        imapHost: me.imap.host,
        imapPort: me.imap.port,
        imapSecurity: me.imap.security,
        smtpHost: me.smtp.host,
        smtpPort: me.smtp.port,
        smtpSecurity: me.smtp.security,
      },
    });
    const client = await openImap(me);
    const opened = await client.mailboxOpen('INBOX', { readOnly: true });
    await db.folder.create({
      data: {
        mailboxId: mailbox.id,
        path: 'INBOX',
        role: 'inbox',
        uidValidity: String(opened.uidValidity),
        uidNext: 1,
      },
    });
    const dependencies: Dependencies = {
      db,
      databaseUrl: servers.databaseUrl,
      secrets: context.secrets,
      run: 'bench',
      now: () => new Date(),
      random: Math.random,
      deliverSoon: () => undefined,
      isRunning: () => Promise.resolve(true),
      fetchCalendar: context.fetchCalendar,
      openImap,
      openSmtp,
      reader: readerHere,
      oauth: oauthProviders,
      watching: usualWatchTimes,
      log: () => undefined,
    };
    const limit = await rawRate(me, waiting);
    const before = process.memoryUsage().rss;
    let highest = before;
    const timer = setInterval(() => (highest = Math.max(highest, process.memoryUsage().rss)), 50);
    const begin = performance.now();
    await catchUp(dependencies, { client, mailbox, epoch: undefined });
    const ours = waiting / ((performance.now() - begin) / 1000);
    clearInterval(timer);
    await client.logout();
    const { uidNext } = await db.folder.findFirstOrThrow({ where: { mailboxId: mailbox.id } });
    if (uidNext <= waiting) throw new Error(`Only ${uidNext} of ${waiting} mails were passed.`);
    return {
      ratio: {
        name: `Catching up with ${waiting} waiting mails`,
        ours: { what: 'read past and judged by their headers', value: ours },
        limit: { what: 'imapflow fetching the same headers', value: limit },
        unit: 'mails per second',
        goal: { kind: 'at least', ratio: 0.8 },
      },
      grownMiB: (highest - before) / 1024 ** 2,
    };
  } finally {
    await dovecot.stop();
  }
}

async function rawRate(account: Parameters<typeof openImap>[0], waiting: number): Promise<number> {
  const client = await openImap(account);
  await client.mailboxOpen('INBOX', { readOnly: true });
  const begin = performance.now();
  let count = 0;
  const query = { uid: true, internalDate: true, size: true, headers: [...SUMMARY_HEADERS] };
  for await (const _ of client.fetch('1:*', query)) count += 1;
  const rate = count / ((performance.now() - begin) / 1000);
  await client.logout();
  if (count !== waiting) throw new Error(`imapflow gave ${count} of ${waiting} mails.`);
  return rate;
}
