import type { Context } from 'hono';
import { approveDraft } from '../../operations/drafts/approve-draft.ts';
import type { OperationContext } from '../../operations/context.ts';
import { stop } from '../../operations/journeys/stop-contact.ts';
import { editContact } from '../../operations/contacts/edit-contact.ts';
import { showContact } from '../../operations/contacts/show-contact.ts';
import { offerDraft, redraft } from '../../operations/drafts/redraft.ts';
import { showDraft } from '../../operations/drafts/show-draft.ts';
import { editDraft } from '../../operations/drafts/edit-draft.ts';
import { settleDraft } from '../../operations/drafts/settle-draft.ts';
import { showProfile } from '../../operations/settings/show-profile.ts';
import { skipDraft } from '../../operations/drafts/skip-draft.ts';
import { unapproveDraft } from '../../operations/drafts/unapprove-draft.ts';
import { Conflict, InvalidInput } from '../../domain/errors.ts';
import type { WebApp, WebEnvironment } from '../http/environment.ts';
import { readOpenedProof } from '../http/opened-proof.ts';
import { asRefusal, perform, type FormValues } from '../http/form.ts';
import { forEach } from '../http/several.ts';
import { fromField } from '../page/dates.ts';
import { goBack, goOn, renderFormError } from './form-answer.tsx';
import { setFlash, type Said } from '../page/flash.ts';
import { loadFrame } from '../page/load-frame.ts';
import { suggestRewrite } from '../../operations/drafts/suggest-rewrite.ts';
import { OfferPage } from '../views/draft/offer.tsx';
import { RewritePage } from '../views/draft/rewrite.tsx';

type Step = (
  client: OperationContext,
  draft: { readonly draftId: string; readonly form: FormValues },
) => Promise<Said>;

/** What can be done with a draft: each is a form that comes back to its page. */
export function draftRoutes(app: WebApp): void {
  app.post('/drafts/approve-opened', approveOpened);
  app.post('/drafts/:draftId/approve', (c) => take(c, c.req.param('draftId'), approve));
  app.post('/drafts/:draftId/edit', (c) => take(c, c.req.param('draftId'), edit));
  app.post('/drafts/:draftId/skip', (c) => take(c, c.req.param('draftId'), skip));
  app.post('/drafts/:draftId/unapprove', (c) => take(c, c.req.param('draftId'), takeBack));
  app.post('/drafts/:draftId/fine', (c) => take(c, c.req.param('draftId'), callFine));
  app.post('/drafts/:draftId/use', (c) => take(c, c.req.param('draftId'), useNote));
  app.post('/drafts/:draftId/redraft', (c) => take(c, c.req.param('draftId'), takeNew));
  app.get('/drafts/:draftId/offer', async (c) => {
    const draftId = c.req.param('draftId');
    const context = c.get('context');
    const [draft, offer] = await Promise.all([
      perform(showDraft, context, { draftId }),
      perform(offerDraft, context, { draftId }),
    ]);
    return c.html(<OfferPage frame={await loadFrame(c)} draft={draft} offer={offer} />);
  });
  app.get('/drafts/:draftId/rewrite', async (c) => {
    const draft = await perform(showDraft, c.get('context'), { draftId: c.req.param('draftId') });
    return c.html(<RewritePage frame={await loadFrame(c)} draft={draft} />);
  });
  app.post('/drafts/:draftId/rewrite', async (c) => {
    const draftId = c.req.param('draftId');
    const context = c.get('context');
    try {
      const suggestion = await perform(suggestRewrite, context, { draftId });
      const draft = await perform(showDraft, context, { draftId });
      const frame = await loadFrame(c);
      return await c.html(<RewritePage frame={frame} draft={draft} suggestion={suggestion} />);
    } catch (error) {
      return renderFormError(c, { error: asRefusal(error), at: draftId });
    }
  });
  app.post('/drafts/:draftId/settle', (c) => take(c, c.req.param('draftId'), settle));
}

async function take(c: Context<WebEnvironment>, draftId: string, step: Step): Promise<Response> {
  const context = c.get('context');
  let said: Said;
  try {
    said = await step(context, { draftId, form: c.get('form') });
  } catch (error) {
    return renderFormError(c, { error: asRefusal(error), at: draftId });
  }
  const { contactId } = await perform(showDraft, context, { draftId });
  setFlash(c, said, { contactIds: [contactId], draftIds: [draftId] });
  // A draft that was only changed is still to be decided about.
  return said === 'edited' || said === 'takenBack' ? goBack(c) : goOn(c);
}

