import type { Context } from 'hono';
import { NotFound } from '../../domain/errors.ts';
import { listTemplates, type TemplateView } from '../../operations/templates/list-templates.ts';
import {
  previewTemplate,
  resetTemplate,
  saveTemplate,
} from '../../operations/templates/save-template.ts';
import type { WebApp, WebEnvironment } from '../http/environment.ts';
import { asRefusal, perform, statusOf } from '../http/form.ts';
import { setFlash } from '../page/flash.ts';
import { loadFrame } from '../page/load-frame.ts';
import { TemplatePage, TemplatesPage } from '../views/templates.tsx';
import { refusedBy, keepUrl } from './form-answer.tsx';

/** Reading, trying and changing the templates of drafts. */
export function templateRoutes(app: WebApp): void {
  app.get('/templates', async (c) => {
    const [frame, templates] = await Promise.all([
      loadFrame(c),
      perform(listTemplates, c.get('context'), {}),
    ]);
    return c.html(<TemplatesPage frame={frame} templates={templates} />);
  });

  app.get('/templates/:purpose/:language', async (c) => {
    const [frame, template] = await Promise.all([loadFrame(c), named(c)]);
    return c.html(<TemplatePage frame={frame} template={template} />);
  });

  app.post('/templates/:purpose/:language', async (c) => {
    const { subject = '', text = '', then } = c.get('form');
    const template = { ...(await named(c)), subject, text };
    const { purpose, language } = template;
    const words = { purpose, language, subject, text };
    try {
      if (then === 'preview') {
        keepUrl(c);
        const preview = await perform(previewTemplate, c.get('context'), words);
        return c.html(
          <TemplatePage frame={await loadFrame(c)} template={template} preview={preview} />,
        );
      }
      await perform(saveTemplate, c.get('context'), words);
    } catch (error) {
      const refusal = asRefusal(error);
      keepUrl(c);
      const refused = refusedBy(refusal, c.get('form'));
      return c.html(
        <TemplatePage frame={await loadFrame(c)} template={template} refused={refused} />,
        statusOf(refusal),
      );
    }
    setFlash(c, 'saved');
    return c.redirect('/templates', 303);
  });

  app.post('/templates/:purpose/:language/reset', async (c) => {
    const { purpose, language } = await named(c);
    await perform(resetTemplate, c.get('context'), { purpose, language });
    setFlash(c, 'saved');
    return c.redirect('/templates', 303);
  });
}

/** The template in use that the address names. Throws NotFound. */
async function named(c: Context<WebEnvironment>): Promise<TemplateView> {
  const templates = await perform(listTemplates, c.get('context'), {});
  const found = templates.find(
    ({ purpose, language }) =>
      purpose === c.req.param('purpose') && language === c.req.param('language'),
  );
  if (!found) throw new NotFound('There is no such template.');
  return found;
}
