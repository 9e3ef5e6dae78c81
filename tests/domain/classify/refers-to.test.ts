import { describe, expect, it } from 'vitest';
import { refersTo } from '../../../domain/classify/refers-to.ts';

describe('somebody else to write to', () => {
  it.each([
    ['Please contact Ana Lima at ana.lima@example.org.', 'Ana Lima', 'ana.lima@example.org'],
    [
      'You should talk to my colleague Jo van Dam <Jo@Example.com>.',
      'Jo van Dam',
      'jo@example.com',
    ],
    [
      'I would suggest Dr. Meera Rao (meera@lab.example) instead.',
      'Dr. Meera Rao',
      'meera@lab.example',
    ],
    ['Bitte wenden Sie sich an Jörg Öz unter joerg@example.de.', 'Jörg Öz', 'joerg@example.de'],
    ['Reach out to recruiting@example.com.', undefined, 'recruiting@example.com'],
    ['The right person is my colleague:\nAna Lima\nana@example.org', 'Ana Lima', 'ana@example.org'],
  ])('is found in: %s', (text, name, email) => {
    expect(refersTo(text)).toEqual([{ name, email }]);
  });

  it.each([
    'You can reach me at ana@private.example.',
    'Please contact me at ana@example.org.',
    'My email is ana@example.org, talk soon.',
    'Happy to talk.\n\nAna Lima\nana@example.org',
    'Talk to my colleague when you are here.\n\nBest regards,\nAna Lima\nana@example.org',
    '> please contact bob@example.org\n\nWill do.',
  ])('is not the sender or a quotation: %s', (text) => {
    expect(refersTo(text)).toEqual([]);
  });
});
