import type { FC } from 'hono/jsx';
import type { DiscoveryView } from '../../operations/mailboxes/discover-mailbox.ts';
import { Field, Post, RefusedNote, type Refused } from './form.tsx';

export type Check = { readonly check: string; readonly ok: boolean; readonly detail: string };

/** What was found out about the address, shown before the password is asked for. */
export type Advice = DiscoveryView;

const advanced = ['user', 'imap', 'smtp', 'security', 'ca'];

export const MailboxForm: FC<{
  readonly csrf: string;
  readonly refused?: Refused | undefined;
  readonly checks?: readonly Check[] | undefined;
  readonly advice?: Advice | undefined;
}> = ({ csrf, refused, checks, advice }) => (
  <Post to="/mailboxes" csrf={csrf} class="mailbox-form">
    <RefusedNote
      refused={
        refused === undefined || checks === undefined
          ? refused
          : { ...refused, message: 'The mailbox was not connected, and nothing was stored.' }
      }
    />
    {checks !== undefined && <Checks checks={checks} />}
    <Field
      name="address"
      label="Email address"
      type="email"
      autocomplete="email"
      required
      refused={refused}
      hx-get="/mailboxes/advice"
      hx-target="#advice"
      hx-swap="outerHTML"
      hx-push-url="false"
    />
    <ProviderNote found={advice} />
    <Field
      name="password"
      label="App password"
      type="password"
      autocomplete="off"
      required
      hint="Most providers want an app password made for one program, not the one you sign in with. It is stored encrypted."
      refused={refused}
    />
    <details open={advanced.some((name) => (refused?.values[name] ?? '') !== '')}>
      <summary>Server and sign-in name</summary>
      <p class="hint">
        Only to use others than those shown above, or where Rapport does not know your provider.
        Your provider’s help pages have them.
      </p>
      <Field name="user" label="Sign-in name, if not the address" refused={refused} />
      <Field name="imap" label="IMAP server" placeholder="imap.example.org:993" refused={refused} />
      <Field name="smtp" label="SMTP server" placeholder="smtp.example.org:465" refused={refused} />
      <Encryption refused={refused} />
      <Field
        name="ca"
        label="Certificate authority (PEM)"
        rows={3}
        hint="Only for a server with a private authority."
        refused={refused}
      />
    </details>
    <button class="primary">Check and connect</button>
    <p class="hint">
      Without a password: <a href="/mailboxes/sign-in?provider=microsoft">Sign in with Microsoft</a>{' '}
      or <a href="/mailboxes/sign-in?provider=google">Sign in with Google</a>.
    </p>
    <p class="hint">
      Rapport signs in, reads the list of folders and looks whether it could send. No mail is sent
      and nothing is marked as read.
    </p>
  </Post>
);

const checkWords: Readonly<Record<string, string>> = {
  sign_in_imap: 'Signing in to read',
  sign_in_smtp: 'Signing in to send',
  read: 'Reading',
  folders: 'Folders',
  idle: 'Hearing of new mail at once',
  sent_copy: 'Copies in Sent',
  came_back: 'Coming back',
  folder: 'Where it landed',
  from: 'From',
  message_id: 'Message id',
  copy: 'Copy in Sent',
  vouched_for: 'Signature',
  domain: 'Your domain',
};

export const Checks: FC<{ readonly checks: readonly Check[] }> = ({ checks }) => (
  <ul class="checks" data-keep>
    {checks.map((check) => (
      <li class={check.ok ? 'ok' : 'failed'}>
        <strong>
          {checkWords[check.check] ?? check.check}
          <span class="unseen">{check.ok ? ': works' : ': failed'}</span>
        </strong>
        <span>{check.detail}</span>
      </li>
    ))}
  </ul>
);

/** What Rapport will do with the address and why, before a password is typed. */
export const ProviderNote: FC<{ readonly found: Advice | undefined }> = ({ found }) => (
  <div id="advice" role="status">
    {found !== undefined && <Found found={found} />}
  </div>
);

const Found: FC<{ readonly found: Advice }> = ({ found }) => (
  <div class="note">
    {found.name !== null && <strong>{found.name}</strong>}
    {found.imap !== null && (
      <p>
        Reads from <code>{found.imap}</code>, sends through <code>{found.smtp}</code>.{' '}
        {found.source}
      </p>
    )}
    {found.advice.map((sentence) => (
      <p>{sentence}</p>
    ))}
    {found.imap !== null && !found.sure && (
      <p>
        <label>
          <input type="checkbox" name="confirmed" value={`${found.imap} ${found.smtp}`} /> These
          servers are right
        </label>
      </p>
    )}
    {found.oauth !== null && (
      <p>
        <a
          class={found.oauthOnly ? 'button primary' : 'button'}
          href={`/mailboxes/sign-in?provider=${found.oauth}&address=${encodeURIComponent(found.address)}`}
        >
          Sign in with {found.oauth === 'google' ? 'Google' : 'Microsoft'}
        </a>
      </p>
    )}
  </div>
);

const Encryption: FC<{ readonly refused: Refused | undefined }> = ({ refused }) => (
  <div class="field">
    <label for="field-security">Encryption</label>
    <select id="field-security" name="security">
      {[
        ['', 'As usual for the port'],
        ['tls', 'TLS from the start'],
        ['starttls', 'STARTTLS'],
        ['none', 'None (this machine only)'],
      ].map(([value, label]) => (
        <option value={value} selected={refused?.values['security'] === value}>
          {label}
        </option>
      ))}
    </select>
  </div>
);
