import type { NextStep } from './next-step.ts';

/** The request itself is wrong (CLI exit 2, HTTP 422). `field` names the input to correct, where there is one. */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput';
  readonly field: string | undefined;
  /** What puts it right, where that is more than another value. */
  readonly next: NextStep | undefined;
  constructor(message: string, field?: string, next?: NextStep) {
    super(message);
    this.field = field;
    this.next = next;
  }
}

/** The request is understood but cannot be done in the present state (CLI exit 1, HTTP 409). */
export class Conflict extends Error {
  override readonly name: string = 'Conflict';
  /** What puts it right, where one step does. */
  readonly next: NextStep | undefined;
  constructor(message: string, next?: NextStep) {
    super(message);
    this.next = next;
  }
}

/** What the request names does not exist (CLI exit 1, HTTP 404). */
export class NotFound extends Conflict {
  override readonly name = 'NotFound';
}
