/** One labelled mail and what the rules made of it. */
export type Judged = {
  readonly path: string;
  readonly corpus: string;
  readonly label: string;
  /** The publishing project said so, or a person; otherwise a rule derived the label. */
  readonly upstream: boolean;
  readonly kind: string;
  readonly reason: string;
  readonly visible:
    { readonly kept: number; readonly expected: number; readonly common: number } | undefined;
  readonly returnDate:
    { readonly expected: string | undefined; readonly found: string | undefined } | undefined;
  readonly recipient: { readonly expected: string; readonly found: string | undefined } | undefined;
  readonly milliseconds: number;
};

/** An opt-out is written by a person: corpora without that class label it as a reply. */
function agrees(one: Judged): boolean {
  return (
    one.kind === one.label ||
    (one.label === 'human_reply' && one.kind === 'opt_out' && !one.upstream)
  );
}

export function misses(all: readonly Judged[]): readonly Judged[] {
  return all.filter((one) => !agrees(one));
}

/** The report of one group of mails as lines of text. */
export function scoreLines(title: string, all: readonly Judged[]): string[] {
  if (all.length === 0) return [];
  const lines = [
    '',
    `== ${title}: ${all.length} mails, ${percent(all.length - misses(all).length, all.length)} right`,
  ];
  lines.push(...matrix(all), ...harm(all), ...classes(all), ...texts(all), ...dates(all));
  return lines;
}

function matrix(all: readonly Judged[]): string[] {
  const labels = [...new Set(all.map((one) => one.label))].sort();
  const kinds = [...new Set(all.map((one) => one.kind))].sort();
  const rows = labels.map((label) => {
    const cells = kinds.map(
      (kind) => all.filter((one) => one.label === label && one.kind === kind).length,
    );
    return `${label.padEnd(18)}${cells.map((cell) => String(cell).padStart(18)).join('')}`;
  });
  return [
    `${'label \\ judged as'.padEnd(18)}${kinds.map((kind) => kind.padStart(18)).join('')}`,
    ...rows,
  ];
}

function harm(all: readonly Judged[]): string[] {
  const human = all.filter((one) => one.label === 'human_reply');
  const other = all.filter((one) => one.label !== 'human_reply');
  const temporary = all.filter((one) => one.label === 'bounce_temporary');
  const strangers = other.filter((one) => one.kind === 'human_reply');
  const automatic = strangers.filter((one) => one.label !== 'unrelated');
  const notBounced = all.filter((one) => !isBounce(one.label));
  return [
    `harm a: taken for a human reply: ${automatic.length} automatic mails and bounces, ${strangers.length - automatic.length} strangers' mails of ${other.length}`,
    `harm b: human replies taken for something else: ${ratio(
      human.filter((one) => !agrees(one)),
      human,
    )}`,
    `harm c: temporary bounces taken as permanent: ${ratio(
      temporary.filter((one) => one.kind === 'bounce_permanent'),
      temporary,
    )}`,
    `bounces found: ${ratio(
      all.filter((one) => isBounce(one.label) && isBounce(one.kind)),
      all.filter((one) => isBounce(one.label)),
    )}; ` +
      `other mail taken for one: ${ratio(
        notBounced.filter((one) => isBounce(one.kind)),
        notBounced,
      )}`,
    `permanent against temporary, of the bounces found: ${ratio(
      all.filter((one) => isBounce(one.label) && one.kind === one.label),
      all.filter((one) => isBounce(one.label) && isBounce(one.kind)),
    )}`,
  ];
}

function isBounce(kind: string): boolean {
  return kind === 'bounce_permanent' || kind === 'bounce_temporary';
}

function classes(all: readonly Judged[]): string[] {
  return [...new Set(all.map((one) => one.label))].sort().map((label) => {
    const labelled = all.filter((one) => one.label === label);
    const judged = all.filter((one) => one.kind === label);
    const right = labelled.filter(agrees);
    return `${label.padEnd(18)} recall ${ratio(right, labelled)}, precision ${ratio(judged.filter(agrees), judged)}`;
  });
}

function texts(all: readonly Judged[]): string[] {
  const read = all.flatMap((one) => (one.visible === undefined ? [] : [one.visible]));
  if (read.length === 0) return [];
  const sum = (pick: (one: (typeof read)[number]) => number) =>
    read.reduce((total, one) => total + pick(one), 0);
  const common = sum((one) => one.common);
  const exact = read.filter((one) => one.kept === one.common && one.expected === one.common).length;
  return [
    `visible text (${read.length}): precision ${percent(
      common,
      sum((one) => one.kept),
    )}, recall ${percent(
      common,
      sum((one) => one.expected),
    )}, ${exact} exact`,
  ];
}

function dates(all: readonly Judged[]): string[] {
  const dated = all.flatMap((one) => (one.returnDate === undefined ? [] : [one.returnDate]));
  const addressed = all.flatMap((one) => (one.recipient === undefined ? [] : [one.recipient]));
  const lines: string[] = [];
  if (dated.length > 0) {
    const right = dated.filter((one) => one.found?.slice(0, 10) === one.expected?.slice(0, 10));
    const wrong = dated.filter(
      (one) => one.found !== undefined && one.found.slice(0, 10) !== one.expected?.slice(0, 10),
    );
    lines.push(`return dates: ${ratio(right, dated)} right, ${wrong.length} wrong`);
  }
  if (addressed.length > 0) {
    lines.push(
      `bounced recipients: ${ratio(
        addressed.filter((one) => one.found === one.expected),
        addressed,
      )} right`,
    );
  }
  return lines;
}

function ratio(part: readonly unknown[], whole: readonly unknown[]): string {
  return `${part.length}/${whole.length} (${percent(part.length, whole.length)})`;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(2)} %`;
}

/** Words that two texts share, each as often as it stands in both. */
export function commonWords(
  kept: string,
  expected: string,
): { kept: number; expected: number; common: number } {
  const left = words(kept);
  const right = words(expected);
  const counts = new Map<string, number>();
  for (const word of right) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of left) {
    const count = counts.get(word) ?? 0;
    if (count === 0) continue;
    counts.set(word, count - 1);
    common += 1;
  }
  return { kept: left.length, expected: right.length, common };
}

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
