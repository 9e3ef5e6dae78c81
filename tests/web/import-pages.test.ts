import { expect, test } from 'vitest';
import { aDraft, aMailbox, openPages, signedIn } from './pages.ts';

async function withMailbox() {
  const pages = await openPages();
  await aMailbox(pages.db);
  return { ...pages, browser: await signedIn(pages) };
}

type Opened = Awaited<ReturnType<typeof withMailbox>>;

const table = 'Name,Email,Company,Status\nMila Ro,mila@acme.test,Acme,\nJon Ek,,Nord,Absage\n';

/** Presses the button of the preview, with the hidden fields that the page has. */
async function keep({ browser }: Opened, file: string): Promise<Response> {
  const preview = await (await browser.upload('/imports', file)).text();
  const content = /name="content" value="([^"]+)"/.exec(preview)?.[1] ?? '';
  return browser.post('/imports', { step: 'keep', content });
}

async function prospectNamed({ db }: Opened, name: string): Promise<string> {
  return (await db.prospect.findFirstOrThrow({ where: { name } })).id;
}

test('a file is shown row by row before anything of it is kept', async () => {
  const { browser, db } = await withMailbox();
  const answer = await browser.upload('/imports', table);
  const page = await answer.text();
  expect(answer.status).toBe(200);
  expect(page).toContain('Import 2 people');
  expect(page).toContain('mila@acme.test');
  expect(page).toContain('the address is missing');
  expect(await db.prospect.count()).toBe(0);
});

test('what the preview showed is kept as a list, and nothing is drafted', async () => {
  const opened = await withMailbox();
  const answer = await keep(opened, table);
  const { batchId } = await opened.db.prospect.findFirstOrThrow();
  expect(answer.headers.get('location')).toBe(`/prospects?batch=${batchId}`);
  const list = await opened.browser.text(`/prospects?batch=${batchId}`);
  expect(list).toContain('Mila Ro');
  expect(list).toContain('Absage');
  expect(await opened.db.contact.count()).toBe(0);
});

test('pasted lines are read like a file', async () => {
  const { browser } = await withMailbox();
  const answer = await browser.post('/imports', { pasted: 'Mila Ro <mila@acme.test>' });
  expect(await answer.text()).toContain('Import 1 person');
});

test('a form without a file, and a file without anybody new, say so', async () => {
  const opened = await withMailbox();
  const nothing = await opened.browser.upload('/imports', '');
  expect(nothing.status).toBe(422);
  expect(await nothing.text()).toContain('Choose a file');
  await keep(opened, table);
  const again = await (await opened.browser.upload('/imports', table)).text();
  expect(again).toContain('Nobody new');
  expect(again).toContain('was imported before');
  expect(again).not.toContain('name="content"');
});

test('a workbook is called what it is', async () => {
  const { browser } = await withMailbox();
  const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  expect(await (await browser.upload('/imports', old)).text()).toContain('an old Excel workbook');
});

test('nobody who is not signed in, or lacks the token of the form, imports anything', async () => {
  const { browser, db, app } = await withMailbox();
  const content = Buffer.from(table).toString('base64');
  const stale = await browser.post('/imports', { csrf: 'guessed', step: 'keep', content });
  expect(stale.status).toBe(409);
  const body = new FormData();
  body.set('content', content);
  body.set('step', 'keep');
  const stranger = await app.request('/imports', {
    method: 'POST',
    headers: { host: '127.0.0.1:3000' },
    body,
  });
  expect(stranger.status).toBe(401);
  expect(await db.prospect.count()).toBe(0);
});

test('a file may be larger than other forms, and one too large is refused', async () => {
  const { browser } = await withMailbox();
  const row = `${'x'.repeat(900)}\n`;
  const large = `${table}${row.repeat(4000)}`;
  expect((await browser.upload('/imports', large)).status).toBe(200);
  const fields = { name: 'x'.repeat(3 * 1024 * 1024), email: 'a@acme.test' };
  expect((await browser.post('/contacts', fields)).status).toBe(413);
  const huge = new Uint8Array(30 * 1024 * 1024);
  expect((await browser.upload('/imports', huge)).status).toBe(413);
});

