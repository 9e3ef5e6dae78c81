import type { ContactFacts } from './contact.ts';
import type { Profile } from './profile.ts';
import type { Purpose } from './purpose.ts';

/** An error holds the draft; a warning does not. */
export type Finding = {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  /** What is wrong, why it matters and what to do, for the user. */
  readonly message: string;
};

export function lintDraft(input: {
  readonly purpose: Purpose;
  readonly subject: string;
  readonly text: string;
  readonly contact: ContactFacts;
  readonly profile: Profile;
  readonly attachments?: readonly string[];
}): readonly Finding[] {
  const holes = `${input.subject}\n${input.text}`.match(/\{\{[^{}]{1,60}\}\}/g) ?? [];
  return holes.map((hole) => ({
    rule: 'unfilled_placeholder',
    severity: 'error',
    message: `The draft still contains ${hole}.`,
  }));
}
