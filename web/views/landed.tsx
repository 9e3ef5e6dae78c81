import type { FC } from 'hono/jsx';
import type { Frame } from '../page/frame.ts';
import { counted } from '../page/labels.ts';
import { Field, Post, RefusedNote, type Refused } from './form.tsx';
import { Layout } from './layout.tsx';

/** A new role: who helped is told, each in a mail of their own. `helpers` is undefined until the role is named. */
export const LandedPage: FC<{
  readonly frame: Frame;
  readonly typed: Readonly<Record<string, string>>;
  readonly helpers?: readonly { readonly contactId: string; readonly name: string }[] | undefined;
  readonly refused?: Refused | undefined;
}> = ({ frame, typed, helpers, refused }) => (
  <Layout title="You have a new role" frame={frame}>
    <div class="reading">
      <h1>You have a new role</h1>
      <p class="lead">
        Rapport drafts a mail to everybody who answered you, talked with you or introduced you, each
        with what they did. Every one waits for your approval.
      </p>
      <Post to="/landed" csrf={frame.csrf}>
        <RefusedNote refused={refused} />
        <Field
          name="role"
          label="The role"
          required
          placeholder="grid analyst"
          value={typed['role']}
          refused={refused}
        />
        <Field
          name="company"
          label="Company or organisation"
          value={typed['company']}
          refused={refused}
        />
        {helpers !== undefined && helpers.length > 0 && (
          <section aria-labelledby="helpers-title">
            <h2 id="helpers-title">{counted(helpers.length, 'person', 'people')} helped</h2>
            <ul class="plain-list">
              {helpers.map(({ contactId, name }) => (
                <li>
                  <a href={`/contacts/${contactId}`}>{name}</a>
                </li>
              ))}
            </ul>
          </section>
        )}
        {helpers?.length === 0 && (
          <p class="note">Nobody has answered, met or introduced you yet.</p>
        )}
        <div class="row">
          {helpers !== undefined && helpers.length > 0 && (
            <button class="primary" name="step" value="draft">
              Draft {counted(helpers.length, 'mail')}
            </button>
          )}
          <button class={helpers === undefined ? 'primary' : undefined}>See who helped</button>
        </div>
      </Post>
    </div>
  </Layout>
);
