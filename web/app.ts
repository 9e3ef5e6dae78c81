import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { apiBase, createApi } from './api/app.ts';
import type { WebDeps } from './deps.ts';
import type { WebEnvironment } from './http/environment.ts';
import { answerError, answerMissing } from './errors.tsx';
import { checkedForm } from './http/csrf-form.ts';
import { onlyOurOrigin, securityHeaders } from './http/guard.ts';
import { liveRoutes } from './live.ts';
import { briefRoutes } from './routes/briefs.tsx';
import { boardRoutes } from './routes/board.tsx';
import { calendarFeedRoutes } from './routes/calendar-feed.ts';
import { checkInRoutes } from './routes/check-ins.ts';
import { contactRoutes } from './routes/contacts.tsx';
import { draftRoutes } from './routes/drafts.tsx';
import { accessRoutes } from './routes/access.tsx';
import { importRoutes, importsPath, largestUpload } from './routes/imports.tsx';
import { journeyRoutes } from './routes/journeys.ts';
import { landedRoutes } from './routes/landed.tsx';
import { learnedRoutes } from './routes/learned.tsx';
import { mailboxRoutes } from './routes/mailboxes.tsx';
import { needsYouRoutes } from './routes/needs-you.tsx';
import { oauthAnswerRoute, oauthRoutes } from './routes/oauth.tsx';
import { meetingRoutes } from './routes/meetings.ts';
import { healthAndMetricsRoutes } from './routes/health-and-metrics.ts';
import { peopleRoutes } from './routes/people.tsx';
import { offerTimesRoutes } from './routes/offer-times.tsx';
import { practiceRoutes } from './routes/practice.tsx';
import { prospectRoutes } from './routes/prospects.tsx';
import { recordMeetingRoutes } from './routes/record-meeting.tsx';
import { settingsRoutes } from './routes/settings.tsx';
import { templateRoutes } from './routes/templates.tsx';
import { undoRoutes } from './routes/undo.ts';
import { requireSession, signInRoutes, signOutRoute } from './routes/sign-in.tsx';
import { serveAssets } from './static.ts';

const largestForm = 2 * 1024 * 1024;

/** The pages and, below `/api/v1`, the HTTP API. */
export function createWeb(deps: WebDeps): Hono<WebEnvironment> {
  const app = new Hono<WebEnvironment>();
  app.use(securityHeaders(), onlyOurOrigin(deps));
  app.onError(answerError(deps));
  app.notFound(answerMissing(deps));
  serveAssets(app);
  app.get('/health', async (c) => {
    // Anybody may ask; the address with its token, which `health` also knows, is not for anybody.
    const { ready, database, temporal, workers } = await deps.health();
    return c.json({ ready, database, temporal, workers }, ready ? 200 : 503);
  });
  healthAndMetricsRoutes(app, deps);
  app.route(
    apiBase,
    createApi({
      db: deps.db,
      contextFor: deps.contextFor,
      health: deps.health,
      ...(deps.report === undefined ? {} : { report: deps.report }),
    }),
  );

  calendarFeedRoutes(app, deps);

  const limitForm = bodyLimit({ maxSize: largestForm });
  app.use((c, next) => (c.req.path === importsPath ? next() : limitForm(c, next)));
  signInRoutes(app, deps);

  oauthAnswerRoute(app, deps);
  app.use(requireSession(deps));
  // Only who is signed in may send a file of people.
  app.use(importsPath, bodyLimit({ maxSize: largestUpload }));
  app.use(checkedForm());
  signOutRoute(app, deps);
  liveRoutes(app, deps);
  needsYouRoutes(app);
  undoRoutes(app);
  draftRoutes(app);
  peopleRoutes(app);
  importRoutes(app);
  prospectRoutes(app);
  contactRoutes(app);
  briefRoutes(app);
  recordMeetingRoutes(app);
  learnedRoutes(app);
  landedRoutes(app);
  meetingRoutes(app);
  offerTimesRoutes(app);
  checkInRoutes(app);
  journeyRoutes(app);
  boardRoutes(app);
  oauthRoutes(app);
  mailboxRoutes(app);
  practiceRoutes(app, deps);
  templateRoutes(app);
  settingsRoutes(app);
  accessRoutes(app);
  return app;
}
