import { InvalidInput } from '../../domain/errors.ts';
import type { Io } from './io.ts';
import { readLine } from './read-input.ts';

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
  const passphrase = await typeUnseen(io, 'Passphrase: ');
  if (passphrase === '') throw new InvalidInput('A backup needs a passphrase.');
  if (twice && (await typeUnseen(io, 'Once more: ')) !== passphrase)
    throw new InvalidInput('The two passphrases differ. Nothing was written.');
  return passphrase;
}

async function typeUnseen(io: Io, prompt: string): Promise<string> {
  const { stdin } = io;
  if (!isTerminal(stdin))
    throw new InvalidInput(
      'There is no terminal to type a passphrase on. Give it with --passphrase-stdin.',
    );
  // Before the prompt: what is typed at once must not be shown either.
  stdin.setRawMode(true);
  io.err.write(prompt);
  stdin.setEncoding('utf8');
  stdin.resume();
  try {
    return await new Promise<string>((resolve, reject) => {
      let typed: string[] = [];
      const take = (text: string): void => {
        for (const key of text) {
          if (key === '\u0003') return end(() => reject(new InvalidInput('Broken off.')));
          if (key === '\r' || key === '\n' || key === '\u0004')
            return end(() => resolve(typed.join('')));
          if (key === '\u007f' || key === '\b') typed = typed.slice(0, -1);
          else typed.push(key);
        }
      };
      const end = (settle: () => void): void => {
        stdin.off('data', take);
        settle();
      };
      stdin.on('data', take);
    });
  } finally {
    stdin.setRawMode(false);
    stdin.pause();
    io.err.write('\n');
  }
}

function isTerminal(stdin: Io['stdin']): stdin is Io['stdin'] & NodeJS.ReadStream {
  return 'isTTY' in stdin && stdin.isTTY === true;
}
