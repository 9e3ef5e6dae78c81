import type { Rule } from './draft.ts';

export const subjectMissing: Rule = {
  name: 'subject_missing',
  check: ({ subject }) =>
    /^(?:\s|re:|\(no subject\))*$/i.test(subject)
      ? [
          {
            severity: 'error',
            message:
              'The mail has no subject. Many people decide by the subject whether to open a mail; say in a few words who asks.',
          },
        ]
      : [],
};

export const textMissing: Rule = {
  name: 'text_missing',
  check: ({ text }) =>
    /[\p{L}\p{N}]/u.test(text)
      ? []
      : [{ severity: 'error', message: 'The mail has no text. Write one, or skip the draft.' }],
};
