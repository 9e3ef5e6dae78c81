import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseCalendarAddress } from '../../../mail/calendar/calendar-address.ts';
import { fetchCalendar } from '../../../mail/calendar/fetch-calendar.ts';
import { isPublicAddress } from '../../../mail/calendar/public-address.ts';

const unknown = { etag: null, lastModified: null };

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('a calendar at an address', () => {
  it('is fetched with what tells a later copy from it', async () => {
    const url = await serve((_, answer) => {
      answer.setHeader('etag', '"1"').setHeader('last-modified', 'Mon, 01 Feb 2027 00:00:00 GMT');
      answer.end('BEGIN:VCALENDAR');
    });
    expect(await fetchCalendar(`${url}/own.ics`, unknown)).toEqual({
      changed: true,
      bytes: Buffer.from('BEGIN:VCALENDAR'),
      copy: { etag: '"1"', lastModified: 'Mon, 01 Feb 2027 00:00:00 GMT' },
    });
  });

  it('is not fetched again while it is the same', async () => {
    const url = await serve((request, answer) => {
      answer.statusCode = request.headers['if-none-match'] === '"1"' ? 304 : 200;
      answer.end();
    });
    expect(await fetchCalendar(url, { etag: '"1"', lastModified: null })).toEqual({
      changed: false,
    });
  });

  it('is unpacked where the server packs it unasked', async () => {
    const url = await serve((_, answer) => {
      answer.setHeader('content-encoding', 'gzip').end(gzipSync('BEGIN:VCALENDAR'));
    });
    expect(await fetchCalendar(url, unknown)).toMatchObject({
      bytes: Buffer.from('BEGIN:VCALENDAR'),
    });
  });

  it('is followed through redirects on this machine, some of them', async () => {
    const url = await serve((request, answer) => {
      if (request.url === '/there') answer.end('found');
      else
        answer.writeHead(302, { location: request.url === '/round' ? '/round' : '/there' }).end();
    });
    expect(await fetchCalendar(`${url}/here`, unknown)).toMatchObject({
      bytes: Buffer.from('found'),
    });
    await expect(fetchCalendar(`${url}/round`, unknown)).rejects.toThrow('more than 5 times');
  });

  it.each([
    'http://169.254.169.254/latest/meta-data',
    'https://10.0.0.1/own.ics',
    'file:///etc/passwd',
    'https://user:secret@example.org/',
  ])('does not lead by a redirect to %s', async (location) => {
    const url = await serve((_, answer) => answer.writeHead(302, { location }).end());
    await expect(fetchCalendar(url, unknown)).rejects.toThrow('not allowed');
  });

  it.each([
    [403, 'does not let it be read'],
    [404, 'no calendar at this address'],
    [500, 'HTTP 500'],
  ])('that answers %i says so without the address', async (status, words) => {
    const url = await serve((_, answer) => answer.writeHead(status).end());
    const fetching = fetchCalendar(`${url}/private-key.ics`, unknown);
    await expect(fetching).rejects.toThrow(words);
    await expect(fetching).rejects.not.toThrow('private-key');
  });

  it('that is too large is not read on', async () => {
    let sent = 0;
    const url = await serve((_, answer) => {
      const piece = 'x'.repeat(1_000_000);
      const more = (): void => {
        while (sent < 200 && answer.write(piece)) sent++;
        if (sent < 200) answer.once('drain', more);
      };
      more();
    });
    await expect(fetchCalendar(url, unknown)).rejects.toThrow('larger than 30 MB');
    expect(sent).toBeLessThan(100);
  });

  it('that unpacks to too much is not read on', async () => {
    const packed = gzipSync(Buffer.alloc(60_000_000));
    const url = await serve((_, answer) => {
      answer.setHeader('content-encoding', 'gzip').end(packed);
    });
    await expect(fetchCalendar(url, unknown)).rejects.toThrow('larger than 30 MB');
  });

  it('that ends too early is not taken for the whole', async () => {
    const url = await serve((_, answer) => {
      answer.setHeader('content-length', '1000').write('BEGIN:VCALENDAR');
      setImmediate(() => answer.destroy());
    });
    await expect(fetchCalendar(url, unknown)).rejects.toThrow('connection');
  });

  it('where nothing listens says so', async () => {
    await expect(fetchCalendar('http://127.0.0.1:1/', unknown)).rejects.toThrow(
      'does not accept connections',
    );
  });
});

describe('an address in a private network is not asked', () => {
  it.each([
    'https://10.1.2.3/own.ics',
    'https://192.168.1.1/',
    'https://127.0.0.1/own.ics'.replace('127.0.0.1', '[::ffff:127.0.0.1]'),
    'https://[fd00::1]/',
    'https://100.64.0.1/',
    'https://0x7f.1/own.ics'.replace('0x7f.1', '0.0.0.0'),
  ])('%s', async (url) => {
    await expect(fetchCalendar(url, unknown)).rejects.toThrow('private network');
  });

  it.each([
    ['8.8.8.8', true],
    ['2606:4700::1111', true],
    ['169.254.1.1', false],
    ['172.31.255.255', false],
    ['172.32.0.1', true],
    ['::1', false],
    ['::ffff:8.8.8.8', false],
    ['fe80::1', false],
    ['2002:7f00:1::', false],
    ['64:ff9b::7f00:1', false],
    ['localhost', false],
  ])('%s is public: %s', (address, expected) => {
    expect(isPublicAddress(address)).toBe(expected);
  });
});

describe('the address of a calendar', () => {
  it('may be webcal, which is https', () => {
    expect(parseCalendarAddress('webcal://calendar.example/own.ics').href).toBe(
      'https://calendar.example/own.ics',
    );
  });

  it.each([
    'http://calendar.example/own.ics',
    'ftp://calendar.example/own.ics',
    'https://kim:secret@calendar.example/own.ics',
    'own.ics',
    'javascript:alert(1)',
  ])('is not %s, and the answer does not repeat it', (text) => {
    expect(() => parseCalendarAddress(text)).toThrow('Could not use this calendar address');
    expect(() => parseCalendarAddress(text)).not.toThrow(text);
  });
});
