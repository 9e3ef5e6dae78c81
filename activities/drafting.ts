import { heartbeatWhile } from './heartbeat.ts';
import { markTold } from '../db/check-in.ts';
import { factsOf } from '../db/contact-facts.ts';
import { isUndecided, unsentStates } from '../domain/draft-state.ts';
import { profileOf } from '../domain/profile.ts';
import type { Transaction } from '../db/client.ts';
import { createDraft, lockAddressee, type Addressee } from '../db/drafts.ts';
import { announcedAbsence } from '../db/received/announced-absence.ts';
import { hasUntoldNews } from '../db/received/untold-news.ts';
import type { Prisma } from '../db/generated/client.ts';
import type { Draft } from '../db/generated/client.ts';
import { freshSlots } from '../operations/meetings/fresh-slots.ts';
import { writeProposal } from '../operations/meetings/propose.ts';
import { saveState, settlementOf } from '../db/journey-state.ts';
import { storedPolicy } from '../db/policy.ts';
import { otherLetters } from '../db/other-letters.ts';
import { holdSlots, lockUserTimes, releaseOffers } from '../db/slot-offers.ts';
import { ownTemplate } from '../db/templates.ts';
import { threadOf } from '../db/thread-headers.ts';
import { compose, type Composed } from '../domain/compose/compose.ts';
import type { Occasion, Slot } from '../domain/compose/occasion.ts';
import type { JourneyState } from '../domain/journey.ts';
import {
  isFollowUp,
  takenBackWhileAway,
  type JourneyPurpose,
  type Purpose,
} from '../domain/purpose.ts';
import type { Finding } from '../domain/compose/finding.ts';
import { lintDraft } from '../domain/compose/lint/lint.ts';
import type { Dependencies } from './dependencies.ts';
import { momentOf } from './occasion.ts';
import { contactGone } from './failures.ts';
import { leaveToOthers } from './worker-shutdown.ts';
import { lookNow } from './receiving/read-mailbox-now.ts';
import type { Drafted } from './results.ts';

/** How old a look into the mailbox may be to say that nobody has answered. */
const freshFor = 60_000;
/** Mail of theirs that was stored is on its way to the journey; should that get lost, it asks again. */
const newsIsOnItsWay = 60_000;

type Drafting = {
  readonly contactId: string;
  readonly purpose: JourneyPurpose;
  /** A withdrawn draft whose words are used again. */
  readonly again: string | undefined;
  readonly state: JourneyState;
};

type FreshTimes = { readonly userId: string; readonly slots: readonly Slot[] };

type DraftWithSend = Prisma.DraftGetPayload<{ include: { send: true } }>;

