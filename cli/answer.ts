import type { Command } from 'commander';
import { call, path } from './terminal/call.ts';
import { resultCommand } from './terminal/command.ts';
import type { Io } from './terminal/io.ts';
import { itemIdOf } from './terminal/find-id.ts';
import { print, type JsonOption } from './terminal/print.ts';

type Answered = { readonly id: string; readonly contactId: string | null; readonly choice: string };

export function answer(io: Io): Command {
  return resultCommand(io, 'answer', 'answer a question that "rapport needs-you" lists')
    .argument('<item>', 'its id, or the end of it')
    .argument('<choice>', 'the name of one of its choices')
    .action(async (item: string, choice: string, options: JsonOption) => {
      const request = {
        method: 'POST',
        path: path`/questions/${await itemIdOf(io, item)}/answer`,
        body: { choice },
      } as const;
      print(io, options, await call<Answered>(io, request), (done) => `Answered: ${done.choice}.`);
    });
}
