import type { FC } from 'hono/jsx';
import type { SlotView } from '../../operations/meetings/list-slots.ts';
import type { ContactView } from '../../operations/views.ts';
import { absolute, bothClocks } from '../page/dates.ts';
import type { Frame } from '../page/frame.ts';
import { Field, Post, RefusedNote, type Refused } from './form.tsx';
import { Layout } from './layout.tsx';

/** Fields for times that Rapport would not offer by itself. */
export const ownTimes = ['own-1', 'own-2'] as const;

/** Free times by day, on both clocks, to choose from for a mail that offers them. */
export const OfferTimesPage: FC<{
  readonly frame: Frame;
  readonly contact: ContactView;
  readonly slots: readonly SlotView[];
  /** Why no time is known to be free. */
  readonly problem: string | undefined;
  readonly refused?: Refused | undefined;
}> = ({ frame, contact, slots, problem, refused }) => {
  const { clock } = frame;
  const zone = typeof contact.facts.timeZone === 'string' ? contact.facts.timeZone : undefined;
  return (
    <Layout title={`Offer times to ${contact.name}`} frame={frame}>
      <div class="reading">
        <h1>Offer times to {contact.name}</h1>
        <p class="lead">
          Two to four are easy to answer. They are held for {contact.name} until the answer comes,
          and the mail waits for your approval.
        </p>
        <RefusedNote refused={refused} />
        {problem !== undefined && <p class="refused">{problem}</p>}
        {problem === undefined && slots.length === 0 && (
          <p>
            No time is free in your meeting hours and theirs. Type times of your own, or change your{' '}
            <a href="/settings#cadence">meeting hours</a>.
          </p>
        )}
        <Post to={`/contacts/${contact.contactId}/times`} csrf={frame.csrf}>
          {daysOf(slots, frame).map(({ day, times }) => (
            <fieldset>
              <legend>{day}</legend>
              {times.map(({ at }) => (
                <label class="check">
                  <input
                    type="checkbox"
                    name={`slot-${at}`}
                    value="yes"
                    checked={refused?.values[`slot-${at}`] !== undefined}
                  />{' '}
                  {withoutDay(bothClocks(at, zone, clock))}
                </label>
              ))}
            </fieldset>
          ))}
          <fieldset>
            <legend>Times of your own, on your clock ({clock.zone})</legend>
            {ownTimes.map((name, index) => (
              <Field
                name={name}
                label={index === 0 ? 'A time' : 'Another time'}
                type="datetime-local"
                refused={refused}
              />
            ))}
          </fieldset>
          <div class="row">
            <button class="primary">Draft the mail</button>
            <a class="button plain" href={`/contacts/${contact.contactId}`}>
              Cancel
            </a>
          </div>
        </Post>
      </div>
    </Layout>
  );
};

function daysOf(slots: readonly SlotView[], { clock }: Frame) {
  const days = new Map<string, SlotView[]>();
  for (const slot of slots) {
    const day = absolute(slot.at, clock).split(', ')[0]!;
    days.set(day, [...(days.get(day) ?? []), slot]);
  }
  return [...days].map(([day, times]) => ({ day, times }));
}

/** "16:00 (15:00 in London)" of "Mon 9 November, 16:00 (15:00 in London)". */
function withoutDay(text: string): string {
  return text.slice(text.indexOf(', ') + 2);
}
