import type { Child, FC } from 'hono/jsx';
import type { MessageView } from '../../operations/views.ts';
import type { Frame } from '../page/frame.ts';
import { judgements, kindWords, messageStateWords, purposeWords } from '../page/labels.ts';
import { fieldValue } from '../page/dates.ts';
import { Post, type Refused } from './form.tsx';
import { Time } from './time.tsx';

/** One mail of a conversation. Text from outside is only ever rendered as text. */
export const MessageBody: FC<{ readonly message: MessageView }> = ({ message }) => {
  const visible = message.visibleText.trim();
  const whole = message.text.trim();
  return (
    <>
      <div class="text">
        {visible === '' ? <span class="empty">(no text of their own)</span> : visible}
      </div>
      {whole !== '' && whole !== visible && (
        <details class="whole">
          <summary>The whole mail</summary>
          <div class="text">{whole}</div>
        </details>
      )}
    </>
  );
};

/** Why a mail was taken for what it is. */
export const Reasons: FC<{ readonly message: MessageView }> = ({ message }) =>
  message.reasons.length === 0 ? null : (
    <details class="reasons">
      <summary>
        Read as: {kindWords(message.kind, message.judgement ?? message.subkind).toLowerCase()}
      </summary>
      <ul>
        {message.reasons.map((reason) => (
          <li>{reason}</li>
        ))}
        {message.matchRule !== null && <li>Matched to this contact by {message.matchRule}.</li>}
      </ul>
    </details>
  );

/** The buttons that say what a mail is. */
export const Judge: FC<{
  readonly message: MessageView;
  readonly frame: Frame;
  readonly back: string;
}> = ({ message, frame, back }) =>
  message.id === null ? null : (
    <Post to={`/messages/${message.id}/judge`} csrf={frame.csrf} class="judge" stay>
      <input type="hidden" name="back" value={back} />
      <p class="ask" id={`ask-${message.id}`}>
        What is this mail?
      </p>
      <div class="row" role="group" aria-labelledby={`ask-${message.id}`}>
        {judgements.map(({ value, label }) => (
          <button
            name="judgement"
            value={value}
            class={message.subkind === value ? 'primary' : undefined}
          >
            {label}
          </button>
        ))}
      </div>
    </Post>
  );

/** The two meanings that need a word more: when to ask again, and whom they named. */
export const JudgeWithMore: FC<{
  readonly message: MessageView;
  readonly frame: Frame;
  readonly back: string;
  readonly refused?: Refused | undefined;
}> = ({ message, frame, back, refused }) =>
  message.id === null ? null : (
    <div class="actions small">
      <details open={refused?.values['judgement'] === 'later'}>
        <summary class="button">Ask me later…</summary>
        <Post to={`/messages/${message.id}/judge`} csrf={frame.csrf} class="panel">
          <input type="hidden" name="back" value={back} />
          <input type="hidden" name="judgement" value="later" />
          <div class="field">
            <label for={`until-${message.id}`}>Ask them again at</label>
            <input
              type="datetime-local"
              id={`until-${message.id}`}
              name="until"
              required
              value={refused?.values['until'] ?? inFourWeeks(frame)}
            />
          </div>
          <button class="primary">Ask again then</button>
        </Post>
      </details>
      <details open={refused?.values['judgement'] === 'referred'}>
        <summary class="button">Points me to somebody…</summary>
        <Post to={`/messages/${message.id}/judge`} csrf={frame.csrf} class="panel">
          <input type="hidden" name="back" value={back} />
          <input type="hidden" name="judgement" value="referred" />
          <div class="field">
            <label for={`persons-${message.id}`}>Whom? One person a line</label>
            <textarea
              id={`persons-${message.id}`}
              name="persons"
              rows={2}
              required
              placeholder="Ana Costa <ana@example.org>: knows the field"
            >
              {refused?.values['persons'] ?? ''}
            </textarea>
          </div>
          <button class="primary">Note them, and thank</button>
        </Post>
      </details>
    </div>
  );

function inFourWeeks({ clock }: Frame): string {
  const day = new Date(clock.now.getTime() + 28 * 24 * 60 * 60 * 1000);
  return `${fieldValue(day, clock.zone).slice(0, 10)}T09:00`;
}

/** A mail within a contact's conversation. */
export const ConversationMessage: FC<{
  readonly message: MessageView;
  readonly frame: Frame;
  readonly back: string;
  readonly children?: Child;
}> = ({ message, frame, back, children }) => {
  const words = messageStateWords(message.state);
  const out = message.direction === 'out';
  return (
    <article
      class={`message ${message.direction}`}
      id={`message-${message.id ?? message.messageId}`}
    >
      <header>
        <p class="kind">
          {out
            ? message.byHand
              ? 'You wrote'
              : purposeWords(message.purpose ?? message.kind)
            : kindWords(message.kind, message.judgement ?? message.subkind)}
          {words !== '' && <span class={`state ${message.state}`}>{words}</span>}
        </p>
        <p class="meta">
          {!out && <span class="address">{message.from}</span>}
          <span>
            <Time at={message.at} clock={frame.clock} as="both" />
          </span>
        </p>
      </header>
      <h3>{message.subject === '' ? '(no subject)' : message.subject}</h3>
      <MessageBody message={message} />
      {message.returnDate !== null && <p class="note">Away until {message.returnDate}.</p>}
      {!out && <Reasons message={message} />}
      {!out && message.state === 'needs_you' && (
        <>
          <Judge message={message} frame={frame} back={back} />
          <JudgeWithMore message={message} frame={frame} back={back} />
        </>
      )}
      {children}
    </article>
  );
};
