import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

const SILENT = new Set(['style', 'script', 'head', 'title', 'template', 'noscript']);
const BLOCKS = new Set(
  (
    'address article aside blockquote center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 ' +
    'header hr li main nav ol p pre section table tr ul'
  ).split(' '),
);
const LONGEST_HTML = 2 * 1024 * 1024;

function ignore(): void {}

const NOTHING: TokenizerCallbacks = {
  onattribdata: ignore,
  onattribentity: ignore,
  onattribend: ignore,
  onattribname: ignore,
  oncdata: ignore,
  onclosetag: ignore,
  oncomment: ignore,
  ondeclaration: ignore,
  onend: ignore,
  onopentagend: ignore,
  onopentagname: ignore,
  onprocessinginstruction: ignore,
  onselfclosingtag: ignore,
  ontext: ignore,
  ontextentity: ignore,
};

/** The words of an HTML text, a line a block; quotes are marked with `>` as in plain mail. */
export function textOfHtml(html: string): string {
  const lines: string[] = [];
  let line = '';
  /** Whether the line ends with a blank: asking a growing string itself would copy it each time. */
  let open = true;
  let silent = 0;
  let preformatted = 0;
  let quotes = 0;
  const breakLine = () => {
    const mark = quotes > 0 ? `${'>'.repeat(Math.min(quotes, 5))} ` : '';
    lines.push((mark + line).trimEnd());
    line = '';
    open = true;
  };
  const endBlock = () => {
    if (line.trim() !== '') breakLine();
    line = '';
    open = true;
  };
  const opens = (name: string) => {
    if (SILENT.has(name)) silent += 1;
    if (name === 'body') silent = 0; // an unclosed head hides nothing
    if (name === 'br') breakLine();
    else if (BLOCKS.has(name)) endBlock();
    if (name === 'p' && lines.length > 0 && lines.at(-1) !== '') breakLine();
    if (name === 'pre') preformatted += 1;
    if (name === 'blockquote') quotes += 1;
    if ((name === 'td' || name === 'th') && !open) {
      line += ' ';
      open = true;
    }
  };
  const closes = (name: string) => {
    if (SILENT.has(name) && silent > 0) silent -= 1;
    if (BLOCKS.has(name)) endBlock();
    if (name === 'pre' && preformatted > 0) preformatted -= 1;
    if (name === 'blockquote' && quotes > 0) quotes -= 1;
  };
  const says = (text: string) => {
    if (silent > 0) return;
    if (preformatted > 0) {
      text.split('\n').forEach((piece, at) => {
        if (at > 0) breakLine();
        if (piece === '') return;
        line += piece;
        open = false;
      });
      return;
    }
    const flat = text.replace(/[ \t\r\n\u00a0]+/g, ' ');
    const words = open ? flat.trimStart() : flat;
    if (words === '') return;
    line += words;
    open = words.endsWith(' ');
  };
  const source = html.slice(0, LONGEST_HTML);
  const nameAt = (start: number, end: number) => source.slice(start, end).toLowerCase();
  // The tokenizer, not the parser: that one keeps a stack, which unclosed tags make quadratic.
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ...NOTHING,
      onopentagname: (start, end) => opens(nameAt(start, end)),
      onclosetag: (start, end) => closes(nameAt(start, end)),
      ontext: (start, end) => says(source.slice(start, end)),
      ontextentity: (codePoint) => says(String.fromCodePoint(codePoint)),
    },
  );
  tokenizer.write(source);
  tokenizer.end();
  endBlock();
  return withoutRepeatedBlankLines(lines).join('\n').trim();
}

function withoutRepeatedBlankLines(lines: readonly string[]): string[] {
  return lines.filter((line, at) => line !== '' || (at > 0 && lines[at - 1] !== ''));
}
