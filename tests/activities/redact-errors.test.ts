import { expect, test } from 'vitest';
import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import { redactErrors } from '../../activities/redact-errors.ts';

const telling = 'Could not write to ana@work.test: the server said "550 Ana has left".';

test('an unexpected error reaches Temporal by its name alone, and is tried again', async () => {
  const logged: object[] = [];
  const { act } = redactErrors(
    { act: (): Promise<void> => Promise.reject(new TypeError(telling)) },
    (event, details) => void logged.push({ event, ...details }),
  );
  const failure: unknown = await act().catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ApplicationFailure);
  expect(failure).toMatchObject({ message: 'act failed: TypeError', nonRetryable: false });
  expect((failure as Error).stack).toContain('redact-errors.test.ts');
  expect((failure as Error).stack).not.toContain('ana@');
  expect((failure as Error).cause).toBeUndefined();
  expect(logged).toEqual([{ event: 'activity.failed', activity: 'act', reason: 'TypeError' }]);
});

test('what is meant for Temporal passes as it is, and so does every result', async () => {
  const gone = ApplicationFailure.nonRetryable('Contact 7 was removed.', 'ContactGone');
  const cancelled = new CancelledFailure('The worker stops.');
  const activities = redactErrors(
    {
      gone: (): Promise<void> => Promise.reject(gone),
      cancelled: (): Promise<void> => Promise.reject(cancelled),
      double: (n: number) => Promise.resolve(2 * n),
    },
    () => {},
  );
  await expect(activities.gone()).rejects.toBe(gone);
  await expect(activities.cancelled()).rejects.toBe(cancelled);
  expect(await activities.double(4)).toBe(8);
});
