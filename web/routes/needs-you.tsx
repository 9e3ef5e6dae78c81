import { answerQuestion } from '../../operations/needs-you/answer-question.ts';
import { dismissProblem } from '../../operations/needs-you/dismiss-problem.ts';
import { judgeReply } from '../../operations/replies/judge-reply.ts';
import type { WebApp } from '../http/environment.ts';
import { asRefusal, perform } from '../http/form.ts';
import { goBack, showRefusal } from './show-refusal.tsx';
import { say } from '../page/flash.ts';
import { untilWhen } from '../page/until-field.ts';
import { needsYou } from './show-needs-you.tsx';

export function needsYouRoutes(app: WebApp): void {
  app.get('/', async (c) => needsYou(c));

  app.post('/messages/:messageId/judge', async (c) => {
    const form = c.get('form');
    const messageId = c.req.param('messageId');
    try {
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
      return showRefusal(c, { error: asRefusal(error), at: messageId });
    }
    say(c, 'judged');
    return goBack(c);
  });

  app.post('/questions/:item/answer', async (c) => {
    const item = c.req.param('item');
    const choice = c.get('form')['choice'] ?? '';
    try {
      await perform(answerQuestion, c.get('context'), { item, choice });
    } catch (error) {
      return showRefusal(c, { error: asRefusal(error), at: item });
    }
    say(c, 'settled');
    return goBack(c);
  });

  app.post('/problems/:problemId/dismiss', async (c) => {
    const problemId = c.req.param('problemId');
    try {
      await perform(dismissProblem, c.get('context'), { problemId });
    } catch (error) {
      return showRefusal(c, { error: asRefusal(error), at: problemId });
    }
    say(c, 'dismissed');
    return goBack(c);
  });
}

/** One person a line. */
function linesOf(text = ''): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
