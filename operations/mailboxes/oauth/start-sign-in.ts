import { createHash } from 'node:crypto';
import { z } from 'zod';
import { parseLine } from '../../../domain/contact.ts';
import { Conflict, InvalidInput } from '../../../domain/errors.ts';
import { adminRequest } from '../../../domain/mailbox/admin-request.ts';
import type { Endpoint } from '../../../mail/account.ts';
import type { OAuthClient } from '../../../mail/oauth/client.ts';
import { beginCodeSignIn } from '../../../mail/oauth/code-sign-in.ts';
import { beginDeviceSignIn } from '../../../mail/oauth/device-sign-in.ts';
import { readOAuthError } from '../../../mail/oauth/oauth-error.ts';
import type { OAuthProvider } from '../../../mail/oauth/providers.ts';
import { storedClient } from '../../../mail/oauth/stored-client.ts';
import type { OperationContext } from '../../context.ts';
import { defineOperation } from '../../operation.ts';
import { checkCertificate } from '../account-settings.ts';
import { ownMailbox } from '../find-mailbox.ts';
import { parseAddress } from '../parse-address.ts';
import { parseEndpoint } from '../parse-endpoint.ts';
import { providerName, storeClient } from './set-oauth-client.ts';
import type { WantedMailbox } from './sign-in-view.ts';

const lasts = 10 * 60_000;

const start = z.object({
  /** Needed unless `mailboxId` names a mailbox that signs in already. */
  provider: providerName.optional(),
  address: z.string().optional(),
  /** A mailbox (by id or address) that signs in again; it keeps everything. */
  mailboxId: z.string().optional(),
  user: z.string().optional(),
  imap: z.string().optional(),
  smtp: z.string().optional(),
  security: z.enum(['tls', 'starttls', 'none']).optional(),
  ca: z.string().optional(),
  clientId: z.string().optional(),
  clientSecret: z.string().optional(),
  tenant: z.string().optional(),
  /** A code that is typed on another device; Microsoft only. */
  device: z.boolean().optional(),
  /** The account may have another name than the address. */
  anyAccount: z.boolean().optional(),
});

type Start = z.output<typeof start>;

export const startSignIn = defineOperation({
  name: 'startSignIn',
  summary: 'Begins to connect a mailbox by signing in at Google or Microsoft (OAuth 2)',
  input: start,
  output: z.object({
    signInId: z.string(),
    /** Where the person signs in. */
    url: z.string(),
    /** What they type there; null in the browser's own sign-in. */
    userCode: z.string().nullable(),
    /** Seconds between two questions whether it is done. */
    interval: z.number(),
    expiresAt: z.iso.datetime(),
    /** A mail to the administrator, where one has to allow the client. */
    adminRequest: z.string().nullable(),
  }),
  async run(context, input) {
    const { provider, wanted } = await whatIsWanted(context, input);
    if (input.device && !provider.deviceCode)
      throw new InvalidInput(
        `${provider.label} has no sign-in by code for mail. Sign in with a browser; its last address can be pasted.`,
        'device',
      );
    if (input.clientId !== undefined)
      await storeClient(context, { ...input, provider: provider.name, clientId: input.clientId });
    const client = await storedClient(context.db, context.secrets, provider);
    try {
      const begun = input.device
        ? await byDevice(context, provider, client, wanted)
        : await byBrowser(context, provider, client, wanted);
      const request = { clientId: client.id, tenant: client.tenant, address: wanted.address };
      return {
        ...begun,
        adminRequest: provider.name === 'microsoft' ? adminRequest(request) : null,
      };
    } catch (error) {
      throw new Conflict(readOAuthError(provider, error).say);
    }
  },
});

