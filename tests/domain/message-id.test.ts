import { expect, it } from 'vitest';
import { messageIdFor } from '../../domain/message-id.ts';

it('is at the domain of the sender, as A-labels', () => {
  expect(messageIdFor('a1', 'Me@Home.test')).toBe('<a1@home.test>');
  expect(messageIdFor('a1', 'me@müller.test')).toBe('<a1@xn--mller-kva.test>');
});
