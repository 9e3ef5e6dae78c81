import type { Child, FC } from 'hono/jsx';
import type { MessageView } from '../../operations/views.ts';
import type { Frame } from '../page/frame.ts';
import { purposeWords } from '../../domain/purpose.ts';
import { kindWords, messageStateWords } from '../page/labels.ts';
import type { WayBack } from '../page/way-back.ts';
import { CorrectJudgement, Judge } from './judge.tsx';
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

/** A mail within a contact's conversation. */
export const ConversationMessage: FC<{
  readonly message: MessageView;
  readonly frame: Frame;
  readonly back: WayBack;
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
        <Judge message={message} frame={frame} back={back} />
      )}
      {!out && message.state === 'handled' && (
        <CorrectJudgement message={message} frame={frame} back={back} />
      )}
      {children}
    </article>
  );
};
