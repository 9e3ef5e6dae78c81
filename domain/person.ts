import { parseEmail, parseLine, parseName } from './contact.ts';
import { InvalidInput } from './errors.ts';

/** Somebody whom a contact pointed to. */
export type Person = {
  readonly name: string;
  readonly email: string | undefined;
  readonly why: string | undefined;
};

/**
 * Reads `NAME <ADDRESS>: WHY`, of which only the name must be there. Throws InvalidInput naming the field `person`.
 */
export function parsePerson(text: string): Person {
  const line = parseLine('person', text);
  const open = line.indexOf('<');
  const close = open < 0 ? -1 : line.indexOf('>', open);
  if (open >= 0 && close < 0)
    throw new InvalidInput(
      `Could not read "${line.slice(0, 60)}": the address has no ">" after it. Write NAME <ADDRESS>: WHY.`,
      'person',
    );
  const colon = line.indexOf(':', close < 0 ? 0 : close);
  const name = line.slice(0, open >= 0 ? open : colon >= 0 ? colon : line.length).trim();
  if (name === '')
    throw new InvalidInput(
      `Could not read "${line.slice(0, 60)}": there is no name. Write NAME <ADDRESS>: WHY.`,
      'person',
    );
  const why = colon < 0 ? '' : line.slice(colon + 1).trim();
  return {
    name: parseName(name),
    email: open < 0 ? undefined : parseEmail(line.slice(open + 1, close)),
    why: why === '' ? undefined : why,
  };
}
