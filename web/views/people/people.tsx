import type { Child, FC } from 'hono/jsx';
import type { ContactCard } from '../../../operations/contact-lists/contact-cards.ts';
import type { ContactTable, TableOrder } from '../../../operations/contact-lists/read-table.ts';
import { stage as stages } from '../../../operations/views.ts';
import type { Frame } from '../../page/frame.ts';
import { counted, outcomeWords, stageWords, turnWords } from '../../page/labels.ts';
import {
  sortOf,
  tableColumns,
  writeTableAddress,
  type TableAddress,
  type TableColumn,
} from '../../page/table-address.ts';
import { RefusedNote, type Refused } from '../form.tsx';
import { Layout } from '../layout.tsx';
import { WhatNext } from '../next.tsx';
import { Time } from '../time.tsx';

/** Everybody, as a table: search, filters, order, columns, and what is done to several at once. */
export const PeoplePage: FC<{
  readonly frame: Frame;
  readonly table: ContactTable;
  readonly address: TableAddress;
  readonly refused: Refused | undefined;
}> = ({ frame, table, address, refused }) => (
  <Layout title="People" frame={frame} wide>
    <div class="page-head">
      <h1>People</h1>
      <p class="meta">
        <span>
          {table.found === table.total
            ? counted(table.total, 'contact')
            : `${table.found.toLocaleString('en')} of ${counted(table.total, 'contact')}`}
        </span>
        <a href="/prospects">To research</a>
        <a href="/imports">Import</a>
      </p>
    </div>
    <RefusedNote refused={refused} />
    <Filters table={table} address={address} />
    <form method="post" action="/contacts/several" class="several" hx-swap="innerHTML show:none">
      <input type="hidden" name="csrf" value={frame.csrf} />
      <input type="hidden" name="back" value={writeTableAddress(address)} />
      <div id="people">
        {table.rows.length === 0 ? (
          <p class="empty">
            {table.total === 0 ? 'Nobody is here yet.' : 'Nobody is like that.'}{' '}
            {table.total > 0 && <a href="/contacts">Show everybody</a>}
          </p>
        ) : (
          <table class="people">
            <caption class="unseen">People, by {address.order}</caption>
            <thead>
              <tr>
                <th class="choose">
                  <span class="unseen">Choose</span>
                  <input
                    type="checkbox"
                    data-choose-all
                    hidden
                    aria-label="Choose everybody shown"
                    autocomplete="off"
                  />
                </th>
                <SortHead order="name" label="Name" address={address} />
                {address.columns.map((column) => (
                  <ColumnHead column={column} address={address} />
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((contact) => (
                <Row contact={contact} columns={address.columns} frame={frame} />
              ))}
            </tbody>
          </table>
        )}
        {table.pages > 1 && <Pager table={table} address={address} />}
      </div>
      {table.rows.length > 0 && <Several labels={table.labels} />}
    </form>
  </Layout>
);

const Filters: FC<{ readonly table: ContactTable; readonly address: TableAddress }> = ({
  table,
  address,
}) => (
  <form
    class="filter table-filter"
    method="get"
    action="/contacts"
    role="search"
    hx-get="/contacts"
    hx-trigger="input changed delay:250ms from:#people-search, change, submit"
    hx-target="#people"
    hx-select="#people"
    hx-swap="outerHTML"
    hx-push-url="true"
  >
    <input type="hidden" name="sort" value={sortOf(address.order, address.descending)} />
    <label class="unseen" for="people-search">
      Search people
    </label>
    <input
      id="people-search"
      type="search"
      name="q"
      value={address.text}
      placeholder="Search names, addresses, companies  /"
      autocomplete="off"
      data-search
    />
    <Choice
      name="stage"
      label="Stage"
      chosen={address.stage}
      options={stages.options.map((stage) => ({ value: stage, label: stageWords(stage) }))}
    />
    <Choice
      name="company"
      label="Company"
      chosen={address.company}
      options={plain(table.companies)}
    />
    <Choice name="label" label="Label" chosen={address.label} options={plain(table.labels)} />
    <details class="columns">
      <summary>Columns</summary>
      {tableColumns.map((column) => (
        <label class="check">
          <input
            type="checkbox"
            name="col"
            value={column}
            checked={address.columns.includes(column)}
          />
          {columnLabels[column]}
        </label>
      ))}
    </details>
    <button class="unseen">Search</button>
  </form>
);

function plain(values: readonly string[]): readonly Option[] {
  return values.map((value) => ({ value, label: value }));
}

type Option = { readonly value: string; readonly label: string };

const Choice: FC<{
  readonly name: string;
  readonly label: string;
  readonly chosen: string | undefined;
  readonly options: readonly Option[];
}> = ({ name, label, chosen, options }) =>
  options.length === 0 ? null : (
    <label class="choice-inline">
      <span>{label}</span>
      <select name={name}>
        <option value="">All</option>
        {options.map((option) => (
          <option value={option.value} selected={option.value === chosen}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );

const columnLabels: Readonly<Record<TableColumn, string>> = {
  email: 'Address',
  company: 'Company',
  role: 'Role',
  stage: 'Stage',
  turn: 'Whose turn',
  next: 'Next',
  labels: 'Labels',
  written: 'Last written to',
  added: 'Added',
};

const orderOfColumn: Partial<Record<TableColumn, TableOrder>> = {
  company: 'company',
  stage: 'stage',
  next: 'next',
  written: 'written',
  added: 'added',
};

const ColumnHead: FC<{ readonly column: TableColumn; readonly address: TableAddress }> = ({
  column,
  address,
}) => {
  const order = orderOfColumn[column];
  const label = columnLabels[column];
  return order === undefined ? (
    <th scope="col">{label}</th>
  ) : (
    <SortHead order={order} label={label} address={address} />
  );
};

const SortHead: FC<{
  readonly order: TableOrder;
  readonly label: string;
  readonly address: TableAddress;
}> = ({ order, label, address }) => {
  const on = address.order === order;
  const descending = on && !address.descending;
  return (
    <th scope="col" aria-sort={on ? (address.descending ? 'descending' : 'ascending') : undefined}>
      <a href={writeTableAddress({ ...address, order, descending, page: 1 })}>
        {label}
        {on && <span aria-hidden="true">{address.descending ? ' ↓' : ' ↑'}</span>}
      </a>
    </th>
  );
};

const Row: FC<{
  readonly contact: ContactCard;
  readonly columns: readonly TableColumn[];
  readonly frame: Frame;
}> = ({ contact, columns, frame }) => (
  <tr id={`person-${contact.contactId}`}>
    <td class="choose">
      <input
        type="checkbox"
        name={`pick-${contact.contactId}`}
        aria-label={`Choose ${contact.name}`}
      />
    </td>
    <th scope="row">
      <a href={`/contacts/${contact.contactId}`}>{contact.name}</a>
    </th>
    {columns.map((column) => (
      <td class={`col-${column}`} data-label={columnLabels[column]}>
        {cellOf(column, contact, frame)}
      </td>
    ))}
  </tr>
);

function cellOf(column: TableColumn, contact: ContactCard, frame: Frame): Child {
  switch (column) {
    case 'email':
    case 'company':
    case 'role':
      return contact[column] ?? '';
    case 'stage':
      return contact.outcome === null
        ? stageWords(contact.stage)
        : `${stageWords(contact.stage)}: ${outcomeWords(contact.outcome)}`;
    case 'turn':
      return turnWords(contact.turn);
    case 'next':
      return <WhatNext contact={contact} frame={frame} />;
    case 'labels':
      return contact.labels.map((label) => <span class="label">{label}</span>);
    case 'written':
      return contact.lastSentAt && <Time at={contact.lastSentAt} clock={frame.clock} />;
    case 'added':
      return <Time at={contact.addedAt} clock={frame.clock} />;
  }
}

const Several: FC<{ readonly labels: readonly string[] }> = ({ labels }) => (
  <div class="with-chosen" role="group" aria-labelledby="with-chosen-title">
    <p class="hint" id="with-chosen-title">
      With those that are ticked
    </p>
    <div class="actions small">
      <button name="verb" value="pause">
        Pause
      </button>
      <button name="verb" value="resume">
        Resume
      </button>
      <details>
        <summary class="button">Stop…</summary>
        <div class="panel">
          <p>Nothing more is sent to them; mails that wait are withdrawn. Each can be reopened.</p>
          <button class="danger" name="verb" value="stop">
            Stop all of them
          </button>
        </div>
      </details>
      <details>
        <summary class="button">Label…</summary>
        <div class="panel">
          <label>
            Label
            <input name="label" maxlength={40} list="known-labels" autocomplete="off" />
          </label>
          <datalist id="known-labels">
            {labels.map((label) => (
              <option value={label}></option>
            ))}
          </datalist>
          <div class="row">
            <button name="verb" value="label">
              Put it on
            </button>
            <button name="verb" value="unlabel">
              Take it off
            </button>
          </div>
        </div>
      </details>
    </div>
  </div>
);

const Pager: FC<{ readonly table: ContactTable; readonly address: TableAddress }> = ({
  table: { page, pages },
  address,
}) => (
  <nav class="pager" aria-label="Parts of this table">
    {page > 1 && <a href={writeTableAddress({ ...address, page: page - 1 })}>Previous</a>}
    <span>
      {page} of {pages}
    </span>
    {page < pages && <a href={writeTableAddress({ ...address, page: page + 1 })}>Next</a>}
  </nav>
);
