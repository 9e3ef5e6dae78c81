import type { Child, FC } from 'hono/jsx';
import type { ReferralView } from '../../operations/referrals/present-referral.ts';
import type { ContactView, MessageView } from '../../operations/views.ts';
import type { Frame } from '../page/frame.ts';
import { counted, outcomeWords, stageWords } from '../page/labels.ts';
import type { WayBack } from '../page/way-back.ts';
import { ContactActions } from './contact-actions.tsx';
import { Introductions } from './contact-introductions.tsx';
import { ContactMeetings } from './contact-meetings.tsx';
import { ContactNote } from './contact-note.tsx';
import { DraftCard } from './draft/card.tsx';
import { BackFields, Field, Post, RefusedNote, type Refused, type Spot } from './form.tsx';
import { Layout } from './layout.tsx';
import { ConversationMessage } from './message.tsx';
import { Settle } from './queue/item-actions.tsx';
import { Time } from './time.tsx';

/** Everything about one person. */
export const ContactPage: FC<{
  readonly frame: Frame;
  readonly contact: ContactView;
  readonly referrals: readonly ReferralView[];
  readonly spot?: Spot | undefined;
  /** Opens the field for a mail of one's own. */
  readonly writing?: boolean | undefined;
}> = ({ frame, contact, referrals, spot, writing }) => {
  const here = `/contacts/${contact.contactId}`;
  const back: WayBack = { here, next: here };
  const at = (key: string | null): Refused | undefined =>
    key !== null && spot?.at === key ? spot.refused : undefined;
  const aboutPerson = at('contact') ?? at(contact.contactId);
  return (
    <Layout title={contact.name} frame={frame}>
      <div class="split contact">
        <div class="page-head">
          <h1>{contact.name}</h1>
          <p class="meta">
            {position(contact) !== '' && <span>{position(contact)}</span>}
            <span class="address">{contact.email}</span>
          </p>
        </div>
        <aside class="beside">
          <JourneyStatus contact={contact} frame={frame} />
          <RefusedNote refused={aboutPerson} />
          <ContactActions contact={contact} frame={frame} refused={aboutPerson} />
          <ContactMeetings contact={contact} frame={frame} refused={at('meeting')} />
        </aside>
        <div class="main-column">
          <Warnings contact={contact} frame={frame} />
          <div id="drafts" class="drafts" data-live>
            {contact.drafts.map((draft) => (
              <DraftCard draft={draft} frame={frame} back={back} refused={at(draft.draftId)} />
            ))}
          </div>
          <section aria-labelledby="conversation-title">
            <h2 id="conversation-title">Conversation</h2>
            <div id="conversation" class="conversation" data-live>
              {contact.messages.length === 0 && (
                <p class="empty" id="no-messages">
                  Nothing has been sent or received yet.
                </p>
              )}
              {contact.messages.map((message) => (
                <Mail message={message} frame={frame} back={back} refused={at(mailKey(message))} />
              ))}
            </div>
          </section>
          {!contact.suppressed && (
            <Write
              contact={contact}
              back={back}
              frame={frame}
              refused={at('write')}
              open={writing === true || at('write') !== undefined}
            />
          )}
        </div>
        <div class="beside second">
          <Facts contact={contact} />
          <Introductions contactId={contact.contactId} referrals={referrals} />
          <ContactNote contactId={contact.contactId} frame={frame} refused={at('note')} />
          <Timeline contact={contact} frame={frame} />
        </div>
      </div>
    </Layout>
  );
};

function position(contact: ContactView): string {
  return [factText(contact.facts['role']), contact.company ?? '']
    .filter((part) => part !== '')
    .join(', ');
}

const JourneyStatus: FC<{ readonly contact: ContactView; readonly frame: Frame }> = ({
  contact,
  frame,
}) => (
  <section id="standing" class="standing" data-live data-live-replace aria-label="Where it stands">
    <p class={`stage ${contact.stage}`}>
      {stageWords(contact.stage)}
      {contact.outcome !== null && `: ${outcomeWords(contact.outcome)}`}
    </p>
    {contact.next !== null ? (
      <p class="next">
        <strong>
          Next: <Time at={contact.next.at} clock={frame.clock} />
        </strong>
        <span>
          <Time at={contact.next.at} clock={frame.clock} as="absolute" />
        </span>
        <span class="why">{contact.next.why}</span>
      </p>
    ) : (
      contact.waitingFor !== null && <p class="next">Waits for {contact.waitingFor}.</p>
    )}
  </section>
);

