import type { FC } from 'hono/jsx';
import type { ProfileView } from '../../operations/settings/show-profile.ts';
import type { MailboxView } from '../../operations/views.ts';
import { describePolicy, type Policy, type PolicyEntry } from '../../domain/policy.ts';
import type { Frame } from '../page/frame.ts';
import { durationInWords } from '../../domain/timing/duration-words.ts';
import { policyGroups, policyLabels } from '../page/policy-labels.ts';
import { Field, Post, RefusedNote, type Refused, type Spot } from './form.tsx';
import { Layout } from './layout.tsx';
import { Checks, MailboxForm, type Advice, type Check } from './mailbox-fields.tsx';
import { GoalFields, ProfileFields } from './profile-fields.tsx';
import { Sending } from './sending.tsx';
import { Time } from './time.tsx';

export type SettingsProps = {
  readonly frame: Frame;
  readonly profile: ProfileView;
  readonly policy: Policy;
  readonly version: string;
  readonly spot?: Spot | undefined;
  /** Results of a mailbox that was tested or refused just now. */
  readonly checked?: { readonly at: string; readonly checks: readonly Check[] } | undefined;
  readonly advice?: Advice | undefined;
};

export const SettingsPage: FC<SettingsProps> = (props) => {
  const { frame, profile, version, spot } = props;
  const at = (key: string): Refused | undefined => (spot?.at === key ? spot.refused : undefined);
  return (
    <Layout title="Settings" frame={frame}>
      <h1>Settings</h1>
      <div class="settings">
        <nav class="contents" aria-label="On this page">
          <a href="#mailboxes">Mailboxes</a>
          <a href="#sending">Sending</a>
          <a href="#cadence">Cadence</a>
          <a href="#profile">Profile</a>
          <a href="#about">About</a>
        </nav>
        <div>
          <Mailboxes {...props} />
          <Sending frame={frame} refused={at('sending')} />
          <Cadence {...props} refused={at('cadence')} />
          <section id="profile" aria-labelledby="profile-title">
            <h2 id="profile-title">Profile</h2>
            <Post to="/profile" csrf={frame.csrf}>
              <input type="hidden" name="back" value="/settings" />
              <RefusedNote refused={at('profile')} />
              <ProfileFields profile={profile} refused={at('profile')} />
              <GoalFields profile={profile} refused={at('profile')} />
              <button class="primary">Save the profile</button>
            </Post>
            <p>
              Your drafts are made from <a href="/templates">templates</a>, which you can change.
            </p>
          </section>
          <section id="about" aria-labelledby="about-title">
            <h2 id="about-title">About</h2>
            <p>
              Rapport {version}. Your data is in PostgreSQL on this machine. There is no tracking in
              your mails and none on these pages. The{' '}
              <a href="/api/v1/openapi.json" hx-boost="false">
                HTTP API
              </a>{' '}
              does all that these pages do, for programs that have a <a href="/access">token</a>.
            </p>
            <Post to="/sign-out" csrf={frame.csrf}>
              <button>Sign out of this browser</button>
            </Post>
            <Post to="/sign-out/everywhere" csrf={frame.csrf}>
              <button>Sign out everywhere</button>
            </Post>
          </section>
        </div>
      </div>
    </Layout>
  );
};

const states: Readonly<Record<string, string>> = {
  connecting: 'connecting',
  connected: 'connected',
  sign_in_failed: 'sign-in failed',
  unreachable: 'cannot be reached',
};

const Mailboxes: FC<SettingsProps> = ({ frame, spot, checked, advice }) => (
  <section id="mailboxes" aria-labelledby="mailboxes-title">
    <h2 id="mailboxes-title">Mailboxes</h2>
    <ul class="mailboxes" id="mailbox-list" data-live>
      {frame.mailboxes.map((mailbox) => (
        <Mailbox
          mailbox={mailbox}
          frame={frame}
          refused={spot?.at === mailbox.mailboxId ? spot.refused : undefined}
          checks={checked?.at === mailbox.mailboxId ? checked.checks : undefined}
        />
      ))}
    </ul>
    <details class="panel-top" open={spot?.at === 'connect'}>
      <summary class="button">Connect another mailbox</summary>
      <MailboxForm
        csrf={frame.csrf}
        refused={spot?.at === 'connect' ? spot.refused : undefined}
        checks={checked?.at === 'connect' ? checked.checks : undefined}
        advice={advice}
      />
    </details>
  </section>
);

