import type { ContactFacts } from '../../contact.ts';
import { prepare, type Rule } from './draft.ts';
import { asksForAJob } from './job.ts';
import { length } from './length.ts';
import { subjectMissing, textMissing } from './missing.ts';
import { bracket, unfilledPlaceholder } from './placeholders.ts';
import { manyQuestions, salary, searchable, tooManyQuestions } from './questions.ts';
import { noReason, noSmallAsk, referrerMissing } from './reason.ts';
import { resumeAttached } from './resume.ts';
import { shouting, subjectImpersonal } from './tone.ts';
import type { Profile } from '../../profile.ts';
import type { Purpose } from '../../purpose.ts';

export type Finding = {
  readonly rule: string;
  /** An error holds the draft; a warning does not (docs/decisions: errors are certain). */
  readonly severity: 'error' | 'warning';
  /** What is wrong, why it matters and what to do, for the user. */
  readonly message: string;
};

/** What stands against sending a draft, errors first. Takes time linear in the text. */
export function lintDraft(input: {
  readonly purpose: Purpose;
  readonly subject: string;
  readonly text: string;
  readonly contact: ContactFacts;
  readonly profile: Profile;
  /** File names. */
  readonly attachments?: readonly string[];
}): readonly Finding[] {
  const draft = prepare(input);
  const findings = rules.flatMap(({ name, check }) =>
    check(draft).map(({ severity, message }) => ({ rule: name, severity, message })),
  );
  return findings.toSorted((a, b) => a.severity.localeCompare(b.severity));
}

const rules: readonly Rule[] = [
  subjectMissing,
  textMissing,
  unfilledPlaceholder,
  bracket,
  asksForAJob,
  resumeAttached,
  tooManyQuestions,
  length,
  noSmallAsk,
  noReason,
  referrerMissing,
  manyQuestions,
  salary,
  searchable,
  shouting,
  subjectImpersonal,
];
