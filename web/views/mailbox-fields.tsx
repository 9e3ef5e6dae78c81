import type { FC } from 'hono/jsx';
import { Field, Post, RefusedNote, type Refused } from './form.tsx';

export type Check = { readonly check: string; readonly ok: boolean; readonly detail: string };

/** What a provider wants, shown before the password is asked for. */
export type Advice = { readonly name: string; readonly sentences: readonly string[] };

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
    <ProviderAdvice advice={advice} />
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
        Only needed where Rapport does not know your provider. Your provider’s help pages have them.
      </p>
      <Field name="user" label="Sign-in name, if not the address" refused={refused} />
      <Field name="imap" label="IMAP server" placeholder="imap.example.org:993" refused={refused} />
      <Field name="smtp" label="SMTP server" placeholder="smtp.example.org:465" refused={refused} />
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
      Or <a href="/mailboxes/sign-in?provider=microsoft">sign in with Microsoft</a>, or{' '}
      <a href="/mailboxes/sign-in?provider=google">with Google</a>, without a password.
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

export const ProviderAdvice: FC<{ readonly advice: Advice | undefined }> = ({ advice }) => (
  <div id="advice" role="status">
    {advice !== undefined && (
      <div class="note">
        <strong>{advice.name}</strong>
        {advice.sentences.map((sentence) => (
          <p>{sentence}</p>
        ))}
      </div>
    )}
  </div>
);
