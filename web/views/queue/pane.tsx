import type { FC } from 'hono/jsx';
import type { Queue, QueueItem } from '../../../operations/needs-you/read-queue.ts';
import { openedProof } from '../../http/opened-proof.ts';
import type { Frame } from '../../page/frame.ts';
import { purposeWords } from '../../../domain/purpose.ts';
import { queueGroupWords, stageWords } from '../../page/labels.ts';
import { writeQueueAddress, type QueueAddress } from '../../page/queue-address.ts';
import type { WayBack } from '../../page/way-back.ts';
import { ContactNote } from '../contact-note.tsx';
import { DraftActions } from '../draft/actions.tsx';
import { DraftNotes, LeftOut, Letter } from '../draft/letter.tsx';
import { RefusedNote, type Refused } from '../form.tsx';
import { MessageBody, Reasons } from '../message.tsx';
import { Time } from '../time.tsx';
import { Beside } from './beside.tsx';
import { ItemActions } from './item-actions.tsx';

/** One thing to decide about. The name stays at the top and what can be done at the bottom, however long the mail is. */
export const ItemPane: FC<{
  readonly entry: QueueItem;
  readonly address: QueueAddress;
  readonly frame: Frame;
  readonly refused: Refused | undefined;
}> = ({ entry, address, frame, refused }) => {
  const { item, draft, message, follows } = entry;
  const back: WayBack = {
    here: writeQueueAddress(address),
    next: writeQueueAddress({ ...address, itemId: entry.nextId }),
  };
  return (
    <article
      class={`pane ${item.type}${frame.toast === undefined ? '' : ' arrived'}`}
      id="pane"
      data-item
      data-item-id={item.id}
      data-opened={draft && openedProof(frame.csrf, draft)}
      data-live
      data-live-replace
      tabindex={-1}
      aria-labelledby="pane-title"
    >
      <Head entry={entry} address={address} frame={frame} />
      <div class="pane-body">
        <div class="pane-main">
          <RefusedNote refused={refused} />
          {item.type !== 'draft' && <p class="why">{item.why}</p>}
          {draft !== undefined && <DraftNotes draft={draft} frame={frame} back={back} />}
          {draft !== undefined && (
            <Letter to={draft.to} subject={draft.subject} text={draft.text} />
          )}
          {draft !== undefined && <LeftOut draft={draft} frame={frame} back={back} />}
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
          {item.contactId !== null && (
            <div class="actions small about-person">
              <ContactNote
                contactId={item.contactId}
                frame={frame}
                refused={undefined}
                back={back}
              />
              <a class="button" href={`/contacts/${item.contactId}/record`} data-key="c">
                Log a call
              </a>
            </div>
          )}
        </div>
        <Beside follows={follows} answered={message !== undefined} frame={frame} />
      </div>
      <div class="pane-actions">
        {draft === undefined ? (
          <ItemActions entry={entry} frame={frame} back={back} refused={refused} />
        ) : (
          <DraftActions draft={draft} frame={frame} back={back} refused={refused} />
        )}
      </div>
    </article>
  );
};

const Head: FC<{
  readonly entry: QueueItem;
  readonly address: QueueAddress;
  readonly frame: Frame;
}> = ({ entry: { item, group, purpose, contact, stage }, address, frame }) => (
  <header class="pane-head">
    <a class="to-list" href={writeQueueAddress({ ...address, itemId: undefined })}>
      The list
    </a>
    <p class="kind">{purpose === null ? queueGroupWords(group) : purposeWords(purpose)}</p>
    <h2 id="pane-title">
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
      {contact !== undefined && positionOf(contact) !== '' && <span>{positionOf(contact)}</span>}
      {stage !== null && <span>{stageWords(stage)}</span>}
      <span>
        <Time at={item.since} clock={frame.clock} />
      </span>
    </p>
  </header>
);

function positionOf({ facts, company }: NonNullable<QueueItem['contact']>): string {
  return [facts['role'], company]
    .filter((part) => typeof part === 'string' && part !== '')
    .join(', ');
}

/** The item was decided about elsewhere while its page was open: nothing takes its place by itself. */
export const GonePane: FC<{ readonly queue: Queue; readonly address: QueueAddress }> = ({
  queue,
  address,
}) => (
  <article class="pane nothing" id="pane" data-live data-live-replace>
    <p>This is settled: nothing about it needs you any more.</p>
    <p>
      <a
        class="button primary"
        href={writeQueueAddress({ ...address, itemId: queue.entries[0]?.item.id })}
      >
        {queue.total === 0 ? 'Back' : 'Go on with the list'}
      </a>
    </p>
  </article>
);
