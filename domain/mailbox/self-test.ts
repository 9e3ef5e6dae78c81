import { readAuthenticationResults } from '../authentication-results.ts';

/** A test mail to oneself, as it came back. */
export type ReturnedMail = {
  readonly seconds: number;
  readonly folder: 'inbox' | 'junk';
  /** In their order; names lower-case, values unfolded. */
  readonly headers: readonly (readonly [name: string, value: string])[];
};

export type SelfTest = {
  /** The From address that it was sent with. */
  readonly from: string;
  readonly messageId: string;
  readonly returned: ReturnedMail | undefined;
  /** Seconds that were waited at most. */
  readonly waited: number;
  /** A copy lies in Sent that Rapport did not put there; undefined when it could not be looked. */
  readonly copied: boolean | undefined;
  /** Records of the From address's domain; undefined where the domain is not the user's own. */
  readonly dns: { readonly spf: readonly string[]; readonly dmarc: boolean } | undefined;
};

export type SelfTestCheck = {
  readonly check:
    'came_back' | 'folder' | 'from' | 'message_id' | 'copy' | 'vouched_for' | 'domain';
  readonly ok: boolean;
  /** A plain sentence: what was found and what to do. */
  readonly detail: string;
};

/** What a test mail shows of how others will get the user's mail. */
export function judgeSelfTest(test: SelfTest): readonly SelfTestCheck[] {
  const { returned } = test;
  const domain = test.dns === undefined ? [] : judgeDomain(domainOf(test.from), test.dns);
  if (returned === undefined) {
    const detail = `The server took the mail, but it did not come back within ${test.waited} seconds. Look for it in your mail program, and try again.`;
    return [{ check: 'came_back', ok: false, detail }, ...domain];
  }
  return [
    { check: 'came_back', ok: true, detail: `It came back after ${returned.seconds} seconds.` },
    judgeFolder(returned),
    judgeFrom(test.from, returned),
    judgeMessageId(test.messageId, returned),
    ...(test.copied === undefined ? [] : [judgeCopy(test.copied)]),
    judgeVouching(test.from, returned),
    ...domain,
  ];
}

function judgeFolder({ folder }: ReturnedMail): SelfTestCheck {
  const detail =
    folder === 'inbox'
      ? 'It landed in the inbox.'
      : 'It landed in Spam of your own mailbox: contacts may not see your mails. Begin with few mails a day, and see what is said about your domain.';
  return { check: 'folder', ok: folder === 'inbox', detail };
}

/** Gmail replaces a From address that it does not know, and says 250. */
function judgeFrom(from: string, returned: ReturnedMail): SelfTestCheck {
  const seen = addressIn(valueOf(returned, 'from') ?? '');
  if (seen === from.toLowerCase())
    return { check: 'from', ok: true, detail: `It came from ${from}, as it was sent.` };
  const detail = `It was sent from ${from} and came from ${seen || 'another address'}: the server replaces the address. Allow it there first (Gmail: Settings, Accounts, Send mail as), or use the other one.`;
  return { check: 'from', ok: false, detail };
}

function judgeMessageId(messageId: string, returned: ReturnedMail): SelfTestCheck {
  const kept = valueOf(returned, 'message-id') === messageId;
  const detail = kept
    ? 'The server keeps the id of a mail.'
    : 'The server gives a mail another id; Rapport follows answers to both.';
  return { check: 'message_id', ok: true, detail };
}

function judgeCopy(copied: boolean): SelfTestCheck {
  const detail = copied
    ? 'The server puts a copy of sent mail into Sent by itself.'
    : 'The server puts no copy into Sent; Rapport does it.';
  return { check: 'copy', ok: true, detail };
}

/** Only the topmost field is the receiving server's own (RFC 8601 section 5); the sender may have written others. */
function judgeVouching(from: string, returned: ReturnedMail): SelfTestCheck {
  const field = valueOf(returned, 'authentication-results');
  const unknown = {
    check: 'vouched_for',
    ok: true,
    detail: 'Whether others can check that your mail is genuine could not be judged here.',
  } as const;
  if (field === undefined) return unknown;
  const { results } = readAuthenticationResults(field);
  const signed = results.filter(({ method, result }) => method === 'dkim' && result === 'pass');
  const domain = domainOf(from);
  if (signed.some(({ signedBy = '' }) => aligned(signedBy, domain)))
    return { ...unknown, detail: `A signature of ${domain} vouches for your mail (DKIM).` };
  const [other] = signed;
  if (other?.signedBy)
    return {
      check: 'vouched_for',
      ok: false,
      detail: `Your mail says it is from ${domain} but is vouched for by ${other.signedBy}: contacts may see “via ${other.signedBy}” or a warning. Switch DKIM on for ${domain} at your provider.`,
    };
  if (!results.some(({ method }) => method === 'dkim')) return unknown;
  return {
    check: 'vouched_for',
    ok: false,
    detail: `Nothing vouches for mail from ${domain}: your provider’s help calls it DKIM. Switch it on there, and add the record it shows.`,
  };
}

function judgeDomain(
  domain: string,
  { spf, dmarc }: { readonly spf: readonly string[]; readonly dmarc: boolean },
): readonly SelfTestCheck[] {
  const say = (ok: boolean, detail: string): SelfTestCheck => ({ check: 'domain', ok, detail });
  const sender =
    spf.length === 1
      ? say(true, `${domain} says which servers send its mail (SPF).`)
      : spf.length === 0
        ? say(
            false,
            `${domain} does not say which servers send its mail: add the SPF record that your provider’s help shows.`,
          )
        : say(false, `${domain} has ${spf.length} SPF records: they cancel each other. Keep one.`);
  return [
    sender,
    dmarc
      ? say(true, `${domain} says what to do with forged mail (DMARC).`)
      : say(
          false,
          `${domain} has no DMARC record. Add a TXT record for _dmarc.${domain}: "v=DMARC1; p=none".`,
        ),
  ];
}

/** The header fields of a mail's source, up to `most`; names lower-case, values unfolded (RFC 5322 2.2.3). */
export function readFields(
  source: string,
  most = 300,
): readonly (readonly [name: string, value: string])[] {
  const end = source.search(/\r?\n\r?\n/);
  const head = end < 0 ? source : source.slice(0, end);
  const fields: [string, string][] = [];
  for (const line of head.split(/\r?\n/)) {
    const last = fields.at(-1);
    if (/^[ \t]/.test(line)) {
      if (last) last[1] += ` ${line.trim()}`;
      continue;
    }
    const colon = line.indexOf(':');
    if (colon < 1 || fields.length >= most) continue;
    fields.push([line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]);
  }
  return fields;
}

function valueOf({ headers }: ReturnedMail, name: string): string | undefined {
  return headers.find(([each]) => each === name)?.[1];
}

/** The address of a From field that we wrote ourselves, or that a provider put in its place. */
function addressIn(from: string): string {
  const start = from.lastIndexOf('<');
  const bare = start < 0 ? from : from.slice(start + 1).split('>', 1)[0];
  return (bare ?? '').trim().toLowerCase();
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

/** Relaxed alignment (RFC 7489 section 3.1.1), without the public suffix list: one is below the other. */
function aligned(signedBy: string, domain: string): boolean {
  const signer = signedBy.toLowerCase();
  if (signer === '') return false;
  return signer === domain || domain.endsWith(`.${signer}`) || signer.endsWith(`.${domain}`);
}
