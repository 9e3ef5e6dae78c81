import type { FC } from 'hono/jsx';
import type { Frame } from '../page/frame.ts';
import { Field, Post, RefusedNote, type Refused } from './form.tsx';
import { Layout } from './layout.tsx';

/** "How did it go?": one line is enough. */
export const RecordMeetingPage: FC<{
  readonly frame: Frame;
  readonly contact: { readonly contactId: string; readonly name: string };
  readonly refused?: Refused | undefined;
}> = ({ frame, contact, refused }) => (
  <Layout title={`How did it go? ${contact.name}`} frame={frame}>
    <div class="page-head">
      <h1>How did it go with {contact.name}?</h1>
      <p class="meta">One line is enough. You can add more later, on the same page.</p>
    </div>
    <RefusedNote refused={refused} />
    <Post to={`/contacts/${contact.contactId}/record`} csrf={frame.csrf} class="record reading">
      <Field
        name="takeaways"
        label="What stays with you"
        rows={2}
        hint="The thank-you names it. Several: one a line."
        refused={refused}
      />
      <Field
        name="advice"
        label="Advice you were given"
        rows={2}
        hint="One a line. A later check-in can tell them how it went."
        refused={refused}
      />
      <Field
        name="people"
        label="People they pointed you to"
        rows={2}
        placeholder="Bo Lund <bo@lab.example>: runs the grid lab"
        hint="One a line; the name alone is enough."
        refused={refused}
      />
      <details open={refused !== undefined}>
        <summary>Quotes, skills, openings, resources, notes</summary>
        <Field name="quotes" label="In their words" rows={2} refused={refused} />
        <Field name="skills" label="Skills to learn" rows={2} refused={refused} />
        <Field name="openings" label="Openings you heard of" rows={2} refused={refused} />
        <Field
          name="resources"
          label="Books, groups, events they recommended"
          rows={2}
          refused={refused}
        />
        <Field
          name="offer"
          label="What you could do for them"
          hint="A sentence for the thank-you."
          refused={refused}
        />
        <Field name="notes" label="Notes for yourself" rows={4} refused={refused} />
        <Field
          name="at"
          label="When it was, if it was never scheduled"
          type="date"
          refused={refused}
        />
      </details>
      <div class="row">
        <button class="primary" name="how" value="held">
          It took place
        </button>
        <button name="how" value="no_show">
          They did not come
        </button>
      </div>
    </Post>
  </Layout>
);
