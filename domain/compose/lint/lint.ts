import type { ContactFacts } from '../../contact.ts';
import { prepare, type Rule } from './draft.ts';
import type { Finding } from '../finding.ts';
import { readsLike } from './alike.ts';
import { asksForAJob } from './job.ts';
import { length } from './length.ts';
import { subjectMissing, textMissing } from './missing.ts';
import { bracket, unfilledPlaceholder } from './placeholders.ts';
import { manyQuestions, salary, searchable, tooManyQuestions } from './questions.ts';
import { noReason, noSmallAsk, referrerMissing } from './reason.ts';
import { resumeAttached } from './resume.ts';
import { seam } from './seam.ts';
import { timeDiffers } from './times.ts';
import { shouting, subjectImpersonal } from './tone.ts';
import type { Profile } from '../../profile.ts';
import type { Purpose } from '../../purpose.ts';
import type { Slot } from '../occasion.ts';
import type { OtherLetter } from '../overlap.ts';
import type { Clocks } from '../times.ts';

/** What stands against sending a draft, errors first. Takes time linear in the text. */
export function lintDraft(input: {
  readonly purpose: Purpose;
  readonly subject: string;
  readonly text: string;
  readonly contact: ContactFacts;
  readonly profile: Profile;
  /** File names. */
  readonly attachments?: readonly string[];
  readonly others?: readonly OtherLetter[];
  /** Times that must be readable in the text. */
  readonly slots?: readonly Slot[];
  readonly clocks?: Clocks;
}): readonly Finding[] {
  const draft = prepare(input);
  const findings = rules.flatMap(({ name, check }) =>
    check(draft).map((remark) => ({ rule: name, ...remark })),
  );
  return sorted(findings);
}

const rules: readonly Rule[] = [
  subjectMissing,
  textMissing,
  unfilledPlaceholder,
  bracket,
  asksForAJob,
  resumeAttached,
  tooManyQuestions,
  timeDiffers,
  readsLike,
  seam,
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

/** Errors first, then warnings, then notices. */
export function sorted(findings: readonly Finding[]): readonly Finding[] {
  const rank = { error: 0, warning: 1, notice: 2 };
  return findings.toSorted((a, b) => rank[a.severity] - rank[b.severity]);
}
