import { asciiDomain } from '../domain/email-address.ts';
import { isLoopback } from './account.ts';
import { globalProviders } from './providers/global.ts';
import { hostingProviders } from './providers/hosting.ts';
import type { ProviderEntry, ProviderPreset } from './providers/preset.ts';
import { regionalProviders } from './providers/regional.ts';

/** In this order; the first that matches counts. */
const known = [...globalProviders, ...regionalProviders, ...hostingProviders];

/**
 * What is known of the provider behind an address: by its domain, else by the MX hosts of a
 * hosted domain.
 */
export function presetFor(
  address: string,
  mxHosts: readonly string[] = [],
): ProviderPreset | undefined {
  const domain = asciiDomain(address);
  const hosts = mxHosts.map((host) => host.toLowerCase().replace(/\.$/, ''));
  return presetOf(
    known.find(({ domains }) => domains.test(domain)) ??
      known.find(({ mx }) => mx && hosts.some((host) => mx.test(host))),
  );
}

/** What is known of the provider whose mail is read at this host, whatever the address is. */
export function presetAt(imapHost: string): ProviderPreset | undefined {
  const host = imapHost.toLowerCase();
  return presetOf(known.find(({ imap }) => imap.host === host));
}

function presetOf(entry: ProviderEntry | undefined): ProviderPreset | undefined {
  if (!entry) return undefined;
  const { domains: _, mx: __, ...preset } = entry;
  return preset;
}

/** A provider of the table by its name there. */
export function presetNamed(name: string): ProviderPreset {
  const found = presetOf(known.find((entry) => entry.name === name));
  if (!found) throw new Error(`The table has no provider ${name}.`);
  return found;
}

/** Who keeps the copy in Sent, by the SMTP host that was really used. */
export function sentCopyOf(smtpHost: string): ProviderPreset['sentCopy'] {
  const host = smtpHost.toLowerCase();
  // Proton's Bridge is one of many servers that may run on this machine.
  if (isLoopback(host)) return 'unknown';
  return known.find(({ smtp }) => smtp.host === host)?.sentCopy ?? 'unknown';
}

/** Whether some provider of the table uses this host: a file of a stranger's may name it. */
export function isKnownHost(host: string): boolean {
  const name = host.toLowerCase();
  return known.some(({ imap, smtp }) => imap.host === name || smtp.host === name);
}
