import { randomBytes } from 'node:crypto';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { describe, expect, test } from 'vitest';
import { textsIn } from '../support/histories.ts';
import { historiesOf } from '../support/runs.ts';
import { noTimeSkipping } from '../support/test-server.ts';
import { openHarness } from '../workflows/harness.ts';
import { payloadCodec } from '../../worker/payload-codec.ts';

const key = randomBytes(32);
const on = payloadCodec({ keys: { key }, encrypts: true });
const off = payloadCodec({ keys: { key }, encrypts: false });
const payload = (value: unknown): Payload => defaultPayloadConverter.toPayload(value)!;
const values = [payload({ contactId: 'somebody' }), payload('ü'), payload(undefined)];
const plain = (payloads: readonly Payload[]): unknown[] =>
  payloads.map((each) => defaultPayloadConverter.fromPayload(each));

test('what is encrypted comes back, and shows nothing', async () => {
  const sealed = await on.encode(values);
  expect(Buffer.concat(sealed.map(({ data }) => data!)).toString()).not.toContain('somebody');
  expect(plain(await on.decode(sealed))).toEqual(plain(values));
});

test('is off unless it is asked for, and then still reads both kinds', async () => {
  expect(await off.encode(values)).toEqual(values);
  expect(plain(await off.decode(values))).toEqual(plain(values));
  expect(plain(await off.decode(await on.encode(values)))).toEqual(plain(values));
});

test('another key, or a changed byte, is refused', async () => {
  const sealed = await on.encode(values);
  const other = payloadCodec({ keys: { key: randomBytes(32) }, encrypts: true });
  await expect(other.decode(sealed)).rejects.toThrow(/RAPPORT_SECRET_KEY/);
  sealed[0]!.data!.set([sealed[0]!.data!.at(-1)! ^ 1], sealed[0]!.data!.length - 1);
  await expect(on.decode(sealed)).rejects.toThrow(/RAPPORT_SECRET_KEY/);
});

test('what was encrypted before each database had a salt of its own stays readable', async () => {
  const before = randomBytes(32);
  const sealed = await payloadCodec({ keys: { key: before }, encrypts: true }).encode(values);
  for (const { metadata } of sealed) delete metadata!['key'];
  const older = { v1: () => randomBytes(32), v2: () => before };
  const now = payloadCodec({ keys: { key, older }, encrypts: true });
  expect(plain(await now.decode(sealed))).toEqual(plain(values));
  expect(plain(await now.decode(await now.encode(values)))).toEqual(plain(values));
});

/** What only the input of workflows, activities and signals has. */
const words = ['nudgeAfter', 'draftId', 'messageId', 'judgement'];

describe.skipIf(noTimeSkipping())('a journey', () => {
  test.each([
    { what: 'with encryption: nothing of it can be read in Temporal', codec: on, readable: [] },
    { what: 'without: ids, times and rules can', codec: off, readable: words },
  ])('$what', async ({ codec, readable }) => {
    const harness = await openHarness({}, { payloadCodecs: [codec] });
    try {
      const journey = await harness.begun();
      const reply = await journey.hear('reply');
      await journey.converses();
      await journey.judge(reply, 'declined');
      await journey.ends('declined');
      const histories = [
        ...(await historiesOf(harness.client, journey.handle.workflowId)),
        ...(await historiesOf(harness.client, journey.mail('outreach-1').workflowId)),
      ];
      const text = textsIn(histories).join('\n');
      expect(words.filter((word) => text.includes(word))).toEqual(readable);
    } finally {
      await harness.close();
    }
  });
});
