import type { Command } from 'commander';
import type { ProfileView } from '../operations/settings/show-profile.ts';
import { InvalidInput } from '../domain/errors.ts';
import { call, type Given } from './terminal/call.ts';
import { groupCommand, resultCommand, wholeNumber } from './terminal/command.ts';
import type { Io } from './terminal/io.ts';
import { parsePairs } from './terminal/parse-pairs.ts';
import { list, print, type JsonOption } from './terminal/print.ts';

export function profile(io: Io): Command {
  return groupCommand(io, 'profile', 'who your drafts speak for', [show(io), set(io)]);
}

function show(io: Io): Command {
  return resultCommand(io, 'show', 'show the profile').action(async (options: JsonOption) => {
    print(io, options, await call(io, 'showProfile', {}), words);
  });
}

function set(io: Io): Command {
  return resultCommand(io, 'set', 'change parts of the profile; an empty text clears one')
    .option('--name <text>', 'your name')
    .option('--affiliation <text>', 'your university, employer or association')
    .option('--about <text>', 'one sentence about you, in the first person')
    .option(
      '--about-in <LANGUAGE=TEXT...>',
      'the same sentence in other languages, such as de="Ich …"',
    )
    .option('--link <address>', 'a public page about you, for the signature')
    .option('--time-zone <zone>', 'your time zone, such as Europe/Berlin')
    .option('--language <tag>', 'the language you write in, such as en or de')
    .option('--goals <text>', 'what you want to learn from the talks')
    .option('--conversations <count>', 'how many talks you aim at', wholeNumber)
    .option('--story <text>', 'your story in a minute; made from the profile when empty')
    .action(async ({ json, aboutIn, ...texts }: Changes) => {
      const given = { ...texts, ...(aboutIn ? { abouts: parsePairs(aboutIn) } : {}) };
      if (Object.keys(given).length === 0)
        throw new InvalidInput('Name what to change: "rapport profile set --help" lists it.');
      print(io, json ? { json } : {}, await call(io, 'setProfile', given), words);
    });
}

type Changes = JsonOption &
  Omit<Given<'setProfile'>, 'abouts'> & { readonly aboutIn?: readonly string[] };

function words(found: ProfileView): string {
  return list([
    ['name', found.name ?? '-'],
    ['affiliation', found.affiliation ?? '-'],
    ['about', found.about ?? '-'],
    ['link', found.link ?? '-'],
    ['time zone', found.timeZone],
    ['language', found.language],
    ['goals', found.goals ?? '-'],
    ['conversations', found.conversations === null ? '-' : String(found.conversations)],
    ['story', found.story ?? '-'],
  ]);
}
