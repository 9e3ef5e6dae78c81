import type { FC } from 'hono/jsx';
import type { ContactCard } from '../../operations/contact-lists/contact-cards.ts';
import { bothClocks } from '../page/dates.ts';
import type { Frame } from '../page/frame.ts';

/** What is next with somebody and when: on the user's clock, and on theirs where it differs. */
export const WhatNext: FC<{ readonly contact: ContactCard; readonly frame: Frame }> = ({
  contact,
  frame,
}) => {
  const { stage, turn, meetingAt, next, waitingFor } = contact;
  if (stage === 'closed') return turn === 'you' ? <>Waits for you, in Needs you</> : null;
  const zone = contact.zone ?? undefined;
  if (meetingAt !== null) return <>You talk {bothClocks(meetingAt, zone, frame.clock)}</>;
  if (next !== null)
    return (
      <>
        <time datetime={next.at}>{bothClocks(next.at, zone, frame.clock)}</time>
        {next.why !== '' && `: ${next.why}`}
      </>
    );
  return waitingFor === null ? null : <>Waits for {waitingFor}</>;
};
