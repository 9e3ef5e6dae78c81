import type { Context } from 'hono';
import { applySettings } from '../../operations/settings/apply-settings.ts';
import { changeSettings } from '../../operations/settings/change-settings.ts';
import type { OperationContext } from '../../operations/context.ts';
import { pauseAll } from '../../operations/journeys/pause-all.ts';
import { resumeAll } from '../../operations/journeys/resume-all.ts';
import { setProfile } from '../../operations/settings/set-profile.ts';
import { showSettings } from '../../operations/settings/show-settings.ts';
import { snoozeAll } from '../../operations/journeys/snooze-all.ts';
import { stopAll } from '../../operations/journeys/stop-all.ts';
import { rapportVersion } from '../../config/version.ts';
import type { InvalidInput, Conflict } from '../../domain/errors.ts';
import { defaultPolicy, isPolicyKey } from '../../domain/policy.ts';
import type { WebApp, WebEnvironment } from '../http/environment.ts';
import { policyOf } from '../page/policy-form.ts';
import { asRefusal, onOneLine, perform, statusOf, type FormValues } from '../http/form.ts';
import { loadFrameAndProfile } from '../page/load-frame.ts';
import { refusedBy, keepUrl } from './form-answer.tsx';
import { setFlash, type Said } from '../page/flash.ts';
import { untilWhen } from '../page/until-field.ts';
import { WhoAreYouPage } from '../views/first-run.tsx';
import { SettingsPage, type SettingsProps } from '../views/settings.tsx';

/** Cadence, profile, and what is done to every journey at once. */
export function settingsRoutes(app: WebApp): void {
  app.get('/settings', (c) => settingsPage(c));

  app.post('/settings', async (c) => {
    const form = c.get('form');
    try {
      const settings = policyOf(form, Object.keys(defaultPolicy).filter(isPolicyKey));
      await perform(changeSettings, c.get('context'), { settings });
      if (form['then'] === 'apply') await perform(applySettings, c.get('context'), {});
    } catch (error) {
      return refuseAt(c, 'cadence', asRefusal(error));
    }
    setFlash(c, form['then'] === 'apply' ? 'applied' : 'saved');
    return c.redirect('/settings', 303);
  });

  app.get('/welcome/profile', async (c) => {
    const { frame, profile } = await loadFrameAndProfile(c);
    return c.html(<WhoAreYouPage frame={frame} profile={profile} />);
  });

  app.post('/profile', async (c) => {
    const form = c.get('form');
    const { name = '', affiliation = '', link = '', timeZone = '' } = form;
    const about = onOneLine(form['about'] ?? '');
    const goals = onOneLine(form['goals'] ?? '');
    const story = onOneLine(form['story'] ?? '');
    const first = form['back'] === '/welcome/profile';
    try {
      await perform(setProfile, c.get('context'), {
        name,
        affiliation,
        about,
        abouts: aboutsOf(form),
        link,
        timeZone,
        ...(form['goals'] === undefined ? {} : { goals }),
        ...(form['story'] === undefined ? {} : { story }),
        ...(form['conversations'] === undefined
          ? {}
          : { conversations: wholeNumberOrNull(form['conversations']) }),
      });
    } catch (error) {
      const refusal = asRefusal(error);
      if (!first) return refuseAt(c, 'profile', refusal);
      keepUrl(c);
      const { frame, profile } = await loadFrameAndProfile(c);
      return c.html(
        <WhoAreYouPage frame={frame} profile={profile} refused={refusedBy(refusal, form)} />,
        statusOf(refusal),
      );
    }
    setFlash(c, 'saved');
    return c.redirect(first ? '/' : '/settings', 303);
  });

  for (const [path, step] of Object.entries(steps)) {
    app.post(path, async (c) => {
      try {
        setFlash(c, await step(c.get('context'), c.get('form')));
      } catch (error) {
        return refuseAt(c, 'sending', asRefusal(error));
      }
      return c.redirect('/settings', 303);
    });
  }
}

type Step = (client: OperationContext, form: FormValues) => Promise<Said>;

const steps: Readonly<Record<string, Step>> = {
  '/stop-all': async (client) => {
    await perform(stopAll, client, {});
    return 'everythingStopped';
  },
  '/pause-all': async (client) => {
    await perform(pauseAll, client, {});
    return 'everythingPaused';
  },
  '/snooze-all': async (client, form) => {
    await perform(snoozeAll, client, { until: await untilWhen(client, form) });
    return 'everythingSnoozed';
  },
  '/resume-all': async (client) => {
    await perform(resumeAll, client, {});
    return 'everythingResumed';
  },
};

export async function settingsPage(
  c: Context<WebEnvironment>,
  shown: Pick<SettingsProps, 'spot' | 'checked' | 'advice'> = {},
  status: 200 | 404 | 409 | 422 = 200,
): Promise<Response> {
  const [{ frame, profile }, policy] = await Promise.all([
    loadFrameAndProfile(c),
    showSettings.run(c.get('context'), {}),
  ]);
  return c.html(
    <SettingsPage
      frame={frame}
      profile={profile}
      policy={policy}
      version={rapportVersion()}
      {...shown}
    />,
    status,
  );
}

export function refuseAt(
  c: Context<WebEnvironment>,
  at: string,
  refusal: InvalidInput | Conflict,
): Promise<Response> {
  keepUrl(c);
  const spot = { at, refused: refusedBy(refusal, c.get('form')) };
  return settingsPage(c, { spot }, statusOf(refusal));
}

/** Null for an empty field; what is no number stays refusable as NaN. */
function wholeNumberOrNull(text: string): number | null {
  return text.trim() === '' ? null : Number(text);
}

/** The sentence about oneself in the other languages that the form asks for. */
function aboutsOf(form: FormValues): Record<string, string> {
  return Object.fromEntries(
    ['en', 'de', 'fr', 'es'].flatMap((language) => {
      const text = form[`about-${language}`];
      return text === undefined ? [] : [[language, onOneLine(text)] as const];
    }),
  );
}
