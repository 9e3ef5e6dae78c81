import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'tests', 'histories');

/** A history as the client fetches it. */
type History = Parameters<typeof historyToJSON>[0];

/**
 * Keeps what a journey has gone through under the version of this release, for replay under later
 * ones. Only `npm run save-histories` does; in every other run nothing is written.
 */
export function saveHistory(name: string, history: History): void {
  if (!process.env.RAPPORT_SAVE_HISTORIES) return;
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  // Identities name the machine, which is nobody's business.
  const text = historyToJSON(history).replaceAll(
    /("identity": ?)"[^"]*"/g,
    (_, key: string) => `${key}"rapport"`,
  );
  const file = join(folder, version, `${name}.json`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${text}\n`);
}

/** Every release's, named `version/what-they-prove`. */
export function savedHistories(): readonly { readonly name: string; readonly history: unknown }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file) => ({
      name: file.replaceAll('\\', '/').replace(/\.json$/, ''),
      history: JSON.parse(readFileSync(join(folder, file), 'utf8')) as unknown,
    }));
}

/** Every text of a history, saved or fetched, payloads decoded. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value, Buffer.from(value, 'base64').toString('latin1')];
  if (value instanceof Uint8Array) return [Buffer.from(value).toString('utf8')];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
