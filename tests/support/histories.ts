import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';

const folder = join(import.meta.dirname, '..', 'histories');

/** What `historyToJSON` takes: a history as the client fetches it. */
type History = Parameters<typeof historyToJSON>[0];

/**
 * Keeps what a journey has gone through, for replay under later versions. Only `npm run
 * save-histories` does; in every other run nothing is written.
 */
export async function saveHistory(name: string, history: History): Promise<void> {
  if (!process.env.RAPPORT_SAVE_HISTORIES) return;
  mkdirSync(folder, { recursive: true });
  // Identities name the machine, which is nobody's business.
  const text = historyToJSON(history).replaceAll(
    /("identity": )"[^"]*"/g,
    (_, key: string) => `${key}"rapport"`,
  );
  writeFileSync(join(folder, `${name}.json`), `${text}\n`);
}

export function savedHistories(): readonly { readonly name: string; readonly history: unknown }[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file) => ({
      name: file.replace(/\.json$/, ''),
      history: JSON.parse(readFileSync(join(folder, file), 'utf8')) as unknown,
    }));
}
