import { makeContinueAsNewFunc, workflowInfo } from '@temporalio/workflow';
import type { JourneyInput } from '../../domain/journey.ts';
import { chapterKey } from '../../domain/search-attributes.ts';
import type { contactJourney } from '../contact-journey.ts';

/**
 * Goes on in a new run, which is found under its chapter. Only where this run has one: a namespace that does not know
 * the attribute would take no such run, and the journey would stand still.
 */
export function nextRun(input: JourneyInput): Promise<never> {
  const { typedSearchAttributes: known } = workflowInfo();
  const { chapter } = input.state;
  const options =
    known.get(chapterKey) === undefined
      ? {}
      : { typedSearchAttributes: known.updateCopy([{ key: chapterKey, value: chapter }]) };
  return makeContinueAsNewFunc<typeof contactJourney>(options)(input);
}
