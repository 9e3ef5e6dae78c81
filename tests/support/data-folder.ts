import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataFolder, type DataFolder } from '../../config/data-folder.ts';

/** An empty data folder of the test's own. */
export function freshFolder(): { readonly data: DataFolder; readonly remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'rapport-data-'));
  return {
    data: dataFolder({ RAPPORT_DATA: root }),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
