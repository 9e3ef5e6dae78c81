import type { FC } from 'hono/jsx';
import type { ImportView } from '../../operations/prospects/list-imports.ts';
import type { ProspectView } from '../../operations/prospects/prospect-view.ts';
import type { Frame } from '../page/frame.ts';
import { counted } from '../page/labels.ts';
import { writeProspectsAddress, type ProspectsAddress } from '../page/prospects-address.ts';
import { MailboxChoice } from './contact-form.tsx';
import { Post, RefusedNote, type Refused } from './form.tsx';
import { Layout } from './layout.tsx';
import { Time } from './time.tsx';

/** Imported people to whom nothing is written yet. */
export const ProspectsPage: FC<{
  readonly frame: Frame;
  readonly imports: readonly ImportView[];
  readonly prospects: readonly ProspectView[];
  readonly address: ProspectsAddress;
  /** There is a page after this one. */
  readonly more: boolean;
  readonly refused: Refused | undefined;
}> = ({ frame, imports, prospects, address, more, refused }) => {
  const total = imports.reduce((sum, each) => sum + each.prospects, 0);
  return (
    <Layout title="To research" frame={frame} wide>
      <div class="page-head">
        <h1>To research</h1>
        <p class="meta">
          {counted(total, 'person', 'people')} from files. Nothing is written to anybody before you
          start.
        </p>
        <a class="button" href="/imports">
          Import people
        </a>
      </div>
      <RefusedNote refused={refused} />
      {total > 0 && <Filters address={address} />}
      {prospects.length === 0 ? (
        <p class="empty">
          {total === 0 ? 'Nobody is here yet.' : 'Nobody is like that.'}{' '}
          {total > 0 && <a href="/prospects">Show everybody</a>}
        </p>
      ) : (
        <Post to="/prospects/start" csrf={frame.csrf} class="several" stay>
          <input type="hidden" name="back" value={writeProspectsAddress(address)} />
          {/* Before the table: Enter in a field presses the first button of a form. */}
          {frame.mailboxes.length > 1 && (
            <MailboxChoice mailboxes={frame.mailboxes} refused={refused} />
          )}
          <div class="row">
            <button>Draft a first mail to those that are ticked</button>
          </div>
          <table class="people">
            <caption class="unseen">People to research</caption>
            <thead>
              <tr>
                <th>
                  <span class="unseen">Choose</span>
                </th>
                {['Name', 'Address', 'Company', 'Role', 'Known of them'].map((heading) => (
                  <th scope="col">{heading}</th>
                ))}
                <th>
                  <span class="unseen">Start</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {prospects.map((prospect) => (
                <Row prospect={prospect} refused={refused} />
              ))}
            </tbody>
          </table>
          <Pager address={address} more={more} />
        </Post>
      )}
      {imports.length > 0 && <Imports imports={imports} frame={frame} />}
      <p class="hint">
        Your contacts as a file:{' '}
        {(['csv', 'vcard', 'json', 'markdown'] as const).map((format) => (
          <>
            <a href={`/contacts/export?format=${format}`} hx-boost="false" download>
              {exportWords[format]}
            </a>{' '}
          </>
        ))}
      </p>
    </Layout>
  );
};

const exportWords = { csv: 'CSV', vcard: 'vCard', json: 'JSON', markdown: 'Markdown' } as const;

const Row: FC<{ readonly prospect: ProspectView; readonly refused: Refused | undefined }> = ({
  prospect,
  refused,
}) => {
  const { prospectId: id, name, email, company, role } = prospect;
  const who = name ?? email ?? 'this person';
  return (
    <tr id={`prospect-${id}`}>
      <td class="choose">
        <input
          type="checkbox"
          name={`pick-${id}`}
          aria-label={`Choose ${who}`}
          checked={refused?.values[`pick-${id}`] !== undefined}
        />
      </td>
      <th scope="row">
        {name ?? <Missing name={`name-${id}`} label={`Name of ${who}`} refused={refused} />}
      </th>
      <td>
        {email ?? <Missing name={`email-${id}`} label={`Address of ${who}`} refused={refused} />}
      </td>
      <td>{company}</td>
      <td>{role}</td>
      <td>
        <Known prospect={prospect} />
      </td>
      <td>
        <button name="one" value={id} aria-label={`Write to ${who}`}>
          Write
        </button>
      </td>
    </tr>
  );
};

/** Typed here, what the file did not say. */
const Missing: FC<{
  readonly name: string;
  readonly label: string;
  readonly refused: Refused | undefined;
}> = ({ name, label, refused }) => (
  <input
    name={name}
    aria-label={label}
    placeholder="not in the file"
    value={refused?.values[name] ?? ''}
    autocomplete="off"
  />
);

const Known: FC<{ readonly prospect: ProspectView }> = ({ prospect }) => {
  const { status, labels, notes, profile } = prospect;
  const page = profile === null ? undefined : webAddress(profile);
  return (
    <>
      {status !== null && <strong>{status} </strong>}
      {labels.map((label) => (
        <span class="label">{label}</span>
      ))}
      {page !== undefined && (
        <a href={page} rel="noopener noreferrer" target="_blank">
          Profile
        </a>
      )}
      {notes !== null && <span class="hint"> {shortened(notes)}</span>}
    </>
  );
};

/** A file may name an address that runs something: only pages of the web become links. */
function webAddress(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) ? url.href : undefined;
}

function shortened(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 119)}…`;
}

const Filters: FC<{ readonly address: ProspectsAddress }> = ({ address }) => (
  <form class="filter table-filter" method="get" action="/prospects" role="search">
    {address.batch !== undefined && <input type="hidden" name="batch" value={address.batch} />}
    <input
      type="search"
      name="q"
      value={address.search}
      aria-label="Search people to research"
      placeholder="Search names, addresses, companies  /"
      autocomplete="off"
      data-search
    />
    <button>Search</button>
  </form>
);

const Pager: FC<{ readonly address: ProspectsAddress; readonly more: boolean }> = ({
  address,
  more,
}) => {
  const { page = 1 } = address;
  return page === 1 && !more ? null : (
    <nav class="pager" aria-label="Parts of this list">
      {page > 1 && <a href={writeProspectsAddress({ ...address, page: page - 1 })}>Previous</a>}
      <span>{page}</span>
      {more && <a href={writeProspectsAddress({ ...address, page: page + 1 })}>Next</a>}
    </nav>
  );
};

const Imports: FC<{ readonly imports: readonly ImportView[]; readonly frame: Frame }> = ({
  imports,
  frame,
}) => (
  <details class="more-fields">
    <summary>{counted(imports.length, 'import')}</summary>
    <ul>
      {imports.map(({ batchId, importedAt, prospects }) => (
        <li>
          <a href={writeProspectsAddress({ batch: batchId })}>
            {counted(prospects, 'person', 'people')}
          </a>{' '}
          imported <Time at={importedAt} clock={frame.clock} />{' '}
          <Post to={`/imports/${batchId}/forget`} csrf={frame.csrf}>
            <button>Forget them</button>
          </Post>
        </li>
      ))}
    </ul>
  </details>
);
