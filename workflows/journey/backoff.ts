import { workflowInfo } from '@temporalio/workflow';

/** Milliseconds. */
const longest = 10 * 60_000;
/** Events; a run that waits for something for weeks by trying would reach the server's limit of 51,200. */
const manyEvents = 1_000;

/** Each `until` in a row is further away than what was asked for, up to ten minutes. Epoch milliseconds. */
export function growingPatience(): { readonly until: (retryAt: number) => number } {
  let factor = 1;
  return {
    until(retryAt) {
      const wait = Math.max(0, retryAt - Date.now());
      const patient = Math.max(wait, Math.min(longest, wait * factor));
      factor *= 1.5;
      return Date.now() + patient;
    },
  };
}

/** True when a run should end at the next seam, with its state carried on. */
export function isLongStory(): boolean {
  const { historyLength, continueAsNewSuggested } = workflowInfo();
  return continueAsNewSuggested || historyLength > manyEvents;
}
