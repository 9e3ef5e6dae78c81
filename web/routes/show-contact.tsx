import type { Context } from 'hono';
import { showContact } from '../../operations/contacts/show-contact.ts';
import { listReferrals } from '../../operations/referrals/list-referrals.ts';
import type { WebEnvironment } from '../http/environment.ts';
import { perform } from '../http/form.ts';
import { loadFrame } from '../page/load-frame.ts';
import { ContactPage } from '../views/contact.tsx';
import type { Spot } from '../views/form.tsx';

/** One contact's page, with a refusal beside the form it belongs to where there is one. */
export async function contactPage(
  c: Context<WebEnvironment>,
  ref: string,
  spot?: Spot,
  status: 200 | 404 | 409 | 422 = 200,
): Promise<Response> {
  const context = c.get('context');
  const contact = await perform(showContact, context, { ref });
  const [frame, referrals] = await Promise.all([loadFrame(c), listReferrals.run(context, {})]);
  const writing = c.req.query('write') !== undefined;
  const page = (
    <ContactPage
      frame={frame}
      contact={contact}
      referrals={referrals}
      spot={spot}
      writing={writing}
    />
  );
  return c.html(page, status);
}
