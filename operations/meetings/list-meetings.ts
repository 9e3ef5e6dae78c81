import { z } from 'zod';
import { NotFound } from '../../domain/errors.ts';
import { findContact } from '../find-contact.ts';
import { defineOperation } from '../operation.ts';
import { meetingView } from '../views.ts';
import { presentMeeting } from '../meeting-view.ts';

const listed = meetingView.extend({ contactId: z.string(), contactName: z.string() });
export type ListedMeeting = z.infer<typeof listed>;

export const listMeetings = defineOperation({
  name: 'listMeetings',
  summary: 'Your conversations, agreed and past, by time',
  input: z.object({}),
  output: z.array(listed),
  async run({ db, userId }) {
    const rows = await db.meeting.findMany({
      where: { userId, contact: { removedAt: null } },
      include: { contact: { select: { name: true } } },
      orderBy: { at: 'asc' },
      take: 1_000,
    });
    return rows.map((row) => ({
      ...presentMeeting(row),
      contactId: row.contactId,
      contactName: row.contact.name,
    }));
  },
});

export const showMeeting = defineOperation({
  name: 'showMeeting',
  summary: 'The conversation that is agreed with a contact, or the last one there was',
  input: z.object({ ref: z.string() }),
  output: listed,
  async run(context, { ref }) {
    const contact = await findContact(context, ref);
    const rows = await context.db.meeting.findMany({
      where: { contactId: contact.id },
      orderBy: { at: 'desc' },
    });
    const row = rows.find(({ state }) => state === 'confirmed') ?? rows[0];
    if (!row) throw new NotFound(`No conversation with ${contact.name} is agreed.`);
    return { ...presentMeeting(row), contactId: contact.id, contactName: contact.name };
  },
});
