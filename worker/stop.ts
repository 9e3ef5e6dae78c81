import type { DataFolder } from '../config/data-folder.ts';
import { stopInstance } from '../embedded/instance.ts';
import { stopOrphans } from '../embedded/servers.ts';

/** Stops everything of a data folder in order; also what a killed instance left behind. False when nothing ran. */
export async function stopServer(data: DataFolder): Promise<boolean> {
  const lived = await stopInstance(data);
  await stopOrphans(data);
  return lived;
}
