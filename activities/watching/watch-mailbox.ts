import { Context } from '@temporalio/activity';
import type { ImapFlow } from 'imapflow';
import { Fenced } from '../../db/folders.ts';
import type { Mailbox } from '../../db/generated/client.ts';
import { MailboxFailure } from '../../mail/errors.ts';
import { findFolders } from '../../mail/imap/folders.ts';
import { isPlannedEnd } from '../../mail/sign-in-refusal.ts';
import { openFolder } from '../../mail/imap/open-folder.ts';
import type { Dependencies } from '../dependencies.ts';
import { lookBack } from '../receiving/find-earlier-mail.ts';
import { noteFailure } from '../receiving/read-mailbox-now.ts';
import { accountToUse } from '../account-to-use.ts';
import { alertUser } from './alert-user.ts';
import { signInAfresh } from './fresh-sign-in.ts';
import { appendPendingSentCopies } from '../sending/pending-sent-copies.ts';
import { catchUp } from '../receiving/catch-up.ts';
import { resolveExpiredClaims } from '../sending/resolve-ambiguous.ts';
import { livenessOf, type Liveness } from './liveness.ts';
import { takeLease, type Lease } from './lease.ts';

/** An activity that ran for years would never meet a new version: it returns, and is started again. */
const longest = 4 * 60 * 60_000;

export function createWatchingActivities(dependencies: Dependencies) {
  return { watchMailbox };

  /**
   * Watches one mailbox until it is removed (`removed`) or for a few hours (`again`). A lease keeps every other watcher
   * out; its epoch fences off one that lost it.
   */
  async function watchMailbox({
    mailboxId,
  }: {
    readonly mailboxId: string;
  }): Promise<'removed' | 'again'> {
    const context = Context.current();
    const heart = setInterval(() => context.heartbeat(), 2_000);
    const enough = AbortSignal.any([context.cancellationSignal, AbortSignal.timeout(longest)]);
    try {
      const lease = await takeLease(dependencies, mailboxId, enough);
      return lease ? await watchUnder(lease, dependencies, mailboxId, enough) : 'again';
    } finally {
      clearInterval(heart);
      context.cancellationSignal.throwIfAborted();
    }
  }
}

/** Watches until the mailbox is removed, `signal` aborts or the lease is lost; then releases the lease. */
export async function watchUnder(
  lease: Lease,
  dependencies: Dependencies,
  mailboxId: string,
  signal: AbortSignal,
): Promise<'removed' | 'again'> {
  try {
    const either = AbortSignal.any([signal, lease.lost]);
    return await watch(dependencies, { mailboxId, lease, signal: either });
  } catch (error) {
    if (error instanceof Fenced) return 'again';
    throw error;
  } finally {
    await lease.release();
  }
}

type Watch = { readonly mailboxId: string; readonly lease: Lease; readonly signal: AbortSignal };

async function watch(
  dependencies: Dependencies,
  { mailboxId, lease, signal }: Watch,
): Promise<'removed' | 'again'> {
  const { db, now, random, log, watching } = dependencies;
  let failures = 0;
  let looks = 0;
  while (!signal.aborted) {
    const mailbox = await db.mailbox.findUnique({ where: { id: mailboxId } });
    if (!mailbox || mailbox.removedAt) return 'removed';
    await alertUser(dependencies, mailbox);
    const refusedFor = (mailbox.signInAfter?.getTime() ?? 0) - now().getTime();
    if (refusedFor > 0) {
      const ms = Math.min(refusedFor, watching.patience);
      await untilRetry(dependencies, { mailbox, lease, signal, ms });
      continue;
    }
    looks = 0;
    try {
      await watchConnected(dependencies, {
        mailbox,
        lease,
        signal,
        onLook: () => {
          failures = 0;
          looks += 1;
        },
      });
    } catch (error) {
      if (!(error instanceof MailboxFailure)) throw error;
      if (signal.aborted) break;
      // As planned, about every hour where an access token signs in: no failure, nothing to show.
      if (error.reason === 'session_ended' && looks > 0) continue;
      await noteFailure(dependencies, mailbox, error, lease.epoch);
      log('watch.lost', { mailboxId, reason: error.reason });
      failures += 1;
      if (error.refusal !== undefined) continue;
      const ms = backOff(error, failures) * (0.5 + random() / 2);
      await untilRetry(dependencies, { mailbox, lease, signal, ms });
    }
  }
  return 'again';
}

/** Milliseconds before the next try, at most. A server that answers with a refusal wants more patience than a lost connection. */
function backOff({ reason }: MailboxFailure, failures: number): number {
  if (reason === 'certificate') return Math.min(60 * 60_000, 15_000 * 4 ** (failures - 1));
  const longestWait = reason === 'refused' ? 15 * 60_000 : 30_000;
  return Math.min(longestWait, 250 * 2 ** Math.min(failures, 12));
}

/** Waits out a failure; only new settings, or another try that a person wants, end the wait. Other notifications do not: the failure itself sends one. */
async function untilRetry(
  dependencies: Dependencies,
  wait: {
    readonly mailbox: Mailbox;
    readonly lease: Lease;
    readonly signal: AbortSignal;
    readonly ms: number;
  },
): Promise<void> {
  const { mailbox, lease, signal, ms } = wait;
  const end = performance.now() + ms;
  for (let rest = ms; rest > 0 && !signal.aborted; rest = end - performance.now()) {
    await lease.wakeup.wait(rest, signal);
    if (await hasChanged(dependencies, mailbox)) return;
  }
}

