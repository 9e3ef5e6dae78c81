import type { Readable } from 'node:stream';

/** The world of a command, so that tests can give it another one. */
export type Io = {
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream;
  readonly stdin: Readable;
  readonly environment: NodeJS.ProcessEnv;
  /** Whether a person reads the result on a terminal that shows colours. */
  readonly colours: boolean;
  /** Columns of that terminal; undefined where no person reads along. */
  readonly columns?: number | undefined;
  readonly now: () => Date;
};
