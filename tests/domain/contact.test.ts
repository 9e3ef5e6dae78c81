import { describe, expect, it } from 'vitest';
import {
  parseEmail,
  parseLanguage,
  parseLine,
  parseName,
  parseTimeZone,
} from '../../domain/contact.ts';
import { InvalidInput } from '../../domain/errors.ts';

describe('an address', () => {
  it.each([
    ['Ana.Souza+work@Example.ORG', 'ana.souza+work@example.org'],
    ['  ana@example.org ', 'ana@example.org'],
    ["o'neil@mail.example.co.uk", "o'neil@mail.example.co.uk"],
    ['ana@BÜCHER.example', 'ana@bücher.example'],
    ['ana@xn--bcher-kva.example', 'ana@bücher.example'],
    ['root@localhost', 'root@localhost'],
  ])('%s is read as %s', (text, address) => {
    expect(parseEmail(text)).toBe(address);
  });

  it.each([
    '',
    'ana',
    'ana@',
    '@example.org',
    'ana@example',
    'ana@@example.org',
    'a@b@example.org',
    'ana souza@example.org',
    'ana@exa mple.org',
    'Ana <ana@example.org>',
    'ana@example.org, bo@example.org',
    'ana@example.org\r\nBcc: eve@example.org',
    'ana@example.org\n',
    'ana\u0000@example.org',
    'ana@-example.org',
    'ana@example..org',
    '.ana@example.org',
    'ana.@example.org',
    'a..b@example.org',
    'ana@[127.0.0.1]',
    'ana@127.0.0.1',
    '"ana"@example.org',
    `${'a'.repeat(65)}@example.org`,
    `ana@${'a.'.repeat(200)}org`,
    'ana@exam\u2028ple.org',
    'ana@example.org/',
    'ana@example.org?x',
    'ana@example.org#x',
    'ana@exa%6dple.org',
    'ana@example.org:25',
  ])('%j is refused as misuse of the field', (text) => {
    expect(() => parseEmail(text)).toThrow(InvalidInput);
    expect(() => parseEmail(text)).toThrow(expect.objectContaining({ field: 'email' }));
  });
});

describe('a line', () => {
  it('is trimmed, and keeps what people write', () => {
    expect(parseLine('admire', '  Zoë’s “work” 🙂 <b>here</b> ')).toBe(
      'Zoë’s “work” 🙂 <b>here</b>',
    );
    expect(parseLine('admire', '')).toBe('');
  });

  it.each(['a\nb', 'a\rb', 'a\tb', 'a\u0000b', 'a\u0085b', 'a\u2028b', 'a\u007f', 'a\ud800'])(
    'with the control characters of %j is refused, naming the field',
    (text) => {
      expect(() => parseLine('company', text)).toThrow(
        expect.objectContaining({ field: 'company' }),
      );
      expect(() => parseLine('company', text)).toThrow(/company/);
    },
  );

  it('has an end', () => {
    expect(() => parseLine('company', 'a'.repeat(1001))).toThrow(/at most 1000/);
  });

  it('that is a name must not be empty', () => {
    expect(parseName(' Ana ')).toBe('Ana');
    expect(() => parseName('  ')).toThrow(InvalidInput);
  });
});

describe('a time zone', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    ['UTC', 'UTC'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
  ])('%s is read as %s', (text, zone) => {
    expect(parseTimeZone(text)).toBe(zone);
  });

  it.each([
    ['Europe/Berln', 'Europe/Berlin'],
    ['Berlin', 'Europe/Berlin'],
    ['New York', 'America/New_York'],
    ['Europe/São Paulo', 'Europe/Berlin or America/New_York'],
    ['+02:00', 'Europe/Berlin'],
    ['Mars/Olympus', 'Europe/Berlin'],
  ])('%s is refused with the hint %s', (text, hint) => {
    expect(() => parseTimeZone(text)).toThrow(new RegExp(hint));
    expect(() => parseTimeZone(text)).toThrow(InvalidInput);
  });
});

describe('a language', () => {
  it.each([
    ['en', 'en'],
    ['DE', 'de'],
    ['pt_br', 'pt-BR'],
  ])('%s is read as %s', (text, tag) => {
    expect(parseLanguage(text)).toBe(tag);
  });

  it.each(['', 'English', 'e', 'en-', '12'])('"%s" is refused', (text) => {
    expect(() => parseLanguage(text)).toThrow(InvalidInput);
  });
});
