import { bounceEvidence } from './classify/bounce/evidence.ts';
import { mailboxAddress, mailboxDomain } from './email-address.ts';
import { comparableId, normalSubject, referencedIds, returnedIds } from './match-thread.ts';
import type { ParsedMail } from './message.ts';
import { isSharedDomain } from './shared-domains.ts';

/** All by which a mail can be connected with a contact. A header alone gives the same, but for what came back in it. */
export type MailTraces = {
  /** Mailboxes (mailboxAddress) of those who wrote it, or of whom it says that they could not be reached. */
  readonly senders: readonly string[];
  /** Mailboxes of those it is written to, of a mail that the user sent; nobody of a received one. */
  readonly recipients: readonly string[];
  /** Message-IDs: its own, those it answers, those that came back in it. */
  readonly ids: readonly string[];
  readonly gmailThreadId: string | undefined;
  /** Of an answer by somebody whose company a contact may share: the domain, and the subject without "Re:". */
  readonly colleague: { readonly domain: string; readonly subject: string } | undefined;
  /** A server may have written it about a mail of ours; only its text tells. */
  readonly mayBeBounce: boolean;
};

/** What is known of a user's contacts of that which some traces name. */
export type KnownTraces = {
  readonly addresses: readonly { readonly contactId: string; readonly mailbox: string }[];
  /** Mails with one of the ids, the oldest first; `to` of those that we sent. */
  readonly mails: readonly {
    readonly contactId: string;
    readonly id: string;
    readonly to: string | undefined;
  }[];
  readonly threads: readonly { readonly contactId: string; readonly gmailThreadId: string }[];
  /** What was written to people at one of the domains, the oldest first. */
  readonly written: readonly {
    readonly contactId: string;
    readonly domain: string;
    readonly subject: string;
  }[];
};

/** What connects a mail with people. `sentByUser`: it lies in Sent; then those whom it is to count. */
export function tracesOf(
  mail: ParsedMail,
  where: {
    readonly gmailThreadId: string | undefined;
    readonly sentByUser: boolean;
    /** Whom a bounce could not reach, where its text says so. */
    readonly failedRecipients?: readonly string[];
  },
): MailTraces {
  const { gmailThreadId, sentByUser, failedRecipients = [] } = where;
  const evidence = bounceEvidence(mail);
  const named = (evidence.failedRecipients ?? '')
    .slice(0, 16_000)
    .split(/[\s,;<>]+/)
    .filter((word) => /.@./.test(word));
  const senders = [
    mail.from?.address,
    mail.sender?.address,
    ...mail.replyTo.map(({ address }) => address),
    ...named,
    ...failedRecipients,
  ];
  const recipients = sentByUser ? [...mail.to, ...mail.cc].map(({ address }) => address) : [];
  const ids = [mail.messageId, ...referencedIds(mail), ...returnedIds(mail)];
  return {
    senders: mailboxes(senders),
    recipients: mailboxes(recipients),
    ids: [...new Set(ids.flatMap((id) => (id === undefined ? [] : [id, `<${comparableId(id)}>`])))],
    gmailThreadId,
    colleague: sentByUser ? undefined : colleagueOf(mail),
    mayBeBounce:
      !sentByUser &&
      (evidence.report ||
        evidence.failedRecipients !== undefined ||
        evidence.machine !== undefined ||
        evidence.nullSender ||
        evidence.subject !== undefined),
  };
}

/** Whether a mail may concern a contact, so that its text has to be read. */
export function isRelated(traces: MailTraces, known: KnownTraces): boolean {
  return traces.mayBeBounce || contactsOf(traces, known).length > 0;
}

/** The contacts that a mail's traces lead to, by whatever trace. */
export function contactsOf(traces: MailTraces, known: KnownTraces): readonly string[] {
  const people = new Set([...traces.senders, ...traces.recipients]);
  const ids = new Set(traces.ids);
  const { gmailThreadId } = traces;
  const colleague = colleagueIn(traces, known);
  return [
    ...new Set([
      ...known.addresses.filter(({ mailbox }) => people.has(mailbox)).map((one) => one.contactId),
      ...known.mails.filter(({ id }) => ids.has(id)).map((one) => one.contactId),
      ...known.threads
        .filter((one) => gmailThreadId !== undefined && one.gmailThreadId === gmailThreadId)
        .map((one) => one.contactId),
      ...(colleague === undefined ? [] : [colleague]),
    ]),
  ];
}

/** The contact whose colleague answers: of those at the domain, the one last written to with this subject. */
export function colleagueIn({ colleague }: MailTraces, known: KnownTraces): string | undefined {
  if (colleague === undefined) return undefined;
  return known.written.findLast(
    ({ domain, subject }) =>
      domain === colleague.domain && normalSubject(subject) === colleague.subject,
  )?.contactId;
}

/** Somebody of a company answers ("Re:") without ids. At a provider of mailboxes nobody is a colleague. */
function colleagueOf(mail: ParsedMail): MailTraces['colleague'] {
  const domain = mailboxDomain(mail.from?.address ?? '');
  const subject = normalSubject(mail.subject);
  const answers = subject !== mail.subject.slice(0, 2000).trim().toLowerCase();
  if (!answers || subject === '' || domain === '' || isSharedDomain(domain)) return undefined;
  return { domain, subject };
}

function mailboxes(addresses: readonly (string | undefined)[]): readonly string[] {
  const found = addresses.filter((address) => address?.includes('@') === true);
  return [...new Set(found.map((address) => mailboxAddress(address ?? '')))];
}
