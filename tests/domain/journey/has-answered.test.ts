import { expect, test } from 'vitest';
import { hasAnswered, type ReceivedMessage } from '../../../domain/journey/has-answered.ts';

const reply: ReceivedMessage = {
  judgement: null,
  kind: 'human_reply',
  certain: true,
  matchRule: 'reply_id',
  fromAddress: 'Ana@Work.test',
};
const answered = (message: Partial<ReceivedMessage>) =>
  hasAnswered({ addresses: ['ana@work.test'], messages: [{ ...reply, ...message }] });

test('somebody whose reply belongs to our mail has answered', () => {
  expect(answered({})).toBe(true);
  expect(answered({ matchRule: 'gmail_thread' })).toBe(true);
});

test.each<[string, Partial<ReceivedMessage>]>([
  ['an automatic reply', { kind: 'auto_reply' }],
  ['a reply that is not certain', { certain: false }],
  ['a mail that only has our subject', { matchRule: 'subject' }],
  ['a mail from another address', { fromAddress: 'bea@work.test' }],
  ['a mail that a person calls no reply', { judgement: 'not_a_reply' }],
  ['an opt-out', { judgement: 'opt_out' }],
])('%s is no answer', (_, message) => expect(answered(message)).toBe(false));

test('what a person has judged counts, from whatever address', () => {
  expect(answered({ judgement: 'interested', fromAddress: 'bea@work.test', certain: false })).toBe(
    true,
  );
});

test('no mail is no answer', () => {
  expect(hasAnswered({ addresses: ['ana@work.test'], messages: [] })).toBe(false);
});
