import { z } from 'zod';
import { parseLine } from '../../domain/contact.ts';
import { InvalidInput } from '../../domain/errors.ts';
import { findContact } from '../find-contact.ts';
import { defineOperation } from '../operation.ts';

export const mostLabels = 20;
const longestLabel = 40;

export const labelContact = defineOperation({
  name: 'labelContact',
  summary: 'Add labels to a contact, or take some off: your own words to sort people by',
  input: z.object({
    ref: z.string(),
    add: z.array(z.string()).max(mostLabels).optional(),
    remove: z.array(z.string()).max(mostLabels).optional(),
  }),
  output: z.object({ contactId: z.string(), labels: z.array(z.string()) }),
  async run(context, { ref, add = [], remove = [] }) {
    const { id, labels: before } = await findContact(context, ref);
    const wanted = add.map((label) => parseLine('label', label, longestLabel)).filter(Boolean);
    const unwanted = new Set(remove.map((label) => label.trim()));
    const labels = [...new Set([...before, ...wanted])].filter((label) => !unwanted.has(label));
    if (labels.length > mostLabels)
      throw new InvalidInput(`A contact has at most ${mostLabels} labels.`, 'label');
    await context.db.contact.update({ where: { id }, data: { labels } });
    return { contactId: id, labels };
  },
});
