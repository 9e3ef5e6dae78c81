/** Mails of about `size` bytes that are made to cost time or memory, or to break something. */
export function hostileMails(
  size: number,
): readonly { readonly name: string; readonly source: Buffer }[] {
  const of = (text: string): string => text.repeat(Math.max(1, Math.floor(size / text.length)));
  const base64 = (text: string): string => Buffer.from(text).toString('base64');
  const sources: Readonly<Record<string, string>> = {
    'digits-as-sender': `From: ${of('1')}@evil.test\nX-Failed-Recipients: a@b.test\n\nhi\n`,
    'quotes-as-sender': `From: ${of('"')}\n\nhi\n`,
    'folded-sender': `From: ${of('1234.5-\n ')}@evil.test\n\nhi\n`,
    'many-recipients': `From: a@b.test\nTo: ${of('a b <c@d.test>, ')}\n\nhi\n`,
    'open-comments': `From: a@b.test\nTo: ${of('(')}\n\nhi\n`,
    'encoded-words': `From: a@b.test\nSubject: ${of('=?x-1?q?a?= ')}\n\nhi\n`,
    'broken-words': `From: a@b.test\nSubject: ${of('=?utf-8?B?')}\n\nhi\n`,
    'one-long-header': `From: a@b.test\nX-A: ${of('x')}\n\nhi\n`,
    'many-headers': `From: a@b.test\n${of('X-A: b\n')}\nhi\n`,
    'folded-header': `From: a@b.test\nX-A: b\n${of(' c\n')}\nhi\n`,
    'carriage-returns': `From: a@b.test\n\n${of('\r')}x\n`,
    'carriage-returns-in-base64': `From: a@b.test\nContent-Transfer-Encoding: base64\n\n${base64(of('\r'))}\n`,
    'blank-lines': `From: a@b.test\n\n${of('\n')}x`,
    'blank-lines-in-parts': `From: a@b.test\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nx${of('\n')}y\n--b\n\nx${of('\n')}\n--b--\n`,
    'one-long-line': `From: a@b.test\n\n${of('x')}`,
    'deep-parts': `From: a@b.test\n${Array.from({ length: Math.floor(size / 60) }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`).join('')}\nhi\n`,
    'deep-mails': `From: a@b.test\n${of('Content-Type: message/rfc822\nContent-Disposition: inline\n\n')}\nhi\n`,
    'many-parts': `From: a@b.test\nContent-Type: multipart/mixed; boundary=b\n\n${of('--b\n\nx\n')}--b--\n`,
    'many-attachments': `From: a@b.test\nContent-Type: multipart/mixed; boundary=b\n\n${of('--b\nContent-Type: image/png\n\nx\n')}--b--\n`,
    'long-boundary': `From: a@b.test\nContent-Type: multipart/mixed; boundary="${of('b')}"\n\n--${of('b')}\n\nhi\n`,
    parameters: `From: a@b.test\nContent-Type: text/plain${of('; a*1*=b')}\n\nhi\n`,
    'open-html': `From: a@b.test\nContent-Type: text/html\n\n${of('<div><p>a')}`,
    'angle-brackets': `From: a@b.test\nContent-Type: text/html\n\n${of('<')}`,
    'comments-in-html': `From: a@b.test\nContent-Type: text/html\n\n${of('<!--')}`,
    'padded-base64': `From: a@b.test\nContent-Transfer-Encoding: base64\n\n${of('QUE=')}\n`,
    'quoted-printable-line': `From: a@b.test\nContent-Transfer-Encoding: quoted-printable\n\n${of('=41')}`,
    'utf-7': `From: a@b.test\nContent-Type: text/plain; charset=utf-7\n\n${of('+AOk-')}`,
    'iso-2022-jp': `From: a@b.test\nContent-Type: text/plain; charset=iso-2022-jp\n\n${of('\u001b$B$3\u001b(B')}`,
    quotes: `From: a@b.test\nSubject: Re: x\n\n${of('> ')}\n${of('>\n')}`,
    attributions: `From: a@b.test\nSubject: Re: x\n\n${of('On Mon, Ana wrote: ')}\n${of('On Mon, Ana\n')}`,
    dates: `From: a@b.test\nAuto-Submitted: auto-replied\n\nI am away until ${of('12/11/10, ')}\n`,
    times: `From: a@b.test\nSubject: Re: x\n\n${of('Mon 12:00 or ')}?\n`,
    requests: `From: a@b.test\nSubject: Re: x\n\n${of('please do not stop to not ')}\n`,
    report: `From: MAILER-DAEMON@b.test\nContent-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\n${of('Final-Recipient: rfc822; a@b.test\nAction: failed\nStatus: 5.1.1\n\n')}--b--\n`,
    calendar: `From: a@b.test\nContent-Type: text/calendar; method=REPLY\n\nBEGIN:VCALENDAR\nMETHOD:REPLY\n${of('BEGIN:VTIMEZONE\nTZID:x\n')}${of('BEGIN:VEVENT\nDTSTART;TZID=x:20240101T000000\n')}`,
    ids: `From: a@b.test\nReferences: ${of('<a@b.test> ')}\nIn-Reply-To: ${of('<')}\n\nhi\n`,
    terminal: `From: a@b.test\nSubject: =?utf-8?q?=1B]0;OWNED=07?=\n\nPlease never write to me again.\u001b[2J\u009b31m\u202e\n`,
    'returned-id': 'From: a@b.test\nMessage-ID: <x\u0001y@b.test>\nSubject: Re: x\n\nGladly.\n',
    nul: `From: a@b.test\n\n${of('a\0')}\n`,
  };
  return Object.entries(sources).map(([name, text]) => ({
    name,
    source: Buffer.from(text, 'latin1'),
  }));
}
