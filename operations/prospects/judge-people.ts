import type { Database, Transaction } from '../../db/client.ts';
import { mailboxAddress } from '../../domain/email-address.ts';
import type { FilePerson } from '../../domain/people-files/person.ts';

export type Judgement = {
  readonly what: 'new' | 'known' | 'suppressed' | 'unusable';
  /** A sentence, where there is something to say. */
  readonly why: string | null;
};

/** Says of each person of a file whether an import would keep them; the preview and the import ask the same. */
export async function judgePeople(
  db: Database | Transaction,
  userId: string,
  people: readonly FilePerson[],
): Promise<readonly Judgement[]> {
  const known = await whoIsKnown(db, userId);
  return people.map((person) => {
    const judgement = judge(person, known);
    if (judgement.what === 'new')
      for (const key of keysOf(person)) known.keys.set(key, 'is in this file twice');
    return judgement;
  });
}

type Known = {
  readonly own: ReadonlySet<string>;
  readonly suppressed: ReadonlySet<string>;
  /** Why somebody is known, by {@link keysOf}. */
  readonly keys: Map<string, string>;
};

async function whoIsKnown(db: Database | Transaction, userId: string): Promise<Known> {
  const [mailboxes, suppressions, contacts, prospects] = await Promise.all([
    db.mailbox.findMany({ where: { userId }, select: { address: true, aliases: true } }),
    db.suppression.findMany({ where: { userId }, select: { email: true } }),
    db.contact.findMany({
      where: { userId },
      select: { email: true, name: true, company: true, addresses: { select: { email: true } } },
    }),
    db.prospect.findMany({
      where: { userId },
      select: { email: true, otherEmails: true, name: true, company: true, profile: true },
    }),
  ]);
  const keys = new Map<string, string>();
  for (const { email, otherEmails, ...facts } of prospects)
    for (const key of keysOf({ ...facts, emails: email === null ? [] : [email, ...otherEmails] }))
      keys.set(key, 'was imported before');
  for (const { email, addresses, name, company } of contacts) {
    const emails = [email, ...addresses.map((each) => each.email)];
    for (const key of keysOf({ emails, name, company, profile: null }))
      keys.set(key, 'is a contact already');
    // A person without an address in the file may be somebody whose address is known.
    const named = namedKey(name, company);
    if (named !== undefined) keys.set(named, 'is a contact already, by name and company');
  }
  return {
    own: new Set(
      mailboxes.flatMap(({ address, aliases }) => [address, ...aliases]).map(mailboxAddress),
    ),
    suppressed: new Set(suppressions.map(({ email }) => mailboxAddress(email))),
    keys,
  };
}

type Identity = Pick<FilePerson, 'name' | 'company' | 'profile'> & {
  readonly emails: readonly string[];
};

/** What makes two rows one person: an address, the page of a profile; name and company where there is no address. */
function keysOf({ emails, name, company, profile }: Identity): readonly string[] {
  const page = profile === null ? undefined : profileKey(profile);
  const named = emails.length === 0 ? namedKey(name, company) : undefined;
  return [...emails.map((email) => `email ${email}`), page, named].filter(
    (key) => key !== undefined,
  );
}

function namedKey(name: string | null, company: string | null): string | undefined {
  return name === null || company === null
    ? undefined
    : `name ${folded(name)} at ${folded(company)}`;
}

/** Only pages of LinkedIn stand for one person: a website may be that of a whole company. */
function profileKey(profile: string): string | undefined {
  const path = /linkedin\.com\/(in\/[^/?#\s]{1,200})/i.exec(profile)?.[1];
  if (path === undefined) return undefined;
  try {
    return `profile ${decodeURIComponent(path).toLowerCase()}`;
  } catch {
    return `profile ${path.toLowerCase()}`;
  }
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

function judge(person: FilePerson, known: Known): Judgement {
  const { emails, isCompany, name } = person;
  const [email] = emails;
  if (isCompany) return { what: 'unusable', why: 'a company, no person' };
  if (emails.some((each) => known.own.has(mailboxAddress(each))))
    return { what: 'unusable', why: 'your own address' };
  if (emails.some((each) => known.suppressed.has(mailboxAddress(each))))
    return { what: 'suppressed', why: 'asked not to be written to' };
  if (person.status !== null && refused.test(person.status))
    return { what: 'suppressed', why: 'asked not to be written to, as the file says' };
  if (email !== undefined && machines.test(email))
    return { what: 'unusable', why: 'an address that nobody reads' };
  const why = keysOf(person)
    .map((key) => known.keys.get(key))
    .find((each) => each !== undefined);
  if (why !== undefined) return { what: 'known', why };
  const wanting = [
    ...(email === undefined ? ['the address is missing'] : []),
    ...(name === null ? ['the name is missing'] : []),
    ...(email !== undefined && shared.test(email)
      ? ['an address that several people may share']
      : []),
  ];
  return { what: 'new', why: wanting.length > 0 ? wanting.join('; ') : null };
}

const refused = /\b(?:opted[ _-]?out|unsubscribed|do not contact|suppressed)\b/i;
const machines =
  /^(?:no-?reply|do-?not-?reply|mailer-daemon|postmaster|bounces?|notifications?)(?:[+.-][^@]*)?@/;
const shared =
  /^(?:info|hr|jobs|careers|contact|office|sales|support|hello|team|admin|kontakt|bewerbung|recruiting|press|mail)@/;