export function createDraftingActivities(dependencies: Dependencies) {
  const { db, now } = dependencies;
  return { draftMail };

  /**
   * Writes the draft of a journey's step and shows it; asked again, returns that draft, whatever became of it. A
   * follow-up is only drafted after a fresh look into the mailbox, and while no mail of theirs waits to be read, or to be
   * told to the journey.
   */
  async function draftMail(input: Drafting): Promise<Drafted> {
    const { contactId, purpose, state } = input;
    if (isFollowUp(purpose)) {
      const held = await heartbeatWhile(() => leaveToOthers(notFresh(contactId), () => false));
      if (held) return held;
    }
    const proposed = purpose === 'proposal' ? await proposal(input) : undefined;
    const fresh = await freshTimes(input);
    return db.$transaction(async (tx): Promise<Drafted> => {
      if (fresh.slots.length > 0) await lockUserTimes(tx, fresh.userId);
      const contact = await lockAddressee(tx, contactId);
      if (!contact) throw contactGone(contactId);
      const known = proposed ?? (await draftOfStep(tx, input));
      let draft = known;
      if (!draft) {
        // A proposal that was not written waits for the mail that keeps it from being written.
        const waits =
          purpose === 'proposal' ||
          (await hasUnread(tx, contactId)) ||
          (isFollowUp(purpose) && (await hasUntoldNews(tx, contactId)));
        if (waits) return { kind: 'held', retryAt: now().getTime() + newsIsOnItsWay };
        // An automatic reply that came while this was asked for has found no draft to take back.
        const away = takenBackWhileAway.includes(purpose)
          ? await announcedAbsence(tx, contactId, now())
          : undefined;
        if (away) {
          const nextWhy = 'they are away until then; afterwards a mail is drafted';
          await tx.contact.update({ where: { id: contactId }, data: { nextAt: away, nextWhy } });
          return { kind: 'held', retryAt: away.getTime() };
        }
        const written = await writeDraft(tx, contact, { ...input, purpose, fresh }, now());
        draft = { ...written, send: null };
      }
      const open = { draftId: draft.id, purpose };
      await saveState(tx, contactId, { ...state, open });
      // Asked again after the person's yes, it must not take that from the board.
      if (isUndecided(draft) && contact.stoppedAt === null)
        await showAwaiting(tx, contactId, purpose);
      return { kind: 'drafted', draft: open, settled: settlementOf(draft) };
    });
  }

  /** A nudge after a proposal offers times again where those of the proposal are over; the calendars are read first. */
  async function freshTimes({ contactId, purpose, again, state }: Drafting): Promise<FreshTimes> {
    const contact = await db.contact.findUnique({ where: { id: contactId } });
    if (!contact) throw contactGone(contactId);
    const { userId } = contact;
    const offersTimes = purpose === 'nudge' && state.chapter === 'agreeing' && again === undefined;
    if (!offersTimes) return { userId, slots: [] };
    return { userId, slots: await freshSlots({ ...dependencies, userId }, contactId) };
  }

  /** A proposal reads the calendars first, so it is written before the transaction that shows it. Undefined while mail waits. */
  async function proposal(input: Drafting): Promise<DraftWithSend | undefined> {
    const { contactId, state } = input;
    const ready = await db.$transaction(async (tx) => {
      const known = await draftOfStep(tx, input);
      if (known || (await hasUnread(tx, contactId))) return { known };
      return { key: await freeKey(tx, contactId, state) };
    });
    if (!('key' in ready)) return ready.known ?? undefined;
    const contact = await db.contact.findUnique({ where: { id: contactId } });
    if (!contact) throw contactGone(contactId);
    const written = await writeProposal(
      { ...dependencies, userId: contact.userId },
      {
        contactId,
        wanted: [],
        minutes: undefined,
        because: state.proposing ?? 'agreed',
        key: ready.key,
      },
    );
    return { ...written, send: null };
  }

  /** Undefined when it is known up to now what has come; else when to look again. */
  async function notFresh(contactId: string): Promise<Drafted | undefined> {
    const contact = await db.contact.findUnique({
      where: { id: contactId },
      include: { mailbox: true },
    });
    if (!contact) throw contactGone(contactId);
    const looked = contact.mailbox.lastLookedAt?.getTime() ?? 0;
    if (now().getTime() - looked < freshFor) return undefined;
    if (await lookNow(dependencies, contact.mailbox)) return undefined;
    await db.contact.updateMany({
      where: { id: contactId },
      data: { nextAt: null, nextWhy: 'a look into the mailbox, which cannot be reached' },
    });
    return { kind: 'held', retryAt: now().getTime() + 60_000 };
  }
}

/**
 * By its key, or one of the same purpose that waits: a contact has one unsent draft of each purpose at most. One
 * thank-you is enough for a talk, and that of `meeting record` may have left before the journey comes to it.
 */
async function draftOfStep(tx: Transaction, { contactId, purpose, state }: Drafting) {
  const { generation, step, meeting } = state;
  const ofTalk =
    purpose === 'thank_you' && meeting?.meetingId !== undefined
      ? [{ meetingId: meeting.meetingId, NOT: { state: 'withdrawn' } }]
      : [];
  return tx.draft.findFirst({
    where: {
      contactId,
      purpose,
      OR: [{ generation, step }, { state: { in: unsentStates } }, ...ofTalk],
    },
    orderBy: { createdAt: 'desc' },
    include: { send: true },
  });
}

async function hasUnread(tx: Transaction, contactId: string): Promise<boolean> {
  const waiting = await tx.message.count({
    where: { contactId, direction: 'in', state: 'needs_you' },
  });
  return waiting > 0;
}

/** From the meeting on the stage is the chapter's, whatever waits in it. */
async function showAwaiting(
  tx: Transaction,
  contactId: string,
  purpose: JourneyPurpose,
): Promise<void> {
  await tx.contact.update({
    where: { id: contactId },
    data: { stage: stageOf(purpose), outcome: null, nextAt: null, nextWhy: 'your approval' },
    select: { id: true },
  });
}

