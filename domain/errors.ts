/** The request itself is wrong (CLI exit 2, HTTP 422). `field` names the input to correct, where there is one. */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput';
  readonly field: string | undefined;
  constructor(message: string, field?: string) {
    super(message);
    this.field = field;
  }
}

/** The request is understood but cannot be done in the present state (CLI exit 1, HTTP 409). */
export class Conflict extends Error {
  override readonly name: string = 'Conflict';
}

/** What the request names does not exist (CLI exit 1, HTTP 404). */
export class NotFound extends Conflict {
  override readonly name = 'NotFound';
}
