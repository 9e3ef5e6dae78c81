import { type Client, isGrpcServiceError, WorkflowNotFoundError } from '../config/temporal-sdk.ts';
import type { Database } from '../db/client.ts';
import { stateToStartFrom } from '../db/journey-state.ts';
import type { OutboxEntry } from '../db/outbox.ts';
import type { JourneyInput, MailInput } from '../domain/journey.ts';
import { searchAttributesOf, type SearchAttribute } from '../domain/search-attributes.ts';
import { journeyQueue } from '../domain/task-queues.ts';
import { withAttributes } from './search-attributes.ts';

/** Milliseconds; shorter than an entry stays claimed, so that nobody tells it meanwhile. */
const patience = 10_000;

type Means = { readonly db: Database; readonly client: Client };

/**
 * Does what an outbox entry asks for. Returns a note where there was nothing to do. Needs no worker: a signal is stored
 * by the server, and begins the workflow from PostgreSQL where none runs, as after a restore.
 */
export async function tell({ db, client }: Means, entry: OutboxEntry): Promise<string | undefined> {
  return client.withDeadline(Date.now() + patience, async () => {
    if (entry.kind === 'end') return end(client, entry.target);
    const start = await howToStart(db, entry);
    if (!start) return tellOnlyIfRunning(client, entry);
    const options = {
      workflowId: entry.target,
      taskQueue: journeyQueue,
      args: start.args,
    } as const;
    if (entry.kind === 'start' || entry.kind === 'restart') {
      const anew = entry.kind === 'restart';
      const policy = anew ? 'TERMINATE_EXISTING' : 'USE_EXISTING';
      await withAttributes(client, start.attributes, (found) =>
        client.workflow.start(start.type, {
          ...options,
          ...found,
          workflowIdConflictPolicy: policy,
        }),
      );
      return undefined;
    }
    await withAttributes(client, start.attributes, (found) =>
      client.workflow.signalWithStart(start.type, {
        ...options,
        ...found,
        signal: entry.kind,
        signalArgs: [payloadOf(entry)],
      }),
    );
    return undefined;
  });
}

/** True when Temporal itself did not answer, whatever was asked of it. */
export function isUnreachable(error: unknown): boolean {
  const cause = isGrpcServiceError(error) ? error : (error as Error).cause;
  return isGrpcServiceError(cause) && unreachable.has(cause.code);
}

// gRPC's CANCELLED, DEADLINE_EXCEEDED and UNAVAILABLE (grpc/grpc, doc/statuscodes.md).
const unreachable = new Set([1, 4, 14]);

/** News of a mail carries the mail's id; a command is known by its entry. */
function payloadOf({ id, payload, generation }: OutboxEntry): object {
  return { id: `outbox-${id}`, ...(payload as object), generation };
}

/** A run whose person is gone waits for nothing: it needs no worker to end. */
async function end(client: Client, workflowId: string): Promise<string | undefined> {
  try {
    await client.workflow.getHandle(workflowId).terminate('the contact was removed');
    return undefined;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return 'it has ended already';
    throw error;
  }
}

async function tellOnlyIfRunning(client: Client, entry: OutboxEntry): Promise<string | undefined> {
  const gone = 'the contact is gone';
  if (entry.kind === 'start' || entry.kind === 'restart') return gone;
  try {
    await client.workflow.getHandle(entry.target).signal(entry.kind, payloadOf(entry));
    return gone;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return gone;
    throw error;
  }
}

type Start = { readonly attributes: SearchAttribute[] } & (
  | { readonly type: 'contactJourney'; readonly args: [JourneyInput] }
  | { readonly type: 'mail'; readonly args: [MailInput] }
  | { readonly type: 'meeting'; readonly args: [{ readonly meetingId: string }] }
  | { readonly type: 'reminder'; readonly args: [{ readonly reminderId: string }] }
);

/** Undefined when there is nobody any more whom it could be about. */
async function howToStart(db: Database, entry: OutboxEntry): Promise<Start | undefined> {
  const { contactId, target } = entry;
  if (contactId === null) return undefined;
  const contact = await db.contact.findUnique({ where: { id: contactId } });
  if (!contact) return undefined;
  const attributes = searchAttributesOf(contact);
  const [kind, id = ''] = target.split('/');
  if (kind === 'mail') {
    const draft = await db.draft.findUnique({ where: { id }, select: { id: true } });
    return draft
      ? { type: 'mail', args: [{ contactId, draftId: draft.id }], attributes }
      : undefined;
  }
  if (kind === 'reminder') {
    const reminder = await db.reminder.findUnique({ where: { id }, select: { id: true } });
    return reminder
      ? { type: 'reminder', args: [{ reminderId: reminder.id }], attributes }
      : undefined;
  }
  if (kind === 'meeting') {
    const meeting = await db.meeting.findUnique({ where: { id }, select: { id: true } });
    return meeting ? { type: 'meeting', args: [{ meetingId: meeting.id }], attributes } : undefined;
  }
  const state = await stateToStartFrom(db, contact);
  return {
    type: 'contactJourney',
    args: [{ contactId, state, localStages: true }],
    attributes: searchAttributesOf(contact, state.chapter),
  };
}
