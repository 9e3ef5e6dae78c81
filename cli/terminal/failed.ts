/** The result is printed already and says what failed: nothing is left but exit code 1. */
export class Failed extends Error {
  override readonly name = 'Failed';
}
