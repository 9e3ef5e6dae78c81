import { destination, pino, type Logger } from 'pino';

/**
 * Structured lines on stderr: stdout belongs to results. Log ids, never a mail's text, an address or a
 * secret; what slips in under one of these names is cut out.
 */
export function createLogger(level: string): Logger {
  return pino(
    {
      level,
      base: { pid: process.pid },
      redact: {
        paths: secretNames.flatMap((name) => [name, `*.${name}`]),
        remove: true,
      },
    },
    destination({ dest: 2, sync: true }),
  );
}

const secretNames = [
  'password',
  'pass',
  'token',
  'secret',
  'text',
  'html',
  'subject',
  'address',
  'email',
  'to',
  'from',
  'authorization',
  'cookie',
];
