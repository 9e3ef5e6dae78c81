import type { Context } from 'hono';
import type { InvalidInput, Conflict } from '../../domain/errors.ts';
import { InvalidInput as MisuseError } from '../../domain/errors.ts';
import type { WebEnvironment } from '../http/environment.ts';
import { statusOf, type FormValues } from '../http/form.ts';
import { contactOfPage, ownPage } from '../page/way-back.ts';
import { contactPage } from './show-contact.tsx';
import { needsYou } from './show-needs-you.tsx';
import type { Refused } from '../views/form.tsx';

/** Shows the page that the form was on again, with why it was refused beside it and its fields kept. */
export async function renderFormError(
  c: Context<WebEnvironment>,
  refusal: { readonly error: InvalidInput | Conflict; readonly at: string },
): Promise<Response> {
  const { error, at } = refusal;
  keepUrl(c);
  const spot = { at, refused: refusedBy(error, c.get('form')) };
  const address = ownPage(c.get('form')['back']);
  const contactId = contactOfPage(address);
  return contactId === undefined
    ? needsYou(c, { address, spot }, statusOf(error))
    : contactPage(c, contactId, spot, statusOf(error));
}

export function refusedBy(error: InvalidInput | Conflict, values: FormValues): Refused {
  const field = error instanceof MisuseError ? error.field : undefined;
  return { message: error.message, field, values, next: error.next };
}

/** The address of a refused form answers no GET: it must not get into the browser's history. */
export function keepUrl(c: Context): void {
  c.header('HX-Push-Url', 'false');
}

/** To the page that the form was on. */
export function goBack(c: Context<WebEnvironment>): Response {
  return c.redirect(ownPage(c.get('form')['back']), 303);
}

/** To what the form's page opens next, once the item is done with. */
export function goOn(c: Context<WebEnvironment>): Response {
  const { next, back } = c.get('form');
  return c.redirect(ownPage(next ?? back), 303);
}

/** To the mail that the step has drafted, where the form was in the queue; else on. */
export function toDraft(c: Context<WebEnvironment>, draftId: string | null): Response {
  const inQueue = contactOfPage(ownPage(c.get('form')['back'])) === undefined;
  if (draftId === null || !inQueue) return goOn(c);
  return c.redirect(ownPage(`/?item=draft:${draftId}`), 303);
}
