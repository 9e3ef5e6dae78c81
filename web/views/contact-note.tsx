import type { FC } from 'hono/jsx';
import type { Frame } from '../page/frame.ts';
import type { WayBack } from '../page/way-back.ts';
import { BackFields, Post, RefusedNote, type Refused } from './form.tsx';

/** One line about a person, for oneself. With `back` it stands in an item of the queue, and leads back there. */
export const ContactNote: FC<{
  readonly contactId: string;
  readonly frame: Frame;
  readonly refused: Refused | undefined;
  readonly back?: WayBack | undefined;
}> = ({ contactId, frame, refused, back }) => (
  <details class="note-form" open={refused !== undefined}>
    <summary
      class="button"
      data-page-key={back === undefined ? 'n' : undefined}
      data-key={back === undefined ? undefined : 'n'}
    >
      Add a note…
    </summary>
    <Post
      to={`/contacts/${contactId}/note`}
      csrf={frame.csrf}
      class="panel"
      stay={back !== undefined}
    >
      {back !== undefined && <BackFields back={{ ...back, next: back.here }} />}
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
