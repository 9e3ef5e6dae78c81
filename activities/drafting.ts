import { heartbeatWhile } from './heartbeat.ts';
import { factsOf } from '../db/contact-facts.ts';
import { profileOf } from '../domain/profile.ts';
import type { Transaction } from '../db/client.ts';
import { createDraft, lockAddressee, unsentStates, type Addressee } from '../db/drafts.ts';
import { stateToJson } from '../db/journey-state.ts';
import { threadOf } from '../db/thread-headers.ts';
import { compose } from '../domain/compose/compose.ts';
import type { JourneyState } from '../domain/journey.ts';
import type { Finding } from '../domain/compose/finding.ts';
import type { Dependencies } from './dependencies.ts';
import { contactGone } from './failures.ts';
import { lookNow } from './receiving/read-mailbox-now.ts';
import type { Drafted } from './results.ts';

/** How old a look into the mailbox may be to say that nobody has answered. */
const freshFor = 60_000;

export function createDraftingActivities(dependencies: Dependencies) {
  const { db, now } = dependencies;
  return { draftMail };

  /**
   * Writes a draft and shows it; asked again, returns the one that waits. A nudge is only drafted
   * after a fresh look into the mailbox.
   */
  async function draftMail(input: {
    readonly contactId: string;
    readonly purpose: 'outreach' | 'nudge';
    readonly state: JourneyState;
  }): Promise<Drafted> {
    const { contactId, purpose, state } = input;
    if (purpose === 'nudge') {
      const held = await heartbeatWhile(() => notFresh(contactId));
      if (held) return held;
    }
    return db.$transaction(async (tx) => {
      const contact = await lockAddressee(tx, contactId);
      if (!contact) throw contactGone(contactId);
      const waiting = await tx.draft.findFirst({
        where: { contactId, purpose, state: { in: unsentStates } },
        select: { id: true, revision: true, state: true },
      });
      const draft = waiting ?? (await writeDraft(tx, contact, purpose));
      const reference = { draftId: draft.id, revision: draft.revision };
      // Asked again after the person's yes, it must not take that from the board.
      const waits = draft.state !== 'approved' && contact.stoppedAt === null;
      const shown = {
        stage: 'awaiting_approval',
        outcome: null,
        nextAt: null,
        nextWhy: 'your approval',
      };
      await tx.contact.update({
        where: { id: contactId },
        data: {
          journey: stateToJson({ ...state, draft: reference }),
          ...(waits ? shown : {}),
        },
        select: { id: true },
      });
      return { kind: 'drafted', draft: reference };
    });
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

async function writeDraft(tx: Transaction, contact: Addressee, purpose: 'outreach' | 'nudge') {
  const thread = purpose === 'nudge' ? await threadOf(tx, contact.id) : undefined;
  const written = compose({
    purpose,
    profile: profileOf(contact),
    contact: factsOf(contact),
    previous: thread ? { subject: thread.subject } : undefined,
  });
  return createDraft(tx, {
    subject: written.subject,
    text: written.text,
    template: written.template,
    contactId: contact.id,
    purpose,
    from: contact.from,
    to: contact.email,
    findings: [...written.findings, ...earlierMail(contact, purpose)],
    inReplyTo: thread?.inReplyTo,
    references: thread?.references ?? [],
  });
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
