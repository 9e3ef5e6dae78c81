import type { OperationContext } from '../../operations/context.ts';

/** The guided task of the practice mailbox, in the order in which it is done. */
export const practiceSteps = ['choose', 'approve', 'wait', 'judge'] as const;
export type PracticeStep = (typeof practiceSteps)[number];

/** What is to be done next; undefined once a first answer has been judged. */
export async function practiceStep({
  db,
  userId,
}: OperationContext): Promise<PracticeStep | undefined> {
  const contact = { userId, removedAt: null, mailbox: { practice: true } };
  const [people, judged, unread, sent, waiting] = await Promise.all([
    db.contact.count({ where: contact }),
    db.message.count({ where: { contact, direction: 'in', judgement: { not: null } } }),
    db.message.count({ where: { contact, direction: 'in', state: 'needs_you' } }),
    db.send.count({ where: { draft: { contact } } }),
    db.draft.count({ where: { contact, state: 'awaiting_approval' } }),
  ]);
  if (judged > 0) return undefined;
  if (people === 0) return 'choose';
  if (unread > 0) return 'judge';
  if (sent > 0) return 'wait';
  return waiting > 0 ? 'approve' : 'wait';
}

/** What was done until the first answer was judged: whom it was to, and when it went; undefined before that. */
export async function firstPracticeAnswer({
  db,
  userId,
}: OperationContext): Promise<
  { readonly contactId: string; readonly name: string; readonly sentAt: Date | null } | undefined
> {
  const message = await db.message.findFirst({
    where: {
      direction: 'in',
      judgement: { not: null },
      contact: { userId, removedAt: null, mailbox: { practice: true } },
    },
    orderBy: { at: 'asc' },
    select: { contact: { select: { id: true, name: true, lastSentAt: true } } },
  });
  if (message === null) return undefined;
  const { id, name, lastSentAt } = message.contact;
  return { contactId: id, name, sentAt: lastSentAt };
}
