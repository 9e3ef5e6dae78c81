import type { FC } from 'hono/jsx';
import { queueGroups, type QueueGroup } from '../../../operations/needs-you/queue-groups.ts';
import type { Queue, QueueEntry } from '../../../operations/needs-you/read-queue.ts';
import type { Frame } from '../../page/frame.ts';
import { purposeWords } from '../../../domain/purpose.ts';
import { queueGroupWords, stageWords } from '../../page/labels.ts';
import { writeQueueAddress, type QueueAddress } from '../../page/queue-address.ts';
import { Time } from '../time.tsx';

/** Search and filters. Typing asks the server again; without a script the button does. */
export const QueueFilterForm: FC<{
  readonly queue: Queue;
  readonly address: QueueAddress;
}> = ({ queue, address: { filter } }) => (
  <form
    id="queue-filter"
    class="filter"
    method="get"
    action="/"
    role="search"
    hx-get="/"
    hx-trigger="input changed delay:250ms from:#queue-search, change, submit"
    hx-target="#queue-results"
    hx-select="#queue-results"
    hx-swap="outerHTML"
    hx-push-url="true"
  >
    <label class="unseen" for="queue-search">
      Search what needs you
    </label>
    <input
      id="queue-search"
      type="search"
      name="q"
      value={filter.text}
      placeholder="Search  /"
      autocomplete="off"
      data-search
    />
    <details
      open={
        filter.group !== undefined || filter.company !== undefined || filter.stage !== undefined
      }
    >
      <summary>Filter</summary>
      <Choice
        name="kind"
        label="Kind"
        chosen={filter.group}
        options={queueGroups.map((group) => ({ value: group, label: queueGroupWords(group) }))}
      />
      <Choice
        name="company"
        label="Company"
        chosen={filter.company}
        options={queue.companies.map((company) => ({ value: company, label: company }))}
      />
      <Choice
        name="stage"
        label="Stage"
        chosen={filter.stage}
        options={queue.stages.map((stage) => ({ value: stage, label: stageWords(stage) }))}
      />
    </details>
    <button class="unseen">Search</button>
  </form>
);

const Choice: FC<{
  readonly name: string;
  readonly label: string;
  readonly chosen: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}> = ({ name, label, chosen, options }) => (
  <div class="choice">
    <label for={`queue-${name}`}>{label}</label>
    <select id={`queue-${name}`} name={name}>
      <option value="">All</option>
      {options.map((option) => (
        <option value={option.value} selected={option.value === chosen}>
          {option.label}
        </option>
      ))}
    </select>
  </div>
);

/** The list itself: each group with its count, each line a link that opens the item. */
export const QueueList: FC<{
  readonly queue: Queue;
  /** Names the item that is open. */
  readonly address: QueueAddress;
  readonly frame: Frame;
}> = ({ queue, address, frame }) => (
  <div id="queue-results">
    {queue.found < queue.total && (
      <p class="hint" role="status">
        {queue.found.toLocaleString('en')} of {queue.total.toLocaleString('en')}.{' '}
        <a href="/">Clear the search</a>
      </p>
    )}
    <form id="bulk" method="post" action="/drafts/approve-opened" class="bulk" hidden>
      <input type="hidden" name="csrf" value={frame.csrf} />
      <input
        type="hidden"
        name="back"
        value={writeQueueAddress({ ...address, itemId: undefined })}
      />
      <input type="hidden" name="letters" value="" />
      <p aria-live="polite"></p>
      <button class="primary">Approve</button>
    </form>
    <ol id="queue" class="queue" data-live aria-label="What needs you">
      {queue.entries.flatMap((entry, at) => [
        ...(entry.group === queue.entries[at - 1]?.group
          ? []
          : [<Group group={entry.group} count={queue.counts.get(entry.group) ?? 0} />]),
        <Row entry={entry} address={address} frame={frame} />,
      ])}
    </ol>
    {queue.pages > 1 && <Pager queue={queue} address={address} />}
  </div>
);

const Group: FC<{ readonly group: QueueGroup; readonly count: number }> = ({ group, count }) => (
  <li class={`group ${group}`} id={`group-${group}`}>
    <h2>
      {queueGroupWords(group)} <span class="number">{count.toLocaleString('en')}</span>
    </h2>
  </li>
);

const Row: FC<{
  readonly entry: QueueEntry;
  readonly address: QueueAddress;
  readonly frame: Frame;
}> = ({ entry, address, frame }) => {
  const { item } = entry;
  const href = writeQueueAddress({ ...address, itemId: item.id });
  const name = item.contactId === null ? 'Your mailbox' : (item.contactName ?? 'A contact');
  return (
    <li id={`row-${item.id}`} class="row-line" data-row={item.id}>
      {item.type === 'draft' && (
        <input
          type="checkbox"
          class="pick"
          data-pick={item.draftId}
          aria-label={`Choose the opened mail to ${name}`}
          hidden
        />
      )}
      <a
        href={href}
        aria-current={item.id === address.itemId ? 'true' : undefined}
        hx-get={href}
        hx-target="#pane"
        hx-select="#pane"
        hx-swap="outerHTML show:none"
        hx-push-url="true"
        hx-sync="closest ol:replace"
      >
        <span class="who">{name}</span>
        <span class="when">
          <Time at={item.since} clock={frame.clock} />
        </span>
        <span class="what">{lineOf(entry)}</span>
      </a>
    </li>
  );
};

function lineOf({ item, purpose, company, subject }: QueueEntry): string {
  if (item.type !== 'draft') return item.why;
  return [purposeWords(purpose ?? ''), company, subject].filter(Boolean).join(' · ');
}

const Pager: FC<{ readonly queue: Queue; readonly address: QueueAddress }> = ({
  queue,
  address,
}) => {
  const at = (page: number): string => writeQueueAddress({ ...address, page, itemId: undefined });
  return (
    <nav class="pager" aria-label="Parts of this list">
      {queue.page > 1 && (
        <a rel="prev" href={at(queue.page - 1)}>
          Previous
        </a>
      )}
      <span>
        {queue.page} of {queue.pages}
      </span>
      {queue.page < queue.pages && (
        <a rel="next" href={at(queue.page + 1)}>
          Next
        </a>
      )}
    </nav>
  );
};
