import { makeContinueAsNewFunc, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import { chapterKey } from '../../domain/search-attributes.ts';
import type { contactJourney } from '../contact-journey.ts';
import type { JourneyInbox } from './inbox.ts';

/** Goes on with the next chapter in this run, which is found under it from then on. */
export function nextChapter(inbox: JourneyInbox): void {
  const { chapter, moves } = inbox.state;
  inbox.moves = moves;
  const shown = knownAttributes().get(chapterKey);
  if (shown !== undefined && shown !== chapter)
    upsertSearchAttributes([{ key: chapterKey, value: chapter }]);
}

/** Goes on in a new run, which is found under its chapter. */
export function nextRun({ contactId, state }: JourneyInbox): Promise<never> {
  const known = knownAttributes();
  const options =
    known.get(chapterKey) === undefined
      ? {}
      : {
          typedSearchAttributes: known.updateCopy([{ key: chapterKey, value: state.chapter }]),
        };
  const input = { contactId, state, localStages: true, fewEvents: true };
  return makeContinueAsNewFunc<typeof contactJourney>(options)(input);
}

/**
 * Of this run. A chapter is shown only where it has one: a namespace that does not know the attribute would take none,
 * and the journey would stand still.
 */
function knownAttributes() {
  return workflowInfo().typedSearchAttributes;
}
