import type { FC } from 'hono/jsx';
import { absolute, relative, type Clock } from '../moment.ts';

/** A moment as "in 3 days", with the full time at hand; `full` shows both. */
export const Time: FC<{
  readonly at: string;
  readonly clock: Clock;
  readonly full?: boolean | undefined;
}> = ({ at, clock, full }) => (
  <time datetime={at} title={`${absolute(at, clock)} (${clock.zone})`}>
    {full === true ? `${absolute(at, clock)} (${relative(at, clock)})` : relative(at, clock)}
  </time>
);
