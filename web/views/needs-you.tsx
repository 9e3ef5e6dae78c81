import type { FC } from 'hono/jsx';
import type { Queue, QueueItem } from '../../operations/needs-you/read-queue.ts';
import type { PracticePerson } from '../deps.ts';
import type { Frame } from '../page/frame.ts';
import { counted } from '../page/labels.ts';
import { DraftCard } from './draft.tsx';
import { Post, RefusedNote, type Refused } from './form.tsx';
import { Layout } from './layout.tsx';
import { Judge, JudgeWithMore, MessageBody, Reasons } from './message.tsx';
import { PractisePeople } from './practice.tsx';
import { TimeChoices } from './time-choices.tsx';
import { Time } from './time.tsx';

/** A refusal and the thing on the page that it is about. */
export type Spot = { readonly at: string; readonly refused: Refused };

export const NeedsYouPage: FC<{
  readonly frame: Frame;
  readonly queue: Queue;
  readonly people: readonly PracticePerson[];
  readonly spot?: Spot | undefined;
}> = ({ frame, queue, people, spot }) => (
  <Layout title={queue.total === 0 ? 'Needs you' : `(${queue.total}) Needs you`} frame={frame}>
    <div class="split">
      <div>
        <h1 id="title" data-live data-live-replace>
          {heading(queue.total)}
        </h1>
        {spot !== undefined && !queue.items.some((entry) => isAt(entry, spot)) && (
          <RefusedNote refused={spot.refused} />
        )}
        <div id="queue" class="queue" data-live>
          {queue.items.map((entry) => (
            <Entry
              entry={entry}
              frame={frame}
              refused={spot !== undefined && isAt(entry, spot) ? spot.refused : undefined}
            />
          ))}
          {queue.items.length === 0 && <Nothing queue={queue} practising={people.length > 0} />}
          {queue.total > queue.items.length && (
            <p id="more" class="more">
              <a href="/?all=1">Show all {counted(queue.total, 'entry', 'entries')}</a>
            </p>
          )}
        </div>
      </div>
      <aside class="beside" aria-label="What happens next">
        <Upcoming queue={queue} frame={frame} />
        <PractisePeople people={people} frame={frame} />
        <p class="hint keys-hint">
          <kbd>j</kbd> <kbd>k</kbd> move, <kbd>a</kbd> approve, <kbd>e</kbd> edit, <kbd>?</kbd> all
          keys
        </p>
      </aside>
    </div>
  </Layout>
);

function heading(total: number): string {
  if (total === 0) return 'Nothing needs you';
  return total === 1 ? 'One thing needs you' : `${total.toLocaleString('en')} things need you`;
}

function isAt(entry: QueueItem, spot: Spot): boolean {
  return (
    entry.draft?.draftId === spot.at ||
    entry.message?.id === spot.at ||
    entry.item.id === spot.at ||
    (entry.item.type === 'time' && entry.item.contactId === spot.at)
  );
}

const Entry: FC<{
  readonly entry: QueueItem;
  readonly frame: Frame;
  readonly refused: Refused | undefined;
}> = ({ entry, frame, refused }) => {
  if (entry.draft !== undefined) {
    return <DraftCard draft={entry.draft} frame={frame} back="/" refused={refused} />;
  }
  return <OtherCard entry={entry} frame={frame} refused={refused} />;
};

const captions = {
  draft: 'Draft',
  reply: 'Reply',
  time: 'Time to confirm',
  meeting: 'Meeting',
  thank_you: 'Thank-you owed',
  question: 'Question',
  problem: 'Problem',
} as const;

