import { parentPort } from 'node:worker_threads';
import type { Task } from './mail-reader.ts';
import { judge, readAndJudge } from './read-and-judge.ts';

// Runs in the thread of a MailReader: a task in, its Reading or Verdict out.
parentPort?.on('message', (task: Task) => {
  void perform(task).then((answer) => parentPort?.postMessage(answer));
});

// The rules prepare their phrases with the first mail: no mail's deadline shall pay for that.
for (const from of ['ana@there.example', 'MAILER-DAEMON@there.example'])
  await readAndJudge(Buffer.from(`From: ${from}\nSubject: Re: Question\n\nGladly, on Thursday.\n`));
parentPort?.postMessage('ready');

async function perform(task: Task): Promise<unknown> {
  return 'source' in task
    ? readAndJudge(task.source, task.options)
    : judge(task.mail, task.context);
}
