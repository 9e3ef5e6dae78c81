import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { inspectAnswers } from '../../cli/files/inspect-answers.ts';

async function run(lines: readonly string[]) {
  const out = new PassThrough();
  const err = new PassThrough();
  const written = text(out);
  const said = text(err);
  const complete = await inspectAnswers({
    files: ['-'],
    stdin: Readable.from([Buffer.from(`${lines.join('\n')}\n`)]),
    out,
    err,
  });
  out.end();
  err.end();
  return { complete, written: await written, said: await said };
}

const line = {
  id: 'a',
  text: 'The second one is fine.',
  offered_slots: [
    { start: '2026-11-05T10:30:00Z', end: '2026-11-05T11:00:00Z' },
    { start: '2026-11-09T15:00:00Z', end: '2026-11-09T15:30:00Z' },
  ],
  anchor: '2026-11-02T09:00:00Z',
  sender_zone: 'Europe/London',
  user_zone: 'Europe/Berlin',
  fixed: false,
};

describe('rapport inspect --answers', () => {
  it('writes one line of JSON for each answer', async () => {
    const proposal = { ...line, id: 'b', text: 'Friday at 3pm?', offered_slots: null, fixed: null };
    const { complete, written } = await run([JSON.stringify(line), JSON.stringify(proposal)]);
    expect(complete).toBe(true);
    expect(
      written
        .trimEnd()
        .split('\n')
        .map((each) => JSON.parse(each) as unknown),
    ).toEqual([
      { id: 'a', act: 'accepts', slots: [2], times: [], windows: [], certain: true },
      {
        id: 'b',
        act: 'proposes_time',
        slots: [],
        times: ['2026-11-06T15:00:00Z'],
        windows: [],
        certain: true,
      },
    ]);
  });

  it('names the line that it cannot read, and reads the rest', async () => {
    const unzoned = { ...line, user_zone: 'Europe/Atlantis' };
    const { complete, written, said } = await run([
      '{',
      JSON.stringify(unzoned),
      JSON.stringify(line),
    ]);
    expect(complete).toBe(false);
    expect(written.trimEnd().split('\n')).toHaveLength(1);
    expect(said).toContain('line 1 of -');
    expect(said).toContain('line 2 of -: user_zone: is no time zone');
  });
});
