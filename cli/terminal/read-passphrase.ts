import { InvalidInput } from '../../domain/errors.ts';
import type { Io } from './io.ts';
import { readLine } from './read-input.ts';
import { typeUnseen } from './type-unseen.ts';

export type PassphraseOption = { readonly passphraseStdin?: boolean };

export const passphraseFlag = [
  '--passphrase-stdin',
  'read the passphrase from the first line of the standard input',
] as const;

/** From the standard input, or typed unseen; `twice` has it repeated. Throws InvalidInput when there is none. */
export async function readPassphrase(
  io: Io,
  { passphraseStdin = false }: PassphraseOption,
  { twice }: { readonly twice: boolean },
): Promise<string> {
  if (passphraseStdin) return readLine(io, 'passphrase');
  const flag = '--passphrase-stdin';
  const passphrase = await typeUnseen(io, { prompt: 'Passphrase', flag });
  if (passphrase === '') throw new InvalidInput('A backup needs a passphrase.');
  if (twice && (await typeUnseen(io, { prompt: 'Once more', flag })) !== passphrase)
    throw new InvalidInput('The two passphrases differ. Nothing was written.');
  return passphrase;
}
