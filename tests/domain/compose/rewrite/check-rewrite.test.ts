import { describe, expect, it } from 'vitest';
import { checkRewrite } from '../../../../domain/compose/rewrite/check-rewrite.ts';

const before = `Dear Ana,

Your column on rye in The Mill made me write to you. One thing I remember is how you publish your failures.

Could we have a 20-minute call in the next two weeks? I'd like to ask about night work. I want to learn, not to apply.

Thank you.

Kim`;

const notes = ['your column on rye in The Mill', 'how you publish your failures', 'Breadworks'];

function look(after: string, more: { readonly keep?: readonly string[] } = {}) {
  return checkRewrite({ before, after, sources: notes, keep: more.keep ?? [], language: 'en' });
}

const faithful = `Dear Ana,

I read your column on rye in The Mill, and how bravely you publish failures stayed with me.

Might you have 20 minutes for a call in the next two weeks? I would love to hear about work at night. I'd like to learn, not to apply.

Thank you.

Kim`;

describe('a rewritten letter', () => {
  it('may say the same in other words, and the new ones are named', () => {
    expect(look(faithful)).toEqual({ refused: [], newWords: ['bravely'] });
  });

  it.each([
    ['a place', faithful.replace('The Mill', 'The Mill from Lisbon'), /names .*"Lisbon"/],
    ['a number', faithful.replace('two weeks', '9 weeks'), /numbers .*"9"/],
    ['a number in words', faithful.replace('failures', 'seven failures'), /numbers .*"seven"/],
    ['an address', faithful.replace('Kim', 'Kim https://kim.example'), /address .*kim\.example/],
    ['an attachment', faithful.replace('Thank you.', 'It is attached. Thank you.'), /attachment/],
    ['a meeting', faithful.replace('I read', 'When we spoke I read'), /meeting/],
    ['an application', faithful.replace('Thank you.', 'Here is my CV. Thank you.'), /application/],
    [
      'much',
      faithful.replace(
        'Thank you.',
        'Fermented sourdough cultures fascinate bakers everywhere, whose patience deserves admiration, gratitude, applause and celebration.',
      ),
      /words that stand in no note/,
    ],
    ['questions', faithful.replace('Thank you.', 'When? Where? How? Why?'), /more questions/],
    [
      'German',
      `Guten Tag Ana,\n\nIhre Kolumne über Roggen hat mich beeindruckt, und ich würde gern mehr darüber hören, wie Sie nachts arbeiten.\n\nKim`,
      /another language/,
    ],
  ])('that adds %s is refused', (_, after, why) => {
    expect(look(after).refused.join(' ')).toMatch(why);
  });

  it('that loses who sent the user, or the minutes, is refused', () => {
    const { refused } = look(faithful.replace('20 minutes', 'a moment'), { keep: ['20', 'Rui'] });
    expect(refused).toEqual(['It lost: "20", "Rui".']);
  });

  it('that is much longer is refused', () => {
    const after = faithful.replace(
      'Thank you.',
      `${'I would like to hear more about it. '.repeat(9)}`,
    );
    expect(look(after).refused).toContain('It is much longer than your draft.');
  });
});