const Mailbox: FC<{
  readonly mailbox: MailboxView;
  readonly frame: Frame;
  readonly refused: Refused | undefined;
  readonly checks: readonly Check[] | undefined;
}> = ({ mailbox, frame, refused, checks }) => {
  const to = `/mailboxes/${mailbox.mailboxId}`;
  const failing = mailbox.state === 'sign_in_failed' || mailbox.state === 'unreachable';
  const well = mailbox.state === 'connected' && mailbox.sendingStopped === null;
  return (
    <li id={`mailbox-${mailbox.mailboxId}`}>
      <p class="address">{mailbox.address}</p>
      <p class="meta">
        <span class={well ? 'state good' : 'state bad'}>
          {states[mailbox.state] ?? mailbox.state}
        </span>
        {mailbox.practice && <span>practice mailbox, no mail leaves this machine</span>}
        {mailbox.lastLookedAt !== null && (
          <span>
            last looked <Time at={mailbox.lastLookedAt} clock={frame.clock} />
          </span>
        )}
      </p>
      {mailbox.detail !== null && <p>{mailbox.detail}</p>}
      {mailbox.sendingStopped !== null && <p class="alert">{mailbox.sendingStopped}</p>}
      <RefusedNote refused={refused} />
      {checks !== undefined && <Checks checks={checks} />}
      <div class="actions small">
        <Post to={`${to}/test`} csrf={frame.csrf} stay>
          <button>{failing ? 'Try again' : 'Test'}</button>
        </Post>
        <Post to={`${to}/prove`} csrf={frame.csrf} stay>
          <button>Send yourself a test mail and read it back</button>
        </Post>
        <details>
          <summary class="button">Identity and folders…</summary>
          <Identity to={`${to}/edit`} mailbox={mailbox} csrf={frame.csrf} />
        </details>
        {mailbox.oauth === null ? (
          <details open={mailbox.state === 'sign_in_failed'}>
            <summary class="button">New password…</summary>
            <NewPassword to={`${to}/edit`} mailbox={mailbox} csrf={frame.csrf} />
          </details>
        ) : (
          <Post to="/mailboxes/sign-in" csrf={frame.csrf}>
            <input type="hidden" name="provider" value={mailbox.oauth} />
            <input type="hidden" name="mailboxId" value={mailbox.mailboxId} />
            <button class={mailbox.state === 'sign_in_failed' ? 'primary' : undefined}>
              Sign in again
            </button>
          </Post>
        )}
        <details>
          <summary class="button">Remove…</summary>
          <Post to={`${to}/remove`} csrf={frame.csrf} class="panel">
            <p>
              Remove {mailbox.address}? Rapport forgets its password and stops watching it. The
              mails in it stay.
            </p>
            <button class="danger">Remove</button>
          </Post>
        </details>
      </div>
    </li>
  );
};

/** Who the mails are from, which other addresses are the user's, and folders that are not found. */
const Identity: FC<{
  readonly to: string;
  readonly mailbox: MailboxView;
  readonly csrf: string;
}> = ({ to, mailbox, csrf }) => (
  <Post to={to} csrf={csrf} class="panel" stay>
    <Line id={mailbox} name="fromName" label="Name in From" value={mailbox.fromName} />
    <Line id={mailbox} name="fromAddress" label="Address in From" value={mailbox.fromAddress} />
    <p class="hint">Empty: the name of your profile and the address of the mailbox.</p>
    <Line
      id={mailbox}
      name="aliases"
      label="Also me (further addresses of yours)"
      value={mailbox.aliases.join(', ')}
    />
    <Line id={mailbox} name="junkFolder" label="Folder for spam" value={mailbox.junkFolder} />
    <Line id={mailbox} name="sentFolder" label="Folder for sent mail" value={mailbox.sentFolder} />
    <p class="hint">Only where Rapport does not find the right one by itself.</p>
    <button class="primary">Check and save</button>
  </Post>
);

