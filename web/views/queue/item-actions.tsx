import type { FC } from 'hono/jsx';
import type { QueueItem } from '../../../operations/needs-you/read-queue.ts';
import type { Frame } from '../../page/frame.ts';
import type { WayBack } from '../../page/way-back.ts';
import { BackFields, Field, Post, type Refused } from '../form.tsx';
import { CorrectJudgement, Judge } from '../judge.tsx';
import { TimeChoices } from '../time-choices.tsx';

type Props = {
  readonly entry: QueueItem;
  readonly frame: Frame;
  readonly back: WayBack;
  readonly refused: Refused | undefined;
};

/** What can be done about an item that is no draft. */
export const ItemActions: FC<Props> = (props) => {
  const { entry, frame, back, refused } = props;
  const { item, message, zone } = entry;
  switch (item.type) {
    case 'draft':
    case 'thank_you':
      return null;
    case 'problem':
      return entry.ambiguous && item.draftId !== null ? (
        <Settle draftId={item.draftId} frame={frame} back={back} />
      ) : (
        <Dismiss {...props} />
      );
    case 'question':
      return <Choices {...props} />;
    case 'meeting':
      return <MeetingActions {...props} />;
    case 'time':
      return (
        <>
          <TimeChoices item={item} zone={zone} frame={frame} back={back} refused={refused} />
          {message !== undefined && (
            <details>
              <summary>It is about something else</summary>
              <Judge message={message} frame={frame} back={back} refused={refused} />
            </details>
          )}
        </>
      );
    case 'reply':
      if (message === undefined) return null;
      return message.state === 'needs_you' ? (
        <Judge message={message} frame={frame} back={back} refused={refused} />
      ) : (
        <Answer {...props} />
      );
  }
};

/** A mail that was judged to want an answer of the user's own. */
const Answer: FC<Props> = ({ entry: { item, message }, frame, back, refused }) => (
  <>
    <div class="actions" role="group" aria-label={`Answer ${item.contactName ?? ''}`}>
      <details open={refused?.values['text'] !== undefined}>
        <summary class="button primary" data-key="e">
          Write the answer
        </summary>
        <Post to={`/contacts/${item.contactId}/write`} csrf={frame.csrf} class="panel" stay>
          <BackFields back={back} />
          <Field
            name="subject"
            label="Subject"
            value={answerSubject(message?.subject ?? '')}
            refused={refused}
          />
          <Field
            name="text"
            label="Text"
            rows={8}
            refused={refused}
            hint="It becomes a draft. Nothing is sent before you approve it."
          />
          <button class="primary">Make a draft</button>
        </Post>
      </details>
      <Post to={`/contacts/${item.contactId}/propose`} csrf={frame.csrf} stay>
        <BackFields back={back} />
        <button>Offer times</button>
      </Post>
      <a class="button" href={`/contacts/${item.contactId}/times`}>
        Choose times to offer
      </a>
    </div>
    {message !== undefined && <CorrectJudgement message={message} frame={frame} back={back} />}
  </>
);

const MeetingActions: FC<Props> = ({ entry: { item }, frame, back }) => (
  <div class="actions" role="group" aria-label={`The meeting with ${item.contactName ?? ''}`}>
    <a class="button primary" href={`/contacts/${item.contactId}/brief`}>
      Open the brief
    </a>
    <a class="button" href={`/contacts/${item.contactId}/record`}>
      How did it go?
    </a>
    <Post to={`/meeting-items/${item.id.replace(/^meeting:/, '')}/dismiss`} csrf={frame.csrf} stay>
      <BackFields back={back} />
      <button class="plain">Mark as read</button>
    </Post>
  </div>
);

/** A question with its answers, each a button. */
const Choices: FC<Props> = ({ entry: { item }, frame, back }) => (
  <Post to={`/questions/${item.id}/answer`} csrf={frame.csrf} class="actions" stay>
    <BackFields back={back} />
    {(item.choices ?? []).map(({ name, says }) => (
      <button name="choice" value={name}>
        {says}
      </button>
    ))}
  </Post>
);

const Dismiss: FC<Props> = ({ entry: { item }, frame, back }) => (
  <div
    class="actions"
    role="group"
    aria-label={`The problem with ${item.contactName ?? 'your mailbox'}`}
  >
    {item.contactId !== null && (
      <a class="button" href={`/contacts/${item.contactId}/edit`}>
        Correct the address
      </a>
    )}
    <Post to={`/problems/${item.id.replace(/^problem:/, '')}/dismiss`} csrf={frame.csrf} stay>
      <BackFields back={back} />
      <button data-key="s">Mark as resolved</button>
    </Post>
  </div>
);

/** Asks what only the person can know: whether a mail reached the server. */
export const Settle: FC<{
  readonly draftId: string;
  readonly frame: Frame;
  readonly back: WayBack;
}> = ({ draftId, frame, back }) => (
  <Post to={`/drafts/${draftId}/settle`} csrf={frame.csrf} class="judge" stay>
    <BackFields back={back} />
    <p class="ask">Look into the Sent folder of your mailbox. Was it sent?</p>
    <div class="row">
      <button name="answer" value="sent">
        It was sent
      </button>
      <button name="answer" value="not_sent">
        It was not sent: send it again
      </button>
    </div>
  </Post>
);

function answerSubject(subject: string): string {
  return subject === '' || /^(re|aw|antw|sv|rv)\s*:/i.test(subject) ? subject : `Re: ${subject}`;
}
