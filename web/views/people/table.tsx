import type { Child, FC } from 'hono/jsx';
import type { ContactCard } from '../../../operations/contact-lists/contact-cards.ts';
import type { TableOrder } from '../../../operations/contact-lists/read-table.ts';
import type { Frame } from '../../page/frame.ts';
import { outcomeWords, stageWords, turnWords } from '../../page/labels.ts';
import {
  writeTableAddress,
  type TableAddress,
  type TableColumn,
} from '../../page/table-address.ts';
import { WhatNext } from '../next.tsx';
import { Time } from '../time.tsx';
import { columnLabels } from './column-labels.ts';

/** The contacts of one part of the table, in the columns that the address asks for. */
export const PeopleTable: FC<{
  readonly rows: readonly ContactCard[];
  readonly address: TableAddress;
  readonly frame: Frame;
}> = ({ rows, address, frame }) => (
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
      {rows.map((contact) => (
        <Row contact={contact} columns={address.columns} frame={frame} />
      ))}
    </tbody>
  </table>
);

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
