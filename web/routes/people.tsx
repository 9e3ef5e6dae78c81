import type { Context } from 'hono';
import { labelContact } from '../../operations/contacts/label-contact.ts';
import { findPeople, readTable } from '../../operations/contact-lists/read-table.ts';
import type { OperationContext } from '../../operations/context.ts';
import { pause } from '../../operations/journeys/pause-contact.ts';
import { resume } from '../../operations/journeys/resume-contact.ts';
import { stop } from '../../operations/journeys/stop-contact.ts';
import { Conflict, type InvalidInput } from '../../domain/errors.ts';
import type { WebApp, WebEnvironment } from '../http/environment.ts';
import { perform, statusOf, type FormValues } from '../http/form.ts';
import { forEach } from '../http/several.ts';
import { setFlash, type Said } from '../page/flash.ts';
import { loadFrame } from '../page/load-frame.ts';
import { readTableAddress, writeTableAddress } from '../page/table-address.ts';
import type { Refused } from '../views/form.tsx';
import { PeoplePage } from '../views/people/people.tsx';
import { refusedBy, keepUrl } from './form-answer.tsx';

const perPage = 50;

/** The table of all contacts, and what is done to several at once. */
export function peopleRoutes(app: WebApp): void {
  app.get('/contacts', (c) => peoplePage(c, c.req.url));

  app.get('/contacts/find', async (c) => {
    const text = (c.req.query('q') ?? '').slice(0, 200);
    const found = await findPeople(c.get('context'), text);
    return c.json(
      found.map(({ contactId, name, company }) => ({
        name,
        company,
        href: `/contacts/${contactId}`,
      })),
    );
  });

  app.post('/contacts/several', async (c) => {
    const form = c.get('form');
    const refs = chosenIn(form);
    const verb = verbs.find(({ name }) => name === form['verb']);
    if (verb === undefined || refs.length === 0)
      return refuse(c, new Conflict('Tick the box beside a name, then say what to do.'));
    const { refused } = await forEach(refs, (ref) => verb.run(c.get('context'), ref, form));
    if (refused !== undefined) return refuse(c, refused);
    setFlash(c, verb.said, { contactIds: refs });
    return c.redirect(tableOf(form), 303);
  });
}

function refuse(c: Context<WebEnvironment>, refusal: InvalidInput | Conflict): Promise<Response> {
  const form = c.get('form');
  keepUrl(c);
  return peoplePage(c, tableOf(form), refusedBy(refusal, form), statusOf(refusal));
}

type Verb = {
  readonly name: string;
  readonly said: Said;
  readonly run: (context: OperationContext, ref: string, form: FormValues) => Promise<unknown>;
};

const verbs: readonly Verb[] = [
  { name: 'pause', said: 'pausedMany', run: (context, ref) => perform(pause, context, { ref }) },
  { name: 'resume', said: 'resumedMany', run: (context, ref) => perform(resume, context, { ref }) },
  { name: 'stop', said: 'stoppedMany', run: (context, ref) => perform(stop, context, { ref }) },
  {
    name: 'label',
    said: 'labelled',
    run: (context, ref, form) =>
      perform(labelContact, context, { ref, add: [form['label'] ?? ''] }),
  },
  {
    name: 'unlabel',
    said: 'labelled',
    run: (context, ref, form) =>
      perform(labelContact, context, { ref, remove: [form['label'] ?? ''] }),
  },
];

/** The boxes are named by their contact, since a form keeps one value of a name. */
function chosenIn(form: FormValues): readonly string[] {
  return Object.keys(form).flatMap((name) => /^pick-([0-9a-f-]{36})$/.exec(name)?.[1] ?? []);
}

function tableOf(form: FormValues): string {
  const query = /^\/contacts\?(.*)$/.exec(form['back'] ?? '')?.[1] ?? '';
  return writeTableAddress(readTableAddress(new URLSearchParams(query)));
}

async function peoplePage(
  c: Context<WebEnvironment>,
  url: string,
  refused?: Refused,
  status: 200 | 404 | 409 | 422 = 200,
): Promise<Response> {
  const address = readTableAddress(new URL(url, c.req.url).searchParams);
  const [frame, table] = await Promise.all([
    loadFrame(c),
    readTable(c.get('context'), { ...address, perPage }),
  ]);
  return c.html(
    <PeoplePage frame={frame} table={table} address={address} refused={refused} />,
    status,
  );
}