test('markup and addresses that run something stay text', async () => {
  const opened = await withMailbox();
  const hostile = [
    'Name,Email,Company,Website',
    '<img src=x onerror=alert(1)>,mila@acme.test,"<script>",javascript:alert(1)',
    'Jon Ek,jon@nord.test,Nord,https://nord.test/jon',
  ].join('\n');
  const preview = await (await opened.browser.upload('/imports', hostile)).text();
  expect(preview).toContain('Import 2 people');
  await keep(opened, hostile);
  const list = await opened.browser.text('/prospects');
  expect(list).toContain('href="https://nord.test/jon"');
  for (const page of [preview, list]) {
    expect(page).not.toMatch(/<img src=x|<script>|href="javascript/);
    expect(page).toContain('&lt;script&gt;');
  }
});

test('whoever is ticked becomes a contact, with the address that was typed beside the name', async () => {
  const opened = await withMailbox();
  await keep(opened, `${table}Ida Holm,ida@acme.test,Acme,\n`);
  const [mila, jon] = [
    await prospectNamed(opened, 'Mila Ro'),
    await prospectNamed(opened, 'Jon Ek'),
  ];
  const answer = await opened.browser.post('/prospects/start', {
    [`pick-${mila}`]: 'on',
    [`pick-${jon}`]: 'on',
    [`email-${jon}`]: 'jon@nord.test',
    back: '/prospects?q=o',
  });
  expect(answer.headers.get('location')).toBe('/prospects?q=o');
  const contacts = await opened.db.contact.findMany({ orderBy: { name: 'asc' } });
  expect(contacts.map(({ name, email }) => `${name} ${email}`)).toEqual([
    'Jon Ek jon@nord.test',
    'Mila Ro mila@acme.test',
  ]);
  expect((await opened.db.prospect.findMany()).map(({ name }) => name)).toEqual(['Ida Holm']);
});

test('the button beside a person starts with them alone, whoever else is ticked', async () => {
  const opened = await withMailbox();
  await keep(opened, `${table}Ida Holm,ida@acme.test,Acme,\n`);
  const answer = await opened.browser.post('/prospects/start', {
    one: await prospectNamed(opened, 'Ida Holm'),
    [`pick-${await prospectNamed(opened, 'Mila Ro')}`]: 'on',
  });
  const { id, name } = await opened.db.contact.findFirstOrThrow();
  expect(name).toBe('Ida Holm');
  expect(answer.headers.get('location')).toBe(`/contacts/${id}`);
  expect(await opened.db.contact.count()).toBe(1);
});

test('what is missing is asked for, and what was typed and ticked stays', async () => {
  const opened = await withMailbox();
  await keep(opened, table);
  const [mila, jon] = [
    await prospectNamed(opened, 'Mila Ro'),
    await prospectNamed(opened, 'Jon Ek'),
  ];
  const answer = await opened.browser.post('/prospects/start', {
    one: jon,
    [`email-${jon}`]: 'not an address',
    [`pick-${mila}`]: 'on',
  });
  const page = await answer.text();
  expect(answer.status).toBe(422);
  expect(page).toContain('value="not an address"');
  expect(page).toMatch(new RegExp(`name="pick-${mila}"[^>]*checked`));
  const empty = await opened.browser.post('/prospects/start', { one: jon });
  expect(await empty.text()).toContain('Give their email');
  expect((await opened.browser.post('/prospects/start', {})).status).toBe(409);
});

test('an import is forgotten as a whole, but not whoever became a contact', async () => {
  const opened = await withMailbox();
  await keep(opened, table);
  await opened.browser.post('/prospects/start', { one: await prospectNamed(opened, 'Mila Ro') });
  const { batchId } = await opened.db.prospect.findFirstOrThrow();
  await opened.browser.post(`/imports/${batchId}/forget`, {});
  expect(await opened.db.prospect.count()).toBe(0);
  expect(await opened.db.contact.count()).toBe(1);
  expect(await opened.browser.text('/prospects')).toContain('Nobody is here yet');
});

test('nobody sees, starts or forgets the people of another user', async () => {
  const opened = await withMailbox();
  const other = await opened.db.user.create({ data: {} });
  const theirs = { userId: other.id, batchId: crypto.randomUUID(), row: 2, name: 'Theirs' };
  const { id, batchId } = await opened.db.prospect.create({ data: theirs });
  expect(await opened.browser.text('/prospects')).not.toContain('Theirs');
  expect((await opened.browser.post('/prospects/start', { one: id })).status).toBe(404);
  expect((await opened.browser.post(`/imports/${batchId}/forget`, {})).status).toBe(404);
  expect(await opened.db.prospect.count()).toBe(1);
});

test('a long list comes in pages and is searched', async () => {
  const opened = await withMailbox();
  const many = Array.from({ length: 60 }, (_, i) => `Person ${i},p${i}@acme.test,Acme,`);
  await keep(opened, ['Name,Email,Company,Status', ...many].join('\n'));
  const first = await opened.browser.text('/prospects');
  expect(first).toContain('60 people');
  expect(first).toContain('p49@acme.test');
  expect(first).not.toContain('p50@acme.test');
  expect(first).toContain('href="/prospects?page=2"');
  expect(await opened.browser.text('/prospects?page=2')).toContain('p59@acme.test');
  expect(await opened.browser.text('/prospects?q=person+59')).toContain('p59@acme.test');
});

test('contacts are downloaded as a file', async () => {
  const pages = await openPages();
  await aDraft(pages.db);
  const browser = await signedIn(pages);
  const csv = await browser.get('/contacts/export');
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(csv.headers.get('content-disposition')).toContain('rapport-contacts.csv');
  expect(await csv.text()).toContain('ana@example.com');
  expect(await (await browser.get('/contacts/export?format=vcard')).text()).toContain('FN:Ana');
});
