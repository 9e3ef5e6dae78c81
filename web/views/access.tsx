import type { FC } from 'hono/jsx';
import type { AccessTokenView } from '../../operations/access/access-token-view.ts';
import type { Frame } from '../page/frame.ts';
import { Field, Post, RefusedNote, type Refused } from './form.tsx';
import { Layout } from './layout.tsx';
import { Time } from './time.tsx';

export type AccessProps = {
  readonly frame: Frame;
  readonly tokens: readonly AccessTokenView[];
  /** Made just now; its token is shown this once. */
  readonly made?: (AccessTokenView & { readonly token: string }) | undefined;
  readonly refused?: Refused | undefined;
};

export const AccessPage: FC<AccessProps> = ({ frame, tokens, made, refused }) => (
  <Layout title="Access tokens" frame={frame}>
    <div class="reading">
      <h1>Access tokens</h1>
      <p class="lead">
        A program that calls the{' '}
        <a href="/api/v1/openapi.json" hx-boost="false">
          HTTP API
        </a>{' '}
        sends a token. Whoever has one can do all that you can do here.
      </p>
      {made === undefined ? null : (
        <div class="notice" role="status">
          <p>The token of {made.label}. Copy it now: it is not shown again.</p>
          <p>
            <code>{made.token}</code>
          </p>
        </div>
      )}
      <ul class="mailboxes">
        {tokens.map((token) => (
          <li>
            <p>
              <strong>{token.label}</strong> since{' '}
              <Time at={token.createdAt} clock={frame.clock} as="absolute" />
            </p>
            <Post to={`/access/${token.tokenId}/remove`} csrf={frame.csrf}>
              <button aria-label={`End it: ${token.label}`}>End it</button>
            </Post>
          </li>
        ))}
      </ul>
      <p class="hint">
        A token with the name of a machine and a folder is in the address that signs you in there,
        and is used by the command line of that folder.
      </p>
      <h2>A new one</h2>
      <RefusedNote refused={refused} />
      <Post to="/access" csrf={frame.csrf}>
        <Field name="label" label="Who or what is to use it?" refused={refused} />
        <button class="primary">Make a token</button>
      </Post>
    </div>
  </Layout>
);
