import { MockActivityEnvironment } from '@temporalio/testing';
import type { Dependencies } from '../../activities/dependencies.ts';
import { createActivities } from '../../activities/index.ts';
import type { ActivityFixture } from './activity-fixture.ts';

export type Watcher = { readonly ended: Promise<string>; readonly end: () => Promise<void> };

/** The watching activity on a post's mailbox, until `end`. */
export function startWatcher(post: ActivityFixture, other: Partial<Dependencies> = {}): Watcher {
  const { watchMailbox } = createActivities({ ...post.dependencies, ...other });
  const environment = new MockActivityEnvironment();
  const ended = environment
    .run(watchMailbox, { mailboxId: post.mailboxId })
    .then(String, (error: Error) => error.name);
  return {
    ended,
    async end() {
      environment.cancel();
      await ended;
    },
  };
}
