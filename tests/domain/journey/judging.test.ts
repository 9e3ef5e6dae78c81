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
