import type { FC } from 'hono/jsx';
import type { ImportResult } from '../../operations/prospects/import-people.ts';
import type { Frame } from '../page/frame.ts';
import { counted } from '../page/labels.ts';
import { Field, Post, RefusedNote, type Refused } from './form.tsx';
import { Layout } from './layout.tsx';

export const ImportPage: FC<{
  readonly frame: Frame;
  readonly refused?: Refused | undefined;
}> = ({ frame, refused }) => (
  <Layout title="Import people" frame={frame}>
    <div class="reading">
      <h1>Import people</h1>
      <p class="lead">
        You see every row before anything is kept, and nothing is written to anybody: the people
        wait on a list until you start with one of them.
      </p>
      <RefusedNote refused={refused} />
      <Post to="/imports" csrf={frame.csrf} files>
        <div class="field">
          <label for="field-file">File</label>
          <p class="hint" id="file-hint">
            LinkedIn’s Connections.csv or whole archive, a CSV of any program, vCards; at most 20
            MB. Save an Excel workbook as CSV (UTF-8) first.
          </p>
          <input
            type="file"
            id="field-file"
            name="file"
            aria-describedby="file-hint"
            accept=".csv,.tsv,.txt,.vcf,.zip,.json"
          />
        </div>
        <Field
          name="pasted"
          label="Or paste them"
          rows={4}
          hint="One a line: Ana Souza <ana@example.com>"
          refused={refused}
        />
        <div class="row">
          <button class="primary">Show what is in it</button>
          <a class="button plain" href="/prospects">
            Cancel
          </a>
        </div>
      </Post>
    </div>
  </Layout>
);

/** What an import would do, row by row; `content` is the file in base64, which the button sends back. */
export const ImportPreviewPage: FC<{
  readonly frame: Frame;
  readonly result: ImportResult;
  readonly content: string;
}> = ({ frame, result, content }) => {
  const fresh = result.people.filter(({ what }) => what === 'new');
  const others = result.people.filter(({ what }) => what !== 'new');
  const ofFile = result.problems.filter(({ row }) => row === null);
  return (
    <Layout title="Import people" frame={frame} wide>
      <div class="page-head">
        <h1>
          {fresh.length === 0 ? 'Nobody new' : counted(fresh.length, 'new person', 'new people')}
        </h1>
        <p class="meta">
          {counted(result.found, 'row')} read ({formatWords(result)}): {result.new} new,{' '}
          {result.known} known, {result.suppressed} suppressed, {result.unusable} unusable.
        </p>
      </div>
      {ofFile.map(({ why }) => (
        <p class="hint">The file: {why}.</p>
      ))}
      {fresh.length > 0 && (
        <Post to="/imports" csrf={frame.csrf} files>
          <input type="hidden" name="step" value="keep" />
          <input type="hidden" name="content" value={content} />
          <div class="row">
            <button class="primary">Import {counted(fresh.length, 'person', 'people')}</button>
            <a class="button plain" href="/imports">
              Another file
            </a>
          </div>
        </Post>
      )}
      {fresh.length === 0 && (
        <p>
          <a class="button" href="/imports">
            Another file
          </a>
        </p>
      )}
      <Rows title="To be kept" rows={fresh} />
      <Rows title="Not to be kept" rows={others} />
    </Layout>
  );
};

function formatWords({ format, encoding }: ImportResult): string {
  return encoding === null ? format : `${format}, ${encoding}`;
}

/** A page of thousands of rows is of no use to anybody. */
const mostRows = 200;

const Rows: FC<{ readonly title: string; readonly rows: ImportResult['people'] }> = ({
  title,
  rows,
}) =>
  rows.length === 0 ? null : (
    <section class="import-rows">
      <h2>{title}</h2>
      <table class="people">
        <thead>
          <tr>
            {['Row', 'Name', 'Address', 'Company', 'Role', 'Remark'].map((heading) => (
              <th scope="col">{heading}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, mostRows).map(({ row, name, emails, company, role, what, why }) => (
            <tr>
              <td>{row}</td>
              <th scope="row">{name}</th>
              <td>{emails.join(', ')}</td>
              <td>{company}</td>
              <td>{role}</td>
              <td>
                {[...(what === 'new' ? [] : [what]), ...(why === null ? [] : [why])].join(': ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > mostRows && (
        <p class="hint">And {counted(rows.length - mostRows, 'more row', 'more rows')}.</p>
      )}
    </section>
  );
