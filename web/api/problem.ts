import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from '@hono/zod-openapi';
import { MailboxRefused } from '../../operations/mailboxes/mailbox-refused.ts';
import { mailboxCheckView } from '../../operations/views.ts';
import { InvalidInput, Conflict, NotFound } from '../../domain/errors.ts';
import { nextSteps } from '../../domain/next-step.ts';

/** RFC 9457. `type` is one of the names in {@link titles}, as a URN. */
export const problemView = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  /** The input to correct, where there is one. */
  field: z.string().optional(),
  /** What puts it right, where one step does. */
  next: z.enum(nextSteps).optional(),
  /** Of a mailbox that could not be connected. */
  address: z.string().optional(),
  checks: z.array(mailboxCheckView).optional(),
});
export type Problem = z.infer<typeof problemView>;

const titles = {
  'bad-json': ['The body is not JSON', 400],
  'not-signed-in': ['Not signed in', 401],
  missing: ['Not found', 404],
  'wrong-method': ['This address does not take that method', 405],
  refused: ['Not possible now', 409],
  'mailbox-refused': ['The mailbox cannot be used', 409],
  'too-large': ['The request is too large', 413],
  'not-json': ['The body must be JSON', 415],
  misused: ['The request needs a correction', 422],
  internal: ['Rapport failed', 500],
} as const satisfies Record<string, readonly [string, ContentfulStatusCode]>;

export type ProblemType = keyof typeof titles;

/** The HTTP status of a problem, and in words what it says. */
export function problemTitle(type: ProblemType): readonly [title: string, status: number] {
  return titles[type];
}

export function answerProblem(
  c: Context,
  type: ProblemType,
  detail: string,
  more: Partial<Pick<Problem, 'field' | 'next' | 'address' | 'checks'>> = {},
): Response {
  const [title, status] = titles[type];
  const problem: Problem = { type: `urn:rapport:${type}`, title, status, detail, ...more };
  return c.json(problem, status, { 'content-type': 'application/problem+json' });
}

/** What the outside may know of an error: the sentences that are made for people, nothing of the others. */
export function answerError(c: Context, error: unknown): Response {
  if (error instanceof MailboxRefused) {
    const { address, checks } = error;
    return answerProblem(c, 'mailbox-refused', error.message, { address, checks: [...checks] });
  }
  if (error instanceof InvalidInput)
    return answerProblem(c, 'misused', error.message, {
      ...(error.field ? { field: error.field } : {}),
      ...nextOf(error),
    });
  if (error instanceof Conflict)
    return answerProblem(
      c,
      error instanceof NotFound ? 'missing' : 'refused',
      error.message,
      nextOf(error),
    );
  return answerProblem(
    c,
    'internal',
    'Something inside Rapport failed. What it was is in the log of the running instance.',
  );
}

function nextOf({ next }: InvalidInput | Conflict): Pick<Problem, 'next'> {
  return next === undefined ? {} : { next };
}
