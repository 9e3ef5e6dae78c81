import type { Finding } from '../../finding.ts';
import type { Note } from '../../note.ts';
import { fieldLabel } from '../../notes/labels.ts';

/** What the card says of a note that the letter quotes instead of weaving it in. */
export function quotedNote({ field, text }: Note): Finding {
  return {
    rule: 'quoted_note',
    severity: 'warning',
    field,
    message: `"${text.slice(0, 80)}" in *${fieldLabel(field)}* leaves words out, as notes do, so the letter quotes it. Write it as you would say it, and it becomes a part of a sentence.`,
  };
}
