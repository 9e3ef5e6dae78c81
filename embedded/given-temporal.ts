import { loadClientConnectConfig } from '@temporalio/envconfig';
import type { Environment } from '../config/env.ts';
import { InvalidInput } from '../domain/errors.ts';
import type { TemporalTarget } from './servers.ts';

/** The Temporal server that `TEMPORAL_*` (or the profile it names) points at, read as all Temporal tools read it. */
export function givenTemporal(environment: Environment): TemporalTarget {
  const { connectionOptions, namespace } = loadClientConnectConfig({
    overrideEnvVars: { ...environment.temporalVariables },
  });
  const { address, tls, apiKey, metadata } = connectionOptions;
  if (address === undefined) {
    throw new InvalidInput(
      'The TEMPORAL_* variables name no address. Set TEMPORAL_ADDRESS to HOST:PORT.',
      'TEMPORAL_ADDRESS',
    );
  }
  return {
    address,
    namespace: namespace ?? 'default',
    ...(tls != null && { tls }),
    ...(typeof apiKey === 'string' && { apiKey }),
    ...(metadata !== undefined && { metadata: asText(metadata) }),
  };
}

/** envconfig reads metadata from text only. */
function asText(metadata: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(metadata).map(([name, value]) => [name, String(value)]));
}
