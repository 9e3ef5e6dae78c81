import type { Context } from 'hono';
import { countWaiting } from '../../operations/needs-you/waiting-rows.ts';
import { showProfile, type ProfileView } from '../../operations/settings/show-profile.ts';
import { status } from '../../operations/status.ts';
import type { WebEnvironment } from '../http/environment.ts';
import type { Frame } from './frame.ts';
import { ownPage } from './way-back.ts';
import { takeFlash } from './flash.ts';
import { toastOf } from './toast.ts';

/** Reads what every page shows around its matter. */
export async function loadFrame(c: Context<WebEnvironment>): Promise<Frame> {
  return (await loadFrameAndProfile(c)).frame;
}

export async function loadFrameAndProfile(
  c: Context<WebEnvironment>,
): Promise<{ readonly frame: Frame; readonly profile: ProfileView }> {
  const client = c.get('context');
  const [state, profile, needsYou] = await Promise.all([
    status.run(client, {}),
    showProfile.run(client, {}),
    countWaiting(client),
  ]);
  const clock = { zone: profile.timeZone, now: client.now() };
  const flash = takeFlash(c);
  const frame: Frame = {
    csrf: c.get('session').csrf,
    clock,
    host: c.req.header('host') ?? '',
    path: c.req.path,
    address: ownPage(pageAddress(c)),
    needsYou,
    sendingStopped: state.sendingStopped,
    mailboxes: state.mailboxes,
    rewritingAt: client.rewriting?.host ?? null,
    practising: state.mailboxes.some(({ practice }) => practice),
    toast: flash && (await toastOf(client, flash, clock)),
  };
  return { frame, profile };
}

function pageAddress(c: Context<WebEnvironment>): string {
  const { pathname, search } = new URL(c.req.url);
  return `${pathname}${search}`;
}
