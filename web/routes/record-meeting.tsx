import type { Context } from 'hono';
import { showContact } from '../../operations/contacts/show-contact.ts';
import { recordMeeting } from '../../operations/meetings/record-meeting.ts';
import type { WebApp, WebEnvironment } from '../http/environment.ts';
import { asRefusal, perform, statusOf, type FormValues } from '../http/form.ts';
import { refusedBy } from './form-answer.tsx';
import type { ContactView } from '../../operations/views.ts';
import { setFlash, type Said } from '../page/flash.ts';
import { loadFrame } from '../page/load-frame.ts';
import type { Refused } from '../views/form.tsx';
import { RecordMeetingPage } from '../views/record-meeting.tsx';

export function recordMeetingRoutes(app: WebApp): void {
  app.get('/contacts/:ref/record', (c) => recordPage(c, c.req.param('ref')));

  app.post('/contacts/:ref/record', async (c) => {
    const ref = c.req.param('ref');
    const form = c.get('form');
    try {
      const contact = await perform(recordMeeting, c.get('context'), { ref, ...typed(form) });
      setFlash(c, whatFollows(contact), { contactIds: [contact.contactId] });
    } catch (error) {
      const refusal = asRefusal(error);
      return recordPage(c, ref, refusedBy(refusal, form), statusOf(refusal));
    }
    return c.redirect(`/contacts/${encodeURIComponent(ref)}`, 303);
  });
}

/** What is drafted depends on how it went, and on how long ago: an old talk gets no thank-you. */
function whatFollows({ drafts }: ContactView): Said {
  const waits = (purpose: string): boolean => drafts.some((draft) => draft.purpose === purpose);
  if (waits('thank_you')) return 'recorded';
  return waits('proposal') ? 'noShow' : 'noted';
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
