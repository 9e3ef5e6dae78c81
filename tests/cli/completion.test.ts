import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { rapport } from './fixture.ts';

async function scriptFor(shell: string): Promise<string> {
  const { code, out, err } = await rapport('/nowhere', ['completion', shell]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out;
}

/** What bash would offer behind these words, of which the last is being typed. */
function offered(script: string, words: readonly string[]): readonly string[] {
  const ask = `${script}
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _rapport; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', ask, 'bash', 'rapport', ...words], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return stdout.trim().split('\n');
}

it.each([
  [['cont'], ['contact']],
  [['contact', 'ad'], ['add']],
  [['contact', 'add', '--to'], ['--topic']],
  [
    ['contact', 'list', '--s'],
    ['--stage', '--search'],
  ],
  [['approve', 'ana@example.com', '--rev'], ['--revision']],
  [['meeting', 'confirm', 'ana@example.com', '--wh'], ['--where']],
  [['completion', 'f'], ['fish']],
  [['nothing', 'such'], ['']],
])('bash completes %j to %j', async (words, choices) => {
  expect(offered(await scriptFor('bash'), words)).toEqual(choices);
});

it('describes what it completes in zsh and fish', async () => {
  expect(await scriptFor('zsh')).toContain("'needs-you:list everything that waits for you'");
  expect(await scriptFor('fish')).toContain(
    "complete -c rapport -n '__fish_use_subcommand' -f -a needs-you -d 'list everything that waits for you'",
  );
});

it('knows no other shell', async () => {
  expect((await rapport('/nowhere', ['completion', 'tcsh'])).code).toBe(2);
});

it('groups the commands of its help, and shows how the frequent ones are typed', async () => {
  const { out } = await rapport('/nowhere', ['--help']);
  for (const heading of ['What needs you:', 'People:', 'Conversations and after:', 'Examples:'])
    expect(out).toContain(heading);
  const add = await rapport('/nowhere', ['contact', 'add', '--help']);
  expect(add.out).toContain('rapport contact add --email ana@example.com');
});
