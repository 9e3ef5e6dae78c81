import { expect, test } from 'vitest';
import type { Chapter, Outcome, ReplyJudgement } from '../../../domain/journey.ts';
import { judgementEffects } from '../../../domain/journey/judgement-effects.ts';

const from = (chapter: Chapter, more: { outcome?: Outcome; met?: boolean } = {}) => ({
  chapter,
  outcome: more.outcome,
  met: more.met ?? false,
});

test.each<[ReplyJudgement, ReturnType<typeof from>, ReturnType<typeof judgementEffects>['reply']]>([
  ['declined', from('silence'), 'declined'],
  ['declined', from('meeting'), 'declined'],
  ['declined', from('closed', { outcome: 'silent' }), 'declined'],
  ['declined', from('closed', { outcome: 'declined' }), undefined],
  ['declined', from('closed', { outcome: 'met', met: true }), undefined],
  ['declined', from('keeping_in_touch', { met: true }), undefined],
  ['referred', from('silence'), 'referred'],
  ['referred', from('meeting'), undefined],
  ['answered', from('agreeing'), undefined],
])('%s in %o drafts the reply %s', (judgement, situation, reply) => {
  expect(judgementEffects(situation, judgement).reply).toBe(reply);
});

test.each<
  [ReplyJudgement, ReturnType<typeof from>, ReturnType<typeof judgementEffects>['question']]
>([
  ['interested', from('closed', { outcome: 'met', met: true }), 'another_meeting'],
  ['interested', from('closed', { outcome: 'silent' }), undefined],
  ['interested', from('closed', { outcome: 'opted_out', met: true }), undefined],
  ['cannot_make_it', from('closed', { outcome: 'stopped' }), 'offer_new_times'],
  ['cannot_make_it', from('meeting'), undefined],
  ['declined', from('thanks'), 'check_ins_declined'],
  ['declined', from('keeping_in_touch', { met: true }), 'check_ins_declined'],
  ['declined', from('agreeing'), undefined],
])('%s in %o asks the question %s', (judgement, situation, question) => {
  expect(judgementEffects(situation, judgement).question).toBe(question);
});

test.each([
  ['interested', 'stays'],
  ['asks', 'stays'],
  ['accepts_time', 'stays'],
  ['referred', 'stays'],
  ['not_a_reply', 'stays'],
  ['cannot_make_it', 'drop'],
  ['opt_out', 'drop'],
  ['answered', 'cancel'],
  ['declined', 'cancel'],
  ['later', 'cancel'],
] as const)('%s before a meeting: it is to %s', (judgement, meeting) => {
  expect(judgementEffects(from('meeting'), judgement).meeting).toBe(meeting);
});

test('an answer is owed where they wait for one, and nowhere else', () => {
  expect(judgementEffects(from('silence'), 'interested').owesAnswer).toBe(true);
  expect(judgementEffects(from('keeping_in_touch'), 'asks').owesAnswer).toBe(true);
  expect(judgementEffects(from('keeping_in_touch'), 'interested').owesAnswer).toBe(false);
  expect(judgementEffects(from('thanks'), 'cannot_make_it').owesAnswer).toBe(false);
  expect(judgementEffects(from('silence'), 'declined').owesAnswer).toBe(false);
});
