import type { FC } from 'hono/jsx';
import type { DraftView } from '../../../operations/views.ts';
import type { Frame } from '../../page/frame.ts';
import { purposeWords } from '../../../domain/purpose.ts';
import { draftStateWords } from '../../page/labels.ts';
import type { WayBack } from '../../page/way-back.ts';
import { RefusedNote, type Refused } from '../form.tsx';
import { Time } from '../time.tsx';
import { DraftActions } from './actions.tsx';
import { DraftNotes, LeftOut, Letter } from './letter.tsx';

/** A draft on its contact's page: the letter, with what can be done about it. */
export const DraftCard: FC<{
  readonly draft: DraftView;
  readonly frame: Frame;
  readonly back: WayBack;
  readonly refused?: Refused | undefined;
}> = ({ draft, frame, back, refused }) => (
  <article
    class="card draft"
    id={`draft-${draft.draftId}`}
    data-item
    tabindex={-1}
    aria-label={`${purposeWords(draft.purpose)} to ${draft.contactName}`}
  >
    <header>
      <p class="kind">{purposeWords(draft.purpose)}</p>
      <p class="meta">
        drafted <Time at={draft.createdAt} clock={frame.clock} />
        {draft.state !== 'awaiting_approval' && `, ${draftStateWords(draft.state)}`}
      </p>
    </header>
    <RefusedNote refused={refused} />
    <DraftNotes draft={draft} frame={frame} back={back} />
    <Letter to={draft.to} subject={draft.subject} text={draft.text} />
    <LeftOut draft={draft} frame={frame} back={back} />
    <DraftActions draft={draft} frame={frame} back={back} refused={refused} />
  </article>
);
