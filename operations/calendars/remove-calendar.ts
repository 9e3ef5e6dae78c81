import { z } from 'zod';
import { NotFound } from '../../domain/errors.ts';
import { defineOperation } from '../operation.ts';
import { isUuid } from '../uuid.ts';
import { calendarView, presentCalendar } from './calendar-view.ts';

export const removeCalendar = defineOperation({
  name: 'removeCalendar',
  summary: 'Forget a calendar: its busy times are offered again',
  input: z.object({ calendarId: z.string() }),
  output: calendarView,
  async run({ db, userId }, { calendarId }) {
    const found = isUuid(calendarId)
      ? await db.calendar.findFirst({ where: { id: calendarId, userId } })
      : null;
    if (!found) throw new NotFound(`There is no calendar ${calendarId}.`);
    await db.calendar.deleteMany({ where: { id: found.id, userId } });
    return presentCalendar(found);
  },
});
