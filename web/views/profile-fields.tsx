import type { FC } from 'hono/jsx';
import type { ProfileView } from '../../operations/settings/show-profile.ts';
import { Field, type Refused } from './form.tsx';

/** Who the drafts speak for; on the first run and in the settings. */
export const ProfileFields: FC<{
  readonly profile: ProfileView;
  readonly refused: Refused | undefined;
}> = ({ profile, refused }) => (
  <>
    <Field
      name="name"
      label="Your name"
      value={profile.name}
      autocomplete="name"
      required
      refused={refused}
    />
    <Field
      name="affiliation"
      label="Affiliation"
      value={profile.affiliation}
      hint="University, employer or programme. It stands under your mails."
      refused={refused}
    />
    <Field
      name="about"
      label="About you, in one sentence"
      value={profile.about}
      rows={2}
      hint="In the first person, such as “I am finishing a degree in physics and want to work on power grids.”"
      refused={refused}
    />
    {(['en', 'de', 'fr', 'es'] as const)
      .filter((language) => language !== profile.language.split('-')[0])
      .map((language) => (
        <Field
          name={`about-${language}`}
          label={`The same in ${languageNames[language]}`}
          value={profile.abouts[language] ?? ''}
          rows={2}
          hint="Only for mails in this language; leave it empty if you write none."
          refused={refused}
        />
      ))}
    <Field
      name="link"
      label="Profile link"
      value={profile.link}
      placeholder="https://"
      inputmode="url"
      hint="A public page about you. It closes your mails."
      refused={refused}
    />
    <Field
      name="timeZone"
      label="Time zone"
      value={profile.timeZone}
      list="time-zones"
      autocomplete="off"
      hint="Times on these pages are in this zone."
      refused={refused}
      data-take-zone={profile.name === null ? true : undefined}
    />
    {profile.name !== null && (
      <p class="hint" data-zone-differs={profile.timeZone} hidden>
        Your browser is in <span data-zone></span>.{' '}
        <button type="button" class="plain">
          Use that zone
        </button>
      </p>
    )}
    <TimeZones />
  </>
);

const languageNames = { en: 'English', de: 'German', fr: 'French', es: 'Spanish' } as const;

/** What the conversations are for; it stands in every brief. */
export const GoalFields: FC<{
  readonly profile: ProfileView;
  readonly refused: Refused | undefined;
}> = ({ profile, refused }) => (
  <>
    <Field
      name="goals"
      label="What you want to learn"
      value={profile.goals}
      rows={2}
      hint="Explore a field, meet people in it, learn which skills count, or know one company better. Only you see it, in the brief before each conversation."
      refused={refused}
    />
    <Field
      name="conversations"
      label="How many conversations you aim at"
      value={profile.conversations === null ? null : String(profile.conversations)}
      inputmode="numeric"
      refused={refused}
    />
    <Field
      name="story"
      label="Your story in a minute"
      value={profile.story}
      rows={4}
      hint="Left empty, the brief makes one from your name, affiliation and sentence."
      refused={refused}
    />
  </>
);

/** Suggestions for fields with `list="time-zones"`. */
export const TimeZones: FC = () => (
  <datalist id="time-zones">
    {Intl.supportedValuesOf('timeZone').map((zone) => (
      <option value={zone} />
    ))}
  </datalist>
);
