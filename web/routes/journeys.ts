import type { Context } from 'hono';
import type { OperationContext } from '../../operations/context.ts';
import { pause } from '../../operations/journeys/pause-contact.ts';
import { removeContact } from '../../operations/contacts/remove-contact.ts';
import { reopenContact } from '../../operations/journeys/reopen-contact.ts';
import { resume } from '../../operations/journeys/resume-contact.ts';
import { showContact } from '../../operations/contacts/show-contact.ts';
import { snooze } from '../../operations/journeys/snooze-contact.ts';
import { stop } from '../../operations/journeys/stop-contact.ts';
import { unsuppressAddress } from '../../operations/contacts/unsuppress-address.ts';
import { suppressAddress } from '../../operations/contacts/suppress-address.ts';
import { findContact } from '../../operations/find-contact.ts';
import type { WebApp, WebEnvironment } from '../http/environment.ts';
import { asRefusal, perform, statusOf, type FormValues } from '../http/form.ts';
import { refusedBy, keepUrl } from './form-answer.tsx';
import { setFlash, type Said } from '../page/flash.ts';
import { contactPage } from './show-contact.tsx';
import { untilWhen } from '../page/until-field.ts';

type Step = (
  client: OperationContext,
  contact: { readonly ref: string; readonly form: FormValues },
) => Promise<Said>;

/** What can be done to a journey as a whole. */
export function journeyRoutes(app: WebApp): void {
  const steps: Readonly<Record<string, Step>> = {
    pause: async (client, { ref }) => {
      await perform(pause, client, { ref });
      return 'paused';
    },
    resume: async (client, { ref }) => {
      await perform(resume, client, { ref });
      return 'resumed';
    },
    reopen: async (client, { ref }) => {
      await perform(reopenContact, client, { ref });
      return 'reopened';
    },
    remove: async (client, { ref, form }) => {
      await perform(removeContact, client, { ref, anyway: form['anyway'] !== undefined });
      return 'removed';
    },
    snooze: snoozed,
    stop: stopped,
    unsuppress: unsuppressed,
  };
  for (const [name, step] of Object.entries(steps)) {
    app.post(`/contacts/:ref/${name}`, (c) => take(c, c.req.param('ref'), step));
  }
}

async function take(c: Context<WebEnvironment>, ref: string, step: Step): Promise<Response> {
  const form = c.get('form');
  const context = c.get('context');
  try {
    const { id } = await findContact(context, ref);
    const said = await step(context, { ref, form });
    setFlash(c, said, { contactIds: [id] });
    return c.redirect(said === 'removed' ? '/board' : `/contacts/${encodeURIComponent(ref)}`, 303);
  } catch (error) {
    const refusal = asRefusal(error);
    keepUrl(c);
    const spot = { at: 'contact', refused: refusedBy(refusal, form) };
    return contactPage(c, ref, spot, statusOf(refusal));
  }
}

const snoozed: Step = async (client, { ref, form }) => {
  await perform(snooze, client, { ref, until: await untilWhen(client, form) });
  return 'snoozed';
};

const stopped: Step = async (client, { ref, form }) => {
  await perform(stop, client, { ref, keepMeeting: form['keepMeeting'] !== undefined });
  if (form['suppress'] !== undefined) {
    const { addresses } = await perform(showContact, client, { ref });
    for (const email of addresses) await perform(suppressAddress, client, { email });
    return 'suppressed';
  }
  return 'stopped';
};

/** Of all the addresses of the person: each was suppressed for the same reason. */
const unsuppressed: Step = async (client, { ref, form }) => {
  const why = form['why'] ?? '';
  const { suppressedAddresses } = await perform(showContact, client, { ref });
  for (const email of suppressedAddresses) await perform(unsuppressAddress, client, { email, why });
  return 'unsuppressed';
};
