import type { DraftView } from '../../operations/views.ts';
import { oneLine, safe, shortId, spoken, when } from './print.ts';

/** A draft as a person reads it before saying yes. */
export function draftText(draft: DraftView): string {
  const planned = draft.planned
    ? `, planned for ${when(draft.planned.at)} (${oneLine(draft.planned.why)})`
    : '';
  return [
    `Draft ${shortId(draft.draftId)}, revision ${draft.revision}: ${spoken(draft.purpose)}, ${spoken(draft.state)}${planned}`,
    ...(draft.stateWhy ? [oneLine(draft.stateWhy)] : []),
    `To:      ${oneLine(draft.contactName)} <${oneLine(draft.to)}>`,
    `Subject: ${oneLine(draft.subject)}`,
    '',
    ...safe(draft.text)
      .split('\n')
      .map((line) => (line === '' ? '' : `  ${line}`)),
    ...(draft.findings.length > 0 ? [''] : []),
    ...draft.findings.map(
      ({ rule, severity, message }) =>
        `${severity}: ${[oneLine(message), ...howToMend(rule)].join(' ')}`,
    ),
    ...draft.leftOut.map(({ field, text }) => `left out (${field}): ${oneLine(text)}`),
    ...(draft.outdated ? ['Your notes changed since: rapport redraft shows the new one.'] : []),
  ].join('\n');
}

/** The command with which what a finding names is filled in; without an entry it is `rapport edit`. */
function howToMend(rule: string): readonly string[] {
  const command = menders[rule];
  return command === undefined ? [] : [`(${command})`];
}

const menders: Readonly<Record<string, string>> = {
  unfilled_placeholder: 'rapport profile set --help',
  no_reason: 'rapport contact edit CONTACT --admire TEXT',
  no_free_times: 'rapport propose CONTACT --slot TIME',
  time_differs: 'rapport propose CONTACT --slot TIME, or rapport meeting reschedule',
  place_missing: 'rapport meeting reschedule CONTACT --where TEXT',
};
