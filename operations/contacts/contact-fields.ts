import { z } from 'zod';
import type { Contact } from '../../db/generated/client.ts';
import { parseLanguage, parseLine, parseName, parseTimeZone } from '../../domain/contact.ts';
import { InvalidInput } from '../../domain/errors.ts';
import { parseSetting, type Policy } from '../../domain/policy.ts';

/** The research notes of a contact, as people type them. An empty text clears a field. */
export const contactFields = z.object({
  name: z.string(),
  company: z.string(),
  role: z.string(),
  path: z.string(),
  foundThrough: z.string(),
  sharedAffiliation: z.string(),
  referredBy: z.string(),
  admire: z.string(),
  wrote: z.string(),
  notes: z.string(),
  topics: z.array(z.string()),
  timeZone: z.string(),
  language: z.string(),
  country: z.string(),
  /** "Frau", "Dr.", "Mme": as a letter addresses them. */
  addressAs: z.string(),
  /** `formal` or `informal` (du, tu, tú). */
  formality: z.string(),
  /** Findings about notes that are fine as they are, as `field:rule`. */
  accepted: z.array(z.string()),
  /** Notes that stay in the letter, whatever its length. */
  pinned: z.array(z.string()),
});

type Fields = Partial<z.infer<typeof contactFields>>;
type Columns = Partial<
  Pick<
    Contact,
    | 'name'
    | 'topics'
    | 'timeZone'
    | 'language'
    | 'country'
    | 'notes'
    | 'addressAs'
    | 'formality'
    | 'accepted'
    | 'pinned'
    | LineField
  >
>;
const lineFields = [
  'company',
  'role',
  'path',
  'foundThrough',
  'sharedAffiliation',
  'referredBy',
  'admire',
  'wrote',
] as const;
type LineField = (typeof lineFields)[number];

/** Checks what was typed and turns it into columns; only what is given is returned. Throws InvalidInput. */
export function contactColumns(fields: {
  readonly [Key in keyof Fields]?: Fields[Key] | undefined;
}): Columns {
  const columns: Columns = {};
  if (fields.name !== undefined) columns.name = parseName(fields.name);
  for (const field of lineFields) {
    const text = fields[field];
    if (text !== undefined) columns[field] = parseLine(field, text) || null;
  }
  if (fields.notes !== undefined) columns.notes = parseNotes(fields.notes) || null;
  if (fields.topics !== undefined)
    columns.topics = fields.topics.map((topic) => parseLine('topics', topic)).filter(Boolean);
  if (fields.timeZone !== undefined)
    columns.timeZone = fields.timeZone.trim() === '' ? null : parseTimeZone(fields.timeZone);
  if (fields.language !== undefined)
    columns.language = fields.language.trim() === '' ? null : parseLanguage(fields.language);
  if (fields.country !== undefined) columns.country = parseCountry(fields.country);
  if (fields.addressAs !== undefined)
    columns.addressAs = parseLine('addressAs', fields.addressAs, 40) || null;
  if (fields.formality !== undefined) columns.formality = parseFormality(fields.formality);
  if (fields.accepted !== undefined)
    columns.accepted = fields.accepted.map((each) => parseLine('accepted', each, 80)).slice(0, 100);
  if (fields.pinned !== undefined)
    columns.pinned = fields.pinned.map((each) => parseLine('pinned', each, 40)).slice(0, 20);
  return columns;
}

/** A user's policy with what is set for this contact alone. Throws InvalidInput naming the key. */
export function policyFrom(
  base: Policy,
  set: Readonly<Record<string, string>> | undefined,
): Policy {
  return Object.entries(set ?? {}).reduce<Policy>(
    (policy, [key, value]) => ({ ...policy, ...parseSetting(key, value) }),
    base,
  );
}

function parseCountry(text: string): string | null {
  const code = text.trim().toUpperCase();
  if (code === '') return null;
  if (!/^[A-Z]{2}$/.test(code))
    throw new InvalidInput(
      `"${text.slice(0, 40)}" is not a country: give its two letters, such as DE.`,
      'country',
    );
  return code;
}

function parseFormality(text: string): 'formal' | 'informal' | null {
  const said = text.trim().toLowerCase();
  if (said === '') return null;
  if (/^(?:informal|du|tu|tú)$/.test(said)) return 'informal';
  if (/^(?:formal|sie|vous|usted)$/.test(said)) return 'formal';
  throw new InvalidInput(
    `"${text.slice(0, 40)}" is no form of address: write formal (Sie, vous, usted) or informal (du, tu, tú).`,
    'formality',
  );
}

/** Notes may have lines; every other control character is taken out of them. */
function parseNotes(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim()
    .slice(0, 20_000);
}
