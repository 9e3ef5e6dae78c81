import type { PolicyKey } from '../domain/policy.ts';

export type PolicyWords = {
  readonly key: PolicyKey;
  readonly label: string;
  readonly hint: string;
  /** What guides to informational interviews say where they do not agree (PRODUCT.md section 7). */
  readonly disagreement?: string;
};

export type PolicyGroup = { readonly title: string; readonly settings: readonly PolicyWords[] };

/** The settings in the order in which they matter in a journey. */
export const policyGroups: readonly PolicyGroup[] = [
  {
    title: 'Following up',
    settings: [
      {
        key: 'nudgeAfter',
        label: 'Nudge after',
        hint: 'How long Rapport waits for a reply before it drafts one polite nudge in the same thread.',
        disagreement:
          'Some guides say one week, others one to two, and some never to nudge at all. Set nudges to 0 for that.',
      },
      {
        key: 'maxNudges',
        label: 'Nudges at most',
        hint: '0 to 5. Each is drafted and approved like any mail.',
      },
      {
        key: 'giveUpAfter',
        label: 'Move on after',
        hint: 'How long after the last nudge an unanswered journey is closed.',
      },
      {
        key: 'maxAway',
        label: 'Wait for somebody away',
        hint: 'The longest that an out-of-office answer delays a journey.',
      },
      {
        key: 'remindAfter',
        label: 'Remind me of drafts after',
        hint: 'When a draft that waits for you is brought up again.',
      },
    ],
  },
  {
    title: 'Sending',
    settings: [
      {
        key: 'workingHours',
        label: 'Working hours',
        hint: 'In the contact’s own time zone, such as “Mon-Fri 08:00-18:00”, or “always”.',
      },
      {
        key: 'holidays',
        label: 'Public holidays',
        hint: '“on” keeps those of the contact’s country free, a code such as DE those of one country, “off” none.',
      },
      {
        key: 'dailyLimit',
        label: 'Mails a day',
        hint: 'The most that leave one mailbox in a day.',
      },
      {
        key: 'spacing',
        label: 'Space between mails',
        hint: 'The least time between two mails of one mailbox, plus a little chance.',
      },
      {
        key: 'onePerCompany',
        label: 'One open first mail per company',
        hint: 'While one waits for an answer, the next at the same company waits too. “true” or “false”.',
      },
    ],
  },
  {
    title: 'Afterwards',
    settings: [
      {
        key: 'thankYouWithin',
        label: 'Thank-you within',
        hint: 'When the thank-you is due after a talk; PT48H at the most.',
        disagreement: 'Some guides say within 24 hours, others 24 to 48.',
      },
      {
        key: 'checkInEvery',
        label: 'Check in every',
        hint: 'How often a quiet contact is brought up again.',
      },
    ],
  },
];

const units: Readonly<Record<string, string>> = { D: 'day', W: 'week', M: 'month', Y: 'year' };
const timeUnits: Readonly<Record<string, string>> = { H: 'hour', M: 'minute', S: 'second' };

/** "P7D" as "7 days"; undefined for what is not a plain ISO 8601 duration. */
export function durationWords(iso: string): string | undefined {
  const match = /^P((?:\d+[DWMY])*)(?:T((?:\d+(?:\.\d+)?[HMS])+))?$/.exec(iso);
  if (match === null) return undefined;
  const parts = [...pieces(match[1] ?? '', units), ...pieces(match[2] ?? '', timeUnits)];
  return parts.length === 0 ? undefined : parts.join(' ');
}

function pieces(text: string, names: Readonly<Record<string, string>>): readonly string[] {
  return [...text.matchAll(/([\d.]+)([A-Z])/g)].map(([, amount = '', unit = '']) => {
    const name = names[unit] ?? unit;
    return amount === '1' ? `1 ${name}` : `${amount} ${name}s`;
  });
}
