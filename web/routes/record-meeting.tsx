import type { Context } from 'hono';
import { showContact } from '../../operations/contacts/show-contact.ts';
import { recordMeeting } from '../../operations/meetings/record-meeting.ts';
import type { WebApp, WebEnvironment } from '../http/environment.ts';
import { asRefusal, perform, statusOf, type FormValues } from '../http/form.ts';
import { refusedBy } from './show-refusal.tsx';
import { setFlash } from '../page/flash.ts';
import { loadFrame } from '../page/load-frame.ts';
import type { Refused } from '../views/form.tsx';
import { RecordMeetingPage } from '../views/record-meeting.tsx';

export function recordMeetingRoutes(app: WebApp): void {
  app.get('/contacts/:ref/record', (c) => recordPage(c, c.req.param('ref')));

  app.post('/contacts/:ref/record', async (c) => {
    const ref = c.req.param('ref');
    const form = c.get('form');
    try {
      await perform(recordMeeting, c.get('context'), { ref, ...typed(form) });
    } catch (error) {
      const refusal = asRefusal(error);
      return recordPage(c, ref, refusedBy(refusal, form), statusOf(refusal));
    }
    setFlash(c, 'recorded');
    return c.redirect(`/contacts/${encodeURIComponent(ref)}`, 303);
  });
}

function typed(form: FormValues) {
  const lines = (name: string): string[] =>
    (form[name] ?? '').split('\n').filter((line) => line.trim() !== '');
  if (form['how'] === 'no_show') return { noShow: true };
  return {
    held: true,
    takeaways: lines('takeaways'),
    quotes: lines('quotes'),
    advice: lines('advice'),
    skills: lines('skills'),
    openings: lines('openings'),
    resources: lines('resources'),
    people: lines('people'),
    ...(form['offer'] ? { offer: form['offer'] } : {}),
    ...(form['notes'] ? { notes: form['notes'] } : {}),
    // A day: noon of it is that day in every zone that people live in.
    ...(form['at'] ? { at: `${form['at']}T12:00:00.000Z` } : {}),
  };
}

async function recordPage(
  c: Context<WebEnvironment>,
  ref: string,
  refused?: Refused,
  status: 200 | 404 | 409 | 422 = 200,
): Promise<Response> {
  const contact = await perform(showContact, c.get('context'), { ref });
  const page = <RecordMeetingPage frame={await loadFrame(c)} contact={contact} refused={refused} />;
  return c.html(page, status);
}
