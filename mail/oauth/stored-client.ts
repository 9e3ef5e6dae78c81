import type { Database, Transaction } from '../../db/client.ts';
import { Conflict } from '../../domain/errors.ts';
import type { OAuthClient } from './client.ts';
import type { OAuthProvider } from './providers.ts';

/** The registration that this Rapport uses at a provider. Throws Conflict when there is none. */
export async function storedClient(
  db: Database | Transaction,
  secrets: { readonly open: (sealed: string) => string },
  provider: OAuthProvider,
): Promise<OAuthClient> {
  const row = await db.oauthClient.findUnique({ where: { provider: provider.name } });
  if (!row)
    throw new Conflict(
      `Signing in with ${provider.label} needs a client id of your own. Register one there and give it to Rapport first.`,
    );
  return {
    id: row.clientId,
    secret: row.secret === null ? undefined : secrets.open(row.secret),
    tenant: row.tenant ?? undefined,
  };
}
