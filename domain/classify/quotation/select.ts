import { isBlank, type QuotedLine } from './lines.ts';
import { quoteOpenings, type QuoteOpening } from './openings.ts';
import { withoutSignature } from '../signature.ts';

type Run = {
  readonly kind: 'written' | 'quote';
  readonly lines: readonly string[];
  /** A quotation announced by an attribution or header block. */
  readonly announced: boolean;
};

/** A quoted paragraph longer than this is more than the context of the answer below it. */
const contextLines = 8;

/** The lines the sender wrote, with the quoted lines that an inline answer answers. */
export function selectWritten(lines: readonly QuotedLine[]): readonly string[] {
  const runs = runsOf(lines, quoteOpenings(lines));
  const answers = runs.filter((run) => run.kind === 'written').length;
  const lastAnswer = runs.findLastIndex((run) => run.kind === 'written');
  const kept: string[] = [];
  runs.forEach((run, index) => {
    if (index > 0) kept.push('');
    if (run.kind === 'written') {
      for (const line of run.lines) kept.push(line);
    } else if (index < lastAnswer) {
      // One answer below one announced quotation answers all of it: no context is needed.
      const sole = index === 0 && run.announced && answers === 1;
      if (!sole) for (const line of contextOf(run.lines)) kept.push(line);
    }
  });
  return kept;
}

function runsOf(lines: readonly QuotedLine[], openings: readonly QuoteOpening[]): readonly Run[] {
  const runs: Run[] = [];
  let current: { kind: Run['kind']; lines: string[]; announced: boolean } | undefined;
  const close = (): void => {
    if (current?.kind === 'written') {
      const written = withoutSignature(current.lines);
      if (written.some((line) => line.trim() !== '')) runs.push({ ...current, lines: written });
    } else if (current !== undefined) {
      runs.push(current);
    }
    current = undefined;
  };
  let next = 0;
  let announced = false;
  let wrote = false;
  for (let at = 0; at < lines.length; at++) {
    const opening = openings[next];
    if (opening !== undefined && at === opening.from) {
      next++;
      close();
      wrote ||= runs.at(-1)?.kind === 'written' || runs.at(-2)?.kind === 'written';
      if (!quoteFollows(lines, opening.to) && wrote) break;
      // With nothing written above, what follows unquoted is all there is to show.
      announced = quoteFollows(lines, opening.to);
      at = opening.to - 1;
      continue;
    }
    const line = lines[at]!;
    const kind = line.depth > 0 ? 'quote' : 'written';
    if (current === undefined && isBlank(line)) continue;
    if (current === undefined || (current.kind !== kind && !isBlank(line))) {
      close();
      current = { kind, lines: [], announced: kind === 'quote' && announced };
      announced = false;
    }
    const quoted = current.kind === 'quote' && line.depth > 0;
    current.lines.push(quoted ? `${'>'.repeat(line.depth)} ${line.text}` : line.text);
  }
  close();
  return runs;
}

function quoteFollows(lines: readonly QuotedLine[], from: number): boolean {
  const next = lines.slice(from, from + 12).find((line) => !isBlank(line));
  return next !== undefined && next.depth > 0;
}

/** The whole of a short quotation, the last paragraph of a long one. */
function contextOf(lines: readonly string[]): readonly string[] {
  const bare = (line: string): boolean => /^[>\s]*$/.test(line);
  let end = lines.length;
  while (end > 0 && bare(lines[end - 1]!)) end--;
  const tail = lines.slice(end);
  if (end <= contextLines) return lines;
  let start = end;
  while (start > 0 && end - start < contextLines && !bare(lines[start - 1]!)) start--;
  return [...lines.slice(start, end), ...tail.filter((line) => line === '')];
}
