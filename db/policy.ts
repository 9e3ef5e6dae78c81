import { z } from 'zod';
import { defaultPolicy, type Policy } from '../domain/policy.ts';

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
