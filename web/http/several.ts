import { Conflict, type InvalidInput } from '../../domain/errors.ts';
import { asRefusal } from './form.ts';

/** What is refused for one does not keep the others waiting; `refused` is undefined where none was. */
export async function forEach<Chosen, Done>(
  chosen: readonly Chosen[],
  step: (one: Chosen) => Promise<Done>,
): Promise<{
  readonly done: readonly Done[];
  readonly refused: InvalidInput | Conflict | undefined;
}> {
  const done: Done[] = [];
  const refusals: (InvalidInput | Conflict)[] = [];
  for (const one of chosen)
    try {
      done.push(await step(one));
    } catch (error) {
      refusals.push(asRefusal(error));
    }
  const [first] = refusals;
  if (first === undefined || chosen.length === 1) return { done, refused: first };
  const reasons = [...new Set(refusals.map(({ message }) => message))];
  const told = reasons.length > mostReasons ? [...reasons.slice(0, mostReasons), '…'] : reasons;
  return {
    done,
    refused: new Conflict(
      `Done for ${done.length} of ${chosen.length}. Not for the other ${refusals.length}: ${told.join(' ')}`,
    ),
  };
}

const mostReasons = 3;
