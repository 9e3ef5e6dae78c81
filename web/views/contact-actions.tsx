import type { Child, FC } from 'hono/jsx';
import type { ContactView } from '../../operations/views.ts';
import type { Frame } from '../page/frame.ts';
import { CheckIn } from './check-in.tsx';
import { comingMeeting } from './contact-meetings.tsx';
import { Post, type Refused } from './form.tsx';
import { Snooze } from './snooze.tsx';

/** What can be done to a journey as a whole. */
export const ContactActions: FC<{
  readonly contact: ContactView;
  readonly frame: Frame;
  readonly refused: Refused | undefined;
}> = ({ contact, frame, refused }) => {
  const to = `/contacts/${contact.contactId}`;
  const closed = contact.stage === 'closed';
  const coming = comingMeeting(contact, frame.clock.now) !== undefined;
  return (
    <div class="actions small" id="contact-actions" data-live data-live-replace>
      {contact.stage === 'paused' && (
        <ActionButton to={`${to}/resume`} label="Resume" frame={frame} hotkey="p" primary />
      )}
      {!closed && contact.stage !== 'paused' && (
        <ActionButton to={`${to}/pause`} label="Pause" frame={frame} hotkey="p" />
      )}
      {closed && !contact.suppressed && (
        <ActionButton to={`${to}/reopen`} label="Reopen" frame={frame} primary />
      )}
      {contact.suppressed && (
        <ConfirmButton
          to={`${to}/unsuppress`}
          label="Allow mail again"
          frame={frame}
          question={`May Rapport write to ${contact.name} again? Only when they have said so themselves.`}
        >
          <label>
            Why <input name="why" required maxlength={500} />
          </label>
        </ConfirmButton>
      )}
      {contact.stage === 'keeping_in_touch' && !contact.suppressed && (
        <CheckIn
          contactId={contact.contactId}
          name={contact.name}
          label="Write to them now…"
          frame={frame}
          back={{ here: to, next: to }}
          refused={refused}
        />
      )}
      {!closed && <Snooze to={`${to}/snooze`} label="Snooze" frame={frame} refused={refused} />}
      {!closed && (
        <ConfirmButton
          to={`${to}/stop`}
          label="Stop"
          frame={frame}
          hotkey="x"
          question={`Stop the journey? Nothing more is sent to ${contact.name}. You can reopen it later.`}
        >
          {coming && (
            <label class="check">
              <input type="checkbox" name="keepMeeting" value="yes" /> The conversation that is
              agreed takes place all the same
            </label>
          )}
          <label class="check">
            <input type="checkbox" name="suppress" value="yes" /> Never write to this address again
          </label>
        </ConfirmButton>
      )}
      <ConfirmButton
        to={`${to}/remove`}
        label="Remove"
        frame={frame}
        question={`Remove ${contact.name} with drafts, mails and timeline from Rapport? Your mailbox keeps its mails.`}
      >
        {coming && (
          <label class="check">
            <input type="checkbox" name="anyway" value="yes" /> Although they may have your
            invitation, which then nobody takes back
          </label>
        )}
      </ConfirmButton>
    </div>
  );
};

const ActionButton: FC<{
  readonly to: string;
  readonly label: string;
  readonly frame: Frame;
  readonly hotkey?: string;
  readonly primary?: boolean;
}> = ({ to, label, frame, hotkey, primary }) => (
  <Post to={to} csrf={frame.csrf}>
    <button class={primary === true ? 'primary' : undefined} data-page-key={hotkey}>
      {label}
    </button>
  </Post>
);

/** Asks once more, without a script. */
const ConfirmButton: FC<{
  readonly to: string;
  readonly label: string;
  readonly question: string;
  readonly frame: Frame;
  readonly hotkey?: string;
  readonly children?: Child;
}> = ({ to, label, question, frame, hotkey, children }) => (
  <details>
    <summary class="button" data-page-key={hotkey}>
      {label}…
    </summary>
    <Post to={to} csrf={frame.csrf} class="panel">
      <p>{question}</p>
      {children}
      <button class="danger">{label}</button>
    </Post>
  </details>
);
