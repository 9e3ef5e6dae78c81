import { describe, expect, it } from 'vitest';
import { afterJudgement } from '../../../domain/journey/after-judgement.ts';
import { applyMessage } from '../../../domain/journey/apply-message.ts';
import { firstState, type JourneyState, type ReplyJudgement } from '../../../domain/journey.ts';
import { defaultPolicy } from '../../../domain/policy.ts';

const waiting: JourneyState = {
  ...firstState(defaultPolicy),
  chapter: 'silence',
  quietSince: 1000,
  nudges: 1,
};

function judged(
  state: JourneyState,
  judgement: ReplyJudgement,
  more: { readonly id?: string; readonly until?: number } = {},
): JourneyState {
  const { id = judgement, until } = more;
  return applyMessage(state, {
    name: 'judgeReply',
    payload: {
      id,
      generation: 0,
      messageId: 'm',
      at: 2000,
      judgement,
      ...(until === undefined ? {} : { until }),
    },
  });
}

describe('a reply that asks for later', () => {
  it('puts the follow-up off to that moment, whatever was sent before', () => {
    expect(judged(waiting, 'later', { until: 9000 })).toMatchObject({
      chapter: 'silence',
      askAgainAt: 9000,
      moves: waiting.moves + 1,
    });
  });

  it('corrected goes back to the old clock', () => {
    const later = judged(waiting, 'later', { until: 9000 });
    expect(judged(later, 'not_a_reply')).toMatchObject({
      chapter: 'silence',
      askAgainAt: undefined,
      nudges: 1,
    });
  });

  it('put off twice waits for the second moment', () => {
    const later = judged(waiting, 'later', { until: 9000 });
    expect(judged(later, 'later', { id: 'again', until: 9500 }).askAgainAt).toBe(9500);
  });
});

describe('while keeping in touch', () => {
  const inTouch: JourneyState = {
    ...waiting,
    chapter: 'keeping_in_touch',
    met: true,
    unansweredCheckIns: 1,
  };

  it('a reply that asks for later sets the date of the next check-in, corrected it does not', () => {
    const later = judged(inTouch, 'later', { until: 9000 });
    expect(later).toMatchObject({ chapter: 'keeping_in_touch', askAgainAt: 9000 });
    expect(judged(later, 'interested')).toMatchObject({ askAgainAt: undefined, quietSince: 2000 });
  });

  it('any other leaves a date that is to come, and ends one that is over', () => {
    expect(judged({ ...inTouch, askAgainAt: 5000 }, 'answered').askAgainAt).toBe(5000);
    expect(judged({ ...inTouch, askAgainAt: 1500 }, 'answered').askAgainAt).toBeUndefined();
  });

  it('begins with the mail that led there', () => {
    const closed: JourneyState = { ...inTouch, chapter: 'closed', outcome: 'met' };
    expect(judged(closed, 'answered')).toMatchObject({
      chapter: 'keeping_in_touch',
      quietSince: 2000,
      unansweredCheckIns: 0,
    });
  });
});

describe('a reply that points to others', () => {
  it('ends this journey, and leaves a closed one as it ended', () => {
    expect(judged(waiting, 'referred')).toMatchObject({ chapter: 'closed', outcome: 'referred' });
    const declined = { chapter: 'closed', outcome: 'declined', met: false } as const;
    expect(afterJudgement(declined, 'referred')).toEqual(declined);
  });
});

describe('a reply about a time', () => {
  it.each(['accepts_time', 'cannot_make_it'] as const)('%s leads to agreeing', (judgement) => {
    expect(judged(waiting, judgement).chapter).toBe('agreeing');
  });
});
