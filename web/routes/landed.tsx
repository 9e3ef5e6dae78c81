import { tellOfNewRole } from '../../operations/landed/tell-everybody.ts';
import type { WebApp } from '../http/environment.ts';
import { asRefusal, given, perform, statusOf } from '../http/form.ts';
import { setFlash } from '../page/flash.ts';
import { loadFrame } from '../page/load-frame.ts';
import { LandedPage } from '../views/landed.tsx';
import { refusedBy, keepUrl } from './form-answer.tsx';

/** Telling those who helped of a new role: who they are first, then a draft for each. */
export function landedRoutes(app: WebApp): void {
  app.get('/landed', async (c) => c.html(<LandedPage frame={await loadFrame(c)} typed={{}} />));

  app.post('/landed', async (c) => {
    const typed = c.get('form');
    const dryRun = typed['step'] !== 'draft';
    try {
      const helpers = await perform(tellOfNewRole, c.get('context'), {
        role: typed['role'] ?? '',
        ...given(typed, ['company']),
        dryRun,
      });
      if (dryRun) {
        keepUrl(c);
        const frame = await loadFrame(c);
        return c.html(<LandedPage frame={frame} typed={typed} helpers={helpers} />);
      }
      setFlash(c, 'landed', { contactIds: helpers.slice(0, 50).map(({ contactId }) => contactId) });
      return c.redirect('/', 303);
    } catch (error) {
      const refusal = asRefusal(error);
      keepUrl(c);
      const frame = await loadFrame(c);
      const refused = refusedBy(refusal, typed);
      return c.html(
        <LandedPage frame={frame} typed={typed} refused={refused} />,
        statusOf(refusal),
      );
    }
  });
}
