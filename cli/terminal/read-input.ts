import { readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { InvalidInput } from '../../domain/errors.ts';
import type { Io } from './io.ts';

/** The first line of the standard input, without its end. Throws InvalidInput when there is none. */
export async function readLine(io: Io, what: string): Promise<string> {
  const { stdin } = io;
  if ('isTTY' in stdin && stdin.isTTY) io.err.write(`${what}: `);
  const [line = ''] = (await readUntil(stdin, '\n')).split(/\r?\n/, 1);
  if (line === '') throw new InvalidInput(`The ${what} is missing on the standard input.`);
  return line;
}

/** The text of a file, or of the standard input for `-`. Throws InvalidInput when it cannot be read as UTF-8. */
export async function readText(io: Io, file: string): Promise<string> {
  try {
    const bytes = file === '-' ? Buffer.from(await readUntil(io.stdin)) : readFileSync(file);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    const reason = error instanceof TypeError ? 'it is not UTF-8 text' : String(error);
    throw new InvalidInput(`Could not read ${file}: ${reason.replace(/^Error: /, '')}.`);
  }
}

async function readUntil(stdin: Readable, end?: string): Promise<string> {
  let text = '';
  for await (const chunk of stdin.setEncoding('utf8')) {
    text += chunk;
    if (text.length > longest) throw new InvalidInput('The standard input is too long.');
    if (end !== undefined && text.includes(end)) break;
  }
  return text;
}

const longest = 1_000_000;
