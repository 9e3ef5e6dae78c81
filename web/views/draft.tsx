import type { FC } from 'hono/jsx';
import type { DraftView } from '../../operations/views.ts';
import { fieldValue } from '../page/dates.ts';
import type { Frame } from '../page/frame.ts';
import { draftStateWords, purposeWords } from '../page/labels.ts';
import { keepFirstLineBreak, Post, RefusedNote, type Refused } from './form.tsx';
import { Layout } from './layout.tsx';
import { Time } from './time.tsx';

/** A draft as a letter, with what can be done about it. */
export const DraftCard: FC<{
  readonly draft: DraftView;
  readonly frame: Frame;
  /** Where the person is, and comes back to. */
  readonly back: string;
  readonly refused?: Refused | undefined;
}> = ({ draft, frame, back, refused }) => (
  <article class="card draft" id={`draft-${draft.draftId}`} data-item tabindex={-1}>
    <header>
      <p class="kind">{purposeWords(draft.purpose)}</p>
      <h2>
        <a href={`/contacts/${draft.contactId}`} data-open>
          {draft.contactName}
        </a>
      </h2>
      <p class="meta">
        drafted <Time at={draft.createdAt} clock={frame.clock} />
        {draft.state !== 'awaiting_approval' && `, ${draftStateWords(draft.state)}`}
      </p>
    </header>
    <RefusedNote refused={refused} />
    {draft.stateWhy !== null && <p class="note">{draft.stateWhy}</p>}
    <Outdated draft={draft} />
    <Findings draft={draft} frame={frame} back={back} />
    <Letter to={draft.to} subject={draft.subject} text={draft.text} />
    <LeftOut draft={draft} frame={frame} back={back} />
    <Actions draft={draft} frame={frame} back={back} refused={refused} />
  </article>
);

export const Letter: FC<{
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}> = ({ to, subject, text }) => (
  <div class="letter">
    <dl>
      <dt>To</dt>
      <dd>{to}</dd>
      <dt>Subject</dt>
      <dd class="subject">{subject === '' ? '(none yet)' : subject}</dd>
    </dl>
    <div class="text">{text}</div>
  </div>
);

const headings = { error: 'Correct this', warning: 'Consider', notice: 'Note' } as const;

const Findings: FC<{
  readonly draft: DraftView;
  readonly frame: Frame;
  readonly back: string;
}> = ({ draft, frame, back }) =>
  draft.findings.length === 0 ? null : (
    <ul class="findings">
      {draft.findings.map((finding) => (
        <li class={finding.severity}>
          <strong>{headings[finding.severity]}</strong>
          <span>{finding.message}</span>
          {finding.field !== undefined && isUnsent(draft) && (
            <div class="row">
              <a class="button plain" href={fieldAddress(draft.contactId, finding.field)}>
                Open the field
              </a>
              {finding.severity !== 'notice' && noteFields.includes(finding.field) && (
                <Post to={`/drafts/${draft.draftId}/fine`} csrf={frame.csrf} stay>
                  <Fixed draft={draft} back={back} />
                  <input type="hidden" name="finding" value={`${finding.field}:${finding.rule}`} />
                  <button class="plain">It is fine as it is</button>
                </Post>
              )}
            </div>
          )}
        </li>
      ))}
    </ul>
  );

/** Notes that the letter has no room for, or no sentence. */
const LeftOut: FC<{
  readonly draft: DraftView;
  readonly frame: Frame;
  readonly back: string;
}> = ({ draft, frame, back }) =>
  draft.leftOut.length === 0 || !isUnsent(draft) ? null : (
    <details class="left-out">
      <summary>
        Left out: {draft.leftOut.length === 1 ? 'one note' : `${draft.leftOut.length} notes`}
      </summary>
      <ul>
        {draft.leftOut.map(({ field, text }) => (
          <li>
            <span>{text}</span>
            {noteFields.includes(field) && (
              <Post to={`/drafts/${draft.draftId}/use`} csrf={frame.csrf} stay>
                <Fixed draft={draft} back={back} />
                <input type="hidden" name="field" value={field} />
                <button class="plain">Use this</button>
              </Post>
            )}
          </li>
        ))}
      </ul>
    </details>
  );

const Outdated: FC<{ readonly draft: DraftView }> = ({ draft }) =>
  draft.outdated && isUnsent(draft) ? (
    <p class="note">
      Your notes changed since{' '}
      {draft.state === 'approved' ? 'you approved this' : 'this was written'}.{' '}
      <a href={`/drafts/${draft.draftId}/offer`}>See the new draft</a>
    </p>
  ) : null;

