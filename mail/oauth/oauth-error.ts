import type { OAuthProvider } from './providers.ts';

/** What an answer of the sign-in service means for the access that was granted. */
export type OAuthError = {
  readonly kind:
    /** Its servers or the network: tried again. */
    | 'passes'
    /** Perhaps withdrawn; Microsoft says so also when it is in trouble. */
    | 'suspect'
    /** The access has ended: a person signs in again. */
    | 'ended'
    /** An administrator has to allow it once. */
    | 'not_allowed'
    /** The client id or secret is wrong: settings, not sign-in. */
    | 'client'
    /** The person said no. */
    | 'denied';
  /** A sentence for people. */
  readonly say: string;
  /** Error and code, never the description, which may hold an address. */
  readonly facts: string;
};

/** Reads whatever openid-client throws. Codes of Microsoft's change: they choose words, `error` decides. */
export function readOAuthError(provider: OAuthProvider, thrown: unknown): OAuthError {
  const { error, description } = oauthErrorParts(thrown);
  const code = /\bAADSTS(\d{4,7})\b/.exec(description)?.[1] ?? '';
  const facts = [error, code && `AADSTS${code}`].filter(Boolean).join(' ') || nameOf(thrown);
  const { label } = provider;
  const answer = (kind: OAuthError['kind'], say: string): OAuthError => ({ kind, say, facts });
  const unreachable = answer(
    'passes',
    `${label}’s sign-in service cannot be reached. It is tried again.`,
  );
  if (error === '' || passingCodes.has(code)) return unreachable;
  switch (error) {
    case 'access_denied':
      return answer('denied', `Nothing was granted at ${label}. Sign in again and agree.`);
    case 'invalid_client':
    case 'unauthorized_client':
      return answer('client', clientWords[code] ?? clientWrong(provider));
    case 'interaction_required':
    case 'consent_required':
    case 'login_required':
      return notAllowedCodes.has(code)
        ? answer('not_allowed', askAdministrator)
        : answer('ended', endWords(code, label));
    case 'invalid_grant':
      if (notAllowedCodes.has(code)) return answer('not_allowed', askAdministrator);
      return answer(endingCodes.has(code) ? 'ended' : 'suspect', endWords(code, label));
    case 'expired_token':
      return answer('denied', 'The code was not used in time. Begin again.');
    case 'invalid_request':
    case 'invalid_scope':
    case 'unsupported_grant_type':
      return code in clientWords
        ? answer('client', clientWords[code] ?? '')
        : answer('client', clientWrong(provider));
    default:
      return unreachable;
  }
}

/** By name, as the classes come with openid-client, which is loaded with the first sign-in. */
export function oauthErrorParts(thrown: unknown): {
  readonly error: string;
  readonly description: string;
} {
  const none = { error: '', description: '' };
  if (!(thrown instanceof Error)) return none;
  if (!/^(ResponseBodyError|AuthorizationResponseError)$/.test(thrown.name)) return none;
  const { error, error_description } = thrown as {
    readonly error?: unknown;
    readonly error_description?: unknown;
  };
  return {
    error: typeof error === 'string' ? error : '',
    description: typeof error_description === 'string' ? error_description : '',
  };
}

function nameOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return 'unknown';
  const { code } = thrown as { readonly code?: unknown };
  return typeof code === 'string' ? code : thrown.name;
}

const passingCodes = new Set(['50033', '50087', '50088', '90033', '70012']);
const endingCodes = new Set(['50173', '700082', '70008', '700084', '700081', '70043', '50076']);
const notAllowedCodes = new Set(['65001', '90094', '650056']);

const askAdministrator =
  'Your organisation must allow Rapport’s client once. Send its administrator the request that Rapport has prepared.';

function endWords(code: string, label: string): string {
  if (code === '50173')
    return `The password of the account was changed. Sign in at ${label} again.`;
  if (code === '70008' || code === '700082')
    return `The access was not used for too long. Sign in at ${label} again.`;
  if (code === '70043' || code === '700081' || code === '700084')
    return `Your organisation wants a new sign-in every so often. Sign in at ${label} again.`;
  if (code === '50076' || code === '50079' || code === '50078')
    return `Your organisation wants a second factor. Sign in at ${label} again.`;
  if (/^5300[0-3]$|^530035$/.test(code))
    return 'Your organisation allows sign-ins from managed devices only. Its administrator can help.';
  return `The access that was granted at ${label} has ended or was withdrawn. Sign in again.`;
}

const clientWords: Readonly<Record<string, string>> = {
  '700016': 'No client with this id is known there. Check the client id and the organisation.',
  '7000112': 'The client was disabled by its owner or by Microsoft. Register another one.',
  '7000218':
    'The client is registered as “Web”. Register it as “Mobile and desktop application” and allow public client flows.',
  '700025': 'The client is a public one and wants no secret. Leave the client secret out.',
  '7000222': 'The client secret has expired. Make a new one and give it to Rapport.',
  '50011':
    'The redirect address is not registered. Add http://localhost as a “Mobile and desktop” redirect.',
  '50194': 'The client is for one organisation only. Give its tenant as well.',
};

function clientWrong({ label, wantsSecret }: OAuthProvider): string {
  const secret = wantsSecret ? ' and secret' : '';
  return `${label} does not accept the client id${secret}. Check what was registered and give it again.`;
}
