import type { Context } from 'hono';
import { InvalidInput } from '../../domain/errors.ts';
import { cancelMeeting } from '../../operations/meetings/cancel-meeting.ts';
import { confirmMeeting, rescheduleMeeting } from '../../operations/meetings/confirm-meeting.ts';
import { findContact } from '../../operations/find-contact.ts';
import { showEvent } from '../../operations/meetings/show-event.ts';
import { proposeTimes } from '../../operations/meetings/propose.ts';
import { showProfile } from '../../operations/settings/show-profile.ts';
import type { OperationContext } from '../../operations/context.ts';
import type { WebApp, WebEnvironment } from '../http/environment.ts';
import { asRefusal, type FormValues, given, perform, statusOf } from '../http/form.ts';
import { fromField } from '../page/dates.ts';
import { setFlash } from '../page/flash.ts';
import { contactPage } from './show-contact.tsx';
import { refusedBy, renderFormError, keepUrl, toDraft } from './form-answer.tsx';

/** Agreeing on a time that they named, and offering others. */
export function meetingRoutes(app: WebApp): void {
  app.post('/contacts/:ref/meeting/confirm', async (c) => {
    const ref = c.req.param('ref');
    const form = c.get('form');
    let draftId: string | null;
    try {
      const minutes = form['minutes'];
      ({ draftId } = await perform(confirmMeeting, c.get('context'), {
        ref,
        at: await chosenTime(c.get('context'), form),
        ...(minutes === undefined ? {} : { minutes: Number(minutes) }),
        ...given(form, ['where']),
        ...(form['call'] ? { format: 'call' as const, where: form['call'] } : {}),
      }));
    } catch (error) {
      return renderFormError(c, { error: asRefusal(error), at: ref });
    }
    setFlash(c, 'agreed', { contactIds: [ref] });
    return toDraft(c, draftId);
  });

  app.get('/contacts/:ref/meeting.ics', async (c) => {
    const { text } = await perform(showEvent, c.get('context'), { ref: c.req.param('ref') });
    c.header('Content-Type', 'text/calendar; charset=utf-8');
    c.header('Content-Disposition', 'attachment; filename="conversation.ics"');
    return c.body(text);
  });

  app.post('/contacts/:ref/meeting/reschedule', (c) =>
    change(c, 'moved', async (context, { ref, form }) =>
      perform(rescheduleMeeting, context, {
        ref,
        at: await chosenTime(context, form),
        ...given(form, ['where']),
        noMail: form['noMail'] !== undefined,
      }),
    ),
  );

  app.post('/contacts/:ref/meeting/cancel', (c) =>
    change(c, 'cancelled', (context, { ref, form }) =>
      perform(cancelMeeting, context, {
        ref,
        ...given(form, ['why']),
        noMail: form['noMail'] !== undefined,
      }),
    ),
  );

  app.post('/contacts/:ref/propose', async (c) => {
    const ref = c.req.param('ref');
    let draftId: string;
    try {
      ({ draftId } = await perform(proposeTimes, c.get('context'), { ref }));
    } catch (error) {
      return renderFormError(c, { error: asRefusal(error), at: ref });
    }
    setFlash(c, 'proposed', { contactIds: [ref] });
    return toDraft(c, draftId);
  });
}

/** What is agreed changes; the contact's page shows it, with the mail that was drafted. */
async function change(
  c: Context<WebEnvironment, '/contacts/:ref/meeting/*'>,
  said: 'moved' | 'cancelled',
  step: (
    context: OperationContext,
    what: { readonly ref: string; readonly form: FormValues },
  ) => Promise<unknown>,
): Promise<Response> {
  const ref = c.req.param('ref');
  const form = c.get('form');
  const context = c.get('context');
  try {
    const { id } = await findContact(context, ref);
    await step(context, { ref, form });
    setFlash(c, said, { contactIds: [id] });
    return c.redirect(`/contacts/${encodeURIComponent(ref)}`, 303);
  } catch (error) {
    const refusal = asRefusal(error);
    keepUrl(c);
    const spot = { at: 'meeting', refused: refusedBy(refusal, form) };
    return contactPage(c, ref, spot, statusOf(refusal));
  }
}

/** A button's moment, or a date and time on the user's clock. Throws InvalidInput when it is neither. */
async function chosenTime(context: OperationContext, form: FormValues): Promise<string> {
  const { at, localAt = '' } = form;
  if (at !== undefined) return at;
  const { timeZone } = await showProfile.run(context, {});
  const moment = fromField(localAt, timeZone);
  if (moment === undefined) throw new InvalidInput(`"${localAt}" is not a date and time.`, 'at');
  return moment;
}
