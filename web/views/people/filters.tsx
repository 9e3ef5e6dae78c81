import type { FC } from 'hono/jsx';
import type { ContactTable } from '../../../operations/contact-lists/read-table.ts';
import { stage as stages } from '../../../operations/views.ts';
import { stageWords } from '../../page/labels.ts';
import { sortOf, tableColumns, type TableAddress } from '../../page/table-address.ts';
import { columnLabels } from './column-labels.ts';

export const Filters: FC<{ readonly table: ContactTable; readonly address: TableAddress }> = ({
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
      options={plain(withChosen(table.companies, address.company))}
      note={table.moreCompanies ? 'For other companies, search' : undefined}
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

/** What is chosen can be far down the alphabet, beyond what is listed. */
function withChosen(values: readonly string[], chosen: string | undefined): readonly string[] {
  return chosen === undefined || values.includes(chosen) ? values : [...values, chosen];
}

function plain(values: readonly string[]): readonly Option[] {
  return values.map((value) => ({ value, label: value }));
}

type Option = { readonly value: string; readonly label: string };

const Choice: FC<{
  readonly name: string;
  readonly label: string;
  readonly chosen: string | undefined;
  readonly options: readonly Option[];
  /** What the list does not hold. */
  readonly note?: string | undefined;
}> = ({ name, label, chosen, options, note }) =>
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
        {note === undefined ? null : <option disabled>{note}</option>}
      </select>
    </label>
  );
