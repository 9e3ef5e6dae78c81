import { answerQuestion } from '../../operations/needs-you/answer-question.ts';
import { NotFound } from '../../domain/errors.ts';
import type { OperationContext } from '../../operations/context.ts';
import { dismissMeetingItem } from '../../operations/needs-you/dismiss-meeting-item.ts';
import { dismissProblem } from '../../operations/needs-you/dismiss-problem.ts';
import { judgeReply } from '../../operations/replies/judge-reply.ts';
import { isUuid } from '../../operations/uuid.ts';
import type { WebApp } from '../http/environment.ts';
import { asRefusal, perform } from '../http/form.ts';
import { goOn, renderFormError } from './form-answer.tsx';
import { setFlash } from '../page/flash.ts';
import { practiceStep } from '../page/practice-progress.ts';
import { untilWhen } from '../page/until-field.ts';
import { needsYou } from './show-needs-you.tsx';

export function needsYouRoutes(app: WebApp): void {
  app.get('/', async (c) => needsYou(c));

  app.post('/messages/:messageId/judge', async (c) => {
    const form = c.get('form');
    const messageId = c.req.param('messageId');
    let contactId: string;
    let guided: boolean;
    try {
      ({ contactId } = await judgedMail(c.get('context'), messageId));
      guided = (await practiceStep(c.get('context'))) === 'judge';
      await perform(judgeReply, c.get('context'), {
        messageId,
        // The operation's own check refuses everything but its words.
        judgement: form['judgement'] as 'interested',
        ...(form['judgement'] === 'later'
          ? { until: await untilWhen(c.get('context'), form) }
          : {}),
        ...(form['judgement'] === 'referred' ? { persons: linesOf(form['persons']) } : {}),
      });
    } catch (error) {
      return renderFormError(c, { error: asRefusal(error), at: messageId });
    }
    setFlash(c, 'judged', {
      contactIds: [contactId],
      messageId,
      judgement: form['judgement'] ?? '',
    });
    return guided && (await practiceStep(c.get('context'))) === undefined
      ? c.redirect('/practice/done', 303)
      : goOn(c);
  });

  app.post('/questions/:item/answer', async (c) => {
    const item = c.req.param('item');
    const choice = c.get('form')['choice'] ?? '';
    try {
      await perform(answerQuestion, c.get('context'), { item, choice });
    } catch (error) {
      return renderFormError(c, { error: asRefusal(error), at: item });
    }
    setFlash(c, 'settled');
    return goOn(c);
  });

  app.post('/problems/:problemId/dismiss', async (c) => {
    const problemId = c.req.param('problemId');
    try {
      await perform(dismissProblem, c.get('context'), { problemId });
    } catch (error) {
      return renderFormError(c, { error: asRefusal(error), at: problemId });
    }
    setFlash(c, 'dismissed', { problemId: problemId.replace(/^problem:/, '') });
    return goOn(c);
  });

  app.post('/meeting-items/:itemId/dismiss', async (c) => {
    const itemId = c.req.param('itemId');
    try {
      await perform(dismissMeetingItem, c.get('context'), { itemId });
    } catch (error) {
      return renderFormError(c, { error: asRefusal(error), at: itemId });
    }
    setFlash(c, 'dismissed');
    return goOn(c);
  });
}

/** Whose mail it is. Throws NotFound. */
async function judgedMail(
  { db, userId }: OperationContext,
  id: string,
): Promise<{ readonly contactId: string }> {
  const mail = isUuid(id)
    ? await db.message.findFirst({
        where: { id, contact: { userId } },
        select: { contactId: true },
      })
    : null;
  if (!mail) throw new NotFound('This mail is not here any more.');
  return mail;
}

/** One person a line. */
function linesOf(text = ''): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
