import { TemporalFailure } from '@temporalio/workflow';

type Activity<Input, Result> = (input: Input) => Promise<Result>;

/**
 * Does quick work within the workflow's own task: one event in its history where an activity has six, and sooner. What
 * does not succeed at once is left to the activity, which tries for as long as it takes.
 */
export function atOnce<Input, Result>(
  local: Activity<Input, Result>,
  later: Activity<Input, Result>,
): Activity<Input, Result> {
  return async (input) => {
    try {
      return await local(input);
    } catch (error) {
      if (!(error instanceof TemporalFailure)) throw error;
      return later(input);
    }
  };
}
