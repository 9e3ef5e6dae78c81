import { z } from 'zod';
import { comingMeeting, ownEntry } from '../../db/meetings.ts';
import { NotFound } from '../../domain/errors.ts';
import { ownCalendar } from '../../domain/meeting/invitation.ts';
import { findContact } from '../find-contact.ts';
import { defineOperation } from '../operation.ts';

export const showEvent = defineOperation({
  name: 'showEvent',
  summary:
    'The agreed conversation as an iCalendar text for your own calendar; it invites nobody and has the UID of the invitation',
  input: z.object({ ref: z.string() }),
  output: z.object({ uid: z.string(), text: z.string() }),
  async run(context, { ref }) {
    const { db, now } = context;
    const contact = await findContact(context, ref);
    const meeting = await comingMeeting(db, contact.id, now());
    if (!meeting) throw new NotFound(`No conversation with ${contact.name} is agreed.`);
    const text = ownCalendar([ownEntry(meeting)], { method: undefined, stamp: now() });
    return { uid: meeting.uid, text };
  },
});