const OtherCard: FC<{
  readonly entry: QueueItem;
  readonly frame: Frame;
  readonly refused: Refused | undefined;
}> = ({ entry: { item, message, zone, ambiguous }, frame, refused }) => (
  <article class={`card ${item.type}`} id={`item-${item.id}`} data-item tabindex={-1}>
    <header>
      <p class="kind">{captions[item.type]}</p>
      <h2>
        {item.contactId === null ? (
          <a href="/settings#mailboxes" data-open>
            Your mailbox
          </a>
        ) : (
          <a href={`/contacts/${item.contactId}`} data-open>
            {item.contactName ?? 'A contact'}
          </a>
        )}
      </h2>
      <p class="meta">
        <Time at={item.since} clock={frame.clock} />
      </p>
    </header>
    <RefusedNote refused={refused} />
    <p class="why">{item.why}</p>
    {message !== undefined && (
      <div class="letter received">
        <dl>
          <dt>From</dt>
          <dd>{message.from}</dd>
          <dt>Subject</dt>
          <dd class="subject">{message.subject === '' ? '(no subject)' : message.subject}</dd>
        </dl>
        <MessageBody message={message} />
      </div>
    )}
    {message !== undefined && <Reasons message={message} />}
    {item.type === 'time' && (
      <TimeChoices item={item} zone={zone} frame={frame} refused={refused} />
    )}
    {message !== undefined && item.type === 'time' && (
      <details>
        <summary>It is about something else</summary>
        <Judge message={message} frame={frame} back="/" />
        <JudgeWithMore message={message} frame={frame} back="/" refused={refused} />
      </details>
    )}
    {message !== undefined && item.type === 'reply' && (
      <>
        <Judge message={message} frame={frame} back="/" />
        <JudgeWithMore message={message} frame={frame} back="/" refused={refused} />
      </>
    )}
    {item.type === 'question' && <Choices item={item} frame={frame} />}
    {ambiguous && item.draftId !== null && <Settle draftId={item.draftId} frame={frame} back="/" />}
    {item.type === 'problem' && !ambiguous && <Dismiss item={item} frame={frame} />}
  </article>
);

const Choices: FC<{ readonly item: QueueItem['item']; readonly frame: Frame }> = ({
  item,
  frame,
}) => (
  <Post to={`/questions/${item.id}/answer`} csrf={frame.csrf} class="judge" stay>
    <input type="hidden" name="back" value="/" />
    <div class="row">
      {(item.choices ?? []).map(({ name, says }) => (
        <button name="choice" value={name}>
          {says}
        </button>
      ))}
    </div>
  </Post>
);

const Dismiss: FC<{ readonly item: QueueItem['item']; readonly frame: Frame }> = ({
  item,
  frame,
}) => (
  <Post to={`/problems/${item.id}/dismiss`} csrf={frame.csrf} class="judge" stay>
    <input type="hidden" name="back" value="/" />
    <div class="row">
      {item.contactId !== null && (
        <a class="button" href={`/contacts/${item.contactId}/edit`}>
          Correct the address
        </a>
      )}
      <button>It is dealt with</button>
    </div>
  </Post>
);

/** Asks what only the person can know: whether a mail reached the server. */
export const Settle: FC<{
  readonly draftId: string;
  readonly frame: Frame;
  readonly back: string;
}> = ({ draftId, frame, back }) => (
  <Post to={`/drafts/${draftId}/settle`} csrf={frame.csrf} class="judge" stay>
    <input type="hidden" name="back" value={back} />
    <p class="ask">Look into the Sent folder of your mailbox. Was it sent?</p>
    <div class="row">
      <button name="answer" value="sent">
        It was sent
      </button>
      <button name="answer" value="not_sent">
        It was not sent: send it again
      </button>
    </div>
  </Post>
);

const Nothing: FC<{ readonly queue: Queue; readonly practising: boolean }> = ({
  queue,
  practising,
}) => (
  <div class="nothing" id="nothing">
    {queue.contacts === 0 ? (
      <>
        <p>
          {practising
            ? 'Choose somebody to practise with, or add a person of your own making. '
            : 'Add the first person you would like to learn from. '}
          Rapport drafts the mail; it goes out only after you have approved it.
        </p>
        <p>
          <a class="button primary" href="/contacts/new">
            Add a contact
          </a>
        </p>
      </>
    ) : (
      <>
        <p>
          {queue.upcoming.length > 0
            ? 'You can close this page. Rapport watches your mailbox and comes back here when somebody answers, or when a draft is due.'
            : 'Nobody is waited for at the moment.'}
        </p>
        <p>
          <a class="button" href="/contacts/new">
            Add a contact
          </a>
        </p>
      </>
    )}
  </div>
);

const Upcoming: FC<{ readonly queue: Queue; readonly frame: Frame }> = ({ queue, frame }) => (
  <section id="upcoming" data-live data-live-replace>
    {queue.upcoming.length > 0 && (
      <>
        <h2>Next, by itself</h2>
        <ul class="upcoming">
          {queue.upcoming.map((contact) => (
            <li>
              <a href={`/contacts/${contact.contactId}`}>{contact.name}</a>
              <span>
                {contact.next !== null && (
                  <>
                    <Time at={contact.next.at} clock={frame.clock} />: {contact.next.why}
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      </>
    )}
  </section>
);
