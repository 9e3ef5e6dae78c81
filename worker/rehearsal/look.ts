import type { z } from 'zod';
import { Conflict } from '../../domain/errors.ts';
import type { Operation } from '../../operations/operation.ts';
import type { DraftView } from '../../operations/views.ts';
import type { PracticePerson } from '../../practice/people/people.ts';

/** Does an operation as the user: in this process, or over HTTP. Throws Conflict where the program declines. */
export type Do = <Input extends z.ZodType, Output extends z.ZodType>(
  operation: Operation<Input, Output>,
  input: z.input<Input>,
) => Promise<z.output<Output>>;

/** The meanings that mails of the practice cast have. */
export type Judged = 'interested' | 'declined' | 'cannot_make_it';

/** What the user did, for whoever tells it. */
export type Deed =
  | { readonly did: 'approved'; readonly draft: DraftView }
  | { readonly did: 'judged'; readonly as: Judged }
  | { readonly did: 'agreed' | 'talked' | 'introduced' | 'took_advice' };

/** One look of the user at everything that waits for them. */
export type Look = {
  readonly act: Do;
  readonly people: readonly PracticePerson[];
  readonly personOf: (contactId: string | null) => PracticePerson | undefined;
  readonly did: (person: PracticePerson, deed: Deed) => void;
};

/** A reply may take a draft back between looking and acting; the next look shows what is left. */
export async function unlessOvertaken(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
}
