import { expect, test } from 'vitest';
import { beginWork } from '../../worker/begin-work.ts';

/** An application whose work fails the first so many times, and notes what is asked of it. */
function failing(times: number) {
  const asked: string[] = [];
  let left = times;
  return {
    asked,
    work: () => {
      asked.push('work');
      left -= 1;
      return left < 0 ? Promise.resolve() : Promise.reject(new Error('Temporal is away'));
    },
    endClaimsOf: (run: string) => Promise.resolve(void asked.push(`end the claims of ${run}`)),
    watchAll: () => Promise.resolve(void asked.push('watch')),
  };
}

const run = (asked: string[], before?: string) => ({
  id: 'this run',
  before,
  remember: () => void asked.push('remember this run'),
});

test('takes up the work again until a server that was away is back, then watches', async () => {
  const application = failing(2);
  await beginWork(application, run(application.asked), new Promise(() => undefined));
  expect(application.asked).toEqual(['remember this run', 'work', 'work', 'work', 'watch']);
});

test('tries no longer once the end has come', async () => {
  const application = failing(Number.POSITIVE_INFINITY);
  const end = Promise.resolve();
  await beginWork(application, run(application.asked), end);
  expect(application.asked.filter((step) => step === 'watch')).toEqual([]);
});

test('ends the claims of the run before, and forgets its name only then', async () => {
  const application = failing(0);
  const ours = run(application.asked, 'the run before');
  await beginWork(application, ours, new Promise(() => undefined));
  expect(application.asked).toEqual([
    'end the claims of the run before',
    'remember this run',
    'work',
    'watch',
  ]);
});
