import { addAccessToken } from '../../operations/access/add-access-token.ts';
import { listAccessTokens } from '../../operations/access/list-access-tokens.ts';
import { removeAccessToken } from '../../operations/access/remove-access-token.ts';
import type { Context } from 'hono';
import type { WebApp, WebEnvironment } from '../http/environment.ts';
import { asRefusal, perform, statusOf } from '../http/form.ts';
import { setFlash } from '../page/flash.ts';
import { loadFrame } from '../page/load-frame.ts';
import { AccessPage, type AccessProps } from '../views/access.tsx';
import { refusedBy, keepUrl } from './form-answer.tsx';

/** The tokens that may call the API: made, listed and ended. */
export function accessRoutes(app: WebApp): void {
  app.get('/access', (c) => accessPage(c));

  app.post('/access', async (c) => {
    const form = c.get('form');
    try {
      const made = await perform(addAccessToken, c.get('context'), { label: form['label'] ?? '' });
      // Not by a redirect: the token is nowhere but in this answer.
      keepUrl(c);
      return await accessPage(c, { made });
    } catch (error) {
      const refusal = asRefusal(error);
      keepUrl(c);
      return accessPage(c, { refused: refusedBy(refusal, form) }, statusOf(refusal));
    }
  });

  app.post('/access/:tokenId/remove', async (c) => {
    await perform(removeAccessToken, c.get('context'), { tokenId: c.req.param('tokenId') });
    setFlash(c, 'tokenEnded');
    return c.redirect('/access', 303);
  });
}

async function accessPage(
  c: Context<WebEnvironment>,
  said: Pick<AccessProps, 'made' | 'refused'> = {},
  status: 200 | 404 | 409 | 422 = 200,
): Promise<Response> {
  const [frame, tokens] = await Promise.all([
    loadFrame(c),
    listAccessTokens.run(c.get('context'), {}),
  ]);
  return c.html(<AccessPage frame={frame} tokens={tokens} {...said} />, status);
}
