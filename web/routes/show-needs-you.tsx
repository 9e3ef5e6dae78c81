import type { Context } from 'hono';
import { readQueue } from '../../operations/needs-you/read-queue.ts';
import type { WebEnvironment } from '../http/environment.ts';
import { loadFrameAndProfile } from '../page/load-frame.ts';
import { peopleToPractiseWith } from '../page/practice-people.ts';
import { WelcomePage } from '../views/first-run.tsx';
import { NeedsYouPage, type Spot } from '../views/needs-you.tsx';

const shownAtOnce = 40;

/** The queue; before the first mailbox, the two ways to begin. */
export async function needsYou(
  c: Context<WebEnvironment>,
  spot?: Spot,
  status: 200 | 404 | 409 | 422 = 200,
): Promise<Response> {
  const { frame, profile } = await loadFrameAndProfile(c);
  if (frame.mailboxes.length === 0) return c.html(<WelcomePage frame={frame} />, status);
  if (profile.name === null && status === 200) return c.redirect('/welcome/profile', 303);
  const limit = c.req.query('all') === undefined ? shownAtOnce : 1000;
  const [queue, people] = await Promise.all([
    readQueue(c.get('context'), limit),
    peopleToPractiseWith(c, c.get('practice')),
  ]);
  const page = <NeedsYouPage frame={frame} queue={queue} people={people} spot={spot} />;
  return c.html(page, status);
}
