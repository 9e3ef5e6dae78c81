import type { Policy } from '../policy.ts';
import { milliseconds } from '../timing/duration.ts';

export type MeetingStep = {
  readonly kind: 'brief_ready' | 'reminder' | 'start' | 'how_did_it_go';
  /** Epoch milliseconds. */
  readonly at: number;
  readonly why: string;
};

const minute = 60_000;

/** What happens around an agreed meeting, by time. */
export function meetingSteps(
  meeting: { readonly at: Date; readonly minutes: number },
  policy: Pick<Policy, 'briefBefore' | 'remindBefore'>,
): readonly MeetingStep[] {
  const start = meeting.at.getTime();
  const end = start + meeting.minutes * minute;
  const steps: readonly MeetingStep[] = [
    {
      kind: 'brief_ready',
      at: start - milliseconds(policy.briefBefore),
      why: 'your brief is ready',
    },
    { kind: 'reminder', at: start - milliseconds(policy.remindBefore), why: 'a reminder' },
    { kind: 'start', at: start, why: 'your conversation' },
    { kind: 'how_did_it_go', at: end, why: 'you are asked how it went' },
  ];
  return steps.toSorted((one, other) => one.at - other.at);
}

/** The first step to come. */
export function nextStepOf(steps: readonly MeetingStep[], now: number): MeetingStep | undefined {
  return steps.find(({ at }) => at > now);
}
