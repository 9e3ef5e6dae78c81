import type { Database } from '../../db/client.ts';
import { calendarFeed } from '../../operations/calendars/feed.ts';
import type { WebApp } from '../http/environment.ts';

/** The user's own feed: who knows its address may read it, and nothing is asked for besides. */
export function calendarFeedRoutes(app: WebApp, { db }: { readonly db: Database }): void {
  app.get('/calendar/:file{[A-Za-z0-9_-]{16,64}\\.ics}', async (c) => {
    const secret = c.req.param('file').slice(0, -'.ics'.length);
    const text = await calendarFeed(db, secret, new Date());
    if (text === undefined) return c.text('There is no calendar at this address.', 404);
    c.header('content-type', 'text/calendar; charset=utf-8');
    c.header('cache-control', 'private, no-cache');
    return c.body(text);
  });
}
