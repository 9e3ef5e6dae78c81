import { type AutoReply, autoReply } from './auto-reply.ts';
import { type Bounce, readBounce } from './bounce/bounce.ts';
import { massMailing } from './mass-mailing.ts';
import { calendarAnswer } from './calendar/calendar-reply.ts';
import { type HumanReply, humanReply } from './human-reply.ts';
import { header, type ParsedMail } from '../message.ts';
import { optOut } from './opt-out/opt-out.ts';
import { refersTo } from './refers-to.ts';
import { returnDate } from './return-date/return-date.ts';
import { visibleText } from './quotation/visible-text.ts';
import { automaticListMail, onlyOnList, unrelated } from './unrelated.ts';
import type { MailContext, Verdict } from './verdict.ts';

/**
 * What kind of mail this is and what it means. Bounces are looked for first: servers mark them as
 * automatic replies as well, and a bounced invitation has a calendar in it.
 */
export function classify(mail: ParsedMail, context: Partial<MailContext> = {}): Verdict {
  const visible = visibleText({
    text: mail.text,
    html: mail.html,
    sentTexts: context.sentTexts ?? [],
  });
  const base = { ...NOTHING, visibleText: visible };
  const bounced = readBounce(mail);
  if (bounced !== undefined)
    return 'notice' in bounced ? ofNotice(base, bounced) : ofBounce(base, bounced);
  const calendar = calendarAnswer(mail);
  if (calendar !== undefined) {
    const answer =
      calendar.partstat === undefined
        ? calendar.method
        : `${calendar.method}, ${calendar.partstat}`;
    return {
      ...base,
      kind: 'calendar',
      subkind: calendar.method.toLowerCase(),
      reasons: [`It has a calendar part (${answer}).`],
      calendar,
    };
  }
  const machineList = automaticListMail(mail);
  if (machineList !== undefined)
    return { ...base, kind: 'unrelated', subkind: 'list', reasons: [machineList] };
  const automatic = autoReply(mail, visible);
  if (automatic !== undefined) {
    const judged = ofAutoReply(base, automatic, absence(mail, visible, context, true));
    // Of somebody who left, the new address of their own is the news as well.
    const left = judged.subkind === 'left';
    if (left || judged.subkind === 'out_of_office' || judged.subkind === 'automatic')
      return { ...judged, refersTo: refersTo(visible, { own: left }) };
    return judged;
  }
  const foreign = unrelated(mail);
  if (foreign !== undefined)
    return { ...base, kind: 'unrelated', subkind: foreign.subkind, reasons: [foreign.reason] };
  const stop = onlyOnList(mail, context.ownAddresses ?? [])
    ? undefined
    : optOut({ visible, subject: mail.subject });
  if (stop !== undefined && stop.extent !== 'limited')
    return {
      ...base,
      kind: 'opt_out',
      reasons: [`They ask not to be written to: "${stop.sentence}"`],
      certain: stop.extent === 'for_good',
    };
  const bulk = stop === undefined ? massMailing(mail) : undefined;
  if (bulk !== undefined)
    // One sign only: from somebody known it may be a letter above a firm's footer.
    return { ...base, kind: 'unrelated', subkind: 'newsletter', reasons: [bulk], certain: false };
  const human = readReply(mail, visible, context);
  return {
    ...base,
    kind: 'human_reply',
    subkind: human.subkind,
    reasons:
      stop === undefined
        ? [human.reason]
        : [`They limit when, where or how to write to them: "${stop.sentence}"`, human.reason],
    certain: human.certain && stop === undefined,
    returnDate: absence(mail, visible, context, false),
    refersTo: human.refersTo,
    proposedTimes: human.proposedTimes,
  };
}

function readReply(mail: ParsedMail, visible: string, context: Partial<MailContext>): HumanReply {
  return humanReply({
    visible,
    subject: mail.subject,
    senderTimeZone: context.senderTimeZone,
    receivedAt: context.receivedAt ?? mail.date ?? new Date(0),
  });
}

const NOTHING: Omit<Verdict, 'kind' | 'visibleText'> = {
  subkind: undefined,
  reasons: [],
  certain: true,
  returnDate: undefined,
  recipient: undefined,
  status: undefined,
  calendar: undefined,
  refersTo: [],
  proposedTimes: [],
};

type Base = typeof NOTHING & { readonly visibleText: string };

function ofNotice(
  base: Base,
  found: { readonly notice: 'delivered' | 'read' | 'abuse_report'; readonly reason: string },
): Verdict {
  if (found.notice === 'abuse_report')
    return { ...base, kind: 'opt_out', subkind: 'abuse_report', reasons: [found.reason] };
  return { ...base, kind: 'auto_reply', subkind: found.notice, reasons: [found.reason] };
}

function ofBounce(base: Base, bounce: Bounce): Verdict {
  const { worst } = bounce;
  const until = worst.delayed
    ? 'The server goes on trying'
    : worst.permanent
      ? 'The failure lasts'
      : 'The failure may pass';
  return {
    ...base,
    kind: worst.permanent ? 'bounce_permanent' : 'bounce_temporary',
    subkind: worst.delayed ? 'delayed' : worst.reason,
    reasons: [bounce.reason, `${until}: ${worst.because}.`],
    certain: bounce.certain,
    recipient: worst.recipient,
    status: worst.status,
  };
}

function ofAutoReply(base: Base, found: AutoReply, back: string | undefined): Verdict {
  return {
    ...base,
    kind: 'auto_reply',
    subkind: found.subkind,
    reasons: [found.reason],
    certain: found.certain,
    returnDate:
      found.subkind === 'out_of_office' || found.subkind === 'automatic' ? back : undefined,
  };
}

function absence(
  mail: ParsedMail,
  visible: string,
  context: Partial<MailContext>,
  automatic: boolean,
): string | undefined {
  const criteria = /enddate=["']?(\d{4}-\d\d-\d\d)/i.exec(header(mail, 'x-apple-criteria') ?? '');
  if (automatic && criteria?.[1] !== undefined) return criteria[1];
  const zone = /([+-])(\d\d)(\d\d)\b/.exec(header(mail, 'date') ?? '');
  const minutes = zone === null ? undefined : Number(zone[2]) * 60 + Number(zone[3]);
  return returnDate({
    subject: mail.subject,
    text: visible,
    writtenAt: mail.date ?? context.receivedAt,
    offset: minutes === undefined ? undefined : zone?.[1] === '-' ? -minutes : minutes,
    domain: (mail.from?.address.split('@')[1] ?? '').toLowerCase(),
    automatic,
  })?.date;
}
