import type { Connection as SdkConnection, TLSConfig } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { Connection } from '../config/temporal-sdk.ts';
import { searchAttributeNames } from '../domain/search-attributes.ts';
import { waitUntil } from './process.ts';

/**
 * Registers the namespace when it is new, and returns once workflows can be started in it. A finished journey's history
 * is kept for `retentionDays`; what a person wants to look up is in PostgreSQL.
 */
export async function ensureNamespace(where: {
  readonly address: string;
  readonly tls: TLSConfig;
  readonly namespace: string;
  readonly retentionDays: number;
  readonly withinMs: number;
}): Promise<void> {
  const { address, tls, namespace, retentionDays, withinMs } = where;
  const connection = await Connection.connect({ address, tls, connectTimeout: withinMs });
  let lastError: unknown;
  let registered = false;

  async function isUsable(): Promise<boolean> {
    try {
      // Goes through frontend and history, so it fails until both know the namespace and each other.
      await connection.workflowService.describeWorkflowExecution({
        namespace,
        execution: { workflowId: 'readiness' },
      });
      return true;
    } catch (error) {
      lastError = error;
      const { code, details = '' } = error as { code?: number; details?: string };
      if (code === grpcNotFound && !/^namespace/i.test(details)) return true;
      if (code === grpcNotFound && !registered) {
        registered = true;
        await register();
      }
      return false;
    }
  }

  async function register(): Promise<void> {
    try {
      await connection.workflowService.registerNamespace({
        namespace,
        workflowExecutionRetentionPeriod: msToTs(`${retentionDays} days`),
      });
    } catch (error) {
      if ((error as { code?: number }).code !== grpcAlreadyExists) throw error;
    }
  }

  try {
    if (await waitUntil(isUsable, withinMs, 10)) {
      await registerSearchAttributes(connection, namespace);
      return;
    }
  } finally {
    await connection.close();
  }
  throw new Error(`The Temporal namespace "${namespace}" at ${address} did not become usable.`, {
    cause: lastError,
  });
}

/** Nothing that people use depends on them, so a server that takes none is good enough. */
export async function registerSearchAttributes(
  { operatorService }: Pick<SdkConnection, 'operatorService'>,
  namespace: string,
): Promise<void> {
  await operatorService
    .addSearchAttributes({
      namespace,
      searchAttributes: Object.fromEntries(searchAttributeNames.map((name) => [name, keyword])),
    })
    .catch(() => undefined);
}

/** INDEXED_VALUE_TYPE_KEYWORD of Temporal's API. */
const keyword = 2;
const grpcNotFound = 5;
const grpcAlreadyExists = 6;
