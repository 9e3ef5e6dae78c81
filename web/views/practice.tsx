import type { FC } from 'hono/jsx';
import type { PracticePerson } from '../deps.ts';
import type { Frame } from '../page/frame.ts';
import { practiceSteps, type PracticeStep } from '../page/practice-progress.ts';
import { Post } from './form.tsx';
import { Layout } from './layout.tsx';
import { Time } from './time.tsx';

const tasks: Readonly<Record<PracticeStep, { readonly task: string; readonly how: string }>> = {
  choose: {
    task: 'Choose somebody to write to',
    how: 'Take one of the people below, or add somebody of your own making: they answer too.',
  },
  approve: {
    task: 'Read the mail and approve it',
    how: 'Change what you like first. Nothing goes out before you press Approve.',
  },
  wait: {
    task: 'Wait for the answer',
    how: 'It takes about half a minute here, and days with real people. It appears by itself.',
  },
  judge: {
    task: 'Say what the answer means',
    how: 'Rapport never guesses what goes out next: you tell it, and it drafts the next mail.',
  },
};

/** The guided task, until the first answer has been judged. */
export const PracticeGuide: FC<{ readonly step: PracticeStep | undefined }> = ({ step }) => (
  <section id="guide" class="guide" data-live data-live-replace aria-label="Practice">
    {step !== undefined && (
      <>
        <p class="guide-now">
          <strong>
            Practice, step {practiceSteps.indexOf(step) + 1} of {practiceSteps.length}:{' '}
            {tasks[step].task}.
          </strong>{' '}
          <span>{tasks[step].how}</span>
        </p>
        <ol class="guide-steps" aria-label="All steps">
          {practiceSteps.map((each, at) => (
            <li
              class={at < practiceSteps.indexOf(step) ? 'done' : undefined}
              aria-current={each === step ? 'step' : undefined}
            >
              {tasks[each].task}
            </li>
          ))}
        </ol>
      </>
    )}
  </section>
);

/** Whom to write to while practising, each with what it shows. */
export const PractisePeople: FC<{
  readonly people: readonly PracticePerson[];
  readonly frame: Frame;
}> = ({ people, frame }) => (
  <section id="practise" class="practise" data-live data-live-replace>
    {people.length > 0 && (
      <>
        <h2>People to practise with</h2>
        <p class="hint">
          Nobody of them exists, and no mail leaves this machine. What takes days takes minutes.
        </p>
        <ul>
          {people.map((person) => (
            <li>
              <span>
                <strong>{person.name}</strong>
                <span class="hint">
                  {person.role}, {person.company}: {person.hint}
                </span>
              </span>
              <Post to="/practice/people" csrf={frame.csrf}>
                <input type="hidden" name="email" value={person.email} />
                <button aria-label={`Write to ${person.name}`}>Write</button>
              </Post>
            </li>
          ))}
        </ul>
      </>
    )}
  </section>
);

/** The end of the guided task: what was just done, and what comes next. */
export const PracticeDonePage: FC<{
  readonly frame: Frame;
  readonly contactId: string;
  readonly name: string;
  readonly sentAt: Date | null;
}> = ({ frame, contactId, name, sentAt }) => (
  <Layout title="Your first answer" frame={frame}>
    <div class="reading">
      <h1>You have had your first answer</h1>
      <p class="lead">That was all there is to it. Here is what happened, and what comes next.</p>
      <h2>What you did</h2>
      <ul class="plain-list">
        <li>You read a mail to {name}, and approved it.</li>
        <li>
          Rapport sent it
          {sentAt !== null && (
            <>
              {' '}
              <Time at={sentAt.toISOString()} clock={frame.clock} />
            </>
          )}
          , watched the mailbox, and found the answer.
        </li>
        <li>You said what the answer means. That decides what Rapport drafts next.</li>
      </ul>
      <h2>What comes next</h2>
      <ul class="plain-list">
        <li>
          With {name}: the next mail, such as times to talk, waits for your approval under{' '}
          <a href="/">Needs you</a> as soon as it is drafted.
        </li>
        <li>
          Practise with somebody who stays silent: after two minutes, which stand for a week, a
          nudge is drafted.
        </li>
        <li>
          When you are ready, connect your own mailbox. With real people mails go out in their
          working hours, and a nudge waits a week.
        </li>
      </ul>
      <div class="row">
        <a class="button primary" href="/">
          Go on practising
        </a>
        <a class="button" href={`/contacts/${contactId}`}>
          See all about {name}
        </a>
        <a class="button" href="/settings#mailboxes">
          Connect your own mailbox
        </a>
      </div>
    </div>
  </Layout>
);
