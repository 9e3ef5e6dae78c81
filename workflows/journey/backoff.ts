import { workflowInfo } from '@temporalio/workflow';

/** Milliseconds. */
const longest = 10 * 60_000;
/** Events; each run of a journey stays short, and its history cheap to replay. */
const manyEvents = 30;

/** Each `until` in a row is further away than what was asked for, up to ten minutes. Epoch milliseconds. */
export function exponentialBackoff(): { readonly until: (retryAt: number) => number } {
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
export function shouldContinueAsNew(most = manyEvents): boolean {
  const { historyLength, continueAsNewSuggested } = workflowInfo();
  return continueAsNewSuggested || historyLength > most;
}
