import type { Context } from 'hono';
import { editBrief } from '../../operations/briefs/edit-brief.ts';
import { showBrief } from '../../operations/briefs/show-brief.ts';
import type { WebApp, WebEnvironment } from '../http/environment.ts';
import { asRefusal, perform, statusOf } from '../http/form.ts';
import { refusedBy } from './form-answer.tsx';
import { setFlash } from '../page/flash.ts';
import { loadFrame } from '../page/load-frame.ts';
import { BriefPage } from '../views/brief.tsx';
import type { Refused } from '../views/form.tsx';

export function briefRoutes(app: WebApp): void {
  app.get('/contacts/:ref/brief', (c) => briefPage(c, c.req.param('ref')));

  app.post('/contacts/:ref/brief', async (c) => {
    const ref = c.req.param('ref');
    const form = c.get('form');
    try {
      await perform(editBrief, c.get('context'), {
        ref,
        questions: (form['questions'] ?? '').split('\n').filter((line) => line.trim() !== ''),
        notes: form['notes'] ?? '',
      });
    } catch (error) {
      const refusal = asRefusal(error);
      return briefPage(c, ref, refusedBy(refusal, form), statusOf(refusal));
    }
    setFlash(c, 'saved');
    return c.redirect(`/contacts/${encodeURIComponent(ref)}/brief`, 303);
  });
}

async function briefPage(
  c: Context<WebEnvironment>,
  ref: string,
  refused?: Refused,
  status: 200 | 404 | 409 | 422 = 200,
): Promise<Response> {
  const brief = await perform(showBrief, c.get('context'), { ref });
  return c.html(<BriefPage frame={await loadFrame(c)} brief={brief} refused={refused} />, status);
}
