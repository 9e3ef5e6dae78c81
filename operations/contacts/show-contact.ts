import { z } from 'zod';
import { NotFound } from '../../domain/errors.ts';
import type { Contact, Prisma } from '../../db/generated/client.ts';
import {
  draftParts,
  presentContactSummary,
  presentDraft,
  presentMessage,
  presentSentDraft,
} from '../present.ts';
import { presentMeeting } from '../meeting-view.ts';
import { isUuid } from '../uuid.ts';
import { defineOperation } from '../operation.ts';
import { contactView, type ContactView, type MessageView } from '../views.ts';

export const showContact = defineOperation({
  name: 'showContact',
  summary: 'One contact, by id or address: where the journey is, and everything that was written',
  input: z.object({ ref: z.string() }),
  output: contactView,
  async run({ db, userId }, { ref }) {
    const row = await db.contact.findFirst({
      where: { userId, removedAt: null, ...(isUuid(ref) ? { id: ref } : byAddress(ref)) },
      include: contactParts,
    });
    if (!row) throw new NotFound(`There is no contact ${ref}.`);
    const addresses = [row.email, ...row.addresses.map(({ email }) => email)];
    const suppressed = await db.suppression.findMany({
      where: { userId, email: { in: addresses } },
      select: { email: true },
    });
    return {
      ...presentContact(row, addresses),
      suppressed: suppressed.length > 0,
      suppressedAddresses: suppressed.map(({ email }) => email),
    };
  },
});

const contactParts = {
  mailbox: { select: { id: true, address: true } },
  addresses: true,
  drafts: { include: draftParts, orderBy: { createdAt: 'asc' } },
  messages: { orderBy: { at: 'asc' } },
  meetings: { orderBy: { at: 'asc' } },
  events: { orderBy: { id: 'asc' } },
  problems: { where: { resolvedAt: null }, orderBy: { createdAt: 'asc' } },
} as const satisfies Prisma.ContactInclude;

type ContactRow = Prisma.ContactGetPayload<{ include: typeof contactParts }>;

/** The agreed conversation whose clock goes on. */
function comingOf({ meetings }: ContactRow) {
  return meetings
    .filter(({ state, nextAt }) => state === 'confirmed' && nextAt !== null)
    .toSorted((one, other) => Number(one.nextAt) - Number(other.nextAt))
    .slice(0, 1);
}

function byAddress(ref: string): Prisma.ContactWhereInput {
  const email = ref.trim().toLowerCase();
  return { OR: [{ email }, { addresses: { some: { email } } }] };
}

function presentContact(
  row: ContactRow,
  addresses: readonly string[],
): Omit<ContactView, 'suppressed' | 'suppressedAddresses'> {
  return {
    ...presentContactSummary({ ...row, meetings: comingOf(row) }),
    drafts: row.drafts
      .filter(({ state }) => state === 'awaiting_approval' || state === 'held')
      .map(presentDraft),
    messages: conversation(row),
    meetings: row.meetings.map(presentMeeting),
    facts: factsOf(row),
    policy: contactView.shape.policy.parse(row.policy),
    mailbox: { mailboxId: row.mailbox.id, address: row.mailbox.address },
    addresses: [...addresses],
    timeline: row.events.map(({ at, text }) => ({ at: at.toISOString(), text })),
    problems: row.problems.map(({ id, kind, text, createdAt }) => ({
      id,
      kind,
      text,
      at: createdAt.toISOString(),
    })),
    earlier:
      row.earlierMails > 0
        ? { count: row.earlierMails, latest: row.earlierLatest?.toISOString() ?? null }
        : null,
  };
}

/**
 * Our mails and theirs by time. Our own copy seen in Sent is not a second mail. An IMAP server dates what
 * comes in by whole seconds (INTERNALDATE, RFC 9051 section 2.3.3), so within a second ours comes first.
 */
function conversation(row: ContactRow): ContactView['messages'] {
  const ours = row.drafts.flatMap((draft) => presentSentDraft(draft, row.mailbox.address) ?? []);
  const known = new Set(ours.map(({ messageId }) => messageId));
  const others = row.messages
    .filter(({ direction, messageId }) => direction === 'in' || !known.has(messageId))
    .map(presentMessage);
  const moment = ({ at, direction }: MessageView) => ({
    second: Math.floor(Date.parse(at) / 1000),
    side: direction === 'out' ? 0 : 1,
    millisecond: Date.parse(at),
  });
  return [...ours, ...others].toSorted((one, other) => {
    const [a, b] = [moment(one), moment(other)];
    return a.second - b.second || a.side - b.side || a.millisecond - b.millisecond;
  });
}

function factsOf(row: Contact): ContactView['facts'] {
  const { role, path, foundThrough, sharedAffiliation, referredBy, admire, wrote, notes } = row;
  const { topics, language, timeZone, country, addressAs, formality, accepted, pinned } = row;
  return {
    role,
    path,
    foundThrough,
    sharedAffiliation,
    referredBy,
    admire,
    wrote,
    notes,
    topics,
    language,
    timeZone,
    country,
    addressAs,
    formality,
    accepted,
    pinned,
  };
}
