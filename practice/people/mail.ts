import type { CalendarWords } from './calendar.ts';

const boundary = 'practice-part';

/** A mail of plain text, and of a calendar part where it has one. */
export function mail(
  fields: readonly (readonly [string, string])[],
  lines: readonly string[],
  calendar?: CalendarWords,
): Buffer {
  const plain = ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit'];
  const head = [...headerLines(fields), 'MIME-Version: 1.0'];
  if (!calendar) return bytes([...head, ...plain, '', ...lines]);
  return bytes([
    ...head,
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    ...plain,
    '',
    ...lines,
    `--${boundary}`,
    `Content-Type: text/calendar; charset=utf-8; method=${calendar.method}`,
    'Content-Transfer-Encoding: 8bit',
    '',
    calendar.text,
    `--${boundary}--`,
  ]);
}

export function headerLines(fields: readonly (readonly [string, string])[]): readonly string[] {
  return fields.map(([name, value]) => `${name}: ${value}`);
}

/** Lines with the ends that SMTP wants. */
export function bytes(lines: readonly string[]): Buffer {
  const text = lines.join('\n').replaceAll('\r\n', '\n').replaceAll('\n', '\r\n');
  return Buffer.from(`${text}\r\n`);
}
