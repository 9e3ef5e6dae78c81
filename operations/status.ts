import { z } from 'zod';
import type { OperationContext } from './context.ts';
import { activeHold } from '../domain/hold.ts';
import { presentMailbox } from './present.ts';
import { defineOperation } from './operation.ts';
import { statusView } from './views.ts';

/** What the running process knows of its parts, looked at now. */
export type Health = {
  readonly ready: boolean;
  readonly database: string;
  readonly temporal: string;
  readonly workers: number;
  /** The page's address with its sign-in token. */
  readonly url?: string;
};

type StatusContext = OperationContext & { readonly health?: () => Promise<Health> };

export const status = defineOperation({
  name: 'status',
  summary: 'Whether everything runs, and how the mailboxes are',
  input: z.object({}),
  output: statusView,
  async run({ db, userId, now, health }: StatusContext) {
    const [found, user] = await Promise.all([
      health?.(),
      db.user.findUniqueOrThrow({
        where: { id: userId },
        include: { mailboxes: { where: { removedAt: null }, orderBy: { createdAt: 'asc' } } },
      }),
    ]);
    return {
      ready: found?.ready ?? false,
      url: found?.url ?? null,
      database: found?.database ?? 'unknown',
      temporal: found?.temporal ?? 'unknown',
      workers: found?.workers ?? 0,
      mailboxes: user.mailboxes.map(presentMailbox),
      sendingStopped: activeHold(user, now())?.text ?? null,
    };
  },
});
