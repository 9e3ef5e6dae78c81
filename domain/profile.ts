/** The person who writes: what drafts are made from. */
export type Profile = {
  readonly name: string | undefined;
  /** "TU Berlin", "Acme Ltd": goes into the subject and the signature. */
  readonly affiliation: string | undefined;
  /** One sentence in the first person: "I am finishing a degree in physics and …". */
  readonly about: string | undefined;
  /** A public page about the person, for the signature. */
  readonly link: string | undefined;
  /** IANA name. */
  readonly timeZone: string;
  /** BCP 47 tag. */
  readonly language: string;
  readonly goals: string | undefined;
};
