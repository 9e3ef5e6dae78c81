import { z } from 'zod';
import type { AccessToken } from '../../db/generated/client.ts';
import { time } from '../views.ts';

/** A token that may call the API; the token itself is shown once, when it is made. */
export const accessTokenView = z.object({
  tokenId: z.string(),
  /** Who or what uses it; of the token that signs in a browser, the machine and its data folder. */
  label: z.string(),
  createdAt: time,
});
export type AccessTokenView = z.infer<typeof accessTokenView>;

export function presentAccessToken(row: AccessToken): AccessTokenView {
  return { tokenId: row.id, label: row.label, createdAt: row.createdAt.toISOString() };
}
