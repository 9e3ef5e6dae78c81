import { expect, test } from 'vitest';
import { parsePerson } from '../../domain/person.ts';

test.each([
  [
    'Bo Lund <Bo@Lab.example>: runs the lab',
    { name: 'Bo Lund', email: 'bo@lab.example', why: 'runs the lab' },
  ],
  ['Bo Lund <bo@lab.example>', { name: 'Bo Lund', email: 'bo@lab.example', why: undefined }],
  ['Bo Lund: knows grids', { name: 'Bo Lund', email: undefined, why: 'knows grids' }],
  ['Bo Lund', { name: 'Bo Lund', email: undefined, why: undefined }],
  ['Bo: at 10:30 only', { name: 'Bo', email: undefined, why: 'at 10:30 only' }],
])('%s is read', (text, person) => {
  expect(parsePerson(text)).toEqual(person);
});

test.each([
  ['<bo@lab.example>', 'there is no name'],
  [': knows grids', 'there is no name'],
  ['Bo <bo@lab.example', 'no ">"'],
  ['Bo <not an address>', 'it has no @'],
  ['Bo\nBcc: eve@evil.example', 'line break'],
])('%j is refused', (text, message) => {
  expect(() => parsePerson(text)).toThrow(message);
});
