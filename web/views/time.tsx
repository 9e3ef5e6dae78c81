import type { FC } from 'hono/jsx';
import { absolute, relative, type Clock } from '../page/dates.ts';

/** A moment as "in 3 days", with the full time at hand; `as` shows that instead, or both. */
export const Time: FC<{
  readonly at: string;
  readonly clock: Clock;
  readonly as?: 'absolute' | 'both' | undefined;
}> = ({ at, clock, as }) => (
  <time datetime={at} title={`${absolute(at, clock)} (${clock.zone})`}>
    {as === undefined ? relative(at, clock) : absolute(at, clock)}
    {as === 'both' && ` (${relative(at, clock)})`}
  </time>
);
