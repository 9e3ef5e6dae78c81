/** One that may be typed, and what it does. */
export type Word = { readonly text: string; readonly says: string };

/** By what stands before it: '' for the program itself, else the command, or command and subcommand. */
type Words = ReadonlyMap<string, readonly Word[]>;

export function bashScript(words: Words): string {
  return `# Completes rapport in bash. Made by: rapport completion bash
_rapport() {
  local current="\${COMP_WORDS[COMP_CWORD]}" path="" word choices=""
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in -*) ;; *) path="\${path:+$path }$word" ;; esac
  done
  while :; do
    case "$path" in
${cases(words, (text) => `choices="${text}"`)}
    esac
    [ -n "$choices" ] || [ -z "$path" ] && break
    # An argument is no command: look at what stands before it.
    case "$path" in *" "*) path="\${path% *}" ;; *) break ;; esac
  done
  COMPREPLY=($(compgen -W "$choices" -- "$current"))
}
complete -o default -F _rapport rapport
`;
}

export function zshScript(words: Words): string {
  return `#compdef rapport
# Completes rapport in zsh. Made by: rapport completion zsh
_rapport() {
  local spoken="" word
  local -a choices
  for word in "\${(@)words[2,CURRENT-1]}"; do
    [[ "$word" == -* ]] || spoken="\${spoken:+$spoken }$word"
  done
  while :; do
    case "$spoken" in
${described(words)}
    esac
    (( \${#choices} )) || [[ "$spoken" != *" "* ]] && break
    # An argument is no command: look at what stands before it.
    spoken="\${spoken% *}"
  done
  _describe 'rapport' choices || _files
}
compdef _rapport rapport
`;
}

export function fishScript(words: Words): string {
  const lines = [...words].flatMap(([path, choices]) =>
    choices.map(({ text, says }) => {
      const what = text.startsWith('--') ? `-l ${text.slice(2)}` : `-f -a ${text}`;
      const about = says === '' ? '' : ` -d ${quoted(says, "\\'")}`;
      return `complete -c rapport -n ${quoted(fishCondition(path, words), "\\'")} ${what}${about}`;
    }),
  );
  return ['# Completes rapport in fish. Made by: rapport completion fish', ...lines, ''].join('\n');
}

/** When the words that were typed so far are this command, and none of its subcommands. */
function fishCondition(path: string, words: Words): string {
  if (path === '') return '__fish_use_subcommand';
  const seen = path.split(' ').map((word) => `__fish_seen_subcommand_from ${word}`);
  const below = (words.get(path) ?? [])
    .map(({ text }) => text)
    .filter((text) => words.has(`${path} ${text}`));
  const not = below.length === 0 ? [] : [`not __fish_seen_subcommand_from ${below.join(' ')}`];
  return [...seen, ...not].join('; and ');
}

function cases(words: Words, command: (choices: string) => string): string {
  return [...words]
    .map(([path, choices]) => {
      const texts = choices.map(({ text }) => text).join(' ');
      return `      '${path}') ${command(texts)} ;;`;
    })
    .join('\n');
}

/** `name:what it does`, as zsh's _describe wants it. */
function described(words: Words): string {
  return [...words]
    .map(([path, choices]) => {
      const texts = choices.map(({ text, says }) =>
        quoted(`${text.replaceAll(':', '\\:')}:${says}`, "'\\''"),
      );
      return `      '${path}') choices=(${texts.join(' ')}) ;;`;
    })
    .join('\n');
}

function quoted(text: string, quote: string): string {
  return `'${text.replaceAll("'", quote)}'`;
}
