/** The request itself is wrong (CLI exit 2, HTTP 422). `field` names the input to correct, where there is one. */
export class Misuse extends Error {
  override readonly name = 'Misuse';
  readonly field: string | undefined;
  constructor(message: string, field?: string) {
    super(message);
    this.field = field;
  }
}

/** The request is understood but cannot be done in the present state (CLI exit 1, HTTP 409 or 404). */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly missing: boolean;
  constructor(message: string, options: { readonly missing?: boolean } = {}) {
    super(message);
    this.missing = options.missing ?? false;
  }
}
