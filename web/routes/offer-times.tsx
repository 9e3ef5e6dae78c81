import type { Context } from 'hono';
import { Conflict, InvalidInput } from '../../domain/errors.ts';
import { showContact } from '../../operations/contacts/show-contact.ts';
import { listSlots, type SlotView } from '../../operations/meetings/list-slots.ts';
import { proposeTimes } from '../../operations/meetings/propose.ts';
import type { WebApp, WebEnvironment } from '../http/environment.ts';
import { asRefusal, perform, statusOf, type FormValues } from '../http/form.ts';
import { fromField } from '../page/dates.ts';
import { setFlash } from '../page/flash.ts';
import { loadFrameAndProfile } from '../page/load-frame.ts';
import type { Refused } from '../views/form.tsx';
import { OfferTimesPage, ownTimes } from '../views/offer-times.tsx';
import { refusedBy, keepUrl } from './form-answer.tsx';

/** Enough for a morning and an afternoon of every day until the usual horizon. */
const mostShown = 40;

/** Choosing the times that a mail is to offer. */
export function offerTimesRoutes(app: WebApp): void {
  app.get('/contacts/:ref/times', (c) => timesPage(c, c.req.param('ref')));

  app.post('/contacts/:ref/times', async (c) => {
    const ref = c.req.param('ref');
    const form = c.get('form');
    try {
      const { profile } = await loadFrameAndProfile(c);
      const slots = chosenIn(form, profile.timeZone);
      if (slots.length === 0)
        throw new Conflict('Choose a time first: tick one, or type a time of your own.');
      const { draftId } = await perform(proposeTimes, c.get('context'), { ref, slots });
      setFlash(c, 'proposed', { contactIds: [ref] });
      return c.redirect(`/?item=draft:${draftId}`, 303);
    } catch (error) {
      const refusal = asRefusal(error);
      keepUrl(c);
      return timesPage(c, ref, refusedBy(refusal, form), statusOf(refusal));
    }
  });
}

/** Boxes that are ticked, and times typed on the user's clock. Throws InvalidInput for what is no time. */
function chosenIn(form: FormValues, zone: string): string[] {
  const ticked = Object.keys(form).flatMap(
    (name) => /^slot-(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)$/.exec(name)?.[1] ?? [],
  );
  const typed = ownTimes.flatMap((name) => {
    const text = form[name] ?? '';
    if (text === '') return [];
    const moment = fromField(text, zone);
    if (moment === undefined) throw new InvalidInput(`"${text}" is not a date and time.`, name);
    return [moment];
  });
  return [...ticked, ...typed];
}

async function timesPage(
  c: Context<WebEnvironment>,
  ref: string,
  refused?: Refused,
  status: 200 | 404 | 409 | 422 = 200,
): Promise<Response> {
  const context = c.get('context');
  const contact = await perform(showContact, context, { ref });
  const { frame } = await loadFrameAndProfile(c);
  let slots: readonly SlotView[] = [];
  let problem: string | undefined;
  try {
    slots = await listSlots.run(context, { contact: contact.contactId, count: mostShown });
  } catch (error) {
    // A calendar that was not read: times of one's own can still be offered.
    if (!(error instanceof Conflict)) throw error;
    problem = error.message;
  }
  const page = (
    <OfferTimesPage
      frame={frame}
      contact={contact}
      slots={slots}
      problem={problem}
      refused={refused}
    />
  );
  return c.html(page, status);
}
