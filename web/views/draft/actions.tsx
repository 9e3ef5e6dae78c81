import type { FC } from 'hono/jsx';
import type { DraftView } from '../../../operations/views.ts';
import { fieldValue } from '../../page/dates.ts';
import type { Frame } from '../../page/frame.ts';
import { purposeWords } from '../../../domain/purpose.ts';
import type { WayBack } from '../../page/way-back.ts';
import { CheckIn } from '../check-in.tsx';
import { BackFields, keepFirstLineBreak, Post, type Refused } from '../form.tsx';
import { Time } from '../time.tsx';
import { DraftFields } from './fields.tsx';
import { Skip } from './skip.tsx';

type Props = {
  readonly draft: DraftView;
  readonly frame: Frame;
  readonly back: WayBack;
  readonly refused: Refused | undefined;
};

/** What can be done about a draft; screen readers hear whom it is to with every button. */
export const DraftActions: FC<Props> = (props) => {
  switch (props.draft.state) {
    case 'awaiting_approval':
    case 'held':
      return <Decide {...props} />;
    case 'approved':
      return <TakeBack {...props} />;
    case 'sent':
    case 'skipped':
    case 'withdrawn':
      return null;
  }
};

const Decide: FC<Props> = (props) => {
  const { draft, frame, back, refused } = props;
  const held = draft.state === 'held';
  const needsReason = held && draft.findings.some(({ field }) => field === 'reason');
  return (
    <div class="actions" role="group" aria-label={`Decide about the ${letterTo(draft)}`}>
      {!held && (
        <Post to={`/drafts/${draft.draftId}/approve`} csrf={frame.csrf} class="as-it-is" stay>
          <DraftFields draft={draft} back={back} />
          <button class="primary" data-key="a" aria-label={`Approve the ${letterTo(draft)}`}>
            Approve
          </button>
        </Post>
      )}
      {draft.purpose === 'check_in' && (
        <CheckIn
          contactId={draft.contactId}
          name={draft.contactName}
          label={needsReason ? 'Give the reason' : 'Another reason…'}
          frame={frame}
          back={back}
          open={needsReason}
          refused={refused}
        />
      )}
      <details class="edit" open={(held && !needsReason) || refused?.values['text'] !== undefined}>
        <summary class="button" data-key="e" aria-label={`Edit the ${letterTo(draft)}`}>
          Edit
        </summary>
        <Edit {...props} />
      </details>
      {!held && (
        <details class="as-it-is" open={refused?.values['at'] !== undefined}>
          <summary class="button" data-key="l" aria-label={`Later: the ${letterTo(draft)}`}>
            Later…
          </summary>
          <Later {...props} />
        </details>
      )}
      {offersTimes(draft) && <OtherTimes {...props} />}
      {frame.rewritingAt !== null && (
        <a
          class="button as-it-is"
          href={`/drafts/${draft.draftId}/rewrite`}
          aria-label={`Other words for the ${letterTo(draft)}`}
        >
          Other words…
        </a>
      )}
      <Skip draft={draft} frame={frame} back={back} />
    </div>
  );
};

function offersTimes({ purpose, slots }: DraftView): boolean {
  return purpose === 'proposal' || (purpose === 'nudge' && slots.length > 0);
}

/** A time that was offered may be taken or past by now. */
const OtherTimes: FC<Props> = ({ draft, frame, back }) => (
  <>
    <Post to={`/contacts/${draft.contactId}/propose`} csrf={frame.csrf} class="as-it-is" stay>
      <BackFields back={back} />
      <button aria-label={`Offer fresh times to ${draft.contactName}`}>Fresh times</button>
    </Post>
    <a
      class="button"
      href={`/contacts/${draft.contactId}/times`}
      aria-label={`Choose times to offer to ${draft.contactName}`}
    >
      Choose times
    </a>
  </>
);

const Edit: FC<Props> = ({ draft, frame, back, refused }) => (
  <Post to={`/drafts/${draft.draftId}/edit`} csrf={frame.csrf} class="panel" stay>
    <DraftFields draft={draft} back={back} />
    <div class="field">
      <label for={`subject-${draft.draftId}`}>Subject</label>
      <input
        id={`subject-${draft.draftId}`}
        name="subject"
        value={refused?.values['subject'] ?? draft.subject}
      />
    </div>
    <div class="field">
      <label for={`text-${draft.draftId}`}>Text</label>
      <textarea id={`text-${draft.draftId}`} name="text" rows={16} class="writing">
        {keepFirstLineBreak(refused?.values['text'] ?? draft.text)}
      </textarea>
    </div>
    <div class="row">
      <button class="primary" name="then" value="approve">
        Save and approve
      </button>
      <button>Save</button>
    </div>
  </Post>
);

const Later: FC<Props> = ({ draft, frame, back, refused }) => (
  <Post to={`/drafts/${draft.draftId}/approve`} csrf={frame.csrf} class="panel" stay>
    <DraftFields draft={draft} back={back} />
    <div class="field">
      <label for={`at-${draft.draftId}`}>Send not before</label>
      <p class="hint" id={`at-hint-${draft.draftId}`}>
        On your clock ({frame.clock.zone}). It then goes out at the next moment within their working
        hours.
      </p>
      <input
        type="datetime-local"
        id={`at-${draft.draftId}`}
        name="at"
        required
        aria-describedby={`at-hint-${draft.draftId}`}
        value={refused?.values['at'] ?? tomorrowMorning(frame)}
      />
    </div>
    <button class="primary">Approve for then</button>
  </Post>
);

const TakeBack: FC<Props> = ({ draft, frame, back }) => (
  <div class="actions">
    <p class="planned">
      {draft.planned === null ? (
        'Approved. A time to send it is being found.'
      ) : (
        <>
          Goes out <Time at={draft.planned.at} clock={frame.clock} as="both" />
          {draft.planned.why !== '' && `: ${draft.planned.why}`}
        </>
      )}
    </p>
    <Post to={`/drafts/${draft.draftId}/unapprove`} csrf={frame.csrf} stay>
      <DraftFields draft={draft} back={back} />
      <button aria-label={`Take the approval back: ${letterTo(draft)}`}>
        Take the approval back
      </button>
    </Post>
  </div>
);

/** "first mail to Ana Costa". */
function letterTo({ purpose, contactName }: DraftView): string {
  const words = purposeWords(purpose);
  return `${words[0]?.toLowerCase() ?? ''}${words.slice(1)} to ${contactName}`;
}

function tomorrowMorning(frame: Frame): string {
  const tomorrow = new Date(frame.clock.now.getTime() + 24 * 60 * 60 * 1000);
  return `${fieldValue(tomorrow, frame.clock.zone).slice(0, 10)}T09:00`;
}
