import { loadClientConnectConfig } from '@temporalio/envconfig';
import type { Environment } from '../config/env.ts';
import { InvalidInput } from '../domain/errors.ts';
import type { TemporalTarget } from './servers.ts';

/** The Temporal server that `TEMPORAL_*` (or the profile it names) points at, read as all Temporal tools read it. */
export function givenTemporal(environment: Environment): TemporalTarget {
  const { connectionOptions, namespace } = load(environment);
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
    ...(typeof apiKey === 'string' && { apiKey, readApiKey: () => apiKeyOf(environment) }),
    ...(metadata !== undefined && { metadata: asText(metadata) }),
  };
}

function load({ temporalVariables }: Environment) {
  return loadClientConnectConfig({ overrideEnvVars: { ...temporalVariables } });
}

/** What was in the environment at the start stays; what is in the configuration file may change. */
function apiKeyOf(environment: Environment): string | undefined {
  const { apiKey } = load(environment).connectionOptions;
  return typeof apiKey === 'string' ? apiKey : undefined;
}

/** envconfig reads metadata from text only. */
function asText(metadata: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(metadata).map(([name, value]) => [name, String(value)]));
}
