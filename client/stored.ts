import { z } from 'zod';
import type { Contact } from '../db/generated/client.ts';
import type { ContactFacts } from '../domain/contact.ts';
import { defaultPolicy, type Policy } from '../domain/policy.ts';
import type { Profile } from '../domain/profile.ts';

// What the JSON columns hold, read back into the types of the domain.

const profileFields = z.object({
  name: z.string().optional(),
  affiliation: z.string().optional(),
  about: z.string().optional(),
  link: z.string().optional(),
  timeZone: z.string().optional(),
  language: z.string().optional(),
  goals: z.string().optional(),
});

/** `user_account.profile`; the time zone is this machine's, the language English, until they are set. */
export function storedProfile(json: unknown): Profile {
  const { name, affiliation, about, link, timeZone, language, goals } = profileFields.parse(json);
  return {
    ...{ name, affiliation, about, link, goals },
    timeZone: timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    language: language ?? 'en',
  };
}

/** `user_account.settings` or `contact.policy`: the defaults, and over them what is stored. */
export function storedPolicy(json: unknown): Policy {
  const stored = new Map(Object.entries(z.record(z.string(), z.unknown()).parse(json)));
  return Object.fromEntries(
    Object.entries(defaultPolicy).map(([key, standard]) => {
      const value = stored.get(key);
      return [key, typeof value === typeof standard ? value : standard];
    }),
    // Every key of the default is there, with a value of its type.
  ) as Policy;
}

export function contactFacts(row: Contact): ContactFacts {
  return {
    name: row.name,
    email: row.email,
    company: row.company ?? undefined,
    role: row.role ?? undefined,
    path: row.path ?? undefined,
    foundThrough: row.foundThrough ?? undefined,
    sharedAffiliation: row.sharedAffiliation ?? undefined,
    referredBy: row.referredBy ?? undefined,
    admire: row.admire ?? undefined,
    wrote: row.wrote ?? undefined,
    topics: row.topics,
    language: row.language ?? undefined,
    timeZone: row.timeZone ?? undefined,
  };
}
