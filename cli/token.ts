import { rmSync } from 'node:fs';
import type { Command } from 'commander';
import { dataFolder } from '../config/data-folder.ts';
import { Conflict } from '../domain/errors.ts';
import { call, NotRunning } from './terminal/call.ts';
import { groupCommand, resultCommand } from './terminal/command.ts';
import type { Io } from './terminal/io.ts';
import { oneLine, print, table, when, type JsonOption } from './terminal/print.ts';

export function token(io: Io): Command {
  return groupCommand(io, 'token', 'the tokens that may call the HTTP API', [
    add(io),
    list(io),
    remove(io),
    renew(io),
  ]);
}

function add(io: Io): Command {
  return resultCommand(io, 'add', 'make a token for a program; it is shown this once')
    .argument('<label>', 'who or what is to use it')
    .action(async (label: string, options: JsonOption) => {
      print(io, options, await call(io, 'addAccessToken', { label }), (each) => each.token);
    });
}

function list(io: Io): Command {
  return resultCommand(io, 'list', 'list the tokens').action(async (options: JsonOption) => {
    print(io, options, await call(io, 'listAccessTokens', {}), (tokens, look) =>
      table(
        ['ID', 'LABEL', 'SINCE'],
        tokens.map(({ tokenId, label, createdAt }) => [tokenId, label, when(createdAt)]),
        'There is no token.',
        look,
      ),
    );
  });
}

function remove(io: Io): Command {
  return resultCommand(io, 'remove', 'end a token: whoever uses it is refused from now on')
    .argument('<id>', 'as "rapport token list" shows it')
    .action(async (id: string, options: JsonOption) => {
      const removed = await call(io, 'removeAccessToken', { tokenId: id });
      print(io, options, removed, ({ label }) => `The token of ${oneLine(label)} is ended.`);
    });
}

/** The token of this data folder is in the memory of whatever runs on it, so it is replaced while nothing runs. */
function renew(io: Io): Command {
  return resultCommand(
    io,
    'renew',
    'let the next start make a new token for the address that signs in a browser',
  ).action(async (options: JsonOption) => {
    if (await isRunning(io))
      throw new Conflict(
        'Could not renew the token: Rapport is running with it. Stop it with "rapport stop-server", repeat this, and start it again.',
      );
    const { tokenFile } = await import('../worker/sign-in-token.ts');
    rmSync(tokenFile(dataFolder(io.environment)), { force: true });
    print(
      io,
      options,
      { renewed: true },
      () => 'The next start makes a new token. The old one is refused from then on.',
    );
  });
}

async function isRunning(io: Io): Promise<boolean> {
  try {
    await call(io, 'status', {});
    return true;
  } catch (error) {
    return !(error instanceof NotRunning);
  }
}
