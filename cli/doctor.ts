import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Command } from 'commander';
import type { MailboxView, StatusView } from '../operations/views.ts';
import { call, NotRunning } from './terminal/call.ts';
import { clockCheck } from './clock-check.ts';
import { resultCommand } from './terminal/command.ts';
import { Failed } from './terminal/failed.ts';
import type { Io } from './terminal/io.ts';
import { oneLine, print, spoken, when, type JsonOption } from './terminal/print.ts';

type Check = { readonly check: string; readonly ok: boolean; readonly detail: string };

export function doctor(io: Io): Command {
  return resultCommand(io, 'doctor', 'look for what could be wrong on this machine').action(
    async (options: JsonOption) => {
      const { readEnvironment } = await import('../config/env.ts');
      const environment = readEnvironment(io.environment);
      const running = await runningChecks(io);
      const checks = [
        nodeCheck(),
        ...folderChecks(environment.data.root),
        await postgresCheck(environment.databaseUrl),
        await temporalCheck(environment),
        await portCheck(environment, running.status !== undefined),
        await clockCheck({ now: io.now, databaseUrl: environment.databaseUrl }),
        ...running.checks,
      ];
      print(io, options, checks, words);
      if (checks.some(({ ok }) => !ok)) throw new Failed();
    },
  );
}

function words(checks: readonly Check[]): string {
  return checks
    .map(({ check, ok, detail }) => `${ok ? 'ok    ' : 'WRONG '}  ${check}: ${oneLine(detail)}`)
    .join('\n');
}

function nodeCheck(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > 20 || (major === 20 && minor >= 19);
  const detail = `Node ${process.versions.node}${ok ? '' : '; Rapport needs 20.19 or newer'}`;
  return { check: 'system', ok, detail: `${detail} on ${process.platform} ${process.arch}` };
}

function folderChecks(root: string): readonly Check[] {
  let existing = root;
  while (!existsSync(existing)) existing = dirname(existing);
  try {
    accessSync(existing, constants.W_OK);
  } catch {
    return [{ check: 'data folder', ok: false, detail: `${root} cannot be written to` }];
  }
  const { bavail, bsize } = statfsSync(existing);
  const free = Math.floor((bavail * bsize) / 1024 ** 2);
  return [
    { check: 'data folder', ok: true, detail: root },
    { check: 'disk', ok: free >= 500, detail: `${free} MiB free; a data folder begins at 200 MiB` },
  ];
}

async function postgresCheck(databaseUrl: string | undefined): Promise<Check> {
  const check = 'postgresql';
  if (databaseUrl !== undefined) {
    const { host } = new URL(databaseUrl);
    return { check, ok: true, detail: `DATABASE_URL points at ${host}; none is started` };
  }
  try {
    const { postgresBinaries } = await import('../embedded/postgres-binaries.ts');
    return { check, ok: true, detail: (await postgresBinaries()).pgCtl };
  } catch (error) {
    return { check, ok: false, detail: (error as Error).message };
  }
}

async function temporalCheck(environment: {
  readonly temporalIsGiven: boolean;
  readonly temporalServer: string | undefined;
  readonly cache: string;
}): Promise<Check> {
  const check = 'temporal';
  if (environment.temporalIsGiven)
    return { check, ok: true, detail: 'TEMPORAL_* points at a server; none is started' };
  try {
    const { findTemporal } = await import('../embedded/temporal-binaries.ts');
    const { server } = findTemporal({
      given: environment.temporalServer,
      cache: environment.cache,
    });
    return { check, ok: true, detail: server };
  } catch (error) {
    return { check, ok: false, detail: (error as Error).message };
  }
}

async function portCheck(
  { host, port }: { readonly host: string; readonly port: number },
  running: boolean,
): Promise<Check> {
  const { isFree } = await import('../embedded/ports.ts');
  const free = await isFree(port, host);
  const taken = running
    ? 'in use, by the running instance or by another program'
    : 'in use; the next free one will be taken';
  return { check: 'port', ok: true, detail: `${port} is ${free ? 'free' : taken}` };
}

async function runningChecks(
  io: Io,
): Promise<{ readonly status: StatusView | undefined; readonly checks: readonly Check[] }> {
  let status: StatusView;
  try {
    status = await call(io, 'status', {});
  } catch (error) {
    const detail = (error as Error).message;
    return {
      status: undefined,
      checks: [{ check: 'instance', ok: error instanceof NotRunning, detail }],
    };
  }
  const { ready, database, temporal, workers, mailboxes, sendingStopped } = status;
  const parts = `database ${database}, temporal ${temporal}, workers ${workers}`;
  const instance = { check: 'instance', ok: ready && sendingStopped === null };
  return {
    status,
    checks: [
      { ...instance, detail: sendingStopped ? `${parts}; ${sendingStopped}` : parts },
      ...(await Promise.all(mailboxes.map((mailbox) => mailboxChecks(io, mailbox)))).flat(),
    ],
  };
}

/** How the mailbox has been, and how it answers now. */
async function mailboxChecks(io: Io, mailbox: MailboxView): Promise<readonly Check[]> {
  const { mailboxId, address, state, lastLookedAt, detail, sendingStopped } = mailbox;
  const soFar = {
    check: `mailbox ${address}`,
    ok: (state === 'connected' || state === 'connecting') && sendingStopped === null,
    detail: [
      `${spoken(state)}, last looked ${when(lastLookedAt) || 'never'}`,
      ...[detail, sendingStopped].filter((text) => text !== null),
    ].join('; '),
  };
  // A test that goes well lets stopped sending go on, which is for the user to decide.
  if (sendingStopped !== null) return [soFar];
  const { usable, checks } = await call(io, 'testMailbox', { mailboxId });
  return [
    soFar,
    ...checks.map(({ check, ok, detail: found }) => ({
      check: `mailbox ${address}, ${spoken(check)}`,
      // Where it can be used, what is missing is a note and nothing to put right.
      ok: ok || usable,
      detail: found,
    })),
  ];
}
