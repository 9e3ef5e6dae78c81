import type { Template } from '../domain/compose/template.ts';
import type { Purpose } from '../domain/purpose.ts';
import type { Transaction } from './client.ts';

/** The newest template of the user's own for a purpose and a language; undefined where the built-in one is in use. */
export async function ownTemplate(
  tx: Pick<Transaction, 'letterTemplate'>,
  userId: string,
  wanted: { readonly purpose: Purpose; readonly language: string },
): Promise<Template | undefined> {
  const language = wanted.language.split('-')[0]?.toLowerCase() ?? wanted.language;
  const newest = await tx.letterTemplate.findFirst({
    where: { userId, purpose: wanted.purpose, language },
    orderBy: { version: 'desc' },
  });
  if (newest === null || newest.retiredAt !== null) return undefined;
  const { version, subject, text } = newest;
  return {
    id: `own-${wanted.purpose}-${language}`,
    version,
    purpose: wanted.purpose,
    language,
    subject,
    text,
  };
}
