import type { Purpose } from '../../purpose.ts';
import type { Template } from '../template.ts';
import { cancellation } from './cancellation.ts';
import { checkIn } from './check-in.ts';
import { confirmation } from './confirmation.ts';
import { introducerThanks } from './introducer-thanks.ts';
import { landedRole } from './landed-role.ts';
import { nudge } from './nudge.ts';
import { outreach } from './outreach.ts';
import { proposal } from './proposal.ts';
import { reply } from './reply.ts';
import { thankYou } from './thank-you.ts';

/** Per purpose, English first: it serves every language that has no template of its own. */
export const builtInTemplates: Readonly<Record<Purpose, readonly Template[]>> = {
  outreach,
  nudge,
  proposal,
  confirmation,
  cancellation,
  thank_you: thankYou,
  check_in: checkIn,
  introducer_thanks: introducerThanks,
  landed_role: landedRole,
  reply,
};

/** The built-in template of a purpose in a language (BCP 47); undefined where there is none. */
export function builtInTemplate(purpose: Purpose, language: string): Template | undefined {
  const base = language.split('-')[0]?.toLowerCase();
  return builtInTemplates[purpose].find((each) => each.language === base);
}
