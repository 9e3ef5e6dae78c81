import { InvalidInput } from '../../domain/errors.ts';

/** `KEY=VALUE` words as an object; the last of equal keys wins. Throws InvalidInput. */
export function parsePairs(words: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    words.map((word) => {
      const at = word.indexOf('=');
      if (at < 1)
        throw new InvalidInput(
          `Could not read the setting "${word.slice(0, 60)}": write KEY=VALUE.`,
        );
      return [word.slice(0, at).trim(), word.slice(at + 1)];
    }),
  );
}
