import type { OperationContext } from '../../operations/context.ts';
import { flashSentence, type Flash, type Said } from './flash.ts';
import { dayAndTime, type Clock } from './dates.ts';
import { judgedSentence } from './judgements.ts';

/** One sentence about what was just done, with the way to take it back. */
export type Toast = {
  readonly text: string;
  /** The mail whose time to leave is not known yet: the page asks for it a little later. */
  readonly planning: string | undefined;
  readonly undo: Undo | undefined;
  /** What cannot be taken back by a button is changed there. */
  readonly change: { readonly href: string; readonly label: string } | undefined;
};

export type Undo = {
  readonly step: UndoStep;
  readonly ids: readonly string[];
};

/** What a press on Undo does; `ids` are of drafts, contacts or a problem. */
export const undoSteps = [
  'unapprove',
  'unskip',
  'resume',
  'pause',
  'reopen',
  'stop',
  'reopen_problem',
] as const;
export type UndoStep = (typeof undoSteps)[number];

export async function toastOf(
  { db, userId }: OperationContext,
  flash: Flash,
  clock: Clock,
): Promise<Toast> {
  const { said, contactIds = [], draftIds = [] } = flash;
  const [draftId] = draftIds;
  const [contacts, draft] = await Promise.all([
    db.contact.findMany({
      where: { id: { in: [...contactIds] }, userId },
      select: { name: true },
      orderBy: { name: 'asc' },
    }),
    draftId === undefined
      ? null
      : db.draft.findFirst({
          where: { id: draftId, contact: { userId } },
          include: { send: true, approvals: { where: { voidedAt: null } } },
        }),
  ]);
  const who = namesOf(contacts.map(({ name }) => name));
  const sentence =
    said === 'judged' && flash.judgement !== undefined
      ? judgedSentence(who, flash.judgement)
      : flashSentence(said, who);
  const approved = said === 'approved' || said === 'approvedLater';
  const at = draft?.send?.slotAt ?? draft?.approvals[0]?.sendAfter ?? undefined;
  return {
    text: approved && at !== undefined ? `${sentence}, ${dayAndTime(at, clock)}.` : ended(sentence),
    planning: approved && at === undefined ? draftId : undefined,
    undo: undoOf(flash),
    change: changeOf(flash),
  };
}

const undone: Partial<Record<Said, UndoStep>> = {
  approved: 'unapprove',
  approvedLater: 'unapprove',
  approvedMany: 'unapprove',
  skipped: 'unskip',
  paused: 'resume',
  pausedMany: 'resume',
  snoozed: 'resume',
  resumed: 'pause',
  resumedMany: 'pause',
  stopped: 'reopen',
  stoppedMany: 'reopen',
  reopened: 'stop',
  dismissed: 'reopen_problem',
};

function undoOf({ said, contactIds, draftIds, problemId }: Flash): Undo | undefined {
  const step = undone[said];
  if (step === undefined) return undefined;
  const ids =
    step === 'unapprove' || step === 'unskip'
      ? draftIds
      : step === 'reopen_problem'
        ? problemId && [problemId]
        : contactIds;
  return ids === undefined || ids === '' || ids.length === 0 ? undefined : { step, ids };
}

function changeOf({ said, contactIds = [], messageId }: Flash): Toast['change'] {
  const [contactId] = contactIds;
  if (contactId === undefined) return undefined;
  if (said === 'judged')
    return { href: `/contacts/${contactId}#message-${messageId ?? ''}`, label: 'Correct it' };
  if (said === 'agreed' || said === 'recorded' || said === 'suppressed')
    return { href: `/contacts/${contactId}`, label: 'Change it' };
  return undefined;
}

/** "Ana", "Ana and Bea", "Ana, Bea and 3 more". */
function namesOf(names: readonly string[]): string | undefined {
  const [first, second, ...more] = names;
  if (second === undefined) return first;
  return more.length === 0
    ? `${first} and ${second}`
    : `${first}, ${second} and ${more.length} more`;
}

function ended(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
