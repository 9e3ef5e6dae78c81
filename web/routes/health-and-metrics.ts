import { Hono } from 'hono';
import type * as PromClient from 'prom-client';
import { countMailboxes } from '../../db/mailbox/trouble.ts';
import { readMetrics, type Metrics } from '../../db/metrics.ts';
import { authenticate, type ApiEnvironment } from '../api/authenticate.ts';
import type { WebDeps } from '../deps.ts';
import type { WebApp } from '../http/environment.ts';

/** What watches over Rapport asks: `/healthz` and `/healthz/mailboxes` for everybody, `/metrics` for who has the token or is signed in. */
export function healthAndMetricsRoutes(app: WebApp, { db, health }: WebDeps): void {
  app.get('/healthz', async (c) => {
    const { ready } = await health();
    return c.json({ ready }, ready ? 200 : 503);
  });

  app.get('/healthz/mailboxes', async (c) => {
    const found = await countMailboxes(db, new Date());
    return c.json(found, found.failing === 0 ? 200 : 503);
  });

  const guarded = new Hono<ApiEnvironment>();
  guarded.use(authenticate(db));
  guarded.get('/', async (c) => {
    // Loaded by those who ask for it only.
    const prometheus = await import('prom-client');
    const own = new prometheus.Registry();
    addGauges(prometheus, own, await readMetrics(db, c.get('userId'), new Date()));
    const text = `${await own.metrics()}\n${await processRegistry(prometheus).metrics()}`;
    return c.text(text, 200, { 'content-type': own.contentType });
  });
  app.route('/metrics', guarded);
}

type Prometheus = typeof PromClient;

let ofProcess: PromClient.Registry | undefined;
function processRegistry({ Registry, collectDefaultMetrics }: Prometheus): PromClient.Registry {
  if (ofProcess === undefined) {
    ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess });
  }
  return ofProcess;
}

function addGauges({ Gauge }: Prometheus, registry: PromClient.Registry, measured: Metrics): void {
  const gauge = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Gauge({ name: `rapport_${name}`, help, labelNames, registers: [registry] });

  const mails = gauge('mails', 'Mails in the send ledger, by state', ['state']);
  for (const state of ['PENDING', 'CLAIMED', 'ACCEPTED', 'REJECTED', 'AMBIGUOUS'])
    mails.set({ state: state.toLowerCase() }, 0);
  for (const { state, count } of measured.mails) mails.set({ state: state.toLowerCase() }, count);

  const journeys = gauge('open_journeys', 'Journeys that are not closed, by stage', ['stage']);
  for (const { stage, count } of measured.journeys) journeys.set({ stage }, count);

  gauge('drafts_waiting', 'Drafts that wait for a person').set(measured.draftsWaiting);
  gauge('replies_waiting', 'Replies that wait for a person').set(measured.repliesWaiting);
  gauge('problems_open', 'Problems that wait for a person').set(measured.problems);

  const { outbox, reaction } = measured;
  gauge('outbox_waiting', 'What journeys have not been told yet').set(outbox.waiting);
  gauge('outbox_oldest_seconds', 'Age of the oldest of it, 0 for none').set(outbox.oldest);
  gauge('reactions_last_day', 'Mails that journeys were told of in a day').set(reaction.count);
  const took = gauge(
    'reaction_seconds',
    'From a mail being stored to its journey being told, over a day',
    ['quantile'],
  );
  if (reaction.median !== undefined) took.set({ quantile: '0.5' }, reaction.median);
  if (reaction.p95 !== undefined) took.set({ quantile: '0.95' }, reaction.p95);

  const age = gauge('mailbox_look_age_seconds', 'Since a mailbox was last read to its end', [
    'mailbox',
  ]);
  const connected = gauge('mailbox_connected', '1 when a mailbox can be read', ['mailbox']);
  const signedIn = gauge('mailbox_signed_in', '0 when a mailbox refuses the sign-in', ['mailbox']);
  const stopped = gauge('mailbox_sending_stopped', '1 when nothing is sent from it', ['mailbox']);
  for (const { mailboxId: mailbox, ...each } of measured.mailboxes) {
    if (each.age !== undefined) age.set({ mailbox }, each.age);
    connected.set({ mailbox }, each.state === 'connected' ? 1 : 0);
    signedIn.set({ mailbox }, each.state === 'sign_in_failed' ? 0 : 1);
    stopped.set({ mailbox }, each.sendingStopped ? 1 : 0);
  }
}
