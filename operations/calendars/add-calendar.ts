import { z } from 'zod';
import { storeLook } from '../../db/calendars.ts';
import { parseLine } from '../../domain/contact.ts';
import { Conflict, InvalidInput } from '../../domain/errors.ts';
import { maxCalendarBytes } from '../../domain/meeting/feed/busy-times.ts';
import { parseCalendarAddress } from '../../mail/calendar/calendar-address.ts';
import { packed, readCalendar } from '../../mail/calendar/read-calendar.ts';
import type { OperationContext } from '../context.ts';
import { defineOperation } from '../operation.ts';
import { calendarView, presentCalendar } from './calendar-view.ts';
import { readingWindow } from './reading-window.ts';

export const addCalendar = defineOperation({
  name: 'addCalendar',
  makes: true,
  summary:
    'Add a calendar by its secret address, which is encrypted and never shown again, or as the text of a file',
  largestBody: 2 * maxCalendarBytes,
  input: z.object({
    url: z.string().optional(),
    /** iCalendar text: a snapshot, as old as it is. */
    text: z.string().max(maxCalendarBytes).optional(),
    name: z.string().optional(),
  }),
  output: calendarView,
  async run(context, { url, text, name }) {
    const { db, userId, secrets, now } = context;
    if ((url === undefined) === (text === undefined))
      throw new InvalidInput('Give either the address of a calendar (url) or its text.', 'url');
    const address = url === undefined ? undefined : parseCalendarAddress(url);
    const title = parseLine('name', name ?? '') || address?.hostname || 'Calendar';
    const content = text === undefined ? null : packed(Buffer.from(text));
    const outcome = await look(context, { address: address?.href, content });
    if (outcome.state === 'failed')
      throw new Conflict(`Could not add the calendar: ${outcome.problem}. Nothing was stored.`);
    const { reading, fresh } = outcome;
    // One that is only partly understood is kept: it is a calendar, and the user is told what is the matter.
    if (!reading.recognised)
      throw new Conflict(`Could not add the calendar: ${reading.problem}. Nothing was stored.`);
    return db.$transaction(async (tx) => {
      const row = await tx.calendar.create({
        data: {
          userId,
          name: title,
          kind: address === undefined ? 'file' : 'address',
          secret: address === undefined ? null : secrets.seal(address.href),
          host: address?.hostname ?? null,
          content,
          lastReadAt: address === undefined ? now() : null,
        },
      });
      await storeLook(tx, row, {
        state: outcome.state,
        problem: reading.complete
          ? undefined
          : `Your calendar “${title}” could not be read to its end: ${reading.problem}. No times are offered until it can be read, or is removed.`,
        at: now(),
        fresh,
      });
      return presentCalendar(await tx.calendar.findUniqueOrThrow({ where: { id: row.id } }));
    });
  },
});

async function look(
  context: OperationContext,
  source: { readonly address: string | undefined; readonly content: Uint8Array | null },
) {
  return readCalendar(
    { ...source, copy: { etag: null, lastModified: null } },
    { ...(await readingWindow(context)), ask: true, fetch: context.fetchCalendar },
  );
}
