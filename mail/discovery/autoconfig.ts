import { XMLParser } from 'fast-xml-parser';
import { checkEndpoint, isLoopback, type Endpoint } from '../account.ts';

export type AutoconfigServers = {
  readonly name: string;
  readonly imap: Endpoint;
  readonly smtp: Endpoint;
  readonly signInName: 'address' | 'local';
};

/** Characters of a file that are looked at; real ones have about two thousand. */
export const largestFile = 64 * 1024;

/**
 * Reads a configuration file for mail programs (draft-ietf-mailmaint-autoconfig). Undefined when it
 * names no encrypted IMAP and SMTP servers, or is anything but a plain file: no entities are read.
 */
export function readAutoconfig(text: string, domain: string): AutoconfigServers | undefined {
  if (text.length > largestFile || /<!(?:DOCTYPE|ENTITY)/i.test(text)) return undefined;
  const provider = providerIn(text);
  if (provider === undefined) return undefined;
  const imap = firstServer(provider['incomingServer'], 'imap', domain);
  const smtp = firstServer(provider['outgoingServer'], 'smtp', domain);
  if (!imap || !smtp) return undefined;
  const name = textOf(provider['displayName']).replaceAll('%EMAILDOMAIN%', domain);
  return {
    name: name.replace(/\p{C}/gu, ' ').trim().slice(0, 100) || domain,
    imap: imap.endpoint,
    smtp: smtp.endpoint,
    signInName: imap.local && smtp.local ? 'local' : 'address',
  };
}

type Node = Readonly<Record<string, unknown>>;

function providerIn(text: string): Node | undefined {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    processEntities: false,
    parseTagValue: false,
    parseAttributeValue: false,
  });
  try {
    const config = nodeOf(nodeOf(parser.parse(text))?.['clientConfig']);
    return nodesOf(config?.['emailProvider'])[0];
  } catch {
    return undefined;
  }
}

function firstServer(
  value: unknown,
  type: 'imap' | 'smtp',
  domain: string,
): { readonly endpoint: Endpoint; readonly local: boolean } | undefined {
  for (const server of nodesOf(value)) {
    if (textOf(server['@type']) !== type) continue;
    const security = { SSL: 'tls', STARTTLS: 'starttls' }[textOf(server['socketType'])];
    if (security !== 'tls' && security !== 'starttls') continue;
    const host = textOf(server['hostname']).replaceAll('%EMAILDOMAIN%', domain);
    const endpoint = { host, port: Number(textOf(server['port'])), security } as const;
    if (isLoopback(host) || !isEndpoint(endpoint)) continue;
    return { endpoint, local: textOf(server['username']) === '%EMAILLOCALPART%' };
  }
  return undefined;
}

function isEndpoint(endpoint: Endpoint): boolean {
  try {
    checkEndpoint(endpoint, 'imap');
    return true;
  } catch {
    return false;
  }
}

function nodesOf(value: unknown): readonly Node[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.map(nodeOf).filter((node) => node !== undefined);
}

function nodeOf(value: unknown): Node | undefined {
  // An element with children is an object of the parser's making.
  return typeof value === 'object' && value !== null ? (value as Node) : undefined;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
