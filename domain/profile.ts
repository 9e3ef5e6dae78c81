/** The person who writes: what drafts are made from. */
export type Profile = {
  readonly name: string | undefined;
  /** "TU Berlin", "Acme Ltd": goes into the subject and the signature. */
  readonly affiliation: string | undefined;
  /** One sentence in the first person: "I am finishing a degree in physics and …". */
  readonly about: string | undefined;
  /** The same sentence in other languages, by BCP 47 base language. */
  readonly abouts?: Readonly<Record<string, string>> | undefined;
  /** A public page about the person, for the signature. */
  readonly link: string | undefined;
  /** IANA name. */
  readonly timeZone: string;
  /** BCP 47 tag. */
  readonly language: string;
  /** What the conversations are for: exploration, networking, skills, a company. */
  readonly goals: string | undefined;
  /** How many conversations are aimed at. */
  readonly conversations: number | undefined;
  /** The one-minute story in the user's words; made from the rest where it is undefined. */
  readonly story: string | undefined;
};

/** The stored profile is written by `profile set` alone, which checks it: hence the cast. */
export function profileOf(user: { readonly profile: unknown }): Profile {
  const stored = (user.profile ?? {}) as Partial<Profile>;
  return {
    name: stored.name,
    affiliation: stored.affiliation,
    about: stored.about,
    abouts: stored.abouts,
    link: stored.link,
    goals: stored.goals,
    conversations: stored.conversations,
    story: stored.story,
    timeZone: stored.timeZone ?? 'UTC',
    language: stored.language ?? 'en',
  };
}
