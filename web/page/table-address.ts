import {
  tableOrders,
  type TableOrder,
  type TableQuery,
} from '../../operations/contact-lists/read-table.ts';
import { stage } from '../../operations/views.ts';

export const tableColumns = [
  'email',
  'company',
  'role',
  'stage',
  'turn',
  'next',
  'labels',
  'written',
  'added',
] as const;
export type TableColumn = (typeof tableColumns)[number];

const usualColumns: readonly TableColumn[] = ['company', 'stage', 'turn', 'next', 'labels'];

export type TableAddress = Omit<TableQuery, 'perPage'> & {
  readonly columns: readonly TableColumn[];
};

/** Reads `/contacts?q=…&stage=…&company=…&label=…&sort=-next&col=…&page=…`; what cannot be meant is left out. */
export function readTableAddress(query: URLSearchParams): TableAddress {
  const text = (name: string): string | undefined =>
    query.get(name)?.trim().slice(0, 200) || undefined;
  const sort = text('sort') ?? 'name';
  const page = text('page') ?? '';
  const columns = tableColumns.filter((column) => query.getAll('col').includes(column));
  return {
    text: text('q'),
    stage: stage.options.find((known) => known === text('stage')),
    company: text('company'),
    label: text('label'),
    order: tableOrders.find((order) => order === sort.replace(/^-/, '')) ?? 'name',
    descending: sort.startsWith('-'),
    page: /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1,
    columns: columns.length === 0 ? usualColumns : columns,
  };
}

export function writeTableAddress(address: TableAddress): string {
  const query = new URLSearchParams();
  const { text, stage: at, company, label, page, columns } = address;
  for (const [name, value] of Object.entries({ q: text, stage: at, company, label }))
    if (value !== undefined) query.set(name, value);
  const sort = sortOf(address.order, address.descending);
  if (sort !== 'name') query.set('sort', sort);
  if (columns.join() !== usualColumns.join())
    for (const column of columns) query.append('col', column);
  if (page > 1) query.set('page', String(page));
  return query.size === 0 ? '/contacts' : `/contacts?${query.toString()}`;
}

export function sortOf(order: TableOrder, descending: boolean): string {
  return `${descending ? '-' : ''}${order}`;
}