/**
 * The life of one connection: throws MailboxFailure when it is lost, returns when the mailbox was
 * removed or its settings changed. IDLE only wakes it; what is new is told by UID.
 */
async function watchConnected(
  dependencies: Dependencies,
  watching: {
    readonly mailbox: Mailbox;
    readonly lease: Lease;
    readonly signal: AbortSignal;
    readonly onLook: () => void;
  },
): Promise<void> {
  const { watching: times, openImap } = dependencies;
  const { mailbox, lease, signal } = watching;
  const account = await accountToUse(dependencies, mailbox);
  const commands = await openImap(account, { maxIdleTime: times.maxIdle });
  let idle: ImapFlow | undefined;
  const close = (): void => {
    commands.close();
    idle?.close();
  };
  signal.addEventListener('abort', close, { once: true });
  try {
    const asked = performance.now();
    const folders = await findFolders(commands);
    const slowest = performance.now() - asked;
    const answers = livenessOf(commands, { answer: times.answer, slowest });
    idle = await openImap(account, { maxIdleTime: times.maxIdle });
    await openFolder(idle, folders.all ?? folders.inbox);
    idle.on('exists', lease.wakeup.notify);
    idle.on('close', lease.wakeup.notify);
    keepIdling(idle);
    let nextFullLook = 0;
    while (!signal.aborted) {
      const full = Date.now() >= nextFullLook;
      await catchUp(dependencies, {
        client: commands,
        mailbox,
        folders,
        epoch: lease.epoch,
        answerWithin: answers.within(),
        ...(full ? {} : { roles: ['inbox', 'all'] }),
      });
      watching.onLook();
      if (full) {
        await resolveExpiredClaims(dependencies, {
          client: commands,
          folders,
          mailboxId: mailbox.id,
        });
        nextFullLook = Date.now() + times.look;
      }
      const owed = await appendPendingSentCopies(dependencies, {
        client: commands,
        mailbox,
        folders,
      });
      const moreNew = await lookBackAtNew(dependencies, commands, mailbox);
      const current = await dependencies.db.mailbox.findUnique({ where: { id: mailbox.id } });
      if (!current || differs(current, mailbox)) return;
      if (!idle.usable) throw connectionLost(mailbox, idle.byeReason ?? commands.byeReason);
      await signInAfresh(dependencies, current);
      await alertUser(dependencies, current);
      const idleFor = moreNew ? 0 : Math.min(nextFullLook - Date.now(), owed ?? Infinity);
      const ms = Math.max(1, idleFor);
      await rest({ lease, signal, ms, answers, probe: times.probe });
    }
  } finally {
    signal.removeEventListener('abort', close);
    close();
  }
}

/**
 * Waits until there is something to do, asking meanwhile whether anybody is there: a connection that died without a
 * word wakes nobody. Throws MailboxFailure when there is no answer.
 */
async function rest(wait: {
  readonly lease: Lease;
  readonly signal: AbortSignal;
  readonly ms: number;
  readonly answers: Liveness;
  /** Milliseconds between two questions. */
  readonly probe: number;
}): Promise<void> {
  const { lease, signal, answers } = wait;
  const end = performance.now() + wait.ms;
  for (let left = wait.ms; left > 0; left = end - performance.now()) {
    if (await lease.wakeup.wait(Math.min(left, wait.probe), signal)) return;
    if (signal.aborted) return;
    if (end > performance.now()) await answers.ask();
  }
}

/** imapflow ends an IDLE when it is renewed; it is begun again until the connection is gone. */
function keepIdling(client: ImapFlow): void {
  void (async () => {
    while (client.usable) if ((await client.idle().catch(() => false)) === false) return;
  })();
}

function connectionLost(mailbox: Mailbox, said: string | false | undefined): MailboxFailure {
  // Where a token signs in, some close without a word when it ends.
  const planned =
    mailbox.oauthProvider !== null || (typeof said === 'string' && isPlannedEnd(said));
  return new MailboxFailure(
    planned ? 'session_ended' : 'unreachable',
    `The connection to ${mailbox.imapHost}:${mailbox.imapPort} was lost; Rapport connects again by itself.`,
  );
}

/** New contacts of one round: after an import of thousands the mailbox is read between them. */
const newAtOnce = 10;

/** True when more of them wait. */
async function lookBackAtNew(
  dependencies: Dependencies,
  client: ImapFlow,
  mailbox: Mailbox,
): Promise<boolean> {
  const contacts = await dependencies.db.contact.findMany({
    where: { mailboxId: mailbox.id, lookedBackAt: null, stage: { not: 'closed' } },
    select: { id: true },
    take: newAtOnce,
  });
  for (const { id } of contacts) await lookBack(dependencies, { client, mailbox, contactId: id });
  return contacts.length === newAtOnce;
}

async function hasChanged({ db }: Dependencies, mailbox: Mailbox): Promise<boolean> {
  const now = await db.mailbox.findUnique({ where: { id: mailbox.id } });
  return !now || differs(now, mailbox) || (mailbox.signInAfter !== null && !now.signInAfter);
}

function differs(now: Mailbox, mailbox: Mailbox): boolean {
  return (
    now.removedAt !== null ||
    now.secret !== mailbox.secret ||
    now.login !== mailbox.login ||
    now.oauthProvider !== mailbox.oauthProvider ||
    now.ca !== mailbox.ca ||
    now.imapSecurity !== mailbox.imapSecurity ||
    now.imapHost !== mailbox.imapHost ||
    now.imapPort !== mailbox.imapPort
  );
}
