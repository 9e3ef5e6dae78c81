import type { FC } from 'hono/jsx';
import type { ContactView, MeetingView } from '../../operations/views.ts';
import { bothClocks, fieldValue, relative } from '../page/dates.ts';
import type { Frame } from '../page/frame.ts';
import { BackFields, Post, RefusedNote, type Refused } from './form.tsx';
import { Time } from './time.tsx';

/** The conversations with one person, with what can be done about each, and a place to log one that was never planned. */
export const ContactMeetings: FC<{
  readonly contact: ContactView;
  readonly frame: Frame;
  readonly refused: Refused | undefined;
}> = ({ contact, frame, refused }) => {
  const to = `/contacts/${contact.contactId}`;
  const coming = comingMeeting(contact, frame.clock.now);
  const { timeZone } = contact.facts;
  const others = contact.meetings.filter((meeting) => meeting !== coming);
  return (
    <section id="meetings" aria-labelledby="meetings-title" data-live data-live-replace>
      <h2 id="meetings-title">Conversations</h2>
      <RefusedNote refused={refused} />
      {coming && (
        <Coming
          meeting={coming}
          zone={typeof timeZone === 'string' ? timeZone : undefined}
          to={to}
          frame={frame}
        />
      )}
      {others.length > 0 && (
        <ul class="meetings">
          {others.map((meeting) => (
            <li>
              <Time at={meeting.at} clock={frame.clock} as="absolute" />: {stateWords(meeting)}
            </li>
          ))}
        </ul>
      )}
      <div class="actions small">
        {!coming && contact.stage !== 'closed' && !contact.suppressed && (
          <Post to={`${to}/propose`} csrf={frame.csrf}>
            <BackFields back={{ here: to, next: to }} />
            <button>Offer times</button>
          </Post>
        )}
        {!coming && contact.stage !== 'closed' && !contact.suppressed && (
          <a class="button" href={`${to}/times`}>
            Choose times to offer
          </a>
        )}
        <a class="button" href={`${to}/brief`}>
          Brief
        </a>
        <a class="button" href={`${to}/record`} data-page-key="c">
          {coming ? 'How did it go?' : 'Log a conversation'}
        </a>
      </div>
    </section>
  );
};

/** What is agreed and has not ended. */
export function comingMeeting({ meetings }: ContactView, now: Date): MeetingView | undefined {
  return meetings.find(
    ({ state, at, minutes }) =>
      state === 'confirmed' && Date.parse(at) + minutes * 60_000 > now.getTime(),
  );
}

const Coming: FC<{
  readonly meeting: MeetingView;
  /** Theirs, where it is known. */
  readonly zone: string | undefined;
  readonly to: string;
  readonly frame: Frame;
}> = ({ meeting, zone, to, frame }) => (
  <div class="agreed">
    <p>
      <strong>
        <time datetime={meeting.at}>{bothClocks(meeting.at, zone, frame.clock)}</time>
      </strong>
      {`, ${relative(meeting.at, frame.clock)}, ${meeting.minutes} minutes`}
      {meeting.where !== null && `, ${meeting.where}`}
    </p>
    <p class="hint">{attendanceWords(meeting)}</p>
    <div class="actions small">
      <a class="button" href={`${to}/meeting.ics`} hx-boost="false">
        File for your calendar
      </a>
      <details>
        <summary class="button">Move, or say where…</summary>
        <Post to={`${to}/meeting/reschedule`} csrf={frame.csrf} class="panel">
          <div class="field">
            <label for="moved-to">New time, on your clock ({frame.clock.zone})</label>
            <input
              type="datetime-local"
              id="moved-to"
              name="localAt"
              required
              value={fieldValue(new Date(meeting.at), frame.clock.zone)}
            />
          </div>
          <div class="field">
            <label for="moved-where">Where: a link, a number or an address</label>
            <input id="moved-where" name="where" maxlength={500} value={meeting.where ?? ''} />
          </div>
          <NoMail />
          <button class="primary">Save the change</button>
        </Post>
      </details>
      <details>
        <summary class="button">Cancel…</summary>
        <Post to={`${to}/meeting/cancel`} csrf={frame.csrf} class="panel">
          <div class="field">
            <label for="cancel-why">Why, for the mail to them</label>
            <input id="cancel-why" name="why" maxlength={300} />
          </div>
          <NoMail />
          <button class="danger">Cancel the conversation</button>
        </Post>
      </details>
    </div>
  </div>
);

const NoMail: FC = () => (
  <label class="check">
    <input type="checkbox" name="noMail" value="yes" /> They know already: draft no mail
  </label>
);

function attendanceWords({ attendance, organizer }: MeetingView): string {
  if (organizer === 'them') return 'By their invitation.';
  switch (attendance) {
    case 'accepted':
      return 'They accepted your invitation.';
    case 'declined':
      return 'They declined your invitation.';
    case 'tentative':
      return 'They answered your invitation with "maybe".';
    case 'needs_action':
      return 'They have not answered the invitation yet.';
  }
}

function stateWords({ state }: MeetingView): string {
  switch (state) {
    case 'confirmed':
      return 'was agreed; nobody has said how it went';
    case 'took_place':
      return 'took place';
    case 'no_show':
      return 'they did not come';
    case 'cancelled':
      return 'was cancelled';
  }
}
