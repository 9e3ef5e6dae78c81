import type { Transaction } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { lockContact } from '../db/postgres/locks.ts';
import { raiseProblem } from '../db/problems.ts';
import { remindByMail } from '../db/reminders.ts';
import { dueOf } from '../db/thank-you.ts';
import { isUnsent } from '../domain/draft-state.ts';
import { dueInWords } from '../domain/meeting/thank-you-due.ts';
import type { Dependencies } from './dependencies.ts';
import { contactGone } from './failures.ts';

const parts = {
  meeting: true,
  contact: { select: { name: true, userId: true, policy: true } },
} as const satisfies Prisma.DraftInclude;
type OwedThanks = Prisma.DraftGetPayload<{ include: typeof parts }>;

/** What the user is told while a thank-you waits. */
export function createThankYouActivities({
  db,
  now,
  deliverSoon,
}: Pick<Dependencies, 'db' | 'now' | 'deliverSoon'>) {
  return { thankYouStep };

  /** Says what is due of a thank-you, each thing once; returns when there is more (epoch milliseconds), or undefined. */
  async function thankYouStep(input: {
    readonly contactId: string;
    readonly draftId: string;
  }): Promise<number | undefined> {
    const { contactId, draftId } = input;
    const next = await db.$transaction(async (tx) => {
      if (!(await lockContact(tx, contactId))) throw contactGone(contactId);
      const draft = await tx.draft.findFirst({ where: { id: draftId, contactId }, include: parts });
      if (!draft || !isUnsent(draft)) return undefined;
      const { half, due, late } = dueOf(draft);
      const at = now().getTime();
      if (at >= half) await mailReminder(tx, draft, now());
      if (at >= due) await sayOverdue(tx, draft);
      if (at >= late) await sayLate(tx, draft);
      return [half, due, late].toSorted((one, other) => one - other).find((each) => each > at);
    });
    deliverSoon();
    return next;
  }
}

/** A mail to oneself, once: a page that is closed shows no debt. */
async function mailReminder(tx: Transaction, draft: OwedThanks, now: Date): Promise<void> {
  const due = dueOf(draft);
  const said = `The thank-you to ${draft.contact.name} ${dueInWords(due, now)}.`;
  await remindByMail(tx, draft.contactId, {
    about: `thank_you/${draft.id}`,
    subject: said,
    text: [
      said,
      'This is what waits for your approval:',
      draft.text,
      'Open Rapport to change, approve or skip it. Nobody else has received this mail.',
    ].join('\n\n'),
    expiresAt: new Date(due.late),
  });
}

/** Once, also when the user has said that it is dealt with. */
async function sayOverdue(tx: Transaction, { id, contactId, contact }: OwedThanks): Promise<void> {
  if ((await tx.problem.count({ where: { kind: 'overdue', draftId: id } })) > 0) return;
  await raiseProblem(tx, {
    userId: contact.userId,
    contactId,
    draftId: id,
    kind: 'overdue',
    text: `The thank-you to ${contact.name} is overdue. Approve it now, or skip it.`,
  });
}

/** After two days a thank-you that pretends to be on time reads badly. */
async function sayLate(tx: Transaction, draft: OwedThanks): Promise<void> {
  const findings = Array.isArray(draft.findings) ? draft.findings : [];
  const rule = 'thank_you_late';
  const said = findings.some(
    (finding) =>
      typeof finding === 'object' &&
      finding !== null &&
      'rule' in finding &&
      finding['rule'] === rule,
  );
  if (said) return;
  const late = {
    rule,
    severity: 'warning',
    message:
      'The conversation was more than two days ago. Say in half a sentence that your thanks come late.',
  };
  await tx.draft.update({
    where: { id: draft.id },
    data: { findings: [...findings, late].map((finding) => finding ?? {}) },
  });
}
