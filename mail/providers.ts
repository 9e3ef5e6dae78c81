import type { Endpoint } from './account.ts';

export type ProviderPreset = {
  readonly name: string;
  readonly imap: Endpoint;
  readonly smtp: Endpoint;
  /** Who puts the copy into the Sent folder. */
  readonly sentCopy: 'server' | 'client' | 'unknown';
  /** Plain sentences: which password is needed and where it is made. */
  readonly advice: readonly string[];
};

export function presetFor(
  _address: string,
  _mxHosts: readonly string[] = [],
): ProviderPreset | undefined {
  throw new Error('to be written');
}
