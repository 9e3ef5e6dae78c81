import type { Child, FC } from 'hono/jsx';
import type { Frame } from '../page/frame.ts';
import { Field, Post, RefusedNote, type Refused } from './form.tsx';
import { Layout } from './layout.tsx';

const labels = { google: 'Google', microsoft: 'Microsoft' } as const;

/** Which client id, and which mailbox. */
export const OAuthStartPage: FC<{
  readonly frame: Frame;
  readonly refused: Refused;
  /** A client id is stored already. */
  readonly known: boolean;
}> = ({ frame, refused, known }) => {
  const provider = refused.values['provider'] === 'microsoft' ? 'microsoft' : 'google';
  const label = labels[provider];
  const port = /:(\d+)$/.exec(frame.host)?.[1] ?? '3000';
  return (
    <Layout title={`Sign in with ${label}`} frame={frame}>
      <div class="reading">
        <h1>Sign in with {label}</h1>
        <p class="lead">
          You sign in at {label}; Rapport never sees your password. It uses a client id of your own.
        </p>
        <Post to="/mailboxes/sign-in" csrf={frame.csrf}>
          <RefusedNote refused={refused.message === '' ? undefined : refused} />
          <input type="hidden" name="provider" value={provider} />
          <input type="hidden" name="mailboxId" value={refused.values['mailboxId'] ?? ''} />
          <Field
            name="address"
            label="Email address"
            type="email"
            required={(refused.values['mailboxId'] ?? '') === ''}
            refused={refused}
          />
          <details open={!known}>
            <summary>Client id{known && ' (one is stored; leave empty to keep it)'}</summary>
            {provider === 'google' ? <GoogleClient /> : <MicrosoftClient port={port} />}
            <Field name="clientId" label="Client id" refused={refused} />
            {provider === 'google' && (
              <Field name="clientSecret" label="Client secret" type="password" refused={refused} />
            )}
            {provider === 'microsoft' && (
              <Field
                name="tenant"
                label="Organisation (tenant)"
                hint="Only for a client that is registered for one organisation."
                refused={refused}
              />
            )}
          </details>
          {provider === 'microsoft' && (
            <>
              <Choice name="device" label="Use a code, as the browser is on another machine" />
              <Choice name="anyAccount" label="The account has another name than this address" />
            </>
          )}
          <button class="primary">Go on</button>
        </Post>
      </div>
    </Layout>
  );
};

const Choice: FC<{ readonly name: string; readonly label: string }> = ({ name, label }) => (
  <p>
    <label>
      <input type="checkbox" name={name} value="yes" /> {label}
    </label>
  </p>
);

const GoogleClient: FC = () => (
  <p class="hint">
    An app password is simpler and does the same. For a client id: in the Google Cloud console make
    a project, enable the Gmail API, and create an OAuth client of the type “Desktop app”. Publish
    the app, or Google ends the access after seven days; if it cannot be published, sign in again
    each week.
  </p>
);

const MicrosoftClient: FC<{ readonly port: string }> = ({ port }) => (
  <p class="hint">
    In the Entra admin centre register an app for “Accounts in any organizational directory and
    personal Microsoft accounts”, platform “Mobile and desktop applications”, redirect{' '}
    <code>{`http://localhost:${port}/mailboxes/oauth`}</code>, allow public client flows, and add
    the delegated permissions IMAP.AccessAsUser.All, SMTP.Send and offline_access. Your career
    centre may have such a client id for you.
  </p>
);

/** Rapport waits for the answer of the browser. */
export const OAuthWaitPage: FC<{
  readonly frame: Frame;
  readonly begun: {
    readonly signInId: string;
    readonly url: string;
    readonly userCode: string | null;
    readonly adminRequest: string | null;
  };
  readonly refused?: Refused | undefined;
}> = ({ frame, begun: { signInId, url, userCode, adminRequest }, refused }) => (
  <Layout title="Sign in" frame={frame}>
    <div class="reading">
      <h1>Now sign in</h1>
      <p class="lead">
        {userCode === null
          ? 'Sign in there with the address of the mailbox, and leave every box ticked. You come back here by yourself.'
          : 'Open that page on any device, type the code, and sign in with the address of the mailbox. Then go on here.'}
      </p>
      <RefusedNote refused={refused} />
      {url.startsWith('http') && (
        <p class="sign-in-step">
          <a class="button primary" id="sign-in-there" href={url} hx-boost="false" rel="noreferrer">
            {userCode === null ? 'Sign in there' : 'Open the sign-in page'}
          </a>
        </p>
      )}
      {userCode === null ? (
        <details class="sign-in-step" open={refused !== undefined}>
          <summary>My browser ended at a page that it cannot open</summary>
          <Finish signInId={signInId} url={url} userCode="" frame={frame}>
            <Field
              name="url"
              label="The address of that page"
              hint="Copy the whole address from the address bar and paste it here. This happens when Rapport runs on another machine than the browser."
              refused={refused}
            />
            <button>Finish with this address</button>
          </Finish>
        </details>
      ) : (
        <>
          <p class="sign-in-step">
            The code: <strong class="code">{userCode}</strong>
          </p>
          <Finish signInId={signInId} url={url} userCode={userCode} frame={frame}>
            <button>I have signed in</button>
          </Finish>
        </>
      )}
      {adminRequest !== null && (
        <details class="sign-in-step">
          <summary>“Approval required”? A request for your administrator</summary>
          <pre class="request">{adminRequest}</pre>
        </details>
      )}
    </div>
  </Layout>
);

/** What was begun goes along, so that a refusal can show it again. */
const Finish: FC<{
  readonly signInId: string;
  readonly url: string;
  readonly userCode: string;
  readonly frame: Frame;
  readonly children?: Child;
}> = ({ signInId, url, userCode, frame, children }) => (
  <Post to={`/mailboxes/sign-ins/${signInId}/finish`} csrf={frame.csrf}>
    <input type="hidden" name="signInUrl" value={url} />
    <input type="hidden" name="userCode" value={userCode} />
    {children}
  </Post>
);

/** For a browser that is not signed in here: it came back under another name of this machine. */
export const OAuthFailedPage: FC<{ readonly message: string }> = ({ message }) => (
  <Layout title="Not connected">
    <div class="alone">
      <h1>The mailbox is not connected</h1>
      <p>{message}</p>
      <p>Close this page and begin again in Rapport.</p>
    </div>
  </Layout>
);

export const OAuthDonePage: FC = () => (
  <Layout title="Signed in">
    <div class="alone">
      <h1>The mailbox is connected</h1>
      <p>You can close this page and go back to Rapport.</p>
    </div>
  </Layout>
);
