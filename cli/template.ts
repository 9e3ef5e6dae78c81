import type { Command } from 'commander';
import { call, type Result } from './terminal/call.ts';
import { groupCommand, resultCommand } from './terminal/command.ts';
import type { Io } from './terminal/io.ts';
import { print, safe, table, type JsonOption } from './terminal/print.ts';
import { readText } from './terminal/read-input.ts';

type Words = JsonOption & { readonly subject: string; readonly textFile: string };

export function template(io: Io): Command {
  return groupCommand(io, 'template', 'the templates that drafts are made from', [
    list(io),
    set(io),
    preview(io),
    reset(io),
  ]);
}

function list(io: Io): Command {
  return resultCommand(io, 'list', 'list the templates in use').action(
    async (options: JsonOption) => {
      print(io, options, await call(io, 'listTemplates', {}), (all, look) =>
        table(
          ['PURPOSE', 'LANGUAGE', 'VERSION', 'WHOSE'],
          all.map(({ purpose, language, version, builtIn }) => [
            purpose,
            language,
            String(version),
            builtIn ? 'built in' : 'yours',
          ]),
          'There are no templates.',
          look,
        ),
      );
    },
  );
}

function set(io: Io): Command {
  return withWords(resultCommand(io, 'set', 'save a template of your own as a new version')).action(
    async (purpose: string, language: string, { json, subject, textFile }: Words) => {
      const text = await readText(io, textFile);
      print(
        io,
        json ? { json } : {},
        await call(io, 'saveTemplate', { purpose, language, subject, text }),
        ({ version }) => `Saved as version ${version}. New drafts use it.`,
      );
    },
  );
}

function preview(io: Io): Command {
  return withWords(
    resultCommand(io, 'preview', 'show what a template makes of three invented people'),
  ).action(async (purpose: string, language: string, { json, subject, textFile }: Words) => {
    const text = await readText(io, textFile);
    const made = await call(io, 'previewTemplate', { purpose, language, subject, text });
    print(io, json ? { json } : {}, made, previewText);
  });
}

function reset(io: Io): Command {
  return resultCommand(io, 'reset', 'go back to the built-in template')
    .argument('<purpose>', 'such as outreach')
    .argument('<language>', 'such as en')
    .action(async (purpose: string, language: string, options: JsonOption) => {
      print(
        io,
        options,
        await call(io, 'resetTemplate', { purpose, language }),
        () => 'The built-in template is in use again.',
      );
    });
}

function withWords(command: Command): Command {
  return command
    .argument('<purpose>', 'such as outreach')
    .argument('<language>', 'such as en')
    .requiredOption('--subject <text>', 'the subject, with placeholders')
    .requiredOption('--text-file <file>', 'the text, or - for the standard input');
}

function previewText({ findings, letters }: Result<'previewTemplate'>): string {
  return [
    ...findings.map(({ severity, message }) => `${severity}: ${safe(message)}`),
    ...letters.flatMap(({ contact, subject, text, findings: own }) => [
      '',
      `--- a ${contact} contact`,
      `Subject: ${safe(subject)}`,
      '',
      safe(text),
      '',
      ...own.map(({ severity, message }) => `${severity}: ${safe(message)}`),
    ]),
  ].join('\n');
}
