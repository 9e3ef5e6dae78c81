import { expect, it } from 'vitest';
import { phoneNumberIn } from '../../../domain/meeting/phone-number.ts';
import { growth, isSteep } from '../../support/growth.ts';

it.each([
  ['Just call me on +49 30 901820 then.', '+49 30 901820'],
  ['My mobile: 0171 5550123', '0171 5550123'],
  ['Sure! Tel. (030) 901 820 - 14', '(030) 901 820 - 14'],
  ['Ruf mich gern an, Handy 0043 660 5550199.', '0043 660 5550199'],
  ['+1 (212) 555-0142 is best.', '+1 (212) 555-0142'],
  ['Reach me at 212.555.0142 after two.', '212.555.0142'],
  ['Phone: +44 20 7946 0958, again +442079460958.', '+442079460958'],
])('%s', (text, number) => {
  expect(phoneNumberIn(text)).toBe(number);
});

it.each([
  'How about 2026-11-30 at 14:30?',
  'Tuesday 30.11.2026 or 12/01/2026 works.',
  'The meeting ID is 812 3456 7890.',
  'We are at 4500 Main Street, 10115 Berlin.',
  'My phone is broken, and so is 1 other thing.',
  'Call +49 30 901820 or +49 171 5550123.',
  'Order 4711-0815-2342 has left.',
])('no number to call: %s', (text) => {
  expect(phoneNumberIn(text)).toBeUndefined();
});

it.each(['1', '1 ', '(', '+1', 'tel ', '0-'])(
  'costs linear time for %j without end',
  async (seed) => {
    const ratio = await growth(phoneNumberIn, (length) => seed.repeat(length / seed.length));
    expect(isSteep(ratio)).toBe(false);
  },
);
