import type { Slot } from '../domain/compose/occasion.ts';
import type { Clocks } from '../domain/compose/times.ts';
import { profileOf } from '../domain/profile.ts';
import type { Transaction } from './client.ts';
import type { Contact, Draft, User } from './generated/client.ts';

/** The times that must stay readable in a draft, whatever a person makes of its words: those it offers, or confirms. */
export async function timesToTell(
  tx: Transaction,
  draft: Pick<Draft, 'id' | 'purpose' | 'meetingId'>,
  contact: Contact & { readonly user: User },
): Promise<{ readonly slots: readonly Slot[]; readonly clocks: Clocks }> {
  const { timeZone: mine, language } = profileOf(contact.user);
  return {
    slots: await timesOf(tx, draft),
    clocks: {
      theirs: contact.timeZone ?? undefined,
      mine,
      language: (contact.language ?? language).slice(0, 2),
    },
  };
}

async function timesOf(
  tx: Transaction,
  { id, purpose, meetingId }: Pick<Draft, 'id' | 'purpose' | 'meetingId'>,
): Promise<readonly Slot[]> {
  if (purpose !== 'confirmation')
    return tx.slotOffer.findMany({ where: { draftId: id }, orderBy: { position: 'asc' } });
  const meeting =
    meetingId === null ? null : await tx.meeting.findUnique({ where: { id: meetingId } });
  return meeting ? [meeting] : [];
}
