import type { FC } from 'hono/jsx';
import { Said } from './said.tsx';

type Preview = {
  readonly sentences: readonly { readonly field: string | null; readonly text: string }[];
  readonly findings: readonly {
    readonly severity: string;
    readonly field?: string | undefined;
    readonly message: string;
  }[];
  readonly leftOut: readonly { readonly field: string; readonly text: string }[];
};

/** Notes that become sentences, by the names of their fields. */
const noteFields = [
  'role',
  'foundThrough',
  'admire',
  'topics',
  'referredBy',
  'sharedAffiliation',
  'path',
  'wrote',
] as const;

export type NoteField = (typeof noteFields)[number];

/** Asks for the sentences when the form is opened and while it is filled in. Without JavaScript nothing is missing. */
export const PreviewTrigger: FC<{ readonly contactId?: string }> = ({ contactId }) => (
  <div
    hx-post="/contacts/preview"
    hx-trigger="load, input changed delay:400ms from:closest form"
    hx-include="closest form"
    hx-swap="none"
    hx-push-url="false"
  >
    {contactId !== undefined && <input type="hidden" name="ref" value={contactId} />}
  </div>
);

/** The place under a field where its sentence appears. */
export const Becomes: FC<{ readonly field: NoteField }> = ({ field }) => (
  <div class="becomes" id={`becomes-${field}`} aria-live="polite" />
);

/** Under each field the sentence that it becomes, or why it becomes none. */
export const LetterPreview: FC<{ readonly preview: Preview }> = ({ preview }) => (
  <>
    {noteFields.map((field) => (
      <div class="becomes" id={`becomes-${field}`} aria-live="polite" hx-swap-oob="true">
        {preview.sentences
          .filter((sentence) => sentence.field === field)
          .map(({ text }) => (
            <p>
              <span class="hint">In the mail: </span>
              <q>{text}</q>
            </p>
          ))}
        {preview.findings
          .filter((finding) => finding.field === field && finding.severity !== 'notice')
          .map(({ message }) => (
            <p class="doubt">
              <Said text={message} />
            </p>
          ))}
        {preview.leftOut.some((note) => note.field === field) &&
          !preview.findings.some((finding) => finding.field === field) && (
            <p class="hint">Not in the mail, so that it stays short.</p>
          )}
      </div>
    ))}
  </>
);
