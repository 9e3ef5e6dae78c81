import { domainToASCII, domainToUnicode } from 'node:url';
import { InvalidInput } from './errors.ts';
import { isTimeZone, similarTimeZones, spelled } from './timing/time-zone.ts';

/** What is known about a contact, as drafts use it. */
export type ContactFacts = {
  readonly name: string;
  readonly email: string;
  readonly company: string | undefined;
  readonly role: string | undefined;
  /** Previous role to current: "moved from research into product". */
  readonly path: string | undefined;
  /** "LinkedIn", "the alumni network", "your talk at …". */
  readonly foundThrough: string | undefined;
  readonly sharedAffiliation: string | undefined;
  readonly referredBy: string | undefined;
  /** What stayed with the user: "how you moved from research into product", "your talk at …", a sentence. */
  readonly admire: string | undefined;
  /** Something they wrote or made. */
  readonly wrote: string | undefined;
  readonly topics: readonly string[];
  /** BCP 47 tag; the profile's when undefined. */
  readonly language: string | undefined;
  /** IANA name. */
  readonly timeZone: string | undefined;
  /** How a letter addresses them: "Frau", "Dr.", "Mme"; undefined when nobody said. */
  readonly addressAs?: string | undefined;
  /** du, tu, tú; formal when undefined. */
  readonly formality?: 'formal' | 'informal' | undefined;
  /** Findings about notes that the user has called fine, as `field:rule`. */
  readonly accepted?: readonly string[] | undefined;
  /** Notes that must be in the letter, whatever its length. */
  readonly pinned?: readonly string[] | undefined;
};

/** Nobody in particular, of whom nothing is known: what facts are added to. */
export const noFacts: ContactFacts = {
  name: '…',
  email: '',
  company: undefined,
  role: undefined,
  path: undefined,
  foundThrough: undefined,
  sharedAffiliation: undefined,
  referredBy: undefined,
  admire: undefined,
  wrote: undefined,
  topics: [],
  language: undefined,
  timeZone: undefined,
};

/** A bare address in the form in which addresses are compared: lower case, the domain in Unicode. Throws InvalidInput. */
export function parseEmail(text: string): string {
  const address = parseLine('email', text).toLowerCase();
  const at = address.lastIndexOf('@');
  if (at < 0) throw badEmail(address, 'it has no @ with a domain after it');
  if (/[<>,;()[\]]/.test(address)) throw badEmail(address, 'give the bare address, without a name');
  if (/\s/.test(address)) throw badEmail(address, 'it contains a space');
  const local = address.slice(0, at);
  if (local === '') throw badEmail(address, 'nothing stands before the @');
  if (Buffer.byteLength(local) > 64 || !isDotAtom(local))
    throw badEmail(address, `"${cut(local)}" cannot stand before the @`);
  const domain = address.slice(at + 1);
  const ascii = domainToASCII(domain);
  // The URL parser behind domainToASCII drops what follows "/", "?" or "#" and decodes "%".
  if (!/^[\p{L}\p{M}\p{N}.。-]+$/u.test(domain) || !isDomain(ascii))
    throw badEmail(address, `"${cut(domain)}" is not a domain`);
  if (Buffer.byteLength(local) + 1 + ascii.length > 254) throw badEmail(address, 'it is too long');
  return `${local}@${domainToUnicode(ascii)}`;
}

/** A person's name on one line. Throws InvalidInput when it is empty or holds control characters. */
export function parseName(text: string): string {
  const name = parseLine('name', text);
  if (name === '')
    throw new InvalidInput('The name is empty. Give the name of the person.', 'name');
  return name;
}

/** Text that must stay on one line, trimmed; may be empty. `field` names it in the InvalidInput that is thrown. */
export function parseLine(field: string, text: string, longest = 1000): string {
  // Line breaks would end a mail header (RFC 5322 section 2.2); U+2028 and U+2029 are line breaks too.
  if (/[\p{Cc}\u2028\u2029]/u.test(text)) {
    throw new InvalidInput(
      `The ${field} contains a line break or another control character. Write it on one line.`,
      field,
    );
  }
  if (/\p{Cs}/u.test(text))
    throw new InvalidInput(`The ${field} is not valid Unicode text.`, field);
  const trimmed = text.trim();
  if (trimmed.length > longest) {
    throw new InvalidInput(
      `The ${field} has ${trimmed.length} characters; at most ${longest} fit.`,
      field,
    );
  }
  return trimmed;
}

/** An IANA time zone name. Throws InvalidInput with the names that come close. */
export function parseTimeZone(text: string): string {
  const name = parseLine('timeZone', text);
  if (isTimeZone(name)) return spelled(name);
  const close = similarTimeZones(name);
  const hint =
    close.length > 0
      ? `Did you mean ${close.join(' or ')}?`
      : 'Write for example Europe/Berlin or America/New_York.';
  throw new InvalidInput(`There is no time zone "${cut(name)}". ${hint}`, 'timeZone');
}

/** A BCP 47 language tag ("en", "de", "pt-BR"). Throws InvalidInput. */
export function parseLanguage(text: string): string {
  const tag = parseLine('language', text).replaceAll('_', '-');
  if (/^[a-z]{2,3}(-[a-z0-9]{2,8}){0,4}$/i.test(tag)) {
    try {
      const [canonical] = Intl.getCanonicalLocales(tag);
      if (canonical !== undefined) return canonical;
    } catch {
      // Falls through to the sentence below.
    }
  }
  throw new InvalidInput(
    `"${cut(tag)}" is not a language tag. Write for example en, de or pt-BR.`,
    'language',
  );
}

/** RFC 5322 dot-atom, with the letters of RFC 6531. */
function isDotAtom(local: string): boolean {
  return local.split('.').every((atom) => /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+$/u.test(atom));
}

function isDomain(ascii: string): boolean {
  if (ascii === 'localhost') return true;
  const labels = ascii.split('.');
  return (
    labels.length >= 2 &&
    labels.every((label) => /^(?!-)[a-z0-9-]{1,63}(?<!-)$/.test(label)) &&
    !/^\d+$/.test(labels.at(-1) ?? '')
  );
}

function badEmail(address: string, reason: string): InvalidInput {
  return new InvalidInput(`"${cut(address)}" is not an email address: ${reason}.`, 'email');
}

function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
