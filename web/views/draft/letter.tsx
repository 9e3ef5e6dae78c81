import type { FC } from 'hono/jsx';
import type { DraftView } from '../../../operations/views.ts';
import type { Frame } from '../../page/frame.ts';
import type { WayBack } from '../../page/way-back.ts';
import { Post } from '../form.tsx';
import { Said } from '../said.tsx';
import { DraftFields } from './fields.tsx';

/** What is to be known about a draft before its words: why it came back, what is wrong with it. */
export const DraftNotes: FC<{
  readonly draft: DraftView;
  readonly frame: Frame;
  readonly back: WayBack;
}> = ({ draft, frame, back }) => (
  <>
    {draft.stateWhy !== null && <p class="note">{draft.stateWhy}</p>}
    <Outdated draft={draft} />
    <Findings draft={draft} frame={frame} back={back} />
  </>
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
  readonly back: WayBack;
}> = ({ draft, frame, back }) =>
  draft.findings.length === 0 ? null : (
    <ul class="findings">
      {draft.findings.map((finding) => (
        <li class={finding.severity}>
          <strong>{headings[finding.severity]}</strong>
          <span>
            <Said text={finding.message} />
          </span>
          {finding.field !== undefined && finding.field !== 'reason' && isUnsent(draft) && (
            <div class="row">
              <a class="button plain" href={fieldAddress(draft.contactId, finding.field)}>
                Open the field
              </a>
              {finding.severity !== 'notice' && noteFields.includes(finding.field) && (
                <Post to={`/drafts/${draft.draftId}/fine`} csrf={frame.csrf} stay>
                  <DraftFields draft={draft} back={back} />
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
export const LeftOut: FC<{
  readonly draft: DraftView;
  readonly frame: Frame;
  readonly back: WayBack;
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
                <DraftFields draft={draft} back={back} />
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
      Your notes, your profile or the template changed since{' '}
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

/** Where a field is edited: with the contact, its conversations, what was learnt there, or in the profile. */
function fieldAddress(contactId: string, field: string): string {
  const contact = `/contacts/${contactId}`;
  if (field === 'about') return '/settings#profile';
  if (field === 'where' || field === 'slots') return `${contact}#meetings`;
  if (field === 'takeaway') return `${contact}/record`;
  return `${contact}/edit#field-${field}`;
}
