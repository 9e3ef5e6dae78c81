import type { FC } from 'hono/jsx';
import type { Frame } from '../page/frame.ts';
import { Post, RefusedNote, type Refused } from './form.tsx';

/** One line about a person, for oneself. */
export const ContactNote: FC<{
  readonly contactId: string;
  readonly frame: Frame;
  readonly refused: Refused | undefined;
}> = ({ contactId, frame, refused }) => (
  <details class="note-form" open={refused !== undefined}>
    <summary class="button" data-page-key="n">
      Add a note…
    </summary>
    <Post to={`/contacts/${contactId}/note`} csrf={frame.csrf} class="panel">
      <RefusedNote refused={refused} />
      <div class="field">
        <label for="note-text">A line for yourself</label>
        <input
          id="note-text"
          name="text"
          required
          maxlength={500}
          value={refused?.values['text'] ?? ''}
        />
      </div>
      <button class="primary">Note</button>
    </Post>
  </details>
);
