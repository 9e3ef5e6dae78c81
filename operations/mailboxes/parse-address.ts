import { parseEmail } from '../../domain/contact.ts';
import { InvalidInput } from '../../domain/errors.ts';

/** The bare address of a mailbox. Throws InvalidInput naming the field `address`. */
export function parseAddress(text: string): string {
  try {
    return parseEmail(text);
  } catch (error) {
    throw error instanceof InvalidInput ? new InvalidInput(error.message, 'address') : error;
  }
}
