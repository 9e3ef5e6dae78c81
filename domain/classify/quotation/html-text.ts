import { Parser } from 'htmlparser2';
import { htmlMarker, type HtmlMarker } from './html-markers.ts';
import { quotedLines, type QuotedLine } from './lines.ts';

/** Elements that begin and end a line. */
const blocks = new Set(
  'address article aside blockquote center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul body html'.split(
    ' ',
  ),
);
/** Elements with an empty line around them. */
const spaced = new Set('p h1 h2 h3 h4 h5 h6 ul ol blockquote'.split(' '));
const unseen = new Set('head style script title template object noscript'.split(' '));
const empty = new Set('br hr img input meta link wbr col base area source'.split(' '));

/** Deeper nesting than this is hostile or broken. */
const maxDepth = 1000;
const chunk = 65_536;
const maxSignatureLines = 15;

/** The text of an HTML body. Its quotations are prefixed with `>`. */
export function htmlText(html: string): string {
  const { lines } = htmlLines(html);
  return lines
    .map((line) => (line.depth > 0 ? `${'>'.repeat(line.depth)} ${line.text}` : line.text))
    .join('\n')
    .trim();
}

/**
 * The lines of an HTML body, quoted as deep as the client's own markers say. `marked` is false
 * when no client marked anything, and the plain text knows as much.
 */
export function htmlLines(html: string): {
  readonly lines: readonly QuotedLine[];
  readonly marked: boolean;
} {
  const page = newPage();
  let tooDeep = false;
  const open: { readonly name: string; readonly marker: HtmlMarker | undefined }[] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const marker = htmlMarker(name, attributes);
        page.open(name, marker);
        if (empty.has(name)) return;
        if (open.length < maxDepth) open.push({ name, marker });
        else tooDeep = true;
      },
      ontext(text) {
        page.write(text);
      },
      onclosetag(name) {
        if (empty.has(name)) return;
        if (!tooDeep) page.close(name, open.pop()?.marker);
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  for (let at = 0; at < html.length; at += chunk) {
    // The parser's own stack costs the square of the nesting: such pages are read as bare text.
    if (tooDeep) return { lines: strippedLines(html), marked: false };
    parser.write(html.slice(at, at + chunk));
  }
  parser.end();
  return { lines: page.end(), marked: page.marked };
}

function strippedLines(html: string): readonly QuotedLine[] {
  const pieces: string[] = [];
  for (let at = 0; at < html.length;) {
    const tag = html.indexOf('<', at);
    pieces.push(html.slice(at, tag < 0 ? undefined : tag));
    const end = tag < 0 ? -1 : html.indexOf('>', tag);
    at = end < 0 ? html.length : end + 1;
  }
  const text = pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
  return text.map((piece) => ({ text: piece, depth: 0 }));
}

/** The page as it is read: lines so far, the one being written, and what surrounds it. */
type Page = {
  marked: boolean;
  open(name: string, marker: HtmlMarker | undefined): void;
  close(name: string, marker: HtmlMarker | undefined): void;
  write(text: string): void;
  end(): QuotedLine[];
};

function newPage(): Page {
  const lines: QuotedLine[] = [];
  let current: string[] = [];
  let spaceBefore = true;
  let depth = 0;
  let hidden = 0;
  let preformatted = 0;
  let attribution = 0;
  let signature = 0;
  let signatureFrom = 0;

  const put = (text: string): void => {
    if (text === '') return;
    current.push(text);
    spaceBefore = text.endsWith(' ');
  };
  const breakLine = (always: boolean): void => {
    const joined = current.join('');
    const text = preformatted > 0 ? joined : joined.trim();
    current = [];
    spaceBefore = true;
    if (text.trim() === '' && !always) return;
    lines.push({ text, depth, mark: attribution > 0 && text !== '' ? 'attribution' : undefined });
  };
  const space = (): void => {
    const last = lines.at(-1);
    if (last !== undefined && last.text !== '') lines.push({ text: '', depth });
  };
  const page: Page = {
    marked: false,
    open(name, marker) {
      if (unseen.has(name)) hidden++;
      if (hidden > 0) return;
      if (name === 'br') return breakLine(true);
      if (blocks.has(name)) breakLine(false);
      if (spaced.has(name)) space();
      if (name === 'pre') preformatted++;
      if (name === 'li') put('- ');
      if (name === 'td' || name === 'th') put(' ');
      if (marker === undefined) return;
      page.marked = true;
      if (marker === 'quote') {
        breakLine(false);
        depth++;
      } else if (marker === 'cut') {
        breakLine(false);
        lines.push({ text: '', depth, mark: 'cut' });
      } else if (marker === 'attribution') {
        breakLine(false);
        attribution++;
      } else if (signature++ === 0) {
        breakLine(false);
        signatureFrom = lines.length;
      }
    },
    close(name, marker) {
      if (unseen.has(name)) hidden--;
      if (hidden > 0) return;
      if (blocks.has(name)) breakLine(false);
      if (marker === 'quote') {
        breakLine(false);
        depth--;
      }
      if (spaced.has(name)) space();
      if (name === 'pre') preformatted--;
      if (marker === 'attribution') {
        breakLine(false);
        attribution--;
      } else if (marker === 'signature' && --signature === 0) {
        breakLine(false);
        // Somebody may have gone on writing inside the client's signature element.
        if (lines.length - signatureFrom <= maxSignatureLines) lines.length = signatureFrom;
      }
    },
    write(text) {
      if (hidden > 0) return;
      if (preformatted > 0) {
        const pieces = text.split(/\r\n|[\r\n]/);
        pieces.forEach((piece, index) => {
          if (index > 0) breakLine(true);
          put(piece);
        });
        return;
      }
      const collapsed = text.replaceAll(/[\s\u00a0]+/g, ' ');
      put(spaceBefore && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed);
    },
    end() {
      breakLine(false);
      return requoted(lines);
    },
  };
  return page;
}

/** Plain `>` prefixes inside HTML count as well, as does the end of a quotation for empty lines. */
function requoted(lines: readonly QuotedLine[]): QuotedLine[] {
  return lines.map((line) => {
    if (line.depth > 0 || line.mark !== undefined || !line.text.startsWith('>')) return line;
    return quotedLines(line.text)[0] ?? line;
  });
}
