import { createHash } from 'node:crypto';
import type { ImapHandler } from './imap-command.ts';
import { opened, picked } from './imap-selection.ts';
import { fault, send, type ImapSession, type Selected } from './imap-session.ts';
import { bodyStructure, envelope } from './imap-structure.ts';
import { internalDate } from './imap-syntax.ts';
import { field, mimeOf, section } from './mime.ts';
import { holds, setFlags, type StoredMail } from './store.ts';

const MACROS: Readonly<Record<string, string>> = {
  ALL: 'FLAGS INTERNALDATE RFC822.SIZE ENVELOPE',
  FAST: 'FLAGS INTERNALDATE RFC822.SIZE',
  FULL: 'FLAGS INTERNALDATE RFC822.SIZE ENVELOPE BODY',
};

type Item = {
  /** Upper-case, without section. */
  readonly name: string;
  /** Of BODY[…], upper- or lower-case as given. */
  readonly section: string | undefined;
  readonly peek: boolean;
  readonly partial: { readonly start: number; readonly length: number } | undefined;
};

export const fetchHandler: ImapHandler = async (session, command) => {
  const selected = opened(session);
  const since = /\(\s*CHANGEDSINCE (\d+)[^)]*\)/i.exec(command.line);
  if (since) session.condstore = true;
  const items = parseItems(command.line.replace(since?.[0] ?? '', '').replace(/^\S+\s+/, ''));
  if (command.uid && !items.some(({ name }) => name === 'UID'))
    items.unshift({ name: 'UID', section: undefined, peek: true, partial: undefined });
  let nth = 0;
  for (const { mail, sequence } of picked(session, command.arguments[0], command.uid)) {
    if (since && mail.modseq <= Number(since[1])) continue;
    if (!holds(selected.folder, mail)) continue;
    const step = { command: `${command.uid ? 'UID ' : ''}FETCH`, line: command.line };
    const ended = await fault(session, { at: 'item', ...step, nth: ++nth });
    if (ended === 'skip') continue;
    const withheld = ended === 'withhold';
    if (ended && !withheld) return ended === 'gone' ? undefined : ended;
    markSeen(selected, mail, items);
    send(session, fetchLine(session, { mail, sequence, items, withheld }));
    if (session.socket.writableNeedDrain) await drained(session);
  }
  return 'OK done';
};

function parseItems(specification: string): Item[] {
  const inner = specification.trim().replace(/^\((.*)\)$/s, '$1');
  const text = MACROS[inner.toUpperCase()] ?? inner;
  const found = text.matchAll(
    /(BODY|BINARY)(\.PEEK)?\[([^\]]*)\](?:<(\d+)(?:\.(\d+))?>)?|[\w.-]+/gi,
  );
  return [...found].map(([whole, body, peek, part, start, length]) => ({
    name: (body ?? whole).toUpperCase(),
    section: part,
    peek: peek !== undefined,
    partial:
      start === undefined
        ? undefined
        : { start: Number(start), length: length === undefined ? Infinity : Number(length) },
  }));
}

function markSeen(selected: Selected, mail: StoredMail, items: readonly Item[]): void {
  const reads = items.some(({ section: part, peek, name }) =>
    part === undefined ? name === 'RFC822' || name === 'RFC822.TEXT' : !peek,
  );
  if (reads && !selected.readOnly && !mail.flags.has('\\Seen'))
    setFlags(selected.folder, mail, new Set([...mail.flags, '\\Seen']));
}

function fetchLine(
  session: ImapSession,
  answer: {
    readonly mail: StoredMail;
    readonly sequence: number;
    readonly items: readonly Item[];
    readonly withheld: boolean;
  },
): Buffer {
  const { mail, sequence, items, withheld } = answer;
  const pieces: (string | Buffer)[] = [`* ${sequence} FETCH (`];
  items.forEach((item, index) => {
    if (index > 0) pieces.push(' ');
    pieces.push(
      ...(withheld && item.section !== undefined ? nil(item) : itemOf(session, mail, item)),
    );
  });
  pieces.push(')\r\n');
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece as Buffer)));
}

function nil({ section: part, partial }: Item): readonly string[] {
  return [`BODY[${part ?? ''}]${partial ? `<${partial.start}>` : ''} NIL`];
}

function itemOf(session: ImapSession, mail: StoredMail, item: Item): readonly (string | Buffer)[] {
  if (item.section !== undefined) {
    const whole = section(mail, item.section);
    const { start, length } = item.partial ?? { start: 0, length: Infinity };
    const origin = item.partial ? `<${start}>` : '';
    return literal(`BODY[${item.section}]${origin}`, whole?.subarray(start, start + length));
  }
  switch (item.name) {
    case 'UID':
      return [`UID ${mail.uid}`];
    case 'FLAGS':
      return [`FLAGS (${[...mail.flags].join(' ')})`];
    case 'INTERNALDATE':
      return [`INTERNALDATE ${internalDate(mail.date)}`];
    case 'RFC822.SIZE':
      return [`RFC822.SIZE ${mail.raw.length}`];
    case 'MODSEQ':
      return [`MODSEQ (${mail.modseq})`];
    case 'ENVELOPE':
      return [`ENVELOPE ${envelope(mimeOf(mail))}`];
    case 'BODY':
    case 'BODYSTRUCTURE':
      return [`${item.name} ${bodyStructure(mimeOf(mail))}`];
    case 'RFC822':
      return literal('RFC822', mail.raw);
    case 'RFC822.HEADER':
      return literal('RFC822.HEADER', mimeOf(mail).head);
    case 'X-GM-MSGID':
      return [`X-GM-MSGID ${gmailId(field(mimeOf(mail), 'message-id') ?? String(mail.uid))}`];
    case 'X-GM-LABELS':
      return [isSent(session, mail) ? 'X-GM-LABELS ("\\\\Sent")' : 'X-GM-LABELS ()'];
    case 'X-GM-THRID':
      return [`X-GM-THRID ${gmailId(threadRoot(mail))}`];
  }
  throw new Error(`FETCH does not know ${item.name}`);
}

function literal(label: string, bytes: Buffer | undefined): readonly (string | Buffer)[] {
  return bytes ? [`${label} {${bytes.length}}\r\n`, bytes] : [`${label} NIL`];
}

/** Gmail also groups mails whose ids were lost; such a mail says in a field of ours where it belongs. */
function threadRoot(mail: StoredMail): string {
  const mime = mimeOf(mail);
  const told = field(mime, 'x-practice-thread');
  if (told !== undefined) return told;
  const ids = `${field(mime, 'references') ?? ''} ${field(mime, 'in-reply-to') ?? ''}`;
  return /<[^<>\s]+>/.exec(ids)?.[0] ?? field(mime, 'message-id') ?? String(mail.uid);
}

/** A mail of Gmail's Sent folder lies in All Mail with this label. */
function isSent(session: ImapSession, mail: StoredMail): boolean {
  const folders = [...(session.account?.folders.values() ?? [])];
  const sent = folders.find(({ specialUse }) => specialUse === '\\Sent');
  return sent?.mails.some(({ raw }) => raw.equals(mail.raw)) ?? false;
}

function gmailId(text: string): bigint {
  return createHash('sha256').update(text).digest().readBigUInt64BE() >> 1n;
}

function drained(session: ImapSession): Promise<void> {
  return new Promise((resolve) => {
    const { socket } = session;
    socket.once('drain', resolve).once('close', resolve);
  });
}
