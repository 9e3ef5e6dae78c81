import { join } from 'node:path';
import type { Certificates } from './certificates.ts';
import type { Ports } from './ports.ts';
import { postgresUser } from './postgres.ts';

export type ConfigurationInput = {
  readonly folder: string;
  readonly ports: Ports;
  readonly certificates: Certificates;
  readonly postgres: { readonly port: number; readonly password: string };
};

/**
 * What `temporal-server --config-file` reads: YAML, of which JSON is a part. All four services in one process on the
 * loopback interface, each answering only who shows a certificate of our own authority.
 */
export function temporalConfiguration(input: ConfigurationInput): object {
  const { ports } = input;
  return {
    log: { stdout: true, level: 'warn' },
    persistence: {
      defaultStore: 'default',
      visibilityStore: 'visibility',
      // Fixed for the life of the data: a server refuses a database made with another number.
      numHistoryShards: 4,
      datastores: {
        default: { sql: store(input, 'temporal', 20) },
        visibility: { sql: store(input, 'temporal_visibility', 5) },
      },
    },
    global: {
      tls: encryption(input.certificates),
      membership: { maxJoinDuration: '30s', broadcastAddress: '127.0.0.1' },
    },
    services: {
      frontend: service(ports.frontend, ports.frontendMembership),
      history: service(ports.history, ports.historyMembership),
      matching: service(ports.matching, ports.matchingMembership),
      worker: service(ports.worker, ports.workerMembership),
    },
    clusterMetadata: {
      enableGlobalNamespace: false,
      failoverVersionIncrement: 10,
      masterClusterName: 'active',
      currentClusterName: 'active',
      clusterInformation: {
        active: {
          enabled: true,
          initialFailoverVersion: 1,
          rpcName: 'frontend',
          rpcAddress: `127.0.0.1:${ports.frontend}`,
        },
      },
    },
    dcRedirectionPolicy: { policy: 'noop' },
    archival: { history: { state: 'disabled' }, visibility: { state: 'disabled' } },
    namespaceDefaults: {
      archival: { history: { state: 'disabled' }, visibility: { state: 'disabled' } },
    },
    dynamicConfigClient: { filepath: join(input.folder, 'dynamic.yaml'), pollInterval: '60s' },
  };
}

/** The server calls nobody, and its caches fit a person's machine: by default they grow to over a gigabyte. */
export function dynamicConfiguration(): object {
  const value = (setting: unknown) => [{ value: setting }];
  return {
    // Without it anybody on this machine may tell the four services to leave each other.
    'system.enableRingpopTLS': value(true),
    'frontend.enableServerVersionCheck': value(false),
    'frontend.enableUpdateWorkflowExecution': value(true),
    'frontend.enableUpdateWorkflowExecutionAsyncAccepted': value(true),
    'history.hostLevelCacheMaxSize': value(2_000),
    'history.eventsHostLevelCacheMaxSizeBytes': value(32 * 1_048_576),
  };
}

function store(
  { postgres }: ConfigurationInput,
  databaseName: string,
  connections: number,
): object {
  return {
    pluginName: 'postgres12',
    databaseName,
    connectAddr: `127.0.0.1:${postgres.port}`,
    connectProtocol: 'tcp',
    user: postgresUser,
    password: postgres.password,
    maxConns: connections,
    maxIdleConns: connections,
    // Each of the four services has a pool of its own; at rest they give back what a busy minute has opened.
    maxConnLifetime: '30s',
  };
}

function encryption({ authority, server }: Certificates): object {
  const own = { certFile: server.certificate, keyFile: server.key };
  const accepting = {
    server: { ...own, requireClientAuth: true, clientCaFiles: [authority] },
    client: { serverName: 'localhost', rootCaFiles: [authority] },
  };
  return {
    internode: accepting,
    frontend: accepting,
    systemWorker: { ...own, client: accepting.client },
  };
}

function service(grpcPort: number, membershipPort: number): object {
  return { rpc: { grpcPort, membershipPort, bindOnLocalHost: true } };
}
