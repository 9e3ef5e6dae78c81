import type { Transaction } from '../../db/client.ts';
import type { Contact, Message, User } from '../../db/generated/client.ts';
import { storedPolicy } from '../../db/policy.ts';
import { clashWith } from '../../domain/meeting/interval.ts';
import { phoneNumberIn } from '../../domain/meeting/phone-number.ts';
import type { NamedTime, TimeItem } from '../../domain/meeting/time-item.ts';
import type { OperationContext } from '../context.ts';
import type { NamedTimeView } from '../views.ts';
import { type Outlook, readOutlook, readTakenTimes, slotsFor } from './availability.ts';
import { readTimesOfAll } from './read-times.ts';

export type ReadTimeItem = {
  readonly times: NamedTimeView[];
  readonly link: string | null;
  /** The sentence in which they say when it would suit them, without naming a time: `times` are free ones of it. */
  readonly window: string | null;
  /** On which they can be called: a place for the conversation. */
  readonly phone: string | null;
};

type UnreadMail = Message & { readonly contact: Contact & { readonly user: User } };

/** What unread mails say of times, by the key of the mail, with what is in the way of each. */
export async function readTimeItems(
  context: OperationContext,
  messages: readonly UnreadMail[],
): Promise<ReadonlyMap<string, ReadTimeItem>> {
  const found = new Map<
    string,
    { readonly item: TimeItem; readonly contact: Contact; readonly phone: string | undefined }
  >();
  const now = context.now();
  const mails = messages.map((message) => {
    const { contact } = message;
    return { message, contact, user: contact.user, now };
  });
  const said = await readTimesOfAll(context.db, mails);
  for (const { message, contact } of mails) {
    const item = said.get(message.id);
    if (item) found.set(message.id, { item, contact, phone: phoneNumberIn(message.visibleText) });
  }
  if (found.size === 0) return new Map();
  const latest = [...found.values()].flatMap(({ item }) => [
    ...item.times.map(({ at }) => at.getTime()),
    ...(item.window?.spans ?? []).map(({ end }) => end.getTime()),
  ]);
  const until = latest.length === 0 ? undefined : new Date(Math.max(...latest));
  const outlook = await readOutlook(context, undefined, { until, ask: false });
  const who = { userId: context.userId, now: context.now() };
  const takenFor = await readTakenTimes(context.db, outlook, who);
  const items = new Map<string, ReadTimeItem>();
  for (const [id, { item, contact, phone }] of found) {
    const { window } = item;
    const times = window
      ? await context.db.$transaction((tx) => freeIn(tx, window, { ...who, contact, outlook }))
      : item.times;
    const { busy } = takenFor(contact.id);
    items.set(id, {
      times: times.map((named) => present(named, clash(named, busy, outlook))),
      link: item.link ?? null,
      window: item.window?.quote ?? null,
      phone: phone ?? null,
    });
  }
  return items;
}

/** Free times of a window; none is certain, since they named none. */
async function freeIn(
  tx: Transaction,
  window: NonNullable<TimeItem['window']>,
  who: {
    readonly userId: string;
    readonly contact: Contact;
    readonly now: Date;
    readonly outlook: Outlook;
  },
): Promise<readonly NamedTime[]> {
  const { outlook, ...rest } = who;
  if (outlook.problems.length > 0) return [];
  const policy = storedPolicy(who.contact.policy);
  const slots = await slotsFor(
    tx,
    { ...outlook, policy },
    {
      ...rest,
      count: policy.slotsOffered,
      minutes: policy.meetingMinutes,
      within: window.spans,
    },
  );
  return slots.map((slot) => ({ ...slot, from: 'text', quote: window.quote, certain: false }));
}

/** While a calendar is not read to its end, nothing is known to be free. */
function clash(
  time: NamedTime,
  busy: Parameters<typeof clashWith>[1],
  { problems }: Outlook,
): string | null {
  return clashWith(time, busy)?.what ?? problems[0] ?? null;
}

function present(named: NamedTime, taken: string | null): NamedTimeView {
  return {
    at: named.at.toISOString(),
    minutes: named.minutes,
    from: named.from,
    quote: named.quote,
    certain: named.certain,
    free: taken === null,
    clash: taken,
  };
}
