import type { FC } from 'hono/jsx';
import type { DraftView } from '../../../operations/views.ts';
import type { Frame } from '../../page/frame.ts';
import type { WayBack } from '../../page/way-back.ts';
import { Post } from '../form.tsx';
import { DraftFields } from './fields.tsx';

/** Asks what is to be skipped: this mail, or this person; each button says what follows. */
export const Skip: FC<{
  readonly draft: DraftView;
  readonly frame: Frame;
  readonly back: WayBack;
}> = ({ draft, frame, back }) => (
  <details class="skip-question">
    <summary
      class="button plain"
      data-key="s"
      aria-label={`Skip: this mail, or ${draft.contactName}?`}
    >
      Skip…
    </summary>
    <Post to={`/drafts/${draft.draftId}/skip`} csrf={frame.csrf} class="panel" stay>
      <DraftFields draft={draft} back={back} />
      <p class="ask">Skip this mail, or this person?</p>
      <div class="choices">
        <button name="whom" value="mail" data-first>
          <strong>This mail</strong>
          <span>{afterSkipping(draft)}</span>
        </button>
        <button name="whom" value="person">
          <strong>This person</strong>
          <span>Nothing more is sent to {draft.contactName}. You can reopen it later.</span>
        </button>
      </div>
    </Post>
  </details>
);

function afterSkipping({ purpose, contactName }: DraftView): string {
  switch (purpose) {
    case 'outreach':
      return `${contactName} gets no first mail and is put aside. You can reopen it later.`;
    case 'nudge':
      return 'No reminder goes out; the waiting goes on as if it had.';
    case 'proposal':
      return `No times are offered; ${contactName} stays on your list to answer.`;
    case 'confirmation':
      return `The meeting stands; ${contactName} gets no confirmation from here.`;
    case 'cancellation':
      return `The meeting stays cancelled; ${contactName} is not told from here.`;
    case 'thank_you':
      return 'No thank-you goes out; keeping in touch begins.';
    case 'check_in':
      return 'The time until the next check-in begins anew.';
    default:
      return 'It is not sent. Everything else goes on.';
  }
}
