import type { ContactFacts } from './contact.ts';
import { lintDraft, type Finding } from './lint.ts';
import type { Profile } from './profile.ts';
import type { Purpose } from './purpose.ts';
import { render, type Template, type Values } from './template.ts';

export function compose(input: {
  readonly purpose: Purpose;
  readonly profile: Profile;
  readonly contact: ContactFacts;
  /** The mail in whose thread this one goes. */
  readonly previous: { readonly subject: string } | undefined;
  readonly template?: Template;
  /** More values by placeholder: `slots`, `takeaway`, `when`, … */
  readonly details?: Values;
}): {
  readonly subject: string;
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly template: string;
} {
  const { purpose, profile, contact, previous } = input;
  const subject = previous
    ? `Re: ${previous.subject.replace(/^(re:\s*)+/i, '')}`
    : render(
        'Quick question from {{my_name}}{{#my_affiliation}}, {{my_affiliation}}{{/my_affiliation}}',
        { my_name: profile.name, my_affiliation: profile.affiliation },
      );
  const text = render(
    'Dear {{name}},\n\nWould you have 20 minutes for a short call in the next two to four weeks?\n\nBest wishes,\n{{my_name}}',
    { name: contact.name, my_name: profile.name },
  );
  return {
    subject,
    text,
    findings: lintDraft({ purpose, subject, text, contact, profile }),
    template: 'thin@0',
  };
}
