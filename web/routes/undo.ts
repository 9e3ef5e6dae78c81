import { Conflict } from '../../domain/errors.ts';
import type { OperationContext } from '../../operations/context.ts';
import { showDraft } from '../../operations/drafts/show-draft.ts';
import { unapproveDraft } from '../../operations/drafts/unapprove-draft.ts';
import { unskipDraft } from '../../operations/undo/unskip-draft.ts';
import { pause } from '../../operations/journeys/pause-contact.ts';
import { reopenContact } from '../../operations/journeys/reopen-contact.ts';
import { resume } from '../../operations/journeys/resume-contact.ts';
import { stop } from '../../operations/journeys/stop-contact.ts';
import { reopenProblem } from '../../operations/needs-you/reopen-problem.ts';
import type { WebApp } from '../http/environment.ts';
import { asRefusal, perform } from '../http/form.ts';
import { dayAndTime } from '../page/dates.ts';
import { setFlash, type About, type Said } from '../page/flash.ts';
import { loadFrame } from '../page/load-frame.ts';
import { undoSteps, type UndoStep } from '../page/toast.ts';
import { ownPage } from '../page/way-back.ts';
import { renderFormError } from './form-answer.tsx';

/** Undo, as the toast offers it: the same step backwards, refused like any other when it is too late. */
export function undoRoutes(app: WebApp): void {
  app.post('/undo', async (c) => {
    const form = c.get('form');
    const step = undoSteps.find((known) => known === form['step']);
    const ids = (form['ids'] ?? '').split(' ').filter((id) => id !== '');
    try {
      if (step === undefined || ids.length === 0) throw new Conflict('There is nothing to undo.');
      for (const id of ids) await backwards[step](c.get('context'), id);
    } catch (error) {
      return renderFormError(c, { error: asRefusal(error), at: 'undo' });
    }
    setFlash(c, undone[step], await aboutWhom(c.get('context'), step, ids));
    const [id] = ids;
    // An approval that was taken back is to be decided about again: it opens.
    return c.redirect(
      ids.length === 1 && step === 'unapprove' && ownPage(form['back']).startsWith('/?')
        ? ownPage(`/?item=draft:${id}`)
        : ownPage(form['back']),
      303,
    );
  });

  /** When an approved mail goes, for the toast: a moment after the approval the time is known. */
  app.get('/drafts/:draftId/planned', async (c) => {
    const draftId = c.req.param('draftId');
    const { planned } = await perform(showDraft, c.get('context'), { draftId });
    const { clock } = await loadFrame(c);
    if (planned === null) return c.body(null, 204);
    return c.text(`, ${dayAndTime(new Date(planned.at), clock)}`);
  });
}

const backwards: Readonly<
  Record<UndoStep, (context: OperationContext, id: string) => Promise<unknown>>
> = {
  unapprove: (context, draftId) => perform(unapproveDraft, context, { draftId }),
  unskip: (context, draftId) => whenSettled(() => perform(unskipDraft, context, { draftId })),
  resume: (context, ref) => perform(resume, context, { ref }),
  pause: (context, ref) => perform(pause, context, { ref }),
  reopen: (context, ref) => perform(reopenContact, context, { ref }),
  stop: (context, ref) => perform(stop, context, { ref }),
  reopen_problem: (context, problemId) => perform(reopenProblem, context, { problemId }),
};

const undone: Readonly<Record<UndoStep, Said>> = {
  unapprove: 'takenBack',
  unskip: 'restored',
  resume: 'resumed',
  pause: 'paused',
  reopen: 'reopened',
  stop: 'stopped',
  reopen_problem: 'reopenedProblem',
};

async function aboutWhom(
  context: OperationContext,
  step: UndoStep,
  ids: readonly string[],
): Promise<About> {
  if (step === 'reopen_problem') return {};
  if (step !== 'unapprove' && step !== 'unskip') return { contactIds: ids };
  const drafts = await Promise.all(ids.map((draftId) => perform(showDraft, context, { draftId })));
  return { contactIds: drafts.map(({ contactId }) => contactId) };
}

const tries = 10;
const pauseMs = 200;

/** The journey hears of a skip a moment after the page: until then taking it back is refused. */
async function whenSettled<Result>(step: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await step();
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === tries) throw error;
      await new Promise((done) => setTimeout(done, pauseMs));
    }
  }
}
