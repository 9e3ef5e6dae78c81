import { z } from 'zod';
import type { Calendar } from '../../db/generated/client.ts';
import { time } from '../views.ts';

export const calendarView = z.object({
  calendarId: z.string(),
  name: z.string(),
  kind: z.enum(['address', 'file']),
  /** All of its address that is ever shown. */
  host: z.string().nullable(),
  /** Only of `read` what is not busy is free. */
  state: z.enum(['unread', 'read', 'incomplete', 'failed']),
  /** Why it could not be read, or not to its end. */
  detail: z.string().nullable(),
  /** Of a file: when it was added, which is how old it is. */
  lastReadAt: time.nullable(),
});
export type CalendarView = z.infer<typeof calendarView>;

export function presentCalendar(row: Calendar): CalendarView {
  return {
    calendarId: row.id,
    name: row.name,
    kind: calendarView.shape.kind.parse(row.kind),
    host: row.host,
    state: calendarView.shape.state.parse(row.state),
    detail: row.stateDetail,
    lastReadAt: row.lastReadAt?.toISOString() ?? null,
  };
}
