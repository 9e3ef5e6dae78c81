import { describe, expect, test } from 'vitest';
import { firstState, type Chapter, type JourneyState } from '../../../domain/journey.ts';
import type { JourneyMessageName, JourneyPayloads } from '../../../domain/journey-messages.ts';
import { applyMessage } from '../../../domain/journey/apply-message.ts';
import { migrateState } from '../../../domain/journey/migrate-state.ts';
import { defaultPolicy } from '../../../domain/policy.ts';

const minute = 60_000;
const now = Date.UTC(2026, 10, 27, 12);

let ids = 0;
function tell<Name extends JourneyMessageName>(
  state: JourneyState,
  name: Name,
  payload: JourneyPayloads[Name] & { readonly id?: string; readonly generation?: number },
): JourneyState {
  const told = { id: `id-${++ids}`, generation: state.generation, ...payload };
  // The name and its payload belong together by the signature.
  return applyMessage(state, { name, payload: told } as never);
}

function at(chapter: Chapter, more: Partial<JourneyState> = {}): JourneyState {
  return {
    ...firstState(defaultPolicy),
    chapter,
    outcome: chapter === 'closed' ? 'silent' : undefined,
    quietSince: now,
    meeting: { meetingId: 'm', at: now - 60 * minute, end: now - 40 * minute },
    ...more,
  };
}

const chapters: readonly Chapter[] = [
  'outreach',
  'silence',
  'agreeing',
  'meeting',
  'thanks',
  'keeping_in_touch',
  'closed',
];
const mail = { messageId: 'mail-1', at: now };

test('the first of the times offered is known once their mail left, and forgotten with a mail by hand', () => {
  const sent = { draftId: 'p', purpose: 'proposal', how: 'sent', at: now } as const;
  const offered = tell(at('agreeing'), 'mailSettled', { ...sent, firstSlot: now + minute });
  expect(offered).toMatchObject({ firstSlot: now + minute, awaitsThem: true });
  expect(tell(offered, 'wroteByHand', { messageId: 'm', at: now }).firstSlot).toBeUndefined();
  const cancelled = tell(at('agreeing'), 'mailSettled', { ...sent, purpose: 'cancellation' });
  expect(cancelled).toMatchObject({ firstSlot: undefined, awaitsThem: false });
});

describe.each(chapters)('while %s', (chapter) => {
  const state = at(chapter, { open: { draftId: 'd', purpose: 'nudge' } });

  test('a reply waits to be read, and leads nowhere by itself', () => {
    const after = tell(state, 'replyReceived', mail);
    expect(after).toMatchObject({ chapter, moves: state.moves, quietSince: state.quietSince });
    expect(after.unread).toEqual([mail]);
  });

  test('a mail that is no answer leaves everything exactly as it was', () => {
    const after = tell(tell(state, 'replyReceived', mail), 'judgeReply', {
      ...mail,
      judgement: 'not_a_reply',
    });
    expect({ ...after, heard: [], judged: [] }).toEqual({ ...state, heard: [], judged: [] });
  });

  test('an absence moves no chapter', () => {
    const after = tell(state, 'autoReplied', { ...mail, until: now + minute });
    expect(after).toMatchObject({ chapter, awayUntil: now + minute, unread: [] });
  });

  test('a bounce ends a journey only before they have answered', () => {
    const gone = tell(state, 'mailBounced', { at: now, deadAddress: true });
    expect(gone.chapter).toBe('closed');
    const answered = tell({ ...state, answered: true }, 'mailBounced', {
      at: now,
      deadAddress: true,
    });
    expect(answered.chapter).toBe(chapter);
    expect(tell(state, 'mailBounced', { at: now, deadAddress: false }).chapter).toBe(chapter);
  });

  test('an opt-out and a stop end it', () => {
    expect(tell(state, 'optedOut', mail)).toMatchObject({
      chapter: 'closed',
      outcome: 'opted_out',
    });
    expect(tell(state, 'stop', {})).toMatchObject({ chapter: 'closed', outcome: 'stopped' });
  });

  test('pausing, snoozing and new rules keep the chapter and its clock', () => {
    const paused = tell(tell(state, 'pause', {}), 'snooze', { until: now + minute });
    expect(paused).toMatchObject({ chapter, paused: true, snoozedUntil: now + minute });
    const resumed = tell(paused, 'resume', {});
    expect(resumed).toMatchObject({ chapter, paused: false, quietSince: state.quietSince });
    const policy = { ...state.policy, nudgeAfter: 'P2D' };
    expect(tell(state, 'changePolicy', { policy })).toMatchObject({ chapter, policy });
  });

  test('a mail of ours that left restarts the clock', () => {
    const settled = { draftId: 'other', purpose: 'reply', how: 'sent', at: now + minute } as const;
    expect(tell(state, 'mailSettled', settled).quietSince).toBe(now + minute);
    for (const how of ['refused', 'unclear', 'skipped', 'withdrawn', 'taken_back'] as const)
      expect(tell(state, 'mailSettled', { ...settled, how }).quietSince).toBe(now);
  });

  test('a message is taken in once, and one of an older generation not at all', () => {
    const once = tell(state, 'pause', { id: 'same' });
    const resumed = tell(once, 'resume', {});
    expect(tell(resumed, 'pause', { id: 'same' }).paused).toBe(false);
    const old = { ...resumed, generation: 3 };
    expect(tell(old, 'stop', { generation: 2 }).chapter).toBe(chapter);
  });

  test('a reopening keeps what was heard and what nobody has read', () => {
    const unread = tell(state, 'replyReceived', { ...mail, id: 'known' });
    const again = tell(unread, 'reopen', { chapter: 'silence', at: now, generation: 1 });
    expect(again).toMatchObject({ chapter: 'silence', generation: 1, askAgainAt: now, step: 0 });
    expect(again.unread).toEqual([mail]);
    expect(again.heard).toContain('known');
  });
});

