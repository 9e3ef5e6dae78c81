import { filledPages } from '../tests/support/filled-pages.ts';
import { host, token, type Pages } from '../tests/support/web-application.ts';
import type { Ratio } from './ratio.ts';

const requests = 60;

/** How long the pages take in this process, without a browser: the slowest of twenty, with many items and with few. */
export async function measurePages(
  items: number,
): Promise<{ readonly ratio: Ratio; readonly lines: readonly string[] }> {
  const few = await times(10);
  const many = await times(items);
  return {
    ratio: {
      name: `The page of what needs you, with ${items} items`,
      ours: { what: `${items} items, slowest of twenty`, value: many['/'] ?? Number.NaN },
      limit: { what: '10 items, slowest of twenty', value: few['/'] ?? Number.NaN },
      unit: 'ms',
      goal: { kind: 'at most', ratio: 4 },
    },
    lines: Object.entries(many).map(
      ([path, ms]) => `    ${path}: ${ms.toFixed(0)} ms, the slowest of twenty (goal at most 100)`,
    ),
  };
}

async function times(items: number): Promise<Readonly<Record<string, number>>> {
  const { pages, contactId, stop } = await filledPages(items);
  try {
    const paths = ['/', '/?q=ferrovia', '/contacts', '/board', `/contacts/${contactId}`];
    const measured = await slowestOfTwenty(pages, paths);
    return Object.fromEntries(
      Object.entries(measured).map(([path, ms]) => [path.replace(contactId, '…'), ms]),
    );
  } finally {
    await stop();
  }
}

/** By path, milliseconds that 95 of a hundred requests take at most. */
export async function slowestOfTwenty(
  { app }: Pick<Pages, 'app'>,
  paths: readonly string[],
): Promise<Readonly<Record<string, number>>> {
  const answer = await app.request(`/?token=${token}`, { headers: { host } });
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const measured: Record<string, number> = {};
  for (const path of paths) {
    const taken: number[] = [];
    for (let at = 0; at < requests; at += 1) {
      const begun = performance.now();
      const page = await app.request(path, { headers: { host, cookie } });
      await page.text();
      if (!page.ok) throw new Error(`${path}: ${page.status}`);
      taken.push(performance.now() - begun);
    }
    // The first ones compile the code.
    const slowest = taken.slice(requests / 3).toSorted((one, other) => other - one);
    measured[path] = slowest[Math.floor(slowest.length / 20)]!;
  }
  return measured;
}
