import type { FC } from 'hono/jsx';
import { durationInWords } from '../../domain/timing/duration-words.ts';
import type { MailboxView } from '../../operations/views.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Frame } from '../page/frame.ts';
import { cadenceOfOne, policyLabels } from '../page/policy-labels.ts';
import { Field, Post, RefusedNote, type Refused } from './form.tsx';
import { Layout } from './layout.tsx';
import { Becomes, PreviewTrigger } from './letter-preview.tsx';
import { TimeZones } from './profile-fields.tsx';

/** Fields of a contact as text, by the names of the operation's input. */
export type ContactValues = Readonly<Record<string, string>>;

export const AddContactPage: FC<{
  readonly frame: Frame;
  /** The cadence that holds where nothing else is said. */
  readonly policy: Policy;
  readonly refused?: Refused | undefined;
}> = ({ frame, policy, refused }) => (
  <Layout title="Add a contact" frame={frame}>
    <div class="reading">
      <h1>Add a contact</h1>
      <p class="lead">
        The more you say about why this person, the better the draft. It waits for your approval.
      </p>
      <Post to="/contacts" csrf={frame.csrf}>
        <RefusedNote refused={refused} />
        <PreviewTrigger />
        <ContactFields values={{}} refused={refused} unfold={[]} />
        <Cadence policy={policy} refused={refused} />
        {frame.mailboxes.length > 1 && (
          <MailboxChoice mailboxes={frame.mailboxes} refused={refused} />
        )}
        <div class="row">
          <button class="primary">Add and draft the mail</button>
        </div>
      </Post>
    </div>
  </Layout>
);

export const EditContactPage: FC<{
  readonly frame: Frame;
  readonly contactId: string;
  readonly name: string;
  readonly values: ContactValues;
  readonly refused?: Refused | undefined;
}> = ({ frame, contactId, name, values, refused }) => (
  <Layout title={`Edit ${name}`} frame={frame}>
    <div class="reading">
      <h1>Edit {name}</h1>
      <Post to={`/contacts/${contactId}`} csrf={frame.csrf}>
        <RefusedNote refused={refused} />
        <PreviewTrigger contactId={contactId} />
        <ContactFields
          values={values}
          refused={refused}
          unfold={Object.keys(values).filter((key) => values[key] !== '')}
        />
        <div class="row">
          <button class="primary">Save</button>
          <a class="button plain" href={`/contacts/${contactId}`}>
            Cancel
          </a>
        </div>
      </Post>
    </div>
  </Layout>
);

const found = ['referredBy', 'sharedAffiliation', 'path', 'wrote'];
const practical = ['timeZone', 'language', 'addressAs', 'formality', 'country', 'notes'];

const ContactFields: FC<{
  readonly values: ContactValues;
  readonly refused: Refused | undefined;
  readonly unfold: readonly string[];
}> = ({ values, refused, unfold }) => {
  const open = (names: readonly string[]): boolean =>
    names.some(
      (name) =>
        unfold.includes(name) || refused?.field === name || (refused?.values[name] ?? '') !== '',
    );
  const given = (name: string) => ({ name, value: values[name], refused });
  return (
    <>
      <div class="pair">
        <Field {...given('name')} label="Name" required autocomplete="off" />
        <Field {...given('email')} label="Email" type="email" required autocomplete="off" />
      </div>
      <div class="pair">
        <Field {...given('company')} label="Company or organisation" autocomplete="off" />
        <Field {...given('role')} label="Role" autocomplete="off" />
      </div>
      <Becomes field="role" />
      <Field
        {...given('foundThrough')}
        label="How did you find them?"
        hint="LinkedIn, at the alumni evening, “your talk at the grid conference”, or a sentence: “We met at …”."
      />
      <Becomes field="foundThrough" />
      <Field
        {...given('admire')}
        label="What stayed with you?"
        rows={2}
        hint="“What stayed with me is …”: how you moved from research into product. The one sentence that makes people answer. Write it to the person, in the language of the mail."
      />
      <Becomes field="admire" />
      <Field
        {...given('topics')}
        label="Up to three topics to ask about"
        rows={3}
        hint="One a line: the first year after leaving academia; how you choose what to build; or a question."
      />
      <Becomes field="topics" />
      <details class="more-fields" open={open(found)}>
        <summary>
          What connects you: introducer, shared past, their path, something they wrote
        </summary>
        <Field
          {...given('referredBy')}
          label="Referred by"
          hint="Who said you should write. They are named first."
        />
        <Becomes field="referredBy" />
        <Field
          {...given('sharedAffiliation')}
          label="Shared affiliation"
          hint="A university, employer, town or association you both know."
        />
        <Becomes field="sharedAffiliation" />
        <Field
          {...given('path')}
          label="Their path"
          hint="Before -> now: nurse -> UX researcher."
        />
        <Becomes field="path" />
        <Field
          {...given('wrote')}
          label="Something they wrote or made"
          hint="“I am writing because of …”: your article on grid security."
        />
        <Becomes field="wrote" />
      </details>
      <details class="more-fields" open={open(practical)}>
        <summary>Practical: time zone, language, country, notes</summary>
        <div class="pair">
          <Field
            {...given('timeZone')}
            label="Time zone"
            list="time-zones"
            placeholder="Europe/Berlin"
            hint="Mails go out in their working hours."
            autocomplete="off"
          />
          <Field
            {...given('country')}
            label="Country"
            placeholder="DE"
            hint="A two-letter code, for public holidays."
            autocomplete="off"
          />
        </div>
        <div class="pair">
          <Field {...given('language')} label="Language" placeholder="en" autocomplete="off" />
          <Field
            {...given('addressAs')}
            label="How to address"
            placeholder="Frau, Dr., Mme"
            hint="As it stands before the name. Empty: by the full name, without a guess."
            autocomplete="off"
          />
        </div>
        <Field
          {...given('formality')}
          label="Sie or du, vous or tu"
          list="formality"
          placeholder="formal"
          autocomplete="off"
        />
        <datalist id="formality">
          <option value="formal" />
          <option value="informal" />
        </datalist>
        <Field
          {...given('notes')}
          label="Notes"
          rows={4}
          hint="For you alone; never part of a mail."
        />
      </details>
      <TimeZones />
    </>
  );
};

const Cadence: FC<{ readonly policy: Policy; readonly refused: Refused | undefined }> = ({
  policy,
  refused,
}) => (
  <details
    class="more-fields"
    open={cadenceOfOne.some((key) => refused?.field === key || (refused?.values[key] ?? '') !== '')}
  >
    <summary>Another cadence for this person</summary>
    <p class="hint">What is left empty is as in the settings, which is shown in grey.</p>
    <div class="pair">
      {cadenceOfOne.map((key) => (
        <Field
          name={key}
          label={policyLabels[key]}
          placeholder={durationInWords(String(policy[key]))}
          refused={refused}
          autocomplete="off"
        />
      ))}
    </div>
  </details>
);

/** From which of several mailboxes to write. */
export const MailboxChoice: FC<{
  readonly mailboxes: readonly MailboxView[];
  readonly refused: Refused | undefined;
}> = ({ mailboxes, refused }) => (
  <div class="field">
    <label for="field-mailbox">Write from</label>
    <select id="field-mailbox" name="mailbox">
      {mailboxes.map((mailbox) => (
        <option
          value={mailbox.mailboxId}
          selected={refused?.values['mailbox'] === mailbox.mailboxId}
        >
          {mailbox.address}
          {mailbox.practice ? ' (practice)' : ''}
        </option>
      ))}
    </select>
  </div>
);
