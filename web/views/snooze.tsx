import type { FC } from 'hono/jsx';
import type { Frame } from '../page/frame.ts';
import { fieldValue } from '../page/dates.ts';
import { Post, type Refused } from './form.tsx';

/** Asks until when; offers nine o'clock in a week. */
export const Snooze: FC<{
  readonly to: string;
  readonly label: string;
  readonly frame: Frame;
  readonly refused: Refused | undefined;
}> = ({ to, label, frame, refused }) => (
  <details open={refused?.values['until'] !== undefined}>
    <summary class="button" data-page-key="z">
      {label}…
    </summary>
    <Post to={to} csrf={frame.csrf} class="panel">
      <div class="field">
        <label for="until">Leave alone until</label>
        <input
          type="datetime-local"
          id="until"
          name="until"
          required
          value={refused?.values['until'] ?? inAWeek(frame)}
        />
      </div>
      <button class="primary">{label}</button>
    </Post>
  </details>
);

function inAWeek({ clock }: Frame): string {
  const day = new Date(clock.now.getTime() + 7 * 24 * 60 * 60 * 1000);
  return `${fieldValue(day, clock.zone).slice(0, 10)}T09:00`;
}
