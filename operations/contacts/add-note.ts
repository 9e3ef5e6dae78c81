import { z } from 'zod';
import { addTimelineEvent } from '../../db/timeline.ts';
import { parseLine } from '../../domain/contact.ts';
import { InvalidInput } from '../../domain/errors.ts';
import { findContact } from '../find-contact.ts';
import { defineOperation } from '../operation.ts';
import { showContact } from './show-contact.ts';
import { contactView } from '../views.ts';

const longest = 500;

export const addNote = defineOperation({
  name: 'addNote',
  makes: true,
  summary: 'Note one line about a person; it stands in the timeline with its day',
  input: z.object({ ref: z.string(), text: z.string() }),
  output: contactView,
  async run(context, { ref, text }) {
    const { id } = await findContact(context, ref);
    const line = parseLine('note', text, longest);
    if (line === '') throw new InvalidInput('The note is empty. Write a line.', 'note');
    await context.db.$transaction((tx) => addTimelineEvent(tx, id, `Note: ${line}`));
    return showContact.run(context, { ref: id });
  },
});