const Warnings: FC<{ readonly contact: ContactView; readonly frame: Frame }> = ({
  contact,
  frame,
}) => (
  <div id="warnings" data-live data-live-replace>
    {contact.suppressed && (
      <p class="alert">
        This person asked not to be written to, or you suppressed the address. Rapport sends nothing
        to it.
      </p>
    )}
    {contact.earlier !== null && (
      <p class="note strong">
        Your mailbox shows {counted(contact.earlier.count, 'earlier mail')} with this person
        {contact.earlier.latest !== null && (
          <>
            , the latest <Time at={contact.earlier.latest} clock={frame.clock} />
          </>
        )}
        . Read them before you approve a mail that says you have never met.
      </p>
    )}
    {contact.problems.map((problem) => (
      <p class="alert">{problem.text}</p>
    ))}
  </div>
);

const Mail: FC<{
  readonly message: MessageView;
  readonly frame: Frame;
  readonly back: WayBack;
  readonly refused: Refused | undefined;
}> = ({ message, frame, back, refused }) => (
  <ConversationMessage message={message} frame={frame} back={back}>
    <RefusedNote refused={refused} />
    {message.draftId !== null &&
      (message.state === 'approved' || message.state === 'scheduled') && (
        <Post to={`/drafts/${message.draftId}/unapprove`} csrf={frame.csrf} class="actions" stay>
          <BackFields back={back} />
          <button>Take the approval back</button>
        </Post>
      )}
    {message.draftId !== null && message.state === 'ambiguous' && (
      <Settle draftId={message.draftId} frame={frame} back={back} />
    )}
  </ConversationMessage>
);

function mailKey(message: MessageView): string | null {
  return message.draftId ?? message.id;
}

const Write: FC<{
  readonly contact: ContactView;
  readonly back: WayBack;
  readonly frame: Frame;
  readonly refused: Refused | undefined;
  readonly open: boolean;
}> = ({ contact, back, frame, refused, open }) => (
  <details class="write" id="write" open={open}>
    <summary class="button" data-page-key="w">
      Write to {contact.name}
    </summary>
    <Post to={`/contacts/${contact.contactId}/write`} csrf={frame.csrf} class="panel">
      <BackFields back={back} />
      <RefusedNote refused={refused} />
      <Field
        name="subject"
        label="Subject"
        value={answerSubject(contact.messages)}
        refused={refused}
      />
      <Field
        name="text"
        label="Text"
        rows={10}
        refused={refused}
        hint="It becomes a draft above. Nothing is sent before you approve it."
      />
      <button class="primary">Make a draft</button>
    </Post>
  </details>
);

function answerSubject(messages: readonly MessageView[]): string {
  const last = messages.findLast((message) => message.subject !== '')?.subject;
  if (last === undefined) return '';
  return /^(re|aw|antw|sv|rv)\s*:/i.test(last) ? last : `Re: ${last}`;
}

const factLabels: Readonly<Record<string, string>> = {
  path: 'Path',
  foundThrough: 'Found through',
  sharedAffiliation: 'In common',
  referredBy: 'Referred by',
  admire: 'Admired',
  wrote: 'Wrote or made',
  topics: 'Topics',
  language: 'Language',
  timeZone: 'Time zone',
  country: 'Country',
  notes: 'Notes',
};

const Facts: FC<{ readonly contact: ContactView }> = ({ contact }) => {
  const known = Object.entries(factLabels).flatMap(([key, label]) => {
    const text = factText(contact.facts[key]);
    return text === '' ? [] : [{ label, text }];
  });
  return (
    <section aria-labelledby="facts-title">
      <h2 id="facts-title">Known about them</h2>
      {known.length === 0 ? (
        <p class="empty">Nothing yet.</p>
      ) : (
        <dl class="facts">
          {known.map(({ label, text }) => (
            <Fact label={label}>{text}</Fact>
          ))}
        </dl>
      )}
      <p>
        <a href={`/contacts/${contact.contactId}/edit`}>Edit</a>
      </p>
    </section>
  );
};

const Fact: FC<{ readonly label: string; readonly children?: Child }> = ({ label, children }) => (
  <>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </>
);

function factText(fact: string | string[] | null | undefined): string {
  if (fact === null || fact === undefined) return '';
  return typeof fact === 'string' ? fact : fact.join(' · ');
}

const Timeline: FC<{ readonly contact: ContactView; readonly frame: Frame }> = ({
  contact,
  frame,
}) => (
  <section aria-labelledby="timeline-title">
    <h2 id="timeline-title">Timeline</h2>
    <ol class="timeline" id="timeline" data-live data-live-replace>
      {contact.timeline.toReversed().map((event) => (
        <li>
          <Time at={event.at} clock={frame.clock} />
          <span>{event.text}</span>
        </li>
      ))}
    </ol>
  </section>
);
