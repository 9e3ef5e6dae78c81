import type { Context } from 'hono';
import { Conflict } from '../../domain/errors.ts';
import {
  answerSignIn,
  findSignInByState,
  finishSignIn,
  showSignIn,
} from '../../operations/mailboxes/oauth/finish-sign-in.ts';
import { providerName } from '../../operations/mailboxes/oauth/set-oauth-client.ts';
import { startSignIn } from '../../operations/mailboxes/oauth/start-sign-in.ts';
import type { WebDeps } from '../deps.ts';
import type { WebApp, WebEnvironment } from '../http/environment.ts';
import { asRefusal, given, perform, statusOf } from '../http/form.ts';
import { findSession } from '../http/session.ts';
import { setFlash } from '../page/flash.ts';
import { loadFrame } from '../page/load-frame.ts';
import { refusedBy, keepUrl } from './form-answer.tsx';
import { ErrorPage } from '../views/error.tsx';
import { OAuthDonePage, OAuthFailedPage, OAuthStartPage, OAuthWaitPage } from '../views/oauth.tsx';

/**
 * Where the browser comes back from Google or Microsoft, perhaps under another name of this machine
 * and so without a session. It can do nothing but answer a sign-in that was begun here: its state,
 * known to nobody else, works once.
 */
export function oauthAnswerRoute(app: WebApp, deps: WebDeps): void {
  app.get('/mailboxes/oauth', async (c) => {
    const row = await findSignInByState(deps.db, c.req.query('state') ?? '');
    if (row === undefined) {
      const message = 'No sign-in waits for this answer. Begin again on the page of the mailbox.';
      return c.html(<ErrorPage title="Not here" message={message} />, 404);
    }
    const session = await findSession(c, deps.db, new Date());
    try {
      await answerSignIn(deps.contextFor(row.userId), row, new URL(c.req.url));
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      if (session !== undefined)
        return c.redirect(`/mailboxes/sign-in?provider=${row.provider}&failed=${row.id}`, 303);
      return c.html(<OAuthFailedPage message={error.message} />, 409);
    }
    if (session === undefined) return c.html(<OAuthDonePage />);
    setFlash(c, 'connected');
    return c.redirect('/settings', 303);
  });
}

/** Signing in at Google or Microsoft, to connect a mailbox or to renew its access. */
export function oauthRoutes(app: WebApp): void {
  app.get('/mailboxes/sign-in', async (c) => {
    const wanted = await wantedSignIn(c);
    const { provider } = wanted.values;
    const client = await c.get('context').db.oauthClient.findUnique({ where: { provider } });
    const frame = await loadFrame(c);
    return c.html(
      <OAuthStartPage
        frame={frame}
        refused={{ ...wanted, field: undefined }}
        known={client !== null}
      />,
      wanted.message === '' ? 200 : 409,
    );
  });

  app.post('/mailboxes/sign-in', async (c) => {
    const form = c.get('form');
    const provider = providerName.safeParse(form['provider']).data;
    try {
      const begun = await perform(startSignIn, c.get('context'), {
        ...(provider === undefined ? {} : { provider }),
        ...given(form, ['address', 'mailboxId', 'user', 'clientId', 'clientSecret', 'tenant']),
        device: form['device'] === 'yes',
        anyAccount: form['anyAccount'] === 'yes',
      });
      keepUrl(c);
      return c.html(<OAuthWaitPage frame={await loadFrame(c)} begun={begun} />);
    } catch (error) {
      const refusal = asRefusal(error);
      const { clientSecret: _, ...values } = form;
      keepUrl(c);
      const frame = await loadFrame(c);
      return c.html(
        <OAuthStartPage frame={frame} refused={refusedBy(refusal, values)} known={false} />,
        statusOf(refusal),
      );
    }
  });

  app.post('/mailboxes/sign-ins/:signInId/finish', async (c) => {
    const signInId = c.req.param('signInId');
    const form = c.get('form');
    try {
      const done = await perform(finishSignIn, c.get('context'), {
        signInId,
        ...given(form, ['url']),
      });
      if (done.state === 'connected') {
        setFlash(c, 'connected');
        return c.redirect('/settings', 303);
      }
      throw new Conflict('The sign-in is not finished yet. Sign in there, then try again here.');
    } catch (error) {
      const refusal = asRefusal(error);
      keepUrl(c);
      const begun = {
        signInId,
        url: form['signInUrl'] ?? '',
        userCode: form['userCode'] || null,
        adminRequest: null,
      };
      const frame = await loadFrame(c);
      return c.html(
        <OAuthWaitPage frame={frame} begun={begun} refused={refusedBy(refusal, {})} />,
        statusOf(refusal),
      );
    }
  });
}

/** What the form begins with: what its address says, or a sign-in that failed and is begun again. */
async function wantedSignIn(c: Context<WebEnvironment>) {
  const provider = providerName.safeParse(c.req.query('provider')).data ?? 'google';
  const signInId = c.req.query('failed');
  if (signInId === undefined)
    return { message: '', values: { provider, address: c.req.query('address') ?? '' } };
  const { address, message } = await perform(showSignIn, c.get('context'), { signInId });
  return { message: message ?? 'The sign-in did not work.', values: { provider, address } };
}
