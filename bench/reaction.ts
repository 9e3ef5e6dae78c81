import { addContact } from '../operations/contacts/add-contact.ts';
import { approveDraft } from '../operations/drafts/approve-draft.ts';
import { listDrafts } from '../operations/drafts/list-drafts.ts';
import type { OperationContext } from '../operations/context.ts';
import { openImap } from '../mail/imap/imap.ts';
import { openSmtp } from '../mail/smtp/smtp.ts';
import { startDovecot } from '../tests/support/dovecot.ts';
import { plainMail } from '../tests/support/mail-servers.ts';
import { until } from '../tests/support/until.ts';
import { median, type Ratio } from './ratio.ts';
import type { Stage } from './stage.ts';

/** From a mail handed to the server until the journey has reacted, against IDLE and FETCH alone. */
export async function measureReaction(stage: Stage, rounds = 11): Promise<Ratio> {
  const { context, application, userId } = stage;
  const dovecot = await startDovecot('tls');
  try {
    const mailboxId = await connect(context, userId, dovecot.me);
    await application.watchAll();
    const ours: number[] = [];
    const limit: number[] = [];
    const raw = await openImap(dovecot.me);
    await raw.mailboxOpen('INBOX', { readOnly: true });
    for (let round = 0; round < rounds; round += 1) {
      const { messageId, contactId } = await sendOutreach(context, mailboxId, round);
      const smtp = await openSmtp(dovecot.ana);
      const reply = plainMail({
        from: `person${round}@work.test`,
        headers: [`In-Reply-To: ${messageId}`],
        text: 'Gladly. Which day suits you?',
      });
      const arrives = new Promise<void>((resolve) => raw.once('exists', () => resolve()));
      const idling = raw.idle();
      const begin = performance.now();
      const seen = arrives.then(async () => {
        await raw.fetchOne('*', { source: true });
        limit.push(performance.now() - begin);
      });
      const reacted = reaction(stage, contactId).then(() => ours.push(performance.now() - begin));
      const { me, ana } = dovecot;
      await smtp.send(
        { from: ana.address, to: me.address, raw: reply },
        { beforeData: () => Promise.resolve() },
      );
      await Promise.all([seen, reacted, idling.catch(() => undefined)]);
      smtp.close();
    }
    await raw.logout();
    return {
      name: 'Reaction to a reply',
      ours: { what: 'mail handed over → journey has reacted (median)', value: median(ours) },
      limit: { what: 'imapflow IDLE + FETCH on the same server (median)', value: median(limit) },
      unit: 'ms',
      goal: { kind: 'at most', ratio: 1.1 },
    };
  } finally {
    await dovecot.stop();
  }
}

async function connect(
  context: OperationContext,
  userId: string,
  account: Parameters<typeof openImap>[0],
): Promise<string> {
  const { imap, smtp } = account;
  const row = await context.db.mailbox.create({
    data: {
      userId,
      address: account.address,
      login: account.user,
      secret: context.secrets.seal(account.password),
      ca: account.ca ?? null,
      imapHost: imap.host,
      imapPort: imap.port,
      imapSecurity: imap.security,
      smtpHost: smtp.host,
      smtpPort: smtp.port,
      smtpSecurity: smtp.security,
    },
  });
  return row.id;
}

/** The recipient is the server's other account, so that the mail has somewhere to go. */
async function sendOutreach(
  context: OperationContext,
  mailboxId: string,
  round: number,
): Promise<{ readonly messageId: string; readonly contactId: string }> {
  const email = `person${round}@work.test`;
  const { contactId } = await addContact.run(context, {
    email,
    name: `Person ${round}`,
    mailbox: mailboxId,
  });
  const draft = await until('the draft is written', async () =>
    (await listDrafts.run(context, { all: false })).find(
      (waiting) => waiting.contactId === contactId,
    ),
  );
  // The sandbox knows two addresses: the mail goes to the one that exists, the contact keeps theirs.
  await context.db.draft.update({ where: { id: draft.draftId }, data: { to: 'ana@work.test' } });
  await approveDraft.run(context, { draftId: draft.draftId });
  const send = await until(
    'the outreach is sent',
    async () =>
      (await context.db.send.findFirst({ where: { draftId: draft.draftId, state: 'ACCEPTED' } })) ??
      undefined,
  );
  await until(
    'the journey waits',
    async () =>
      (await context.db.contact.count({ where: { id: contactId, stage: 'waiting' } })) > 0,
  );
  return { messageId: send.messageId, contactId };
}

/** The board says so: looked at whenever PostgreSQL tells of a change. */
function reaction({ application }: Stage, contactId: string): Promise<void> {
  return new Promise((resolve) => {
    const end = application.onChange(() => {
      void application.db.contact
        .count({ where: { id: contactId, stage: 'in_conversation' } })
        .then((count) => {
          if (count === 0) return;
          end();
          resolve();
        });
    });
  });
}