function isUnsent({ state }: DraftView): boolean {
  return state === 'awaiting_approval' || state === 'held' || state === 'approved';
}

/** Notes of a contact, whose findings a person may call fine. */
const noteFields: readonly string[] = [
  'referredBy',
  'foundThrough',
  'sharedAffiliation',
  'admire',
  'wrote',
  'path',
  'role',
  'company',
  'topics',
  'name',
];

/** Where a field is edited: on the contact, or in the profile. */
function fieldAddress(contactId: string, field: string): string {
  return field === 'about' ? '/settings#profile' : `/contacts/${contactId}/edit#field-${field}`;
}

/** The new letter beside the old one, sentence by sentence. */
export const OfferPage: FC<{
  readonly frame: Frame;
  readonly draft: DraftView;
  readonly offer: Offer;
}> = ({ frame, draft, offer }) => (
  <Layout title={`New draft to ${draft.contactName}`} frame={frame}>
    <div class="reading">
      <h1>New draft to {draft.contactName}</h1>
      <p class="lead">
        Written from today’s notes. Taking it replaces your draft
        {draft.state === 'approved' && ' and asks for your approval again'}.
      </p>
      <div class="letter">
        <dl>
          <dt>Subject</dt>
          <dd class="subject">{offer.subject}</dd>
        </dl>
        <div class="text changes">
          {offer.changes.map(({ kind, text }) =>
            kind === 'same' ? text : kind === 'added' ? <ins>{text}</ins> : <del>{text}</del>,
          )}
        </div>
      </div>
      <div class="actions">
        <Post to={`/drafts/${draft.draftId}/redraft`} csrf={frame.csrf}>
          <Fixed draft={draft} back={`/contacts/${draft.contactId}`} />
          <button class="primary">Take the new draft</button>
        </Post>
        <a class="button plain" href={`/contacts/${draft.contactId}`}>
          Keep mine
        </a>
      </div>
    </div>
  </Layout>
);

type Offer = {
  readonly subject: string;
  readonly changes: readonly {
    readonly kind: 'same' | 'added' | 'removed';
    readonly text: string;
  }[];
};

const Actions: FC<{
  readonly draft: DraftView;
  readonly frame: Frame;
  readonly back: string;
  readonly refused: Refused | undefined;
}> = (props) => {
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

const Decide: FC<{
  readonly draft: DraftView;
  readonly frame: Frame;
  readonly back: string;
  readonly refused: Refused | undefined;
}> = ({ draft, frame, back, refused }) => {
  const to = `/drafts/${draft.draftId}`;
  const held = draft.state === 'held';
  const editing = held || refused?.values['text'] !== undefined;
  return (
    <div class="actions">
      {!held && (
        <Post to={`${to}/approve`} csrf={frame.csrf} class="as-it-is" stay>
          <Fixed draft={draft} back={back} />
          <button class="primary" data-key="a">
            Approve
          </button>
        </Post>
      )}
      <details class="edit" open={editing}>
        <summary class="button" data-key="e">
          Edit
        </summary>
        <Post to={`${to}/edit`} csrf={frame.csrf} class="panel" stay>
          <Fixed draft={draft} back={back} />
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
      </details>
      {!held && (
        <details class="as-it-is">
          <summary class="button">Later…</summary>
          <Post to={`${to}/approve`} csrf={frame.csrf} class="panel" stay>
            <Fixed draft={draft} back={back} />
            <div class="field">
              <label for={`at-${draft.draftId}`}>Send not before</label>
              <p class="hint" id={`at-hint-${draft.draftId}`}>
                In {frame.clock.zone}. It then goes out at the next moment within their working
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
        </details>
      )}
      <Post to={`${to}/skip`} csrf={frame.csrf} stay>
        <Fixed draft={draft} back={back} />
        <button class="plain" data-key="s">
          Skip
        </button>
      </Post>
    </div>
  );
};

const TakeBack: FC<{
  readonly draft: DraftView;
  readonly frame: Frame;
  readonly back: string;
}> = ({ draft, frame, back }) => (
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
      <Fixed draft={draft} back={back} />
      <button>Take the approval back</button>
    </Post>
  </div>
);

const Fixed: FC<{ readonly draft: DraftView; readonly back: string }> = ({ draft, back }) => (
  <>
    <input type="hidden" name="revision" value={String(draft.revision)} />
    <input type="hidden" name="back" value={back} />
  </>
);

function tomorrowMorning(frame: Frame): string {
  const tomorrow = new Date(frame.clock.now.getTime() + 24 * 60 * 60 * 1000);
  return `${fieldValue(tomorrow, frame.clock.zone).slice(0, 10)}T09:00`;
}
