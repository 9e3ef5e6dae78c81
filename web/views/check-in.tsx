import type { FC } from 'hono/jsx';
import type { Frame } from '../page/frame.ts';
import type { WayBack } from '../page/way-back.ts';
import { BackFields, Post, type Refused } from './form.tsx';

/** Why one writes again, in a sentence of the mail; a check-in that waits gives way to the new one. */
export const CheckIn: FC<{
  readonly contactId: string;
  readonly name: string;
  readonly label: string;
  readonly frame: Frame;
  readonly back: WayBack;
  readonly open?: boolean;
  readonly refused?: Refused | undefined;
}> = ({ contactId, name, label, frame, back, open, refused }) => {
  const typed = refused?.values['reason'];
  return (
    <details class="check-in" open={open === true || typed !== undefined}>
      <summary class="button">{label}</summary>
      <Post to={`/contacts/${contactId}/check-in`} csrf={frame.csrf} class="panel" stay>
        <BackFields back={back} />
        <div class="field">
          <label for={`reason-${contactId}`}>Why do you write to {name} now?</label>
          <p class="hint" id={`reason-hint-${contactId}`}>
            A sentence for the mail: advice that you took, a person you met, news of yours.
          </p>
          <textarea
            id={`reason-${contactId}`}
            name="reason"
            rows={2}
            required
            maxlength={1000}
            aria-describedby={`reason-hint-${contactId}`}
            placeholder="I start at a grid operator in May."
          >
            {typed ?? ''}
          </textarea>
        </div>
        <button class="primary">Draft the mail</button>
      </Post>
    </details>
  );
};
