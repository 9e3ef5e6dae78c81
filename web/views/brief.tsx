import type { FC } from 'hono/jsx';
import type { BriefView } from '../../operations/briefs/load-brief.ts';
import type { Frame } from '../page/frame.ts';
import { Field, Post, RefusedNote, type Refused } from './form.tsx';
import { Layout } from './layout.tsx';

/** One page for the day before, to read on a phone or to print. */
export const BriefPage: FC<{
  readonly frame: Frame;
  readonly brief: BriefView;
  readonly refused?: Refused | undefined;
}> = ({ frame, brief, refused }) => (
  <Layout title={`Brief: ${brief.contactName}`} frame={frame}>
    <article class="brief prose">
      <div class="page-head">
        <h1>{brief.contactName}</h1>
        <p class="meta">
          <a href={`/contacts/${brief.contactId}`}>Contact page</a>
        </p>
      </div>
      <WhenAndWhere brief={brief} />
      <section>
        <h2>Who they are</h2>
        <ul>
          {brief.who.split('\n').map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>What I want to learn</h2>
        <p>{brief.goals}</p>
      </section>
      <section>
        <h2>To begin with</h2>
        <p>{brief.icebreaker}</p>
      </section>
      <section>
        <h2>My story in a minute</h2>
        <p>{brief.story}</p>
      </section>
      <section>
        <h2>Questions</h2>
        <ol>
          {brief.questions.map(({ text, theme, about }) => (
            <li>
              {text}{' '}
              <span class="hint">
                ({theme}, about the {about === 'role' ? 'work' : 'organisation'})
              </span>
            </li>
          ))}
        </ol>
      </section>
      <section>
        <h2>Checklist</h2>
        <ul>
          {brief.checklist.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </section>
      <details class="no-print" open={refused !== undefined}>
        <summary>Change the questions or add notes</summary>
        <RefusedNote refused={refused} />
        <Post to={`/contacts/${brief.contactId}/brief`} csrf={frame.csrf}>
          <Field
            name="questions"
            label="Questions, one a line"
            value={brief.questions.map(({ text }) => text).join('\n')}
            rows={10}
            hint="Left empty, the suggested ones come back."
            refused={refused}
          />
          <Field name="notes" label="Notes" value={brief.notes} rows={4} refused={refused} />
          <button>Save</button>
        </Post>
      </details>
    </article>
  </Layout>
);

const WhenAndWhere: FC<{ readonly brief: BriefView }> = ({ brief: { meeting, join } }) =>
  meeting === null ? (
    <p class="note">No time is agreed yet.</p>
  ) : (
    <section>
      <h2>When and where</h2>
      <p>
        <strong>{meeting.yours}</strong>, {meeting.minutes} minutes
        {withoutZone(meeting.theirs) !== withoutZone(meeting.yours) && (
          <>. For them: {meeting.theirs}</>
        )}
      </p>
      <p>
        {join === null ? (
          'No link or place is noted yet.'
        ) : /^https?:\/\//.test(join) ? (
          <a href={join} rel="noreferrer">
            {join}
          </a>
        ) : (
          join
        )}
      </p>
    </section>
  );

/** "Tuesday 1 December, 14:30" of "Tuesday 1 December, 14:30 (Lisbon)". */
function withoutZone(time: string): string {
  return time.replace(/ \([^()]*\)$/, '');
}
