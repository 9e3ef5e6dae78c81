import { InvalidInput } from '../../domain/errors.ts';
import type { Io } from './io.ts';

/** A line that is typed without being shown; `flag` is how to give it where nobody can type. Throws InvalidInput. */
export async function typeUnseen(
  io: Io,
  { prompt, flag }: { readonly prompt: string; readonly flag: string },
): Promise<string> {
  const { stdin } = io;
  if (!isTerminal(stdin))
    throw new InvalidInput(
      `There is no terminal to type the ${prompt.toLowerCase()} on. Give it with ${flag}.`,
    );
  // Before the prompt: what is typed at once must not be shown either.
  stdin.setRawMode(true);
  io.err.write(`${prompt}: `);
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
