import type { Context } from 'hono';
import { readQueue } from '../../operations/needs-you/read-queue.ts';
import type { WebEnvironment } from '../http/environment.ts';
import { loadFrameAndProfile } from '../page/load-frame.ts';
import { peopleToPractiseWith } from '../page/practice-people.ts';
import { practiceStep } from '../page/practice-progress.ts';
import { readQueueAddress } from '../page/queue-address.ts';
import { WelcomePage } from '../views/first-run.tsx';
import type { Spot } from '../views/form.tsx';
import { NeedsYouPage } from '../views/queue/page.tsx';

const perPage = 50;

/** The queue; before the first mailbox, the two ways to begin. `address` is `/?…`, by default the one asked for. */
export async function needsYou(
  c: Context<WebEnvironment>,
  shown: { readonly address?: string; readonly spot?: Spot } = {},
  status: 200 | 404 | 409 | 422 = 200,
): Promise<Response> {
  const address = readQueueAddress(new URL(shown.address ?? c.req.url, c.req.url).searchParams);
  const [{ frame, profile }, queue] = await Promise.all([
    loadFrameAndProfile(c),
    readQueue(c.get('context'), { ...address, perPage }),
  ]);
  if (frame.mailboxes.length === 0) return c.html(<WelcomePage frame={frame} />, status);
  if (profile.name === null && status === 200) return c.redirect('/welcome/profile', 303);
  const [people, step] = frame.practising
    ? await Promise.all([
        peopleToPractiseWith(c, c.get('practice')),
        practiceStep(c.get('context')),
      ])
    : [[], undefined];
  const page = (
    <NeedsYouPage
      frame={frame}
      queue={queue}
      address={address}
      people={people}
      step={step}
      spot={shown.spot}
    />
  );
  return c.html(page, status);
}
