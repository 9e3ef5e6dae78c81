import { InvalidInput } from '../../domain/errors.ts';
import type { ReplyJudgement } from '../../domain/journey.ts';
import { parsePerson, type Person } from '../../domain/person.ts';

export type JudgementDetails = {
  /** Of `later`. */
  readonly until: Date | undefined;
  /** Of `referred`; empty for all others. */
  readonly people: readonly Person[];
};

/** What two judgements say besides. Throws InvalidInput naming `until` or `person`. */
export function judgementDetails(
  judgement: ReplyJudgement,
  given: {
    readonly until?: string | undefined;
    readonly persons?: readonly string[] | undefined;
    readonly now: Date;
  },
): JudgementDetails {
  const { until, persons = [], now } = given;
  if (judgement !== 'later' && until !== undefined)
    throw new InvalidInput('Only a mail that asks for later takes a time.', 'until');
  if (judgement !== 'referred' && persons.length > 0)
    throw new InvalidInput('Only a mail that points you to somebody takes a person.', 'person');
  if (judgement === 'referred' && persons.length === 0)
    throw new InvalidInput('Say whom they named: NAME <ADDRESS>.', 'person');
  return {
    until: judgement === 'later' ? comingTime(until, now) : undefined,
    people: persons.map(parsePerson),
  };
}

function comingTime(until: string | undefined, now: Date): Date {
  if (until === undefined) throw new InvalidInput('Say when to ask them again.', 'until');
  const time = new Date(until);
  if (time <= now)
    throw new InvalidInput(`${time.toISOString()} has passed. Say a time to come.`, 'until');
  return time;
}
