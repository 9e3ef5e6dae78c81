import type { FC } from 'hono/jsx';
import type { Frame } from '../page/frame.ts';
import { Post, RefusedNote, type Refused } from './form.tsx';
import { Snooze } from './snooze.tsx';

/** What can be done to every journey at once: the panic stop, and a holiday of the user's own. */
export const Sending: FC<{ readonly frame: Frame; readonly refused: Refused | undefined }> = ({
  frame,
  refused,
}) => (
  <section id="sending" aria-labelledby="sending-title">
    <h2 id="sending-title">Sending</h2>
    <RefusedNote refused={refused} />
    {frame.sendingStopped === null ? (
      <>
        <p>
          Approved mails go out as planned. The panic stop holds every mail to everybody at once,
          until you resume.
        </p>
        <Post to="/stop-all" csrf={frame.csrf}>
          <button class="danger">Stop everything now</button>
        </Post>
        <h3>Away for a while?</h3>
        <p>
          Put every journey to rest. Replies still come in, and nobody is followed up until you
          resume, or until the day you name.
        </p>
        <div class="actions small">
          <Post to="/pause-all" csrf={frame.csrf}>
            <button>Pause all</button>
          </Post>
          <Snooze to="/snooze-all" label="Snooze all" frame={frame} refused={refused} />
          <Post to="/resume-all" csrf={frame.csrf}>
            <button>Resume all</button>
          </Post>
        </div>
      </>
    ) : (
      <>
        <p class="alert">Nothing is being sent: {frame.sendingStopped}</p>
        <Post to="/resume-all" csrf={frame.csrf}>
          <button class="primary">Resume</button>
        </Post>
      </>
    )}
  </section>
);
