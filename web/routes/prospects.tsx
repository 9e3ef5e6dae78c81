import type { Context } from 'hono';
import { Conflict } from '../../domain/errors.ts';
import { exportContacts, exportFormat } from '../../operations/prospects/export-contacts.ts';
import { listImports } from '../../operations/prospects/list-imports.ts';
import { listProspects } from '../../operations/prospects/list-prospects.ts';
import { startProspect } from '../../operations/prospects/start-prospect.ts';
import type { WebApp, WebEnvironment } from '../http/environment.ts';
import { given, perform, statusOf, type FormValues } from '../http/form.ts';
import { forEach } from '../http/several.ts';
import { setFlash } from '../page/flash.ts';
import { loadFrame } from '../page/load-frame.ts';
import { readProspectsAddress, writeProspectsAddress } from '../page/prospects-address.ts';
import type { Refused } from '../views/form.tsx';
import { ProspectsPage } from '../views/prospects.tsx';
import { refusedBy, keepUrl } from './form-answer.tsx';

const perPage = 50;

/** The imported people to choose from, starting with some of them; and all contacts as a file. */
export function prospectRoutes(app: WebApp): void {
  app.get('/prospects', (c) => {
    const { pathname, search } = new URL(c.req.url);
    return prospectsPage(c, `${pathname}${search}`);
  });

  app.post('/prospects/start', async (c) => {
    const form = c.get('form');
    const refs = chosenIn(form);
    const { done, refused } =
      refs.length === 0
        ? { done: [], refused: new Conflict('Tick the box beside a name first.') }
        : await forEach(refs, (ref) =>
            perform(startProspect, c.get('context'), {
              ref,
              ...typedFor(form, ref),
              ...given(form, ['mailbox']),
            }),
          );
    if (refused !== undefined) {
      keepUrl(c);
      return prospectsPage(c, form['back'], refusedBy(refused, form), statusOf(refused));
    }
    const started = done.map(({ contactId }) => contactId);
    const [contactId, ...others] = started;
    setFlash(c, others.length === 0 ? 'added' : 'addedMany', { contactIds: started });
    const back = writeProspectsAddress(readProspectsAddress(form['back']));
    return c.redirect(others.length === 0 ? `/contacts/${contactId}` : back, 303);
  });

  app.get('/contacts/export', async (c) => {
    const format = exportFormat.safeParse(c.req.query('format') ?? 'csv').data ?? 'csv';
    const { content } = await exportContacts.run(c.get('context'), { format });
    const { type, ending } = files[format];
    c.header('Content-Type', `${type}; charset=utf-8`);
    c.header('Content-Disposition', `attachment; filename="rapport-contacts.${ending}"`);
    return c.body(content);
  });
}

const files = {
  csv: { type: 'text/csv', ending: 'csv' },
  vcard: { type: 'text/vcard', ending: 'vcf' },
  json: { type: 'application/json', ending: 'json' },
  markdown: { type: 'text/markdown', ending: 'md' },
} as const;

/** One person by the button beside them, or everybody whose box is ticked. */
function chosenIn(form: FormValues): readonly string[] {
  if (form['one'] !== undefined) return [form['one']];
  return Object.keys(form).flatMap((name) => /^pick-([0-9a-f-]{36})$/.exec(name)?.[1] ?? []);
}

/** What the file did not say and was typed into the row. */
function typedFor(form: FormValues, ref: string): { name?: string; email?: string } {
  const typed = { name: form[`name-${ref}`] ?? '', email: form[`email-${ref}`] ?? '' };
  return given(typed, ['name', 'email']);
}

async function prospectsPage(
  c: Context<WebEnvironment>,
  url: string | undefined,
  refused?: Refused,
  status: 200 | 404 | 409 | 422 = 200,
): Promise<Response> {
  const { page = 1, ...which } = readProspectsAddress(url);
  const context = c.get('context');
  const [frame, imports, prospects] = await Promise.all([
    loadFrame(c),
    listImports.run(context, {}),
    listProspects.run(context, { ...which, offset: (page - 1) * perPage, limit: perPage + 1 }),
  ]);
  return c.html(
    <ProspectsPage
      frame={frame}
      imports={imports}
      prospects={prospects.slice(0, perPage)}
      address={{ ...which, page }}
      more={prospects.length > perPage}
      refused={refused}
    />,
    status,
  );
}
