/** One command as it came: text pieces with the literals (RFC 3501 4.3) between them. */
export type CommandPieces = readonly (string | Buffer)[];

const LONGEST_LINE = 1_000_000;
const LARGEST_LITERAL = 200_000_000;

/**
 * Cuts a client's bytes into commands. `goAhead` is called when the client waits for `+` before
 * it sends a literal; `refuse` when it sends more than a server has to bear.
 */
export function commandReader(to: {
  readonly command: (pieces: CommandPieces) => void;
  readonly goAhead: () => void;
  readonly refuse: (why: string) => void;
}): (chunk: Buffer) => void {
  let waiting: Buffer[] = [];
  let size = 0;
  let literal: number | undefined;
  let pieces: (string | Buffer)[] = [];

  return (chunk) => {
    waiting.push(chunk);
    size += chunk.length;
    if (literal === undefined && !chunk.includes(10)) {
      if (size > LONGEST_LINE) to.refuse('the line is too long');
      return;
    }
    let rest = Buffer.alloc(0);
    if (literal === undefined || size >= literal) {
      rest = Buffer.concat(waiting);
      rest = rest.subarray(take(rest));
      waiting = rest.length > 0 ? [rest] : [];
      size = rest.length;
    }
  };

  /** Returns how many bytes were used up. */
  function take(bytes: Buffer): number {
    let at = 0;
    for (;;) {
      if (literal !== undefined) {
        if (bytes.length - at < literal) return at;
        pieces.push(Buffer.from(bytes.subarray(at, at + literal)));
        at += literal;
        literal = undefined;
      }
      const end = bytes.indexOf(10, at);
      if (end < 0) return at;
      const line = bytes.subarray(at, end).toString('utf8').replace(/\r$/, '');
      at = end + 1;
      const marker = /\{(\d{1,10})(\+?)\}$/.exec(line);
      if (!marker) {
        pieces.push(line);
        const whole = pieces;
        pieces = [];
        to.command(whole);
        continue;
      }
      pieces.push(line.slice(0, marker.index));
      literal = Number(marker[1]);
      if (literal > LARGEST_LITERAL) {
        to.refuse('the literal is too large');
        return bytes.length;
      }
      if (marker[2] === '') to.goAhead();
    }
  }
}
