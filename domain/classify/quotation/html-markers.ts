/**
 * How mail clients mark the older mail in HTML.
 * `quote`: a level deeper. `attribution`: the line that announces it. `cut`: older mail from here
 * to the end. `signature`: the sender's. All three were read from mails and the clients' sources.
 */
export type HtmlMarker = 'quote' | 'attribution' | 'cut' | 'signature';

/** Class and id names, lower-case, compared as whole names and also behind a prefix such as `x_`. */
const named: ReadonlyMap<string, HtmlMarker> = new Map([
  ...names('quote', [
    'yahoo_quoted', // Yahoo
    'zmail_extra', // Zoho
    'protonmail_quote', // Proton
    'tutanota_quote', // Tuta
    'moz-forward-container', // Thunderbird
    'olk_src_body_section', // Outlook for Mac
    'mail-editor-reference-message-container', // Outlook for iOS and Android
    'ms-outlook-mobile-reference-message',
    'ntes-mailmaster-quote', // NetEase
    'isreplycontent',
    'aolreplycontainer',
    'aolmsgpart',
    'aolmail_quote',
    'messagereplysection', // Spark
    'front-blockquote',
    'missive_quote',
    'clean_bq', // Airmail
    'qmbox', // QQ
    'quoted-content',
    'quotedtext',
    'quoted_message',
    'history_container',
    'replybody',
  ]),
  ...names('attribution', [
    'gmail_attr', // Gmail
    'gmail_quote_attribution', // Mailspring, Nylas
    'moz-cite-prefix', // Thunderbird
    'moz-email-headers-table',
    'reply-intro', // Roundcube
    'reply-intro1',
    'reply-intro2',
    'airmail_on',
    'tutanota_quote_header',
    'aolmail_replyfwd',
  ]),
  ...names('cut', [
    'divrplyfwdmsg', // Outlook on the web
    'appendonsend',
    'outlookmessageheader', // Outlook
    'stopspelling',
    'zwchr', // Zimbra
    'ms-outlook-mobile-body-separator-line',
  ]),
  ...names('signature', [
    'gmail_signature',
    'moz-signature',
    'protonmail_signature_block',
    'messagesignaturesection',
    'ms-outlook-mobile-signature',
    'composer_signature', // Samsung
    'mobile_signature',
    'nylas-n1-signature',
    'mailspring-signature',
  ]),
]);

/** What an element means for quotation; undefined for ordinary ones. */
export function htmlMarker(
  element: string,
  attributes: Readonly<Record<string, string>>,
): HtmlMarker | undefined {
  for (const attribute of ['class', 'id', 'name', 'data-marker', 'data-smartmail']) {
    const value = attributes[attribute];
    if (value === undefined || value.length > 1000) continue;
    for (const name of value.toLowerCase().split(/\s+/)) {
      const marker =
        named.get(name) ?? named.get(name.replace(/^(?:[xm]_)+|^ydp\w{1,20}?-?(?=yahoo)/, ''));
      if (marker !== undefined) return marker;
      if (name === '__quoted_text__') return 'quote';
      if (name === '__divider__') return 'cut';
    }
  }
  if (element !== 'blockquote') return undefined;
  return isQuotation(attributes) ? 'quote' : undefined;
}

/** A person may indent with a blockquote too: only a cited, named or barred one is a quotation. */
function isQuotation(attributes: Readonly<Record<string, string>>): boolean {
  if (attributes['type']?.toLowerCase() === 'cite' || 'cite' in attributes) return true;
  if (/quote|cite|reply/i.test(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`))
    return true;
  return /border(?:-left)?(?:-\w+)?\s?:(?!\s*(?:none|0|medium none|initial))/i.test(
    attributes['style'] ?? '',
  );
}

function names(marker: HtmlMarker, list: readonly string[]): [string, HtmlMarker][] {
  return list.map((name) => [name, marker]);
}
