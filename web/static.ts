import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { WebApp } from './http/environment.ts';

const files = {
  '/style.css': { from: 'web/public/style.css', type: 'text/css; charset=utf-8' },
  '/people.css': { from: 'web/public/people.css', type: 'text/css; charset=utf-8' },
  '/queue.css': { from: 'web/public/queue.css', type: 'text/css; charset=utf-8' },
  '/keys.js': { from: 'web/public/keys.js', type: 'text/javascript; charset=utf-8' },
  '/live.js': { from: 'web/public/live.js', type: 'text/javascript; charset=utf-8' },
  '/commands.js': { from: 'web/public/commands.js', type: 'text/javascript; charset=utf-8' },
  '/palette.js': { from: 'web/public/palette.js', type: 'text/javascript; charset=utf-8' },
  '/queue.js': { from: 'web/public/queue.js', type: 'text/javascript; charset=utf-8' },
  '/people.js': { from: 'web/public/people.js', type: 'text/javascript; charset=utf-8' },
  '/zone.js': { from: 'web/public/zone.js', type: 'text/javascript; charset=utf-8' },
  '/connection.js': {
    from: 'web/public/connection.js',
    type: 'text/javascript; charset=utf-8',
  },
  '/icon.svg': { from: 'web/public/icon.svg', type: 'image/svg+xml' },
  '/htmx.js': {
    from: 'node_modules/htmx.org/dist/htmx.min.js',
    type: 'text/javascript; charset=utf-8',
  },
} as const;

/** Serves the few files that pages load; they are read once. */
export function serveAssets(app: WebApp): void {
  for (const [path, file] of Object.entries(files)) {
    const body = readFileSync(join(root, file.from));
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`;
    app.get(path, (c) => {
      c.header('Content-Type', file.type);
      c.header('Cache-Control', 'no-cache');
      c.header('ETag', etag);
      if (c.req.header('if-none-match') === etag) return c.body(null, 304);
      return c.body(new Uint8Array(body));
    });
  }
}

const root = projectFolder(import.meta.dirname);

/** This file runs from `web/` and, compiled, from `build/web/`. */
function projectFolder(from: string): string {
  return existsSync(join(from, 'package.json')) ? from : projectFolder(dirname(from));
}
