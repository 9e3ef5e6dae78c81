import { InvalidInput } from '../../domain/errors.ts';
import { describePolicy, parseSetting, type PolicyKey } from '../../domain/policy.ts';
import { durationInWords, howToSay, readDuration } from '../../domain/timing/duration-words.ts';
import type { FormValues } from '../http/form.ts';
import { policyLabels } from './policy-labels.ts';

type Settings = { [Key in PolicyKey]?: string };

/** The settings among `keys` that a form has, as operations take them: "7 days" is `P7D`. Throws InvalidInput. */
export function policyOf(form: FormValues, keys: readonly PolicyKey[]): Settings {
  const durations = describePolicy().flatMap(({ key, kind }) => (kind === 'duration' ? key : []));
  const settings: Settings = {};
  for (const key of keys) {
    const text = form[key];
    if (text === undefined) continue;
    const value = durations.includes(key) ? readLength(key, text) : text;
    refuseInWords(key, value);
    settings[key] = value;
  }
  return settings;
}

function readLength(key: PolicyKey, text: string): string {
  // One setting may be so, and says itself which.
  if (text.trim().toLowerCase() === 'never') return 'never';
  const iso = readDuration(text);
  if (iso === undefined)
    throw new InvalidInput(
      `“${text.slice(0, 40)}” is no length of time for “${policyLabels[key]}”. ${howToSay}`,
      key,
    );
  return iso;
}

/** What a setting does not allow, in the words of the page: the name beside the field, and no ISO 8601. */
function refuseInWords(key: PolicyKey, value: string): void {
  try {
    parseSetting(key, value);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const message = error.message
      .replace(key, `“${policyLabels[key]}”`)
      .replace(/\bP[0-9YMWDTHS.]+/g, durationInWords);
    throw new InvalidInput(message, key);
  }
}
