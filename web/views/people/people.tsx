import type { FC } from 'hono/jsx';
import type { ContactTable } from '../../../operations/contact-lists/read-table.ts';
import type { Frame } from '../../page/frame.ts';
import { counted } from '../../page/labels.ts';
import { writeTableAddress, type TableAddress } from '../../page/table-address.ts';
import { RefusedNote, type Refused } from '../form.tsx';
import { Layout } from '../layout.tsx';
import { Filters } from './filters.tsx';
import { PeopleTable } from './table.tsx';
import { WithChosen } from './with-chosen.tsx';

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
          <PeopleTable rows={table.rows} address={address} frame={frame} />
        )}
        {table.pages > 1 && <Pager table={table} address={address} />}
      </div>
      {table.rows.length > 0 && <WithChosen labels={table.labels} />}
    </form>
  </Layout>
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
