/** Hosts whose pages let somebody pick a time; a path is needed where the host does other things too. */
const hosts: readonly (readonly [host: string, path?: string])[] = [
  ['calendly.com'],
  ['cal.com'],
  ['savvycal.com'],
  ['doodle.com'],
  ['calendar.app.google'],
  ['calendar.google.com', '/calendar/'],
  ['outlook.office365.com', '/'],
  ['outlook.office.com', '/book'],
  ['bookings.cloud.microsoft'],
  ['book.ms'],
  ['meetings.hubspot.com'],
  ['meetings.hubspot.eu'],
  ['meetings-eu1.hubspot.com'],
  ['scheduler.zoom.us'],
  ['zcal.co'],
  ['koalendar.com'],
  ['youcanbook.me'],
  ['acuityscheduling.com'],
  ['as.me'],
  ['tidycal.com'],
  ['reclaim.ai'],
  ['usemotion.com'],
  ['chilipiper.com'],
  ['vyte.in'],
  ['when2meet.com'],
  ['rally.co'],
  ['appointlet.com'],
  ['setmore.com'],
  ['simplybook.me'],
  ['picktime.com'],
  ['oncehub.com'],
  ['scheduleonce.com'],
  ['fantastical.app'],
  ['lu.ma'],
  ['clockwise.com'],
  ['getclockwise.com'],
  ['cronofy.com'],
  ['appt.link'],
  ['x.ai', '/calendar'],
  ['meetergo.com'],
  ['etermin.net'],
  ['terminland.de'],
  ['nuudel.digitalcourage.de'],
  ['terminplaner.dfn.de'],
  ['crab.fit'],
  ['framadate.org'],
  ['rdv.fr'],
  ['whenavailable.com'],
  ['notion.so', '/calendar'],
  ['calendar.notion.so'],
  ['calendar.proton.me', '/bookings'],
  ['zohobookings.com'],
  ['bookings.zoho.com'],
  ['zeeg.me'],
  ['app.lemcal.com'],
  ['lemcal.com'],
  ['tuple.app', '/schedule'],
  ['harmonizely.com'],
  ['calendarhero.to'],
  ['calendarhero.com'],
  ['mixmax.com', '/'],
  ['meet.superhuman.com'],
  ['morgen.so', '/book'],
];

/** Such a page without its scheme: "calendly.com/jane". */
const bare = /(?<![\w@.-])[a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,40}){1,3}\/[^\s<>"]{1,200}/gi;
const written = /https?:\/\/[^\s<>"]{1,500}/gi;
const maxLinks = 40;

/** The first address of a booking page in the text. It is for a person to open; nothing here does. */
export function bookingLink(text: string): string | undefined {
  const found = [
    ...firstOf(text, written),
    ...firstOf(text, bare).map((link) => `https://${link}`),
  ];
  for (const link of found) {
    const trimmed = link.replace(/[)\].,;:!?'*_]{1,10}$/, '');
    if (isBooking(trimmed)) return trimmed;
  }
  return undefined;
}

function firstOf(text: string, pattern: RegExp): readonly string[] {
  const found: string[] = [];
  for (const match of text.slice(0, 20_000).matchAll(pattern)) {
    if (found.push(match[0]) >= maxLinks) break;
  }
  return found;
}

function isBooking(link: string): boolean {
  let url: URL;
  try {
    url = new URL(link);
  } catch {
    // Not an address: "http://" and a smile, for example.
    return false;
  }
  const host = url.hostname.toLowerCase().replace(/^www\./, '');
  if (url.pathname === '/' && url.search === '' && !host.endsWith('.youcanbook.me')) return false;
  return hosts.some(
    ([known, path]) =>
      (host === known || host.endsWith(`.${known}`)) &&
      (path === undefined || url.pathname.startsWith(path)) &&
      // Microsoft's mail and Google's calendar live on the same hosts as their booking pages.
      (host !== 'outlook.office365.com' || /^\/(?:book|owa\/calendar)/i.test(url.pathname)) &&
      (host !== 'calendar.google.com' || /\/appointments\//i.test(url.pathname)),
  );
}
