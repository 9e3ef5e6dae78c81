import type { NoteField } from '../note.ts';

export function fieldLabel(field: NoteField): string {
  const labels: Readonly<Record<NoteField, string>> = {
    referredBy: 'Who may I name',
    foundThrough: 'How I found them',
    sharedAffiliation: 'What we share',
    admire: 'What stayed with me',
    wrote: 'What they wrote or made',
    path: 'Path',
    role: 'Role',
    company: 'Company',
    topics: 'Topics',
  };
  return labels[field];
}

export function languageName(code: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code;
}

/** At most 80 characters of it, for a message. */
export function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
