/** One measured comparison: `ours` against the named limit of the same run. */
export type Ratio = {
  readonly name: string;
  readonly ours: { readonly what: string; readonly value: number };
  readonly limit: { readonly what: string; readonly value: number };
  readonly unit: string;
  readonly goal: { readonly kind: 'at most' | 'at least'; readonly ratio: number };
};

export function report({ name, ours, limit, unit, goal }: Ratio): string {
  const ratio = ours.value / limit.value;
  const met = goal.kind === 'at most' ? ratio <= goal.ratio : ratio >= goal.ratio;
  return [
    `${name}: ${ratio.toFixed(2)} (goal ${goal.kind} ${goal.ratio}: ${met ? 'met' : 'MISSED'})`,
    `    ${ours.what}: ${show(ours.value)} ${unit}`,
    `    ${limit.what}: ${show(limit.value)} ${unit}`,
  ].join('\n');
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

const show = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2);
