/** What stands for or against sending a draft as it is. */
export type Finding = {
  readonly rule: string;
  /** An error holds the draft; a warning does not; a notice only tells. */
  readonly severity: 'error' | 'warning' | 'notice';
  /** The note or setting it is about, as the contact and the profile name it; undefined: the letter as a whole. */
  readonly field?: string | undefined;
  /** What is wrong, why it matters and what to do, for the user. */
  readonly message: string;
};
