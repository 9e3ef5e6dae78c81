import { z } from 'zod';
import type { Invitation } from '../domain/meeting/invitation.ts';
import type { Prisma } from './generated/client.ts';

const person = z.object({ name: z.string().optional(), address: z.string() });

const stored = z.object({
  method: z.enum(['REQUEST', 'CANCEL', 'REPLY']),
  uid: z.string(),
  sequence: z.number(),
  start: z.string(),
  minutes: z.number(),
  summary: z.string(),
  where: z.string().nullable(),
  organizer: person,
  attendee: person,
  answer: z.enum(['ACCEPTED', 'DECLINED']).nullable(),
});

/** `draft.calendar`: the calendar part that leaves with the mail; undefined for a mail without one. */
export function storedInvitation(json: Prisma.JsonValue): Invitation | undefined {
  if (json === null) return undefined;
  const { where, answer, ...rest } = stored.parse(json);
  return { ...rest, where: where ?? undefined, answer: answer ?? undefined };
}

export function invitationJson(invitation: Invitation): Prisma.InputJsonObject {
  const { where, answer, organizer, attendee, ...rest } = invitation;
  return {
    ...rest,
    where: where ?? null,
    answer: answer ?? null,
    organizer: { ...organizer },
    attendee: { ...attendee },
  };
}
