import type { Context } from 'hono';
import { InvalidInput } from '../../domain/errors.ts';
import { largestFile } from '../../domain/people-files/read-people-file.ts';
import { importPeople } from '../../operations/prospects/import-people.ts';
import { undoImport } from '../../operations/prospects/undo-import.ts';
import type { WebApp, WebEnvironment } from '../http/environment.ts';
import { asRefusal, perform, statusOf } from '../http/form.ts';
import { setFlash } from '../page/flash.ts';
import { loadFrame } from '../page/load-frame.ts';
import { writeProspectsAddress } from '../page/prospects-address.ts';
import { ImportPage, ImportPreviewPage } from '../views/import.tsx';
import { refusedBy, keepUrl } from './form-answer.tsx';

export const importsPath = '/imports';
/** Bytes of a request: the preview carries the file as base64, to be imported as it was shown. */
export const largestUpload = Math.ceil(largestFile * 1.4);

/** A file of people: sent, shown row by row, and only then kept; and an import taken back. */
export function importRoutes(app: WebApp): void {
  app.get(importsPath, async (c) => c.html(<ImportPage frame={await loadFrame(c)} />));

  app.post(importsPath, async (c) => {
    const keep = c.get('form')['step'] === 'keep';
    try {
      const content = await sentFile(c);
      const result = await perform(importPeople, c.get('context'), { content, dryRun: !keep });
      if (!keep) {
        keepUrl(c);
        const frame = await loadFrame(c);
        return c.html(<ImportPreviewPage frame={frame} result={result} content={content} />);
      }
      if (result.batchId === null)
        throw new InvalidInput('Nobody in the file is new, so nobody was kept.', 'file');
      setFlash(c, 'imported');
      return c.redirect(writeProspectsAddress({ batch: result.batchId }), 303);
    } catch (error) {
      const refusal = asRefusal(error);
      keepUrl(c);
      const refused = refusedBy(refusal, c.get('form'));
      return c.html(<ImportPage frame={await loadFrame(c)} refused={refused} />, statusOf(refusal));
    }
  });

  app.post(`${importsPath}/:batchId/forget`, async (c) => {
    await perform(undoImport, c.get('context'), { batchId: c.req.param('batchId') });
    setFlash(c, 'importForgotten');
    return c.redirect(writeProspectsAddress({}), 303);
  });
}

/** What was sent, as base64: the file chosen, the lines pasted, or what the preview showed. */
async function sentFile(c: Context<WebEnvironment>): Promise<string> {
  const { content, pasted = '' } = c.get('form');
  if (content !== undefined) return content;
  const { file } = await c.req.parseBody();
  if (file instanceof File && file.size > 0)
    return Buffer.from(await file.arrayBuffer()).toString('base64');
  if (pasted.trim() !== '') return Buffer.from(pasted).toString('base64');
  throw new InvalidInput('Choose a file that is not empty, or paste some lines.', 'file');
}
