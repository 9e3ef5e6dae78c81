import type { Purpose } from '../../purpose.ts';
import type { Template } from '../template.ts';
import { checkIn } from './check-in.ts';
import { introducerThanks, landedRole, thankYou } from './gratitude.ts';
import { confirmation, proposal } from './meeting.ts';
import { nudge } from './nudge.ts';
import { outreach } from './outreach.ts';
import { reply } from './reply.ts';

/** Per purpose, English first: it serves every language that has no template of its own. */
export const builtInTemplates: Readonly<Record<Purpose, readonly Template[]>> = {
  outreach,
  nudge,
  proposal,
  confirmation,
  thank_you: thankYou,
  check_in: checkIn,
  introducer_thanks: introducerThanks,
  landed_role: landedRole,
  reply,
};

/** The built-in template of a purpose in a language (BCP 47), else in English. */
export function builtInTemplate(purpose: Purpose, language: string): Template {
  const base = language.split('-')[0]?.toLowerCase();
  const templates = builtInTemplates[purpose];
  const template = templates.find((each) => each.language === base) ?? templates[0];
  if (!template) throw new Error(`There is no template for ${purpose}.`);
  return template;
}
