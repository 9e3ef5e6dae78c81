import { readBoard } from '../client/board.ts';
import { journeyId } from '../domain/journey.ts';
import { connectClient } from '../worker/temporal.ts';
import { until } from '../tests/support/until.ts';
import { addContact } from '../client/add-contact.ts';
import { median, type Ratio } from './ratio.ts';
import { unwatchedMailbox, type Stage } from './stage.ts';

/**
 * Many open journeys at once: the memory of this process, the time to open the board, and what one
 * more piece of news costs then against with none.
 */
export async function measureOpenJourneys(
  stage: Stage,
  journeys: number,
): Promise<{ readonly lines: readonly string[]; readonly ratio: Ratio }> {
  const { context } = stage;
  const mailboxId = await unwatchedMailbox(stage);
  const few = await costOfNews(stage, mailboxId, 'few');
  const before = process.memoryUsage().rss;
  const queue = Array.from({ length: journeys }, (_, index) => index);
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      for (let index = queue.pop(); index !== undefined; index = queue.pop())
        await addContact.run(context, {
          email: `open${index}@bench.test`,
          name: `Open ${index}`,
          mailbox: mailboxId,
        });
    }),
  );
  await until(
    'all journeys wait',
    async () =>
      (await context.db.contact.count({ where: { stage: 'awaiting_approval' } })) >= journeys,
    1_800_000,
  );
  const boards: number[] = [];
  for (let round = 0; round < 40; round += 1) {
    const begin = performance.now();
    await readBoard(context, { perColumn: 50 });
    boards.push(performance.now() - begin);
  }
  const many = await costOfNews(stage, mailboxId, 'many');
  const p95 = boards.toSorted((a, b) => a - b)[Math.floor(boards.length * 0.95)] ?? Number.NaN;
  const grown = (process.memoryUsage().rss - before) / 1024 ** 2;
  return {
    lines: [
      `${journeys} open journeys: this process grew by ${grown.toFixed(0)} MiB to ${(process.memoryUsage().rss / 1024 ** 2).toFixed(0)} MiB`,
      `    the board opens in ${median(boards).toFixed(1)} ms (median), ${p95.toFixed(1)} ms (p95; goal at most 100: ${p95 <= 100 ? 'met' : 'MISSED'})`,
    ],
    ratio: {
      name: `One piece of news with ${journeys} open journeys`,
      ours: { what: 'signal → journey has reacted, with them (median)', value: many },
      limit: { what: 'the same with none (median)', value: few },
      unit: 'ms',
      goal: { kind: 'at most', ratio: 1.2 },
    },
  };
}

/** A reply's signal to a journey until the board shows the conversation: what does not depend on the mail server. */
async function costOfNews(stage: Stage, mailboxId: string, prefix: string): Promise<number> {
  const { context, application, servers } = stage;
  const client = await connectClient(servers.temporal);
  const took: number[] = [];
  for (let round = 0; round < 21; round += 1) {
    const { contactId } = await addContact.run(context, {
      email: `${prefix}${round}@news.test`,
      name: `News ${round}`,
      mailbox: mailboxId,
    });
    const inStage = async (stage: string): Promise<boolean> =>
      (await context.db.contact.count({ where: { id: contactId, stage } })) > 0;
    await until('the journey waits', () => inStage('awaiting_approval'));
    const reacted = new Promise<void>((resolve) => {
      const end = application.onChange(() => {
        void inStage('in_conversation').then((there) => {
          if (!there) return;
          end();
          resolve();
        });
      });
    });
    const begin = performance.now();
    await client.workflow.getHandle(journeyId(contactId)).signal('replyReceived', {
      id: `bench-${round}`,
      kind: 'reply',
      messageId: '',
      at: Date.now(),
    });
    await reacted;
    took.push(performance.now() - begin);
  }
  await client.connection.close();
  return median(took);
}
