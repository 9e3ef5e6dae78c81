import type { OperationContext } from '../../operations/context.ts';
import { showProfile } from '../../operations/settings/show-profile.ts';
import { InvalidInput } from '../../domain/errors.ts';
import type { FormValues } from '../http/form.ts';
import { fromField } from './dates.ts';

/** The field `until` in the zone of the user's profile, as RFC 3339 in UTC. Throws InvalidInput when it is no time. */
export async function untilWhen(client: OperationContext, form: FormValues): Promise<string> {
  const { timeZone } = await showProfile.run(client, {});
  const until = fromField(form['until'] ?? '', timeZone);
  if (until === undefined) throw new InvalidInput('Say until when: a date and a time.', 'until');
  return until;
}
