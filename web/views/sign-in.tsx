import type { FC } from 'hono/jsx';
import { Layout } from './layout.tsx';

export const SignInPage: FC<{
  readonly withPassword: boolean;
  readonly wrong?: string | undefined;
}> = ({ withPassword, wrong }) => (
  <Layout title="Sign in">
    <div class="alone">
      <p class="wordmark large">Rapport</p>
      <h1>Sign in</h1>
      <form method="post" action="/sign-in">
        {withPassword ? (
          <div class="field">
            <label for="secret">Password</label>
            <input
              id="secret"
              name="secret"
              type="password"
              autocomplete="current-password"
              required
              autofocus
              aria-describedby={wrong === undefined ? undefined : 'wrong'}
            />
          </div>
        ) : (
          <div class="field">
            <label for="secret">Sign-in address or token</label>
            <p class="hint" id="secret-hint">
              Open the address that Rapport printed when it started, or paste it here. The command{' '}
              <code>rapport status</code> prints it again.
            </p>
            <input
              id="secret"
              name="secret"
              type="password"
              autocomplete="off"
              required
              autofocus
              aria-describedby={wrong === undefined ? 'secret-hint' : 'secret-hint wrong'}
            />
          </div>
        )}
        {wrong !== undefined && (
          <p class="refused" role="alert" id="wrong">
            {wrong}
          </p>
        )}
        <button class="primary">Sign in</button>
      </form>
    </div>
  </Layout>
);
