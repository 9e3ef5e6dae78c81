import type { Command } from 'commander';

/** Adds what is typed most to the help of a command and of its subcommands; gives the command back. */
export function addExamples(command: Command, path = command.name()): Command {
  const lines = examples[path];
  if (lines !== undefined)
    command.addHelpText(
      'after',
      ['', lines.length === 1 ? 'Example:' : 'Examples:', ...lines.map((line) => `  ${line}`)].join(
        '\n',
      ),
    );
  if (path === 'rapport') return command;
  for (const subcommand of command.commands)
    addExamples(subcommand, `${path} ${subcommand.name()}`);
  return command;
}

const examples: Readonly<Record<string, readonly string[]>> = {
  rapport: [
    'rapport needs-you                      what waits for you',
    'rapport approve ana@example.com        say yes to the draft to Ana',
    'rapport contact add --help             how a command is used',
    'rapport drafts --json                  the same for a script',
  ],
  'contact add': [
    'rapport contact add --email ana@example.com --name "Ana Souza" --company "Ferrovia Labs" \\',
    '    --admire "how you moved from research into product" --topic "your first year"',
  ],
  'contact list': [
    'rapport contact list --stage waiting',
    'rapport contact list --search ferrovia',
  ],
  'contact import': ['rapport contact import connections.csv --dry-run   # shows what it would do'],
  approve: [
    'rapport approve ana@example.com',
    'rapport approve 3f9a21bc --at "2031-03-05T09:00:00Z"',
  ],
  edit: ['rapport edit ana@example.com --text-file better.txt'],
  reply: ['rapport reply judge ana@example.com interested'],
  snooze: ['rapport snooze ana@example.com --until 2031-04-01'],
  stop: ['rapport stop ana@example.com', 'rapport stop --all      # nothing is sent any more'],
  propose: ['rapport propose ana@example.com'],
  'meeting confirm': [
    'rapport meeting confirm ana@example.com --format phone --where "+49 30 1234567"',
  ],
  'mailbox connect': [
    'rapport mailbox connect --address you@example.org   # asks for the password',
  ],
  'profile set': ['rapport profile set --name "Your Name" --affiliation "Your School"'],
  settings: ['rapport settings set nudgeAfter=P10D "workingHours=Mon-Fri 09:00-17:00"'],
  'calendar add': ['rapport calendar add https://calendar.example/your-secret-address.ics'],
  completion: [
    'rapport completion bash >> ~/.bashrc',
    'rapport completion zsh > ~/.zfunc/_rapport',
    'rapport completion fish > ~/.config/fish/completions/rapport.fish',
  ],
};
