import type { Context } from 'hono';
import { dismissProblem } from '../../client/dismiss-problem.ts';
import { judgeReply } from '../../client/judge-reply.ts';
import { readQueue } from '../../client/queue.ts';
import type { WebApp, WebEnvironment } from '../environment.ts';
import { asRefusal, perform } from '../form.ts';
import { loadFrameAndProfile } from '../load-frame.ts';
import { goBack, showRefusal } from '../refuse.tsx';
import { say } from '../said.ts';
import { peopleToPractiseWith } from './practice.ts';
import { WelcomePage } from '../views/first-run.tsx';
import { NeedsYouPage, type Spot } from '../views/needs-you.tsx';

const shownAtOnce = 40;

export function needsYouRoutes(app: WebApp): void {
  app.get('/', async (c) => needsYou(c));

  app.post('/messages/:messageId/judge', async (c) => {
    const form = c.get('form');
    const messageId = c.req.param('messageId');
    try {
      await perform(judgeReply, c.get('client'), {
        messageId,
        // The verb's own check refuses everything but its words.
        judgement: form['judgement'] as 'interested',
      });
    } catch (error) {
      return showRefusal(c, { error: asRefusal(error), at: messageId });
    }
    say(c, 'judged');
    return goBack(c);
  });

  app.post('/problems/:problemId/dismiss', async (c) => {
    const problemId = c.req.param('problemId');
    try {
      await perform(dismissProblem, c.get('client'), { problemId });
    } catch (error) {
      return showRefusal(c, { error: asRefusal(error), at: problemId });
    }
    say(c, 'dismissed');
    return goBack(c);
  });
}

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
    readQueue(c.get('client'), limit),
    peopleToPractiseWith(c, c.get('practice')),
  ]);
  const page = <NeedsYouPage frame={frame} queue={queue} people={people} spot={spot} />;
  return c.html(page, status);
}
