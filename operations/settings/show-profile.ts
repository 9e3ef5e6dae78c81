import { z } from 'zod';
import type { Profile } from '../../domain/profile.ts';
import { profileOf } from '../../domain/profile.ts';
import { defineOperation } from '../operation.ts';

export const profileView = z.object({
  name: z.string().nullable(),
  affiliation: z.string().nullable(),
  about: z.string().nullable(),
  /** The same sentence in other languages. */
  abouts: z.record(z.string(), z.string()),
  link: z.string().nullable(),
  timeZone: z.string(),
  language: z.string(),
  goals: z.string().nullable(),
  /** How many conversations are aimed at. */
  conversations: z.number().nullable(),
  story: z.string().nullable(),
});
export type ProfileView = z.infer<typeof profileView>;

export const showProfile = defineOperation({
  name: 'showProfile',
  summary: 'The person for whom the drafts speak',
  input: z.object({}),
  output: profileView,
  async run({ db, userId }) {
    const user = await db.user.findUniqueOrThrow({ where: { id: userId } });
    return presentProfile(profileOf(user));
  },
});

export function presentProfile(profile: Profile): ProfileView {
  return {
    name: profile.name ?? null,
    affiliation: profile.affiliation ?? null,
    about: profile.about ?? null,
    abouts: { ...profile.abouts },
    link: profile.link ?? null,
    timeZone: profile.timeZone,
    language: profile.language,
    goals: profile.goals ?? null,
    conversations: profile.conversations ?? null,
    story: profile.story ?? null,
  };
}
