import { z } from 'zod';
import { calendarsOf } from '../../db/calendars.ts';
import { defineOperation } from '../operation.ts';
import { calendarView, presentCalendar } from './calendar-view.ts';

export const listCalendars = defineOperation({
  name: 'listCalendars',
  summary: 'The calendars whose busy times are never offered, and when each was last read',
  input: z.object({}),
  output: z.array(calendarView),
  async run({ db, userId }) {
    return (await calendarsOf(db, userId)).map(presentCalendar);
  },
});
