/** What hurts careless expressions and loops: repeated, each of these has made some program quadratic. */
export const HURTING: readonly string[] = [
  ...[
    '1',
    'a',
    'ж',
    '漢',
    '-',
    '.',
    ',',
    ':',
    '"',
    "'",
    '(',
    '<',
    '[',
    '=',
    '#',
    ' ',
    '\r',
    '\n',
    '\u00a0',
  ],
  ...[
    '> ',
    '-- \n',
    'a@b.',
    '1-',
    '12:00 ',
    'May 1 ',
    '=?',
    '<div>',
    '<a ',
    '<!--',
    '&lt;',
    'Re: ',
  ],
  ...[
    'On a, b wrote',
    'From: a\n',
    '550 5.1.1 ',
    '<a@b.c> ',
    'not ',
    'BEGIN:VEVENT\n',
    '--b\n',
    '10月',
  ],
];

const SHORT = 2 * 1024;
const TIMES = 8;
/** Milliseconds for the longer input, below which growth does not matter yet. */
const CHEAP = 20;
/** Eight times the length costs eight times as much in linear time, and 64 times in quadratic. */
const MOST = 24;

/**
 * How many times as much `work` costs when its input is eight times as long; undefined while that is
 * cheap. `inputOf` gives an input of about so many characters. The cheapest of several runs counts: the
 * first one may have compiled the code.
 */
export async function growth(
  work: (input: string) => unknown,
  inputOf: (length: number) => string,
): Promise<number | undefined> {
  const long = inputOf(TIMES * SHORT);
  const first = await cost(work, long);
  if (first < CHEAP) return undefined;
  const short = inputOf(SHORT);
  let base = Infinity;
  for (let run = 0; run < 3; run += 1) base = Math.min(base, await cost(work, short));
  if (first / base <= MOST) return first / base;
  const again = Math.min(first, await cost(work, long), await cost(work, long));
  return again < CHEAP ? undefined : again / base;
}

/** Whether a ratio is more than linear growth, generously. */
export function isSteep(ratio: number | undefined): boolean {
  return ratio !== undefined && ratio > MOST;
}

/** Milliseconds that this process worked, whatever else the machine does. */
async function cost(work: (input: string) => unknown, input: string): Promise<number> {
  const before = process.cpuUsage();
  await work(input);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
