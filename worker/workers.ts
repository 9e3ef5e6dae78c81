import type { DataConverter } from '@temporalio/common';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import type { Dependencies } from '../activities/dependencies.ts';
import { startStandby } from '../activities/watching/standby.ts';
import type { WorkerVersion } from '../config/env.ts';
import type { TemporalTarget } from '../embedded/servers.ts';
import { followApiKey } from './api-key.ts';
import { startJourneyWorker, startMailWorker, startWatchWorker } from './temporal-worker.ts';

/** What a process does of the work: run journeys, watch mailboxes. */
export type Roles = { readonly journeys: boolean; readonly watch: boolean };

export type RunningWorkers = {
  readonly count: number;
  /** Lets what runs come to an end, then leaves Temporal. */
  readonly stop: () => Promise<void>;
};

/** The workers of these roles, polling on a connection of their own. Throws where Temporal does not answer. */
export async function startWorkers(options: {
  readonly temporal: TemporalTarget;
  readonly roles: Roles;
  readonly dependencies: Dependencies;
  readonly dataConverter: DataConverter;
  readonly version?: WorkerVersion | undefined;
  readonly bundle?: string | undefined;
}): Promise<RunningWorkers> {
  const { temporal, roles, dependencies, bundle } = options;
  quietRuntime();
  const connection = await connect(temporal);
  const following = followApiKey(temporal, connection);
  try {
    const { namespace } = temporal;
    const worker = {
      connection,
      namespace,
      dependencies,
      dataConverter: options.dataConverter,
      version: options.version,
      ...(bundle ? { bundle } : {}),
    };
    const workers = await Promise.all([
      ...(roles.journeys ? [startJourneyWorker(worker), startMailWorker(worker)] : []),
      ...(roles.watch ? [startWatchWorker(worker)] : []),
    ]);
    const standby = roles.watch ? startStandby(dependencies) : undefined;
    return {
      count: workers.length,
      async stop() {
        await Promise.all([...workers.map((running) => running.stop()), standby?.stop()]);
        following.stop();
        await connection.close().catch(() => undefined);
      },
    };
  } catch (error) {
    following.stop();
    await connection.close().catch(() => undefined);
    throw error;
  }
}

/** The namespace is each worker's own affair. */
function connect(target: TemporalTarget): Promise<NativeConnection> {
  const { address, tls, apiKey, metadata } = target;
  return NativeConnection.connect({
    address,
    ...(tls === undefined ? {} : { tls }),
    ...(apiKey === undefined ? {} : { apiKey }),
    ...(metadata === undefined ? {} : { metadata }),
  });
}

let installed = false;
/** The SDK's core logs by itself; only what a person has to know of may reach stderr. */
function quietRuntime(): void {
  if (installed) return;
  installed = true;
  Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
}
