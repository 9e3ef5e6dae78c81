import type { FC } from 'hono/jsx';
import type { BoardColumn } from '../../operations/contact-lists/read-board.ts';
import type { ContactCard } from '../../operations/contact-lists/contact-cards.ts';
import type { Stage } from '../../operations/views.ts';
import type { Frame } from '../page/frame.ts';
import { counted, outcomeWords, stageWords, turnWords } from '../page/labels.ts';
import { Layout } from './layout.tsx';
import { WhatNext } from './next.tsx';

/** Stages that are worth their place even while nobody is at them. */
const alwaysShown: readonly Stage[] = [
  'awaiting_approval',
  'scheduled',
  'waiting',
  'in_conversation',
  'meeting',
  'thank_you',
  'keeping_in_touch',
  'closed',
];

export const BoardPage: FC<{
  readonly frame: Frame;
  readonly columns: readonly BoardColumn[];
  readonly only?: Stage | undefined;
  readonly page: number;
  readonly perPage: number;
}> = ({ frame, columns, only, page, perPage }) => {
  const total = columns.reduce((sum, column) => sum + column.count, 0);
  const shown = columns.filter(({ stage, count }) => count > 0 || alwaysShown.includes(stage));
  return (
    <Layout title="Board" frame={frame} wide>
      <div class="page-head">
        <h1>{only === undefined ? 'Board' : stageWords(only)}</h1>
        <p class="meta">
          {counted(total, 'contact')}
          {only !== undefined && (
            <>
              {' '}
              · <a href="/board">the whole board</a>
            </>
          )}
        </p>
        <a class="button primary" href="/contacts/new">
          Add a contact
        </a>
      </div>
      {only === undefined && (
        <nav class="stages" aria-label="Stages">
          {shown.map(({ stage, count }) => (
            <a href={`#column-${stage}`} hx-boost="false">
              {stageWords(stage)} <span class="number">{count.toLocaleString('en')}</span>
            </a>
          ))}
        </nav>
      )}
      <div
        id="board"
        class={only === undefined ? 'board' : 'board one'}
        data-live
        data-live-replace
      >
        {shown.map((column) => (
          <Column column={column} frame={frame} whole={only === undefined} />
        ))}
      </div>
      {only !== undefined && total > perPage && (
        <nav class="pager" aria-label="Parts of this list">
          {page > 1 && <a href={`/board?stage=${only}&page=${page - 1}`}>Previous</a>}
          <span>
            {page} of {Math.ceil(total / perPage)}
          </span>
          {page * perPage < total && <a href={`/board?stage=${only}&page=${page + 1}`}>Next</a>}
        </nav>
      )}
    </Layout>
  );
};

/** So many people of a stage are shown where the stages stand under each other; `style.css` counts alike. */
const narrow = 5;

const Column: FC<{
  readonly column: BoardColumn;
  readonly frame: Frame;
  readonly whole: boolean;
}> = ({ column, frame, whole }) => (
  <section class="column" id={`column-${column.stage}`} aria-labelledby={`stage-${column.stage}`}>
    <h2 id={`stage-${column.stage}`}>
      {stageWords(column.stage)} <span class="number">{column.count.toLocaleString('en')}</span>
    </h2>
    {column.count === 0 ? (
      <p class="empty">Nobody</p>
    ) : (
      <ul>
        {column.contacts.map((contact) => (
          <li id={`at-${contact.contactId}`} data-item tabindex={-1}>
            <ContactTile contact={contact} frame={frame} />
          </li>
        ))}
      </ul>
    )}
    {whole && column.count > narrow && (
      <p class={column.count > column.contacts.length ? 'more' : 'more narrow'}>
        <a href={`/board?stage=${column.stage}`}>Show all {column.count.toLocaleString('en')}</a>
      </p>
    )}
  </section>
);

const ContactTile: FC<{ readonly contact: ContactCard; readonly frame: Frame }> = ({
  contact,
  frame,
}) => (
  <a class="tile" href={`/contacts/${contact.contactId}`} data-open>
    <span class="name">{contact.name}</span>
    {contact.company !== null && <span class="company">{contact.company}</span>}
    {contact.turn !== 'nobody' && (
      <span class={`turn ${contact.turn}`}>{turnWords(contact.turn)}</span>
    )}
    <span class="next">
      <WhatNext contact={contact} frame={frame} />
    </span>
    {contact.outcome !== null && <span class="next">{outcomeWords(contact.outcome)}</span>}
    {contact.labels.map((label) => (
      <span class="label">{label}</span>
    ))}
  </a>
);
