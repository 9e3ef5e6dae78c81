import type { FC } from 'hono/jsx';
import type { ProfileView } from '../../operations/settings/show-profile.ts';
import type { Frame } from '../page/frame.ts';
import { Post, RefusedNote, type Refused } from './form.tsx';
import { Layout } from './layout.tsx';
import { MailboxForm, type Advice, type Check } from './mailbox-fields.tsx';
import { ProfileFields } from './profile-fields.tsx';

/** What stands here before there is a mailbox: two ways, side by side. */
export const WelcomePage: FC<{
  readonly frame: Frame;
  readonly refused?: Refused | undefined;
  readonly checks?: readonly Check[] | undefined;
  readonly advice?: Advice | undefined;
}> = ({ frame, refused, checks, advice }) => (
  <Layout title="Welcome" frame={frame}>
    <div class="welcome">
      <div class="welcome-top">
        <div>
          <h1>Write to people you want to learn from</h1>
          <p class="lead">
            Rapport runs your informational interviews: twenty minutes with somebody who does what
            you would like to do. It drafts the mail, you approve it, and it takes care of the rest:
            sends it in their working hours, waits for the answer, nudges once, and never writes to
            somebody who has replied. Nothing leaves without your yes.
          </p>
          <p class="for-whom">
            For graduates, people who change career or country, and those who help them: anybody who
            writes to five people or two hundred, from their own mailbox.
          </p>
          <p class="or">
            <a href="#way-practice">Or practise first, with a built-in mailbox</a>
          </p>
        </div>
        <SampleLetter />
      </div>
      <div class="ways">
        <section aria-labelledby="way-mailbox">
          <h2 id="way-mailbox">Connect your mailbox</h2>
          <p class="hint">For the real thing. Everything stays on this machine.</p>
          <MailboxForm csrf={frame.csrf} refused={refused} checks={checks} advice={advice} />
        </section>
        <section aria-labelledby="way-practice">
          <h2 id="way-practice">Practise first</h2>
          <p>
            A built-in mailbox with made-up people who answer, decline, are away or stay silent. No
            mail leaves this machine, and you can connect your own mailbox later.
          </p>
          <Post to="/practice" csrf={frame.csrf}>
            <button>Start practising</button>
          </Post>
        </section>
      </div>
    </div>
  </Layout>
);

/** What the first mail to somebody looks like. */
const SampleLetter: FC = () => (
  <figure class="sample">
    <figcaption>A mail as Rapport drafts it from four notes</figcaption>
    <div class="letter">
      <dl>
        <dt>To</dt>
        <dd>ana@ferrovia-labs.example</dd>
        <dt>Subject</dt>
        <dd class="subject">Quick question from Mira Hofmann, Technical University</dd>
      </dl>
      <div class="text">{sample}</div>
    </div>
  </figure>
);

const sample = `Dear Ana,

I am finishing a degree in physics and found you through our alumni network. What stays with me is how you moved from research into product.

Would you have 20 minutes for me in the next two to four weeks? I would like to ask about your first year after research, what an ordinary week looks like, and what to learn first. I am not looking for a job, only for your view.

Thank you for reading this.

Mira Hofmann`;

/** The step after it: who is writing. */
export const WhoAreYouPage: FC<{
  readonly frame: Frame;
  readonly profile: ProfileView;
  readonly refused?: Refused | undefined;
}> = ({ frame, profile, refused }) => (
  <Layout title="About you" frame={frame}>
    <div class="reading">
      <h1>Who is writing?</h1>
      <p class="lead">Rapport drafts in your name. You can change this at any time.</p>
      <Post to="/profile" csrf={frame.csrf}>
        <input type="hidden" name="back" value="/welcome/profile" />
        <RefusedNote refused={refused} />
        <ProfileFields profile={profile} refused={refused} />
        <div class="row">
          <button class="primary">Save and go on</button>
        </div>
      </Post>
    </div>
  </Layout>
);