/** Several at once: only letters that this session has opened, each at the revision that was shown. */
async function approveOpened(c: Context<WebEnvironment>): Promise<Response> {
  const { csrf } = c.get('session');
  const proofs = (c.get('form')['letters'] ?? '').split(' ').filter((proof) => proof !== '');
  const opened = proofs.flatMap((proof) => readOpenedProof(csrf, proof) ?? []);
  if (opened.length === 0 || opened.length < proofs.length || opened.length > maxAtOnce)
    return renderFormError(c, {
      error: new Conflict('Open each letter first; up to 50 opened ones are approved at once.'),
      at: 'bulk',
    });
  const { done: approved, refused } = await forEach(opened, (draft) =>
    perform(approveDraft, c.get('context'), draft),
  );
  if (refused !== undefined) return renderFormError(c, { error: refused, at: 'bulk' });
  setFlash(c, 'approvedMany', {
    contactIds: approved.map(({ contactId }) => contactId),
    draftIds: approved.map(({ draftId }) => draftId),
  });
  return goOn(c);
}

const maxAtOnce = 50;

const approve: Step = async (client, { draftId, form }) => {
  const at = form['at'];
  if (at === undefined) {
    await perform(approveDraft, client, { draftId, ...revisionOf(form) });
    return 'approved';
  }
  const { timeZone } = await showProfile.run(client, {});
  const moment = fromField(at, timeZone);
  if (moment === undefined) throw new InvalidInput(`"${at}" is not a date and time.`, 'at');
  await perform(approveDraft, client, { draftId, ...revisionOf(form), at: moment });
  return 'approvedLater';
};

const edit: Step = async (client, { draftId, form }) => {
  const { subject = '', text = '' } = form;
  const edited = await perform(editDraft, client, { draftId, subject, text, ...revisionOf(form) });
  if (form['then'] !== 'approve') return 'edited';
  await perform(approveDraft, client, { draftId, revision: edited.revision });
  return 'approved';
};

const skip: Step = async (client, { draftId, form }) => {
  if (form['whom'] === 'person') {
    const { contactId } = await perform(showDraft, client, { draftId });
    await perform(stop, client, { ref: contactId });
    return 'stopped';
  }
  await perform(skipDraft, client, { draftId });
  return 'skipped';
};

const takeBack: Step = async (client, { draftId }) => {
  await perform(unapproveDraft, client, { draftId });
  return 'takenBack';
};

const settle: Step = async (client, { draftId, form }) => {
  // The operation's own check refuses everything but its two words.
  await perform(settleDraft, client, { draftId, answer: form['answer'] as 'sent' });
  return 'settled';
};

/** What was on the screen is what is approved. */
function revisionOf(form: FormValues): { readonly revision?: number } {
  const revision = Number(form['revision']);
  return Number.isSafeInteger(revision) && revision > 0 ? { revision } : {};
}

/** The contact remembers it, so that the next draft does not ask again. */
const callFine: Step = async (client, { draftId, form }) => {
  const { contactId } = await perform(showDraft, client, { draftId });
  const { facts } = await perform(showContact, client, { ref: contactId });
  const accepted = [...new Set([...listOf(facts['accepted']), form['finding'] ?? ''])];
  await perform(editContact, client, { ref: contactId, accepted });
  return 'edited';
};

const useNote: Step = async (client, { draftId, form }) => {
  const { contactId } = await perform(showDraft, client, { draftId });
  const { facts } = await perform(showContact, client, { ref: contactId });
  const pinned = [...new Set([...listOf(facts['pinned']), form['field'] ?? ''])];
  await perform(editContact, client, { ref: contactId, pinned });
  return 'edited';
};

const takeNew: Step = async (client, { draftId, form }) => {
  await perform(redraft, client, { draftId, ...revisionOf(form) });
  return 'edited';
};

function listOf(fact: string | readonly string[] | null | undefined): readonly string[] {
  return Array.isArray(fact) ? fact : [];
}
