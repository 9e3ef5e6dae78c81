import { patched, sleep } from '@temporalio/workflow';

/** The same story with a change: those who began under the first version end it as they began. */
export async function errand(): Promise<string> {
  const rests = patched('2026-11-rest-before-the-end');
  await sleep('7 days');
  if (!rests) return 'done';
  await sleep('3 days');
  return 'done and rested';
}
