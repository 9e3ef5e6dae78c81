import { streamSSE } from 'hono/streaming';
import type { WebDeps } from './deps.ts';
import type { WebApp } from './http/environment.ts';

const settleMs = 150;
const keepAliveMs = 25_000;

/** `/live` says that something changed; the pages then fetch themselves again (web/public/live.js). */
export function liveRoutes(app: WebApp, deps: Pick<WebDeps, 'onChange'>): void {
  app.get('/live', (c) =>
    streamSSE(c, async (stream) => {
      let wake = (): void => {};
      let changed = false;
      const stop = deps.onChange(() => {
        changed = true;
        wake();
      });
      stream.onAbort(() => {
        stop();
        wake();
      });
      await stream.writeSSE({ event: 'hello', data: '' });
      while (!stream.aborted) {
        if (!changed) await Promise.race([new Promise<void>((done) => (wake = done)), sleep()]);
        if (stream.aborted) break;
        // One step often changes several rows: they are told as one.
        if (changed) await stream.sleep(settleMs);
        const event = changed ? 'change' : 'still-here';
        changed = false;
        await stream.writeSSE({ event, data: '' });
      }
    }),
  );
}

function sleep(): Promise<void> {
  return new Promise((done) => setTimeout(done, keepAliveMs).unref());
}
