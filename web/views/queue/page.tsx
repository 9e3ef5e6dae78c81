import type { FC } from 'hono/jsx';
import type { Queue } from '../../../operations/needs-you/read-queue.ts';
import type { PracticePerson } from '../../deps.ts';
import type { Frame } from '../../page/frame.ts';
import type { PracticeStep } from '../../page/practice-progress.ts';
import { writeQueueAddress, type QueueAddress } from '../../page/queue-address.ts';
import { RefusedNote, type Spot } from '../form.tsx';
import { Layout } from '../layout.tsx';
import { PracticeGuide, PractisePeople } from '../practice.tsx';
import { EmptyQueue, Upcoming } from './empty.tsx';
import { QueueFilterForm, QueueList } from './list.tsx';
import { GonePane, ItemPane } from './pane.tsx';

/** Two panes: the list by urgency, and the one item that is open. On a phone one of them at a time. */
export const NeedsYouPage: FC<{
  readonly frame: Frame;
  readonly queue: Queue;
  readonly address: QueueAddress;
  readonly people: readonly PracticePerson[];
  /** Of the guided task; undefined where nobody practises, or it is done. */
  readonly step: PracticeStep | undefined;
  readonly spot?: Spot | undefined;
}> = ({ frame, queue, address, people, step, spot }) => {
  const { open, total } = queue;
  const here: QueueAddress = { ...address, page: queue.page, itemId: open?.item.id };
  const refused = spot !== undefined && open !== undefined && isAt(open, spot);
  return (
    <Layout title={total === 0 ? 'Needs you' : `(${total}) Needs you`} frame={frame} wide>
      {spot !== undefined && !refused && <RefusedNote refused={spot.refused} />}
      <div
        class={`desk ${address.itemId === undefined ? 'at-list' : 'at-item'}`}
        id="desk"
        data-live-href={open === undefined ? undefined : writeQueueAddress(here)}
      >
        <div class="side">
          <h1 id="title" data-live data-live-replace>
            {heading(total)}
          </h1>
          {total > 0 && <QueueFilterForm queue={queue} address={address} />}
          <QueueList queue={queue} address={here} frame={frame} />
          <Upcoming queue={queue} frame={frame} />
          {total > 0 && <PractisePeople people={people} frame={frame} />}
        </div>
        <div class="pane-place">
          <PracticeGuide step={step} />
          {open !== undefined && (
            <ItemPane
              entry={open}
              address={here}
              frame={frame}
              refused={refused ? spot.refused : undefined}
            />
          )}
          {open === undefined && queue.gone && <GonePane queue={queue} address={address} />}
          {open === undefined && !queue.gone && total > 0 && (
            <div class="pane nothing" id="pane">
              <p>Nothing on your list is like that. Change the search, or clear it.</p>
            </div>
          )}
          {total === 0 && !queue.gone && <EmptyQueue queue={queue} practising={frame.practising} />}
          {total === 0 && <PractisePeople people={people} frame={frame} />}
        </div>
      </div>
    </Layout>
  );
};

function heading(total: number): string {
  if (total === 0) return 'Nothing needs you';
  return total === 1 ? 'One thing needs you' : `${total.toLocaleString('en')} things need you`;
}

function isAt({ item, draft, message }: NonNullable<Queue['open']>, spot: Spot): boolean {
  return (
    draft?.draftId === spot.at ||
    message?.id === spot.at ||
    item.id === spot.at ||
    item.contactId === spot.at ||
    item.id.endsWith(`:${spot.at}`) ||
    spot.at === 'write'
  );
}
