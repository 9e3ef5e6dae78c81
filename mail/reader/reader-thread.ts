import { parentPort } from 'node:worker_threads';
import type { Task } from './mail-reader.ts';
import { judge, readAndJudge } from './read-and-judge.ts';

// Runs in the thread of a MailReader: a task in, its Reading or Verdict out.
parentPort?.on('message', (task: Task) => {
  void perform(task).then((answer) => parentPort?.postMessage(answer));
});
parentPort?.postMessage('ready');

async function perform(task: Task): Promise<unknown> {
  return 'source' in task
    ? readAndJudge(task.source, task.options)
    : judge(task.mail, task.context);
}
