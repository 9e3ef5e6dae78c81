import type { ImapSession } from './imap-session.ts';
import type { Token } from './imap-syntax.ts';

export type ImapCommand = {
  readonly tag: string;
  /** Upper-case, without its `UID` prefix. */
  readonly name: string;
  readonly uid: boolean;
  readonly arguments: readonly Token[];
  /** Everything after the name, literals left out. */
  readonly line: string;
};

/**
 * Does the command and returns how it ended, such as `OK done`. Returns undefined when it has
 * answered itself or, like IDLE, ends later. Throws with the reason for a BAD.
 */
export type ImapHandler = (
  session: ImapSession,
  command: ImapCommand,
) => string | undefined | Promise<string | undefined>;

/** A refusal: becomes the command's NO. */
export class No extends Error {
  override readonly name = 'No';
}
