import { z } from 'zod';
import { parseLanguage, parseLine, parseName, parseTimeZone } from '../../domain/contact.ts';
import { InvalidInput } from '../../domain/errors.ts';
import { profileOf } from '../../domain/profile.ts';
import { redraftWaiting } from '../recompose-drafts.ts';
import { presentProfile, profileView } from './show-profile.ts';
import { defineOperation } from '../operation.ts';

const fields = z.object({
  name: z.string().nullable(),
  affiliation: z.string().nullable(),
  about: z.string().nullable(),
  link: z.string().nullable(),
  timeZone: z.string().nullable(),
  language: z.string().nullable(),
  goals: z.string().nullable(),
  story: z.string().nullable(),
});

export const setProfile = defineOperation({
  name: 'setProfile',
  summary: 'Changes the named fields of the profile; null or empty text clears one',
  input: fields.partial().extend({
    conversations: z.number().nullable().optional(),
    /** The sentence about yourself in other languages; an empty text clears one. */
    abouts: z.record(z.string(), z.string()).optional(),
  }),
  output: profileView,
  async run({ db, userId, deliverSoon }, input) {
    const { conversations, abouts, ...texts } = input;
    const change = JSON.stringify({ ...parseChange(texts), ...parseConversations(conversations) });
    const sentences = JSON.stringify(parseAbouts(abouts ?? {}));
    // Merged by PostgreSQL, so that two who change different fields at once both win.
    await db.$executeRaw`
      update user_account set profile = jsonb_strip_nulls(profile || ${change}::jsonb ||
        jsonb_build_object('abouts', coalesce(profile->'abouts', '{}'::jsonb) || ${sentences}::jsonb))
      where id = ${userId}::uuid`;
    const user = await db.user.findUniqueOrThrow({ where: { id: userId } });
    const profile = profileOf(user);
    // Drafts that are held may lack just what the profile now says; the others are offered the new words.
    if (await redraftWaiting(db, userId, { anew: 'held' })) deliverSoon();
    return presentProfile(profile);
  },
});

type Change = { readonly [Field in keyof z.infer<typeof fields>]?: string | null | undefined };

/** Throws InvalidInput naming the field. */
function parseChange(input: Change): Change {
  const parsers: { readonly [Field in keyof Change]-?: (text: string) => string } = {
    name: parseName,
    affiliation: (text) => parseLine('affiliation', text, 200),
    about: (text) => parseLine('about', text),
    link: parseLink,
    timeZone: parseTimeZone,
    language: parseLanguage,
    goals: (text) => parseLine('goals', text),
    story: (text) => parseLine('story', text, 2_000),
  };
  const parsed: Record<string, string | null> = {};
  for (const [field, parse] of Object.entries(parsers)) {
    const text = input[field as keyof Change];
    if (text !== undefined)
      parsed[field] = text === null || text.trim() === '' ? null : parse(text);
  }
  return parsed;
}

/** By base language; null takes one away. */
function parseAbouts(abouts: Readonly<Record<string, string>>): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(abouts).map(([language, text]) => [
      parseLanguage(language).split('-')[0] ?? language,
      parseLine('abouts', text) || null,
    ]),
  );
}

function parseConversations(count: number | null | undefined): {
  readonly conversations?: number | null;
} {
  if (count === undefined) return {};
  if (count === null || (Number.isInteger(count) && count >= 1 && count <= 1_000))
    return { conversations: count };
  throw new InvalidInput(
    `Could not aim at ${count} conversations: give a whole number from 1 to 1000.`,
    'conversations',
  );
}

function parseLink(text: string): string {
  const link = parseLine('link', text);
  const written = /^[a-z][a-z0-9+.-]*:/i.test(link) ? link : `https://${link}`;
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.hostname.includes('.')) return written;
  throw new InvalidInput(`"${link.slice(0, 60)}" is not the address of a web page.`, 'link');
}