function stageOf(purpose: JourneyPurpose) {
  switch (purpose) {
    case 'outreach':
    case 'nudge':
    case 'proposal':
      return 'awaiting_approval';
    case 'thank_you':
      return 'thank_you';
    case 'check_in':
      return 'keeping_in_touch';
  }
}

async function writeDraft(
  tx: Transaction,
  contact: Addressee,
  {
    contactId,
    purpose,
    again,
    state,
    fresh: { userId, slots },
  }: Drafting & {
    readonly purpose: Exclude<JourneyPurpose, 'proposal'>;
    readonly fresh: FreshTimes;
  },
  now: Date,
): Promise<Draft> {
  const thread = purpose === 'outreach' ? undefined : await threadOf(tx, contact.id);
  const { occasion, meetingId, advice } = await momentOf(tx, {
    contactId,
    purpose,
    state,
    now,
    slots,
  });
  const written =
    (await wordsOf(tx, contact, again)) ??
    (await composeFor(tx, contact, { occasion, previous: thread }));
  const draft = await createDraft(tx, {
    subject: written.subject,
    text: written.text,
    template: written.template,
    ...('leftOut' in written ? { leftOut: written.leftOut } : {}),
    occasion,
    contactId: contact.id,
    purpose,
    from: contact.from,
    to: contact.email,
    findings: [...written.findings, ...earlierMail(contact, purpose)],
    inReplyTo: thread?.inReplyTo,
    references: thread?.references ?? [],
    ...(meetingId === undefined ? {} : { meetingId }),
    key: await freeKey(tx, contact.id, state),
  });
  if (advice) await markTold(tx, advice, draft);
  if (slots.length > 0) {
    await releaseOffers(tx, contactId, { why: 'other times are offered', at: now });
    await holdSlots(tx, { userId, contactId, draftId: draft.id, slots });
  }
  return draft;
}

async function composeFor(
  tx: Transaction,
  contact: Addressee,
  draft: {
    readonly occasion: Occasion;
    readonly previous: { readonly subject: string } | undefined;
  },
): Promise<Composed> {
  const { occasion, previous } = draft;
  const { purpose } = occasion;
  const profile = profileOf(contact);
  const facts = factsOf(contact);
  const language = facts.language ?? profile.language;
  return compose({
    ...occasion,
    profile,
    contact: facts,
    previous: previous && { subject: previous.subject },
    minutes: storedPolicy(contact.policy).meetingMinutes,
    template: await ownTemplate(tx, contact.userId, { purpose, language }),
    others: purpose === 'outreach' ? await otherLetters(tx, contact.id) : [],
  });
}

/** The words of a draft that was withdrawn, with what the user had made of them. */
async function wordsOf(tx: Transaction, contact: Addressee, draftId: string | undefined) {
  if (draftId === undefined) return undefined;
  const draft = await tx.draft.findFirst({ where: { id: draftId, contactId: contact.id } });
  if (!draft) return undefined;
  const { subject, text, template, edited } = draft;
  const findings = lintDraft({
    // The column holds nothing else: createDraft takes a Purpose.
    purpose: draft.purpose as Purpose,
    subject,
    text,
    contact: factsOf(contact),
    profile: profileOf(contact),
  });
  return { subject, text, template, edited, findings };
}

/** The step that the journey counts, unless a person took that number meanwhile. */
async function freeKey(
  tx: Transaction,
  contactId: string,
  { generation, step }: JourneyState,
): Promise<{ readonly generation: number; readonly step: number }> {
  const { _max: last } = await tx.draft.aggregate({
    where: { contactId, generation },
    _max: { step: true },
  });
  return { generation, step: Math.max(step, (last.step ?? -1) + 1) };
}

function earlierMail(contact: Addressee, purpose: string): readonly Finding[] {
  if (purpose !== 'outreach' || contact.earlierMails === 0) return [];
  return [earlierFinding(contact.earlierMails, contact.earlierLatest)];
}

/** The warning on a first mail to somebody who is no stranger to the mailbox. */
export function earlierFinding(count: number, latest: Date | null): Finding {
  const when = latest ? `, the latest on ${latest.toISOString().slice(0, 10)}` : '';
  const mails = count === 1 ? 'one earlier mail' : `${count} earlier mails`;
  return {
    rule: 'earlier_correspondence',
    severity: 'warning',
    message: `Your mailbox shows ${mails} with this person${when}. A first mail that ignores them reads oddly.`,
  };
}
