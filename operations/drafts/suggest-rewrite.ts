import { z } from 'zod';
import { factsOf } from '../../db/contact-facts.ts';
import { aboutIn } from '../../domain/compose/letters/parts.ts';
import { diffLetters } from '../../domain/compose/diff-letters.ts';
import { languageFor } from '../../domain/compose/language/languages.ts';
import { languageName } from '../../domain/compose/notes/labels.ts';
import { lintDraft } from '../../domain/compose/lint/lint.ts';
import { checkRewrite } from '../../domain/compose/rewrite/check-rewrite.ts';
import { instructions } from '../../domain/compose/rewrite/instructions.ts';
import { partsOf, withBody, type LetterParts } from '../../domain/compose/rewrite/parts.ts';
import { Conflict } from '../../domain/errors.ts';
import { profileOf } from '../../domain/profile.ts';
import type { Purpose } from '../../domain/purpose.ts';
import type { ContactFacts } from '../../domain/contact.ts';
import { timesToTell } from '../../db/told-times.ts';
import { findDraft, lockedContact } from '../find-contact.ts';
import { defineOperation } from '../operation.ts';
import { refuseUnlessUnsent } from './change-draft.ts';

/** A model that keeps adding what no note says is asked no third time. */
const attempts = 2;

export const suggestRewrite = defineOperation({
  name: 'suggestRewrite',
  summary:
    'Other words for a draft by the language model that is set up; changes nothing, and says what is new in them',
  input: z.object({ draftId: z.string() }),
  output: z.object({
    draftId: z.string(),
    revision: z.number(),
    subject: z.string(),
    /** Null where every suggestion was refused. */
    text: z.string().nullable(),
    changes: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
    /** Words that stand neither in the draft nor in the notes. */
    newWords: z.array(z.string()),
    /** Why the last suggestion was refused, each a sentence. */
    refused: z.array(z.string()),
  }),
  async run(context, { draftId }) {
    const { id, contactId } = await findDraft(context, draftId);
    const { rewriting } = context;
    if (rewriting === undefined)
      throw new Conflict(
        'No language model is set up, so there are no other words to suggest. RAPPORT_REWRITE_URL and RAPPORT_REWRITE_MODEL name one (docs/letters.md).',
      );
    const { draft, contact, times } = await context.db.$transaction(async (tx) => {
      const row = await lockedContact(tx, contactId);
      const now = await tx.draft.findUniqueOrThrow({ where: { id }, include: { send: true } });
      refuseUnlessUnsent(now, 'rewritten');
      return { draft: now, contact: row, times: await timesToTell(tx, now, row) };
    });
    const profile = profileOf(contact.user);
    const facts = factsOf(contact);
    const language = languageFor(facts.language ?? profile.language, facts.formality ?? 'formal');
    const parts = partsOf(draft.text);
    if (language === undefined || parts === undefined)
      throw new Conflict(
        `Draft ${draftId} is not a letter of greeting, text and signature in a language that Rapport writes. Edit it by hand.`,
      );
    const about = aboutIn(profile, language.code) ?? '';
    const sources = [...notesOf(facts), about, facts.name];
    const look = { purpose: draft.purpose as Purpose, contact: facts, profile, ...times };
    const errors = (text: string): readonly string[] =>
      lintDraft({ ...look, subject: draft.subject, text })
        .filter(({ severity }) => severity === 'error')
        .map(({ message }) => message);
    const before = errors(draft.text);
    const keep = kept(draft.text, facts);
    let refused: readonly string[] = [];
    for (let attempt = 0; attempt < attempts; attempt++) {
      const body = await rewriting.ask({
        system: instructions(languageName(language.code)),
        user: promptOf(parts, sources),
      });
      const text = withBody(parts, plain(body));
      const check = checkRewrite({
        before: draft.text,
        after: text,
        sources,
        keep,
        language: language.code,
      });
      refused = [
        ...check.refused,
        ...(language.wrongAddress(plain(body)) ? ['It changes the form of address.'] : []),
        ...errors(text).filter((message) => !before.includes(message)),
      ];
      if (refused.length === 0)
        return {
          draftId,
          revision: draft.revision,
          subject: draft.subject,
          text,
          changes: [...diffLetters(draft.text, text)],
          newWords: [...check.newWords],
          refused: [],
        };
    }
    return {
      draftId,
      revision: draft.revision,
      subject: draft.subject,
      text: null,
      changes: [],
      newWords: [],
      refused: [...refused],
    };
  },
});

/** Only what the letter is made of leaves this machine: no address, no other mail. */
function promptOf({ body }: LetterParts, sources: readonly string[]): string {
  return `Notes:\n${sources
    .filter((source) => source !== '')
    .map((source) => `- ${source}`)
    .join('\n')}\n\nBody of the mail:\n${body}`;
}

function notesOf(facts: ContactFacts): readonly string[] {
  return [
    facts.referredBy,
    facts.foundThrough,
    facts.sharedAffiliation,
    facts.admire,
    facts.wrote,
    facts.path,
    facts.role,
    facts.company,
    ...facts.topics,
  ].flatMap((note) => note ?? []);
}

/** The referrer, the company and the minutes of the talk, where the draft names them. */
function kept(text: string, { referredBy, company }: ContactFacts): readonly string[] {
  const minutes = /\b\d{2}(?=[ -]?[Mm]inut)/.exec(text)?.[0];
  return [referredBy, company, minutes].flatMap((word) =>
    word !== undefined && text.includes(word) ? [word] : [],
  );
}

/** Models wrap their answer in fences and quotation marks. */
function plain(body: string): string {
  return body
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, '')
    .replace(/^\s*```\w*\n|\n```\s*$/g, '')
    .trim();
}
