import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { openSmtp } from '../../mail/smtp/smtp.ts';
import { accountAt, plainMail } from '../support/mail-servers.ts';
import { listening, loopback } from '../support/raw-server.ts';

const me = accountAt('me@home.test', { imap: 1, smtp: 1 });
const mail = { from: 'me@home.test', to: 'ana@work.test', raw: plainMail() };
const go = { beforeData: async () => {} };

describe('a hostile server', () => {
  test.each([
    ['garbage', ['\u0000\u0001\r\n', 'HTTP/1.1 400\r\n']],
    ['a line that never ends', Array.from({ length: 200 }, () => 'A'.repeat(64 * 1024))],
    ['a reply that never ends', Array.from({ length: 50_000 }, () => '220-and more\r\n')],
  ])('that greets with %s is left', async (_, pieces) => {
    const hostile = createServer((socket) => {
      socket.on('error', () => {});
      for (const piece of pieces) if (!socket.destroyed) socket.write(piece);
    });
    await listening(hostile, async (port) => {
      await expect(
        openSmtp({ ...me, smtp: loopback(port) }, { connectTimeout: 1_000 }),
      ).rejects.toMatchObject({ name: 'SmtpFailure', outcome: 'not_sent_retry' });
    });
  });

  test('that cuts a long mail in its middle has not taken it', async () => {
    const cutting = createServer((socket) => {
      socket.on('error', () => {});
      socket.write('220 hello\r\n');
      let received = 0;
      socket.on('data', (chunk: Buffer) => {
        received += chunk.length;
        const text = chunk.toString('latin1');
        if (text.startsWith('EHLO')) socket.write('250 cutting\r\n');
        else if (/^(MAIL|RCPT)/.test(text)) socket.write('250 ok\r\n');
        else if (text.startsWith('DATA')) socket.write('354 go on\r\n');
        else if (received > 1_000_000) socket.destroy();
      });
    });
    const raw = plainMail({ text: 'a line of a long mail\r\n'.repeat(2_000_000) });
    await listening(cutting, async (port) => {
      const session = await openSmtp({ ...me, smtp: loopback(port) });
      await expect(session.send({ ...mail, raw }, go)).rejects.toMatchObject({
        stage: 'data',
        outcome: 'not_sent_retry',
      });
    });
  });

  test('whose answer to the mail is no reply leaves it open', async () => {
    const hostile = createServer((socket) => {
      socket.on('error', () => {});
      socket.write('220 hello\r\n');
      socket.on('data', (chunk: Buffer) => {
        const text = chunk.toString('latin1');
        if (text.endsWith('\r\n.\r\n')) socket.write('maybe\r\n');
        else if (/^DATA/m.test(text)) socket.write('354 go on\r\n');
        else socket.write('250 ok\r\n');
      });
    });
    await listening(hostile, async (port) => {
      const session = await openSmtp({ ...me, smtp: loopback(port) });
      await expect(session.send(mail, go)).rejects.toMatchObject({
        stage: 'after_data',
        outcome: 'unknown',
        code: undefined,
      });
    });
  });
});

describe('an address with letters beyond ASCII', () => {
  let heard = '';
  const plain = createServer((socket) => {
    socket.on('error', () => {});
    socket.write('220 hello\r\n');
    socket.on('data', (chunk: Buffer) => {
      heard += chunk.toString('utf8');
      socket.write('250 ok\r\n');
    });
  });

  test('before the @ is not attempted where the server cannot take it', async () => {
    await listening(plain, async (port) => {
      const session = await openSmtp({ ...me, smtp: loopback(port) });
      const sending = session.send({ ...mail, to: 'jürgen@work.test' }, go);
      await expect(sending).rejects.toMatchObject({
        stage: 'recipient',
        outcome: 'not_sent_permanent',
        stopsMailbox: false,
      });
      session.close();
    });
  });

  test('in its domain is written as every server understands it', async () => {
    await listening(plain, async (port) => {
      const session = await openSmtp({ ...me, smtp: loopback(port) });
      await session.send({ ...mail, to: 'ana@müller.test' }, go);
      session.close();
      expect(heard).toContain('RCPT TO:<ana@xn--mller-kva.test>');
    });
  });
});
