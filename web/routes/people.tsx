import type { Context } from 'hono';
import { labelContact } from '../../operations/contacts/label-contact.ts';
import { findPeople, readTable } from '../../operations/contact-lists/read-table.ts';
import type { OperationContext } from '../../operations/context.ts';
import { pause } from '../../operations/journeys/pause-contact.ts';
import { resume } from '../../operations/journeys/resume-contact.ts';
import { stop } from '../../operations/journeys/stop-contact.ts';
import { Conflict } from '../../domain/errors.ts';
import type { WebApp, WebEnvironment } from '../http/environment.ts';
import { asRefusal, perform, statusOf, type FormValues } from '../http/form.ts';
import { setFlash, type Said } from '../page/flash.ts';
import { counted } from '../page/labels.ts';
import { loadFrame } from '../page/load-frame.ts';
import { readTableAddress, writeTableAddress } from '../page/table-address.ts';
import type { Refused } from '../views/form.tsx';
import { PeoplePage } from '../views/people.tsx';
import { refusedBy, stayAtAddress } from './show-refusal.tsx';

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
    const done: string[] = [];
    try {
      if (refs.length === 0)
        throw new Conflict('Choose somebody first: tick the box beside a name.');
      if (verb === undefined) throw new Conflict('Choose what to do.');
      for (const ref of refs) {
        await verb.run(c.get('context'), ref, form);
        done.push(ref);
      }
    } catch (error) {
      const refusal = asRefusal(error);
      const message =
        done.length === 0
          ? refusal.message
          : `Done for ${counted(done.length, 'contact')}; then one was refused: ${refusal.message}`;
      stayAtAddress(c);
      const refused = { ...refusedBy(refusal, form), message };
      return peoplePage(c, tableOf(form), refused, statusOf(refusal));
    }
    setFlash(c, verb.said, { contactIds: refs });
    return c.redirect(tableOf(form), 303);
  });
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
