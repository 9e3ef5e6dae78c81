import { z } from 'zod';

/** Each becomes a path on this machine: nothing but what `migrate create` makes is taken. */
const name = z.string().regex(/^\d{14}_\w+$/);

/** The migrations that a backup's first line names. Throws where a backup names something else. */
export function readMigrationNames(line: string): readonly string[] {
  return z.object({ migrations: z.array(name) }).parse(JSON.parse(line)).migrations;
}
