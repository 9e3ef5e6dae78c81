import { checkIn } from '../../operations/journeys/check-in.ts';
import type { WebApp } from '../http/environment.ts';
import { asRefusal, onOneLine, perform } from '../http/form.ts';
import { setFlash } from '../page/flash.ts';
import { renderFormError, toDraft } from './form-answer.tsx';

/** Writing to somebody one keeps in touch with, for a reason. */
export function checkInRoutes(app: WebApp): void {
  app.post('/contacts/:ref/check-in', async (c) => {
    const ref = c.req.param('ref');
    const reason = onOneLine(c.get('form')['reason'] ?? '');
    try {
      const { draftId, contactId } = await perform(checkIn, c.get('context'), { ref, reason });
      setFlash(c, 'checkIn', { contactIds: [contactId] });
      return toDraft(c, draftId);
    } catch (error) {
      return renderFormError(c, { error: asRefusal(error), at: ref });
    }
  });
}
