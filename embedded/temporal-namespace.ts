import { readFileSync } from 'node:fs';
import { Connection, type TLSConfig } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import type { Certificates } from './certificates.ts';
import { waitUntil } from './process.ts';

/** What a Temporal client or worker needs to be let in. */
export function clientTls({ authority, client }: Certificates): TLSConfig {
  return {
    serverRootCACertificate: readFileSync(authority),
    serverNameOverride: 'localhost',
    clientCertPair: { crt: readFileSync(client.certificate), key: readFileSync(client.key) },
  };
}

/** True when a Temporal server there lets us in with our certificate. */
export async function lets(address: string, tls: TLSConfig, timeoutMs: number): Promise<boolean> {
  try {
    const connection = await Connection.connect({ address, tls, connectTimeout: timeoutMs });
    await connection.close();
    return true;
  } catch {
    return false;
  }
}

/**
 * Registers the namespace when it is new, and returns once workflows can be started in it. A finished journey's history
 * is kept for `retentionDays`; what a person wants to look up is in PostgreSQL.
 */
export async function ensureNamespace(where: {
  readonly address: string;
  readonly tls: TLSConfig;
  readonly namespace: string;
  readonly retentionDays: number;
}): Promise<void> {
  const { address, tls, namespace, retentionDays } = where;
  const connection = await Connection.connect({ address, tls, connectTimeout: 10_000 });
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
    if (await waitUntil(isUsable, 30_000, 20)) return;
  } finally {
    await connection.close();
  }
  throw new Error(`The Temporal namespace "${namespace}" at ${address} did not become usable.`, {
    cause: lastError,
  });
}

const grpcNotFound = 5;
const grpcAlreadyExists = 6;
