import type { Command } from 'commander';
import { call } from './terminal/call.ts';
import { resultCommand } from './terminal/command.ts';
import type { Io } from './terminal/io.ts';
import { itemIdOf } from './terminal/find-id.ts';
import { print, type JsonOption } from './terminal/print.ts';

export function answer(io: Io): Command {
  return resultCommand(io, 'answer', 'answer a question that "rapport needs-you" lists')
    .argument('<item>', 'its id, or the end of it')
    .argument('<choice>', 'the name of one of its choices')
    .action(async (item: string, choice: string, options: JsonOption) => {
      const answered = await call(io, 'answerQuestion', { item: await itemIdOf(io, item), choice });
      print(io, options, answered, (done) => `Answered: ${done.choice}.`);
    });
}
