import { z } from 'zod';
import { InvalidInput } from '../../../domain/errors.ts';
import type { OperationContext } from '../../context.ts';
import { defineOperation } from '../../operation.ts';

export const providerName = z.enum(['google', 'microsoft']);

export const setOAuthClient = defineOperation({
  name: 'setOAuthClient',
  summary:
    'Keeps the client id that you registered at Google or Microsoft; the secret is encrypted',
  input: z.object({
    provider: providerName,
    clientId: z.string(),
    clientSecret: z.string().optional(),
    tenant: z.string().optional(),
  }),
  output: z.object({ provider: providerName, clientId: z.string(), tenant: z.string().nullable() }),
  async run(context, input) {
    const client = await storeClient(context, input);
    return { provider: input.provider, ...client };
  },
});

/** Throws InvalidInput naming what to correct. */
export async function storeClient(
  { db, secrets, oauth }: OperationContext,
  given: {
    readonly provider: z.output<typeof providerName>;
    readonly clientId: string;
    readonly clientSecret?: string | undefined;
    readonly tenant?: string | undefined;
  },
): Promise<{ readonly clientId: string; readonly tenant: string | null }> {
  const provider = oauth[given.provider];
  const clientId = given.clientId.trim();
  const secret = given.clientSecret?.trim() || undefined;
  const tenant = given.tenant?.trim() || null;
  if (!/^[\w.:-]{1,200}$/.test(clientId))
    throw new InvalidInput(
      'This is no client id: it has letters, digits, dots and dashes.',
      'clientId',
    );
  if (provider.wantsSecret && secret === undefined)
    throw new InvalidInput(
      `${provider.label} wants the client secret too, although the client is a desktop program. It stands beside the client id.`,
      'clientSecret',
    );
  if (tenant !== null && !/^[\w.-]{1,100}$/.test(tenant))
    throw new InvalidInput('A tenant is the id or the domain of the organisation.', 'tenant');
  const row = { clientId, tenant, secret: secret === undefined ? null : secrets.seal(secret) };
  await db.oauthClient.upsert({
    where: { provider: given.provider },
    create: { provider: given.provider, ...row },
    update: row,
  });
  return { clientId, tenant };
}
