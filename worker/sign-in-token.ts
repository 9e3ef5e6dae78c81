import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { DataFolder } from '../config/data-folder.ts';
import type { Database } from '../db/client.ts';
import { ensureUser, isAccessToken, setAccessToken } from '../db/users.ts';
import { readOrCreatePrivate } from '../embedded/private-file.ts';

/** Signs in the user of the data folder, who is made at the first start. Kept in `<data>/run/token`. */
export async function signInToken(db: Database, data: DataFolder): Promise<string> {
  const token = readOrCreatePrivate(join(data.run, 'token'), () =>
    randomBytes(24).toString('base64url'),
  ).trim();
  if (await isAccessToken(db, token)) return token;
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const userId = await ensureUser(db, { timeZone });
  await setAccessToken(db, { userId, label: 'this machine', token });
  return token;
}
