import type { FC } from 'hono/jsx';
import type { NamedTimeView, NeedsYouView } from '../../operations/views.ts';
import { bothClocks, fieldValue } from '../page/dates.ts';
import type { Frame } from '../page/frame.ts';
import type { WayBack } from '../page/way-back.ts';
import { BackFields, Post, type Refused } from './form.tsx';

/**
 * The times that a mail of theirs names, each a button on both clocks. Pressing one agrees on it and drafts the
 * confirmation; nothing is agreed without it. Their booking page is shown, and opened by the person alone.
 */
export const TimeChoices: FC<{
  readonly item: NeedsYouView;
  /** The contact's, when it is known. */
  readonly zone: string | undefined;
  readonly frame: Frame;
  readonly back: WayBack;
  readonly refused: Refused | undefined;
}> = ({ item, zone, frame, back, refused }) => {
  const { contactId, times = [] } = item;
  if (contactId === null) return null;
  const ask = `times-${item.messageId ?? contactId}`;
  const quote = quoteOfAll(times);
  return (
    <div class="judge times" role="group" aria-labelledby={ask}>
      <p class="ask" id={ask}>
        {askOf(times)}
      </p>
      {typeof item.window === 'string' && (
        <p class="note">
          They wrote: “{item.window}”{times.length > 0 && ' These times of it are free:'}
        </p>
      )}
      {typeof item.window !== 'string' && quote !== undefined && (
        <p class="note">
          They wrote: “{quote}”{' '}
          {times.every(({ certain }) => !certain) && 'Read their mail before you choose.'}
        </p>
      )}
      {times.map((named) => (
        <Choice
          phone={item.phone}
          isQuoted={typeof item.window === 'string' || quote !== undefined}
          contactId={contactId}
          named={named}
          zone={zone}
          frame={frame}
          back={back}
        />
      ))}
      {typeof item.link === 'string' && (
        <p class="note">
          Their booking page:{' '}
          <a href={item.link} target="_blank" rel="noopener noreferrer nofollow">
            {item.link}
          </a>
        </p>
      )}
      <div class="actions small">
        <Another contactId={contactId} item={item} frame={frame} back={back} refused={refused} />
        <Post to={`/contacts/${contactId}/propose`} csrf={frame.csrf} stay>
          <BackFields back={back} />
          <button>
            {typeof item.window === 'string' && times.length > 1
              ? 'Ask which of them suits'
              : 'None fits: offer other times'}
          </button>
        </Post>
        <a class="button" href={`/contacts/${contactId}/times`}>
          Choose times to offer
        </a>
      </div>
    </div>
  );
};

function askOf(times: readonly NamedTimeView[]): string {
  if (times.length === 0) return 'Agree on a time?';
  return times.length === 1 ? 'Agree on this time?' : 'Agree on one of these times?';
}

/** What stands above several times that one sentence names. */
function quoteOfAll(times: readonly NamedTimeView[]): string | undefined {
  const [first, ...others] = times;
  if (first === undefined || others.length === 0 || first.quote === '') return undefined;
  return others.every(({ quote }) => quote === first.quote) ? first.quote : undefined;
}

const Choice: FC<{
  readonly contactId: string;
  readonly named: NamedTimeView;
  /** What they wrote stands above all of them. */
  readonly isQuoted: boolean;
  readonly phone: string | null | undefined;
  readonly zone: string | undefined;
  readonly frame: Frame;
  readonly back: WayBack;
}> = ({ contactId, named, isQuoted, phone, zone, frame, back }) => (
  <Post to={`/contacts/${contactId}/meeting/confirm`} csrf={frame.csrf} stay>
    <BackFields back={back} />
    <input type="hidden" name="minutes" value={String(named.minutes)} />
    <div class="row">
      <button
        name="at"
        value={named.at}
        class={named.certain && named.free ? 'primary' : undefined}
      >
        {bothClocks(named.at, zone, frame.clock)}
      </button>
    </div>
    {typeof phone === 'string' && (
      <label class="check">
        <input type="checkbox" name="call" value={phone} checked /> You call them on {phone}
      </label>
    )}
    {!isQuoted && named.quote !== '' && (
      <p class="note">
        {named.from === 'calendar' ? 'Their invitation' : 'They wrote'}: “{named.quote}”
      </p>
    )}
    {!isQuoted && !named.certain && (
      <p class="note">This may mean something else. Read their mail first.</p>
    )}
    {named.clash !== null && <p class="note">Not free: {named.clash}.</p>}
  </Post>
);

/** What they named, which may be moved from there; else this hour tomorrow. */
function suggested({ times = [] }: NeedsYouView, { clock }: Frame): Date {
  const [first] = times;
  return first === undefined ? new Date(clock.now.getTime() + 86_400_000) : new Date(first.at);
}

const Another: FC<{
  readonly contactId: string;
  readonly item: NeedsYouView;
  readonly frame: Frame;
  readonly back: WayBack;
  readonly refused: Refused | undefined;
}> = ({ contactId, item, frame, back, refused }) => {
  const field = `at-${item.messageId ?? contactId}`;
  const typed = refused?.values['localAt'];
  return (
    <details open={typed !== undefined}>
      <summary class="button">Another time…</summary>
      <Post to={`/contacts/${contactId}/meeting/confirm`} csrf={frame.csrf} class="panel">
        <BackFields back={back} />
        <div class="field">
          <label for={field}>When, on your clock ({frame.clock.zone})</label>
          <input
            type="datetime-local"
            id={field}
            name="localAt"
            required
            value={typed ?? fieldValue(suggested(item, frame), frame.clock.zone)}
          />
        </div>
        <div class="field">
          <label for={`${field}-where`}>Where: a link, a number or an address</label>
          <input
            id={`${field}-where`}
            name="where"
            maxlength={500}
            value={refused?.values['where'] ?? item.phone ?? ''}
          />
        </div>
        <button class="primary">Agree on it</button>
      </Post>
    </details>
  );
};
