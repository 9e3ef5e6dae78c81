import type { FC } from 'hono/jsx';
import type { MessageView } from '../../../operations/views.ts';
import type { Frame } from '../../page/frame.ts';
import { purposeWords } from '../../../domain/purpose.ts';
import { kindWords } from '../../page/labels.ts';
import { MessageBody } from '../message.tsx';
import { Time } from '../time.tsx';

/** The mail that the open one answers or follows, to read beside it. */
export const Beside: FC<{
  readonly follows: MessageView | undefined;
  /** The open item is mail of theirs. */
  readonly answered: boolean;
  readonly frame: Frame;
}> = ({ follows, answered, frame }) =>
  follows === undefined ? null : (
    <aside class="pane-beside" aria-labelledby="beside-title">
      <h3 id="beside-title">{titleOf(follows, answered)}</h3>
      <p class="meta">
        <span>
          {follows.direction === 'in'
            ? kindWords(follows.kind, follows.judgement ?? follows.subkind)
            : follows.byHand
              ? 'By hand'
              : purposeWords(follows.purpose ?? follows.kind)}
        </span>
        <span>
          <Time at={follows.at} clock={frame.clock} as="both" />
        </span>
      </p>
      <p class="subject">{follows.subject}</p>
      <MessageBody message={follows} />
    </aside>
  );

function titleOf(follows: MessageView, answered: boolean): string {
  if (answered) return 'You wrote';
  return follows.direction === 'in' ? 'It answers' : 'It follows';
}
