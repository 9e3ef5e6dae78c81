import { z } from 'zod';
import { Conflict, InvalidInput } from '../../domain/errors.ts';
import { postAlert } from '../../mail/post-alert.ts';
import { defineOperation } from '../operation.ts';

const alerts = z.object({
  /** Where a mailbox that stopped working is reported; null for nowhere. */
  url: z.string().nullable(),
});

export const showAlerts = defineOperation({
  name: 'showAlerts',
  summary: 'Where Rapport reports a mailbox that stopped working',
  input: z.object({}),
  output: alerts,
  async run({ db, userId }) {
    const { alertUrl } = await db.user.findUniqueOrThrow({ where: { id: userId } });
    return { url: alertUrl };
  },
});

export const changeAlerts = defineOperation({
  name: 'changeAlerts',
  summary:
    'Sets the address (ntfy, a chat’s webhook) that gets a line when a mailbox stops working; it is tried first',
  input: alerts,
  output: alerts,
  async run({ db, userId }, { url }) {
    const address = url === null || url.trim() === '' ? null : checkUrl(url.trim());
    if (address !== null) await tryOnce(address);
    await db.user.update({ where: { id: userId }, data: { alertUrl: address } });
    return { url: address };
  },
});

function checkUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (text.length > 2_000 || (url?.protocol !== 'https:' && url?.protocol !== 'http:'))
    throw new InvalidInput('Give an address that begins with https://.', 'url');
  return text;
}

async function tryOnce(url: string): Promise<void> {
  const message = {
    subject: 'Rapport reports here',
    text: 'From now on you get a line here when a mailbox stops working. This one is a test.',
  };
  if (await postAlert(url, message)) return;
  throw new Conflict(
    'Could not post a test line to this address: it did not answer, or refused it. Check the address and try again.',
  );
}
