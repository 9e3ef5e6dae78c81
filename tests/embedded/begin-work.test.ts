import { expect, test } from 'vitest';
import { beginWork } from '../../embedded/begin-work.ts';

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
    watchAll: () => Promise.resolve(void asked.push('watch')),
  };
}

test('takes up the work again until a server that was away is back, then watches', async () => {
  const application = failing(2);
  await beginWork(application, new Promise(() => undefined));
  expect(application.asked).toEqual(['work', 'work', 'work', 'watch']);
});

test('tries no longer once the end has come', async () => {
  const application = failing(Number.POSITIVE_INFINITY);
  const end = Promise.resolve();
  await beginWork(application, end);
  expect(application.asked.filter((step) => step === 'watch')).toEqual([]);
});