const Line: FC<{
  readonly id: MailboxView;
  readonly name: string;
  readonly label: string;
  readonly value: string | null;
}> = ({ id, name, label, value }) => (
  <div class="field">
    <label for={`${name}-${id.mailboxId}`}>{label}</label>
    <input id={`${name}-${id.mailboxId}`} name={name} value={value ?? ''} />
  </div>
);

/** Everything else of the mailbox stays: its journeys, its mail, how far it was read. */
const NewPassword: FC<{
  readonly to: string;
  readonly mailbox: MailboxView;
  readonly csrf: string;
}> = ({ to, mailbox, csrf }) => (
  <Post to={to} csrf={csrf} class="panel" stay>
    <div class="field">
      <label for={`password-${mailbox.mailboxId}`}>New password for {mailbox.address}</label>
      <input
        id={`password-${mailbox.mailboxId}`}
        name="password"
        type="password"
        autocomplete="off"
        required
      />
    </div>
    <button class="primary">Check and save</button>
  </Post>
);

const Cadence: FC<SettingsProps & { readonly refused: Refused | undefined }> = ({
  frame,
  policy,
  refused,
}) => (
  <section id="cadence" aria-labelledby="cadence-title">
    <h2 id="cadence-title">Cadence</h2>
    <p class="hint">
      Write times as you say them: 7 days, 24 hours, 1 hour 30 minutes, or none. What you change
      counts for contacts added from now on.
    </p>
    <Post to="/settings" csrf={frame.csrf}>
      <RefusedNote refused={refused} />
      {policyGroups.map((group) => (
        <fieldset>
          <legend>{group.title}</legend>
          {describePolicy()
            .filter(({ key }) => group.keys.includes(key))
            .toSorted((one, other) => group.keys.indexOf(one.key) - group.keys.indexOf(other.key))
            .map((entry) => (
              <Setting entry={entry} value={String(policy[entry.key])} refused={refused} />
            ))}
        </fieldset>
      ))}
      <div class="row">
        <button class="primary">Save the cadence</button>
        <button name="then" value="apply">
          Save, also for running journeys
        </button>
      </div>
    </Post>
  </section>
);

const Setting: FC<{
  readonly entry: PolicyEntry;
  readonly value: string;
  readonly refused: Refused | undefined;
}> = ({ entry, value, refused }) => (
  <div class="setting">
    {entry.kind === 'switch' ? (
      <div class="field">
        <label for={`field-${entry.key}`}>{policyLabels[entry.key]}</label>
        <p class="hint" id={`${entry.key}-hint`}>
          {entry.does}
        </p>
        <select id={`field-${entry.key}`} name={entry.key} aria-describedby={`${entry.key}-hint`}>
          <option value="true" selected={value === 'true'}>
            On
          </option>
          <option value="false" selected={value === 'false'}>
            Off
          </option>
        </select>
      </div>
    ) : (
      <Field
        name={entry.key}
        label={policyLabels[entry.key]}
        value={entry.kind === 'duration' ? durationInWords(value) : value}
        inputmode={entry.kind === 'number' ? 'numeric' : undefined}
        refused={refused}
        hint={
          <>
            {entry.does}
            {entry.kind !== 'duration' && <> Allowed: {entry.allowed}.</>}
            {entry.disagreement !== undefined && <span class="disagree">{entry.disagreement}</span>}
          </>
        }
      />
    )}
    {value !== entry.default && (
      <p class="now">
        default {entry.kind === 'duration' ? durationInWords(entry.default) : entry.default}
      </p>
    )}
  </div>
);
