/**
 * What can be made to go wrong. A hook is asked before each step and may answer with what the
 * server shall do instead; undefined means: as usual. A hook may also wait, or change the store.
 */
export type Faults = {
  imap: ((step: ImapStep) => ImapAct | undefined | Promise<ImapAct | undefined>) | undefined;
  smtp: ((step: SmtpStep) => SmtpAct | undefined | Promise<SmtpAct | undefined>) | undefined;
  /** IMAP capabilities that are neither announced nor understood, upper-case. */
  hiddenCapabilities: ReadonlySet<string>;
  /** Both servers close new connections at once. */
  refuseConnections: boolean;
  /** Of all IMAP connections that are open now: cut. */
  readonly dropImap: () => void;
  /** Of all IMAP connections that are open now: no byte is answered any more. */
  readonly freezeImap: () => void;
  /** Says `* BYE` on all IMAP connections that are open now and closes them. */
  readonly byeImap: (text: string) => void;
  /** Writes bytes as they are on all IMAP connections that are open now. */
  readonly writeImap: (bytes: string | Buffer) => void;
  readonly dropSmtp: () => void;
  /** Of the IMAP connections that are open now, how many are in IDLE. */
  readonly idling: () => number;
  readonly imapConnections: () => number;
  readonly smtpConnections: () => number;
};

export type ImapStep = {
  /** `item` comes before each message of a FETCH's answer, `reply` before a command's last line. */
  readonly at: 'connect' | 'command' | 'item' | 'reply';
  /** Upper-case with its prefix: `UID FETCH`; '' at connect. */
  readonly command: string;
  /** The rest of the command line; passwords included, so never log it. */
  readonly line: string;
  readonly account: string | undefined;
  /** 1 for the first connection since the start. */
  readonly connection: number;
  /** 1 for this connection's first command, or for the answer's first item. */
  readonly nth: number;
};

export type ImapAct =
  | 'drop'
  | 'freeze'
  /** Of an item: leave this mail out of the answer, as if it were not there. */
  | 'skip'
  /** Of an item: answer `NIL` instead of each text that was asked for. */
  | 'withhold'
  | { readonly bye: string }
  | { readonly no: string }
  | { readonly bad: string }
  /** Bytes sent as they are, in the given chunks, before the step goes on (or as `after` says). */
  | { readonly raw: Iterable<string | Buffer>; readonly after: 'go_on' | 'drop' | 'freeze' };

export type SmtpStep = {
  /** `accepted` comes after the mail was stored and before the 250; `replied` after the 250. */
  readonly at: 'connect' | 'auth' | 'mail' | 'rcpt' | 'data' | 'received' | 'accepted' | 'replied';
  readonly connection: number;
  readonly from: string | undefined;
  readonly to: readonly string[];
};

/** `text` may begin with an enhanced status code. */
export type SmtpAct = 'drop' | 'freeze' | { readonly code: number; readonly text: string };
