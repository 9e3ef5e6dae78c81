import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { DataFolder } from '../config/data-folder.ts';
import { setAccessToken, userOfToken } from '../db/access-tokens.ts';
import type { Database } from '../db/client.ts';
import { ensureUser } from '../db/users.ts';
import { readOrCreatePrivate } from '../embedded/private-file.ts';

/**
 * Signs in the user of the data folder, who is made at the first start. Kept in `<data>/run/token`.
 * Every data folder that shares the database has a token of its own.
 */
export async function signInToken(db: Database, data: DataFolder): Promise<string> {
  const token = readOrCreatePrivate(tokenFile(data), () =>
    randomBytes(24).toString('base64url'),
  ).trim();
  if ((await userOfToken(db, token)) !== undefined) return token;
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const userId = await ensureUser(db, { timeZone });
  // The one label of version 0.1, whose token was replaced.
  await db.accessToken.deleteMany({ where: { userId, label: 'this machine' } });
  await setAccessToken(db, { userId, label: `${hostname()}: ${data.root}`, token });
  return token;
}

export function tokenFile(data: DataFolder): string {
  return join(data.run, 'token');
}
