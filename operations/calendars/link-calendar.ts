import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { Conflict } from '../../domain/errors.ts';
import type { OperationContext } from '../context.ts';
import { defineOperation } from '../operation.ts';
import type { Health } from '../status.ts';

type LinkContext = OperationContext & { readonly health?: () => Promise<Health> };

export const linkCalendar = defineOperation({
  name: 'linkCalendar',
  summary:
    'The address of a calendar with your agreed meetings, to subscribe to; anybody who has it can read it',
  input: z.object({
    /** The old address stops working. */
    renew: z.boolean().optional(),
  }),
  output: z.object({
    url: z.string(),
    /** False while the address is one of this machine, which calendars on the Internet cannot fetch. */
    reachable: z.boolean(),
  }),
  async run(context: LinkContext, { renew }) {
    const page = (await context.health?.())?.url;
    if (page === undefined)
      throw new Conflict('Could not make the address: it is not known where the pages are served.');
    const secret = await feedSecret(context, renew ?? false);
    const url = new URL(`/calendar/${secret}.ics`, page);
    return { url: url.href, reachable: !isLocal(url.hostname) };
  },
});

async function feedSecret(context: OperationContext, renew: boolean): Promise<string> {
  const { db, userId, secrets } = context;
  const known = renew ? null : await db.calendarFeed.findUnique({ where: { userId } });
  if (known) return secrets.open(known.secret);
  const secret = randomBytes(24).toString('base64url');
  const stored = { hash: feedHash(secret), secret: secrets.seal(secret) };
  // Of two that ask for the first address at once, the later one wins.
  await db.calendarFeed.upsert({
    where: { userId },
    create: { userId, ...stored },
    update: stored,
  });
  return secret;
}

/** What the database knows of a feed's secret. */
export function feedHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

function isLocal(hostname: string): boolean {
  return /^(?:localhost|127\..*|\[::1\])$/.test(hostname);
}