test.each([
  ['outreach', 'silence'],
  ['silence', 'silence'],
  ['agreeing', 'agreeing'],
  ['meeting', 'meeting'],
  ['thanks', 'keeping_in_touch'],
  ['keeping_in_touch', 'keeping_in_touch'],
  ['closed', 'closed'],
] as const)('a mail by hand while %s leads to %s', (chapter, to) => {
  expect(tell(at(chapter), 'wroteByHand', mail).chapter).toBe(to);
});

test.each([
  ['agreed', 'meeting', undefined],
  ['moved', 'meeting', undefined],
  ['cancelled', 'agreeing', undefined],
  ['cancelled_by_them', 'agreeing', 'they_cancelled'],
  ['held', 'thanks', undefined],
  ['no_show', 'agreeing', 'no_show'],
] as const)('a meeting that is %s leads to %s', (how, chapter, proposing) => {
  const change = { meetingId: 'm', how, at: now, end: now + 20 * minute };
  expect(tell(at('meeting'), 'meetingChanged', change)).toMatchObject({ chapter, proposing });
});

test('after a second no-show the user is only asked', () => {
  const change = { meetingId: 'm', how: 'no_show', at: now, end: now } as const;
  const twice = tell(tell(at('meeting'), 'meetingChanged', change), 'meetingChanged', change);
  expect(twice).toMatchObject({ chapter: 'agreeing', noShows: 2, proposing: undefined });
});

test('a draft that a person had written is what the chapter waits with', () => {
  const open = { draftId: 'p', purpose: 'proposal' } as const;
  expect(tell(at('silence'), 'draftWritten', open)).toMatchObject({ chapter: 'agreeing', open });
  const old = { draftId: 'old', purpose: 'proposal' } as const;
  const again = tell(at('agreeing', { open: old }), 'draftWritten', open);
  expect(again).toMatchObject({ chapter: 'agreeing', open, left: ['old'] });
});

test('times that they name while the thank-you is due come after it', () => {
  const judged = tell(tell(at('thanks'), 'replyReceived', mail), 'judgeReply', {
    ...mail,
    judgement: 'proposes_time',
  });
  expect(judged).toMatchObject({ chapter: 'thanks', agreeingNext: true });
});

test('a mail of theirs says that the check-ins are read, and restarts their clock', () => {
  const state = at('keeping_in_touch', { unansweredCheckIns: 2, quietSince: now - minute });
  const judged = tell(state, 'judgeReply', { ...mail, judgement: 'interested' });
  expect(judged).toMatchObject({ unansweredCheckIns: 0, quietSince: now });
  const later = tell(state, 'judgeReply', { ...mail, judgement: 'later', until: now + minute });
  expect(later.askAgainAt).toBe(now + minute);
});

test('an answer while agreeing ends the wait for one, though it is judged in the same breath', () => {
  const state = at('agreeing', { awaitsThem: true });
  const judged = tell(tell(state, 'replyReceived', mail), 'judgeReply', {
    ...mail,
    judgement: 'accepts_time',
  });
  expect(judged).toMatchObject({ chapter: 'agreeing', awaitsThem: false, moves: state.moves + 1 });
});

test('asked again later, a journey is silent until then', () => {
  const judged = tell(at('agreeing'), 'judgeReply', {
    ...mail,
    judgement: 'later',
    until: now + minute,
  });
  expect(judged).toMatchObject({ chapter: 'silence', askAgainAt: now + minute });
});

test('a corrected judgement goes back first, unless the journey has gone on since', () => {
  const declined = tell(at('silence'), 'judgeReply', { ...mail, judgement: 'declined' });
  const back = tell(declined, 'judgeReply', { ...mail, judgement: 'not_a_reply' });
  expect(back).toMatchObject({ chapter: 'silence', outcome: undefined, quietSince: now });
  const agreed = tell(
    tell(at('silence'), 'judgeReply', { ...mail, judgement: 'interested' }),
    'meetingChanged',
    {
      meetingId: 'm',
      how: 'agreed',
      at: now,
      end: now + minute,
    },
  );
  expect(tell(agreed, 'judgeReply', { ...mail, judgement: 'not_a_reply' }).chapter).toBe('meeting');
});

test('the states of 0.1 are read as what they meant', () => {
  const old = {
    policy: defaultPolicy,
    nudges: 1,
    quietSince: now,
    paused: false,
    seen: ['a'],
    draft: { draftId: 'd' },
  };
  expect(migrateState({ ...old, chapter: 'silence' })).toMatchObject({
    version: 2,
    chapter: 'silence',
    nudges: 1,
    heard: ['a'],
    open: { draftId: 'd', purpose: 'nudge' },
  });
  const talking = { ...old, chapter: 'conversation' as const, draft: undefined };
  expect(migrateState(talking)).toMatchObject({ chapter: 'agreeing', answered: true });
  const unread = [{ messageId: 'm', at: now }];
  expect(migrateState({ ...talking, unread })).toMatchObject({ chapter: 'silence', unread });
});
