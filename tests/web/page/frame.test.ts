import { expect, test } from 'vitest';
import { alerts, type Frame } from '../../../web/page/frame.ts';

const now = new Date('2026-03-02T12:00:00Z');

const frame = (mailbox: object): Frame => ({
  csrf: '',
  clock: { zone: 'UTC', now },
  host: '',
  path: '/',
  needsYou: 0,
  practising: false,
  rewritingAt: null,
  sendingStopped: null,
  toast: undefined,
  address: '/',
  mailboxes: [
    {
      mailboxId: 'one',
      address: 'kim@home.test',
      state: 'connected',
      lastLookedAt: '2026-03-02T11:59:30Z',
      detail: null,
      sendingStopped: null,
      ...mailbox,
    } as Frame['mailboxes'][number],
  ],
});
const texts = (mailbox: object) => alerts(frame(mailbox)).map(({ text }) => text);

test('a mailbox that is read needs no word', () => {
  expect(texts({})).toEqual([]);
  expect(texts({ lastLookedAt: null })).toEqual([]);
});

test('one that nobody has read for two minutes is on every page', () => {
  expect(texts({ lastLookedAt: '2026-03-02T11:57:59Z' })).toEqual([
    expect.stringContaining('Nobody reads kim@home.test'),
  ]);
});

test('one that cannot be reached says so instead', () => {
  expect(texts({ lastLookedAt: '2026-03-01T00:00:00Z', state: 'unreachable' })).toEqual([
    expect.stringContaining('cannot be reached'),
  ]);
});
