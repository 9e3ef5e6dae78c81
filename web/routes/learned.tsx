import type { Context } from 'hono';
import { acceptReferral } from '../../operations/referrals/accept-referral.ts';
import { dismissReferral } from '../../operations/referrals/dismiss-referral.ts';
import { listReferrals } from '../../operations/referrals/list-referrals.ts';
import { listTakeaways } from '../../operations/takeaways/list-takeaways.ts';
import { takeAdvice } from '../../operations/takeaways/take-advice.ts';
import type { WebApp, WebEnvironment } from '../http/environment.ts';
import { asRefusal, perform, statusOf } from '../http/form.ts';
import { refusedBy } from './form-answer.tsx';
import { setFlash, type Flash } from '../page/flash.ts';
import { loadFrame } from '../page/load-frame.ts';
import { LearnedPage } from '../views/learned.tsx';

export function learnedRoutes(app: WebApp): void {
  app.get('/learned', (c) => learnedPage(c));

  app.post('/takeaways/:id/done', (c) => {
    const id = c.req.param('id');
    const how = c.get('form')['how'];
    return step(c, id, async () => {
      await perform(takeAdvice, c.get('context'), { id, ...(how ? { how } : {}) });
      return { said: 'saved' };
    });
  });

  app.post('/referrals/:id/accept', (c) => {
    const id = c.req.param('id');
    const email = c.get('form')['email'];
    return step(c, id, async () => {
      const input = { id, ...(email ? { email } : {}) };
      const { contactId, existing } = await perform(acceptReferral, c.get('context'), input);
      return { said: existing ? 'linked' : 'added', contactIds: [contactId] };
    });
  });

  app.post('/referrals/:id/dismiss', (c) => {
    const id = c.req.param('id');
    return step(c, id, async () => {
      await perform(dismissReferral, c.get('context'), { id });
      return { said: 'saved' };
    });
  });
}

async function step(
  c: Context<WebEnvironment>,
  at: string,
  work: () => Promise<Flash>,
): Promise<Response> {
  let done: Flash;
  try {
    done = await work();
  } catch (error) {
    const refusal = asRefusal(error);
    const spot = { at, refused: refusedBy(refusal, c.get('form')) };
    return learnedPage(c, spot, statusOf(refusal));
  }
  setFlash(c, done.said, done);
  return c.redirect('/learned', 303);
}

async function learnedPage(
  c: Context<WebEnvironment>,
  spot?: Parameters<typeof LearnedPage>[0]['spot'],
  status: 200 | 404 | 409 | 422 = 200,
): Promise<Response> {
  const [takeaways, referrals, frame] = await Promise.all([
    listTakeaways.run(c.get('context'), {}),
    listReferrals.run(c.get('context'), {}),
    loadFrame(c),
  ]);
  const page = (
    <LearnedPage frame={frame} takeaways={takeaways} referrals={referrals} spot={spot} />
  );
  return c.html(page, status);
}