async function whatIsWanted(
  context: OperationContext,
  input: Start,
): Promise<{ readonly provider: OAuthProvider; readonly wanted: WantedMailbox }> {
  const row =
    input.mailboxId === undefined ? undefined : await ownMailbox(context, input.mailboxId);
  const name = input.provider ?? providerName.safeParse(row?.oauthProvider).data;
  if (name === undefined) throw new InvalidInput('Say google or microsoft.', 'provider');
  const provider = context.oauth[name];
  const address = row?.address ?? parseAddress(input.address ?? '');
  const { security } = input;
  const known = await serversOf(context, provider, address);
  const stored = row?.oauthProvider === name ? row : undefined;
  const at = (host: string, port: number, how: string) =>
    ({ host, port, security: how }) as Endpoint;
  const imap =
    input.imap !== undefined
      ? parseEndpoint(input.imap, 'imap', security)
      : stored
        ? at(stored.imapHost, stored.imapPort, stored.imapSecurity)
        : known.imap;
  const smtp =
    input.smtp !== undefined
      ? parseEndpoint(input.smtp, 'smtp', security)
      : stored
        ? at(stored.smtpHost, stored.smtpPort, stored.smtpSecurity)
        : known.smtp;
  const user = parseLine('user', input.user ?? '') || stored?.login;
  const ca = input.ca === undefined ? (stored?.ca ?? undefined) : checkCertificate(input.ca);
  return {
    provider,
    wanted: {
      address,
      imap,
      smtp,
      anyAccount: input.anyAccount ?? false,
      ...(user === undefined ? {} : { user }),
      ...(ca === undefined ? {} : { ca }),
    },
  };
}

/** Outlook.com sends through another host than Microsoft 365. */
async function serversOf(context: OperationContext, provider: OAuthProvider, address: string) {
  const found = await context.discover(address);
  return found.kind === 'servers' && found.oauth === provider.name ? found : provider.servers;
}

async function byBrowser(
  context: OperationContext,
  provider: OAuthProvider,
  client: OAuthClient,
  wanted: WantedMailbox,
) {
  const redirectUri = `${pagesFor(context, provider)}/mailboxes/oauth`;
  const { url, state, verifier } = await beginCodeSignIn(provider, client, {
    address: wanted.address,
    redirectUri,
  });
  const expiresAt = new Date(context.now().getTime() + lasts);
  const secret = JSON.stringify({ state, verifier });
  const kept = { state: stateHash(state), redirectUri, secret, expiresAt };
  const signInId = await keep(context, provider, wanted, kept);
  return { signInId, url, userCode: null, interval: 1, expiresAt: expiresAt.toISOString() };
}

/**
 * Where the browser comes back to. Providers take plain http for loopback only (RFC 8252 section 7.3); behind a proxy
 * with TLS the browser is elsewhere, and the public address must be registered with a client for the web.
 */
function pagesFor({ publicUrl, pagePort }: OperationContext, provider: OAuthProvider): string {
  if (publicUrl?.protocol === 'https:') return publicUrl.origin;
  return `http://${provider.redirectHost}:${pagePort ?? 3000}`;
}

async function byDevice(
  context: OperationContext,
  provider: OAuthProvider,
  client: OAuthClient,
  wanted: WantedMailbox,
) {
  const begun = await beginDeviceSignIn(provider, client, context.now());
  const { url, userCode, interval, expiresAt } = begun;
  const secret = JSON.stringify({ deviceCode: begun.deviceCode });
  const kept = { state: null, redirectUri: null, secret, expiresAt };
  const signInId = await keep(context, provider, wanted, kept);
  return { signInId, url, userCode, interval, expiresAt: expiresAt.toISOString() };
}

async function keep(
  { db, userId, secrets, now }: OperationContext,
  provider: OAuthProvider,
  wanted: WantedMailbox,
  kept: {
    readonly state: string | null;
    readonly redirectUri: string | null;
    readonly secret: string;
    readonly expiresAt: Date;
  },
): Promise<string> {
  const dayAgo = new Date(now().getTime() - 24 * 60 * 60_000);
  await db.oauthSignIn.deleteMany({ where: { expiresAt: { lt: dayAgo } } });
  const { id } = await db.oauthSignIn.create({
    data: {
      ...kept,
      userId,
      provider: provider.name,
      mailbox: wanted,
      secret: secrets.seal(kept.secret),
    },
  });
  return id;
}

/** What the table keeps of a state: SHA-256, hex. */
export function stateHash(state: string): string {
  return createHash('sha256').update(state).digest('hex');
}
