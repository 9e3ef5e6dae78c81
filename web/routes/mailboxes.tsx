import type { Context } from 'hono';
import { connectMailbox } from '../../operations/mailboxes/connect-mailbox.ts';
import { editMailbox } from '../../operations/mailboxes/edit-mailbox.ts';
import { MailboxRefused } from '../../operations/mailboxes/mailbox-refused.ts';
import { proveMailbox } from '../../operations/mailboxes/prove-mailbox.ts';
import { removeMailbox } from '../../operations/mailboxes/remove-mailbox.ts';
import { sendTestMail } from '../../operations/mailboxes/send-test-mail.ts';
import { testMailbox } from '../../operations/mailboxes/test-mailbox.ts';
import type { InvalidInput, Conflict } from '../../domain/errors.ts';
import {
  discoverMailbox,
  type DiscoveryView,
} from '../../operations/mailboxes/discover-mailbox.ts';
import type { WebApp, WebEnvironment } from '../http/environment.ts';
import { asRefusal, given, perform, statusOf, type FormValues } from '../http/form.ts';
import { loadFrame } from '../page/load-frame.ts';
import { refusedBy, keepUrl } from './form-answer.tsx';
import { setFlash } from '../page/flash.ts';
import { WelcomePage } from '../views/first-run.tsx';
import { ProviderNote } from '../views/mailbox-fields.tsx';
import { refuseAt, settingsPage } from './settings.tsx';

/** Connecting, testing and removing mailboxes; the first of them is the way in. */
export function mailboxRoutes(app: WebApp): void {
  app.get('/welcome', async (c) => c.html(<WelcomePage frame={await loadFrame(c)} />));

  app.get('/mailboxes/advice', async (c) => {
    const found = await discovered(c, c.req.query('address') ?? '');
    return c.html(<ProviderNote found={found} />);
  });

  app.post('/mailboxes', async (c) => {
    const form = c.get('form');
    try {
      await perform(connectMailbox, c.get('context'), {
        address: form['address'] ?? '',
        password: form['password'] ?? '',
        ...confirmedServers(form),
        ...given(form, ['user', 'imap', 'smtp', 'ca']),
        // The operation's own check refuses everything but its three words.
        ...(given(form, ['security']) as { readonly security?: 'tls' }),
      });
    } catch (error) {
      return notConnected(c, asRefusal(error));
    }
    setFlash(c, 'connected');
    return c.redirect('/', 303);
  });

  app.post('/mailboxes/:mailboxId/test', async (c) => {
    const mailboxId = c.req.param('mailboxId');
    try {
      const { checks } = await perform(testMailbox, c.get('context'), { mailboxId });
      keepUrl(c);
      return await settingsPage(c, { checked: { at: mailboxId, checks } });
    } catch (error) {
      return refuseAt(c, mailboxId, asRefusal(error));
    }
  });

  app.post('/mailboxes/:mailboxId/edit', async (c) => {
    const mailboxId = c.req.param('mailboxId');
    try {
      const form = c.get('form');
      const changes = given(form, ['password', 'user', 'imap', 'smtp']);
      await perform(editMailbox, c.get('context'), {
        mailboxId,
        ...changes,
        ...identityIn(form),
      });
    } catch (error) {
      const refusal = asRefusal(error);
      if (!(refusal instanceof MailboxRefused)) return refuseAt(c, mailboxId, refusal);
      keepUrl(c);
      const message = 'The new settings do not work; the old ones are kept.';
      const refused = { message, field: undefined, values: {} };
      return settingsPage(
        c,
        { spot: { at: mailboxId, refused }, checked: { at: mailboxId, checks: refusal.checks } },
        statusOf(refusal),
      );
    }
    setFlash(c, 'mailboxEdited');
    return c.redirect('/settings', 303);
  });

  app.post('/mailboxes/:mailboxId/send-test', async (c) => {
    const mailboxId = c.req.param('mailboxId');
    try {
      await perform(sendTestMail, c.get('context'), { mailboxId });
    } catch (error) {
      return refuseAt(c, mailboxId, asRefusal(error));
    }
    setFlash(c, 'testSent');
    return c.redirect('/settings', 303);
  });

  app.post('/mailboxes/:mailboxId/prove', async (c) => {
    const mailboxId = c.req.param('mailboxId');
    try {
      const { checks } = await perform(proveMailbox, c.get('context'), { mailboxId, wait: 60 });
      keepUrl(c);
      return await settingsPage(c, { checked: { at: mailboxId, checks } });
    } catch (error) {
      return refuseAt(c, mailboxId, asRefusal(error));
    }
  });

  app.post('/mailboxes/:mailboxId/remove', async (c) => {
    const mailboxId = c.req.param('mailboxId');
    try {
      await perform(removeMailbox, c.get('context'), { mailboxId });
    } catch (error) {
      return refuseAt(c, mailboxId, asRefusal(error));
    }
    setFlash(c, 'mailboxRemoved');
    return c.redirect('/settings', 303);
  });
}

async function notConnected(
  c: Context<WebEnvironment>,
  refusal: InvalidInput | Conflict,
): Promise<Response> {
  keepUrl(c);
  const { password: _, ...values } = c.get('form');
  const refused = refusedBy(refusal, values);
  const checks = refusal instanceof MailboxRefused ? refusal.checks : undefined;
  const advice = await discovered(c, values['address'] ?? '');
  const frame = await loadFrame(c);
  if (frame.mailboxes.length === 0) {
    const page = <WelcomePage frame={frame} refused={refused} checks={checks} advice={advice} />;
    return c.html(page, statusOf(refusal));
  }
  const checked = checks === undefined ? undefined : { at: 'connect', checks };
  return settingsPage(c, { spot: { at: 'connect', refused }, checked, advice }, statusOf(refusal));
}

/** The servers that were shown and ticked; what is typed beside them goes first. */
function confirmedServers(form: FormValues): { readonly imap?: string; readonly smtp?: string } {
  const [imap, smtp] = (form['confirmed'] ?? '').split(' ');
  return imap && smtp ? { imap, smtp } : {};
}

/** The fields of the identity form; an empty one resets. */
function identityIn(form: FormValues) {
  const { fromName, fromAddress, junkFolder, sentFolder, aliases } = form;
  return {
    ...(fromName === undefined ? {} : { fromName }),
    ...(fromAddress === undefined ? {} : { fromAddress }),
    ...(junkFolder === undefined ? {} : { junkFolder }),
    ...(sentFolder === undefined ? {} : { sentFolder }),
    ...(aliases === undefined
      ? {}
      : { aliases: aliases.split(/[\s,;]+/).filter((address) => address !== '') }),
  };
}

/** Undefined for what is no address yet. */
async function discovered(
  c: Context<WebEnvironment>,
  address: string,
): Promise<DiscoveryView | undefined> {
  try {
    return await perform(discoverMailbox, c.get('context'), { address });
  } catch (error) {
    asRefusal(error);
    return undefined;
  }
}
