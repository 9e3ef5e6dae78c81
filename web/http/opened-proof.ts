import { createHmac } from 'node:crypto';
import { sameSecret } from './session.ts';

type Opened = { readonly draftId: string; readonly revision: number };

/**
 * Says that this revision of a draft was shown to this session: only a page that shows the letter carries it, and
 * approving several at once asks for it.
 */
export function openedProof(csrf: string, { draftId, revision }: Opened): string {
  const code = createHmac('sha256', csrf).update(`${draftId}:${revision}`).digest('base64url');
  return `${draftId}:${revision}:${code}`;
}

/** The draft of a proof; undefined for one that no page of this session gave. */
export function readOpenedProof(csrf: string, proof: string): Opened | undefined {
  const [draftId = '', number = ''] = proof.split(':');
  const opened = { draftId, revision: Number(number) };
  if (!Number.isSafeInteger(opened.revision)) return undefined;
  return sameSecret(proof, openedProof(csrf, opened)) ? opened : undefined;
}
