import type { Command } from 'commander';
import { call } from '../terminal/call.ts';
import { resultCommand } from '../terminal/command.ts';
import { contactText } from '../terminal/contact-text.ts';
import type { Io } from '../terminal/io.ts';
import { parseTimeOption } from '../terminal/parse-time.ts';
import { print, type JsonOption } from '../terminal/print.ts';
import { readText } from '../terminal/read-input.ts';

type Options = JsonOption & {
  readonly at?: string;
  readonly held?: boolean;
  /** commander reads `--no-show` as the opposite of `--show`. */
  readonly show?: boolean;
  readonly takeaway?: readonly string[];
  readonly quote?: readonly string[];
  readonly advice?: readonly string[];
  readonly skill?: readonly string[];
  readonly opening?: readonly string[];
  readonly resource?: readonly string[];
  readonly person?: readonly string[];
  readonly offer?: string;
  readonly notesFile?: string;
};

export function record(io: Io): Command {
  return resultCommand(io, 'record', 'say how a conversation went; may be said again, to add more')
    .argument('<contact>', 'id or address')
    .option(
      '--at <time>',
      'when it was, for one that was never scheduled: RFC 3339, a date, or words',
    )
    .option('--held', 'it took place')
    .option('--no-show', 'they did not come')
    .option('--takeaway <text...>', 'what stays with you; the thank-you names it')
    .option('--quote <text...>', 'what they said, in their words')
    .option('--advice <text...>', 'what they advised; a check-in can tell them how it went')
    .option('--skill <text...>', 'what to learn')
    .option('--opening <text...>', 'a job or project you heard of')
    .option('--resource <text...>', 'a book, a group, an event')
    .option('--person <person...>', '"NAME <ADDRESS>: WHY": whom they pointed you to')
    .option('--offer <text>', 'what you could do for them, as a sentence for the thank-you')
    .option('--notes-file <file>', 'a file with your notes, or - for the standard input')
    .action(async (contact: string, options: Options) => {
      const { at, notesFile } = options;
      const recorded = await call(io, 'recordMeeting', {
        ref: contact,
        at: at === undefined ? undefined : await parseTimeOption(io, '--at', at),
        held: options.held,
        noShow: options.show === false ? true : undefined,
        takeaways: options.takeaway,
        quotes: options.quote,
        advice: options.advice,
        skills: options.skill,
        openings: options.opening,
        resources: options.resource,
        people: options.person,
        offer: options.offer,
        notes: notesFile === undefined ? undefined : await readText(io, notesFile),
      });
      print(io, options, recorded, contactText);
    });
}
