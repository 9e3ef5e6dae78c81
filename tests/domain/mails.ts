import type { ParsedMail } from '../../domain/message.ts';
import { classify } from '../../domain/classify/classify.ts';
import type { Verdict } from '../../domain/classify/verdict.ts';
import { parseMail } from '../../mail/mime/parse.ts';

const US = 'To: Me <me@mine.example>\nDate: Tue, 16 Jul 2024 10:00:00 +0200\n';

/** A mail to us of Tuesday, 16 July 2024: header lines, an empty line, the text. */
export function mailOf(headers: string, text: string): Promise<ParsedMail> {
  return parseMail(Buffer.from(`${headers.trim()}\n${US}\n${text}`));
}

export async function judge(headers: string, text: string): Promise<Verdict> {
  return classify(await mailOf(headers, text));
}

/** A delivery report (RFC 3464) with the given recipient groups. */
export function reportOf(
  groups: string,
  words = 'Your message could not be delivered.',
): Promise<Verdict> {
  return judge(
    `From: Mail Delivery System <MAILER-DAEMON@mx.example>
Subject: Undelivered Mail Returned to Sender
Return-Path: <>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"`,
    `--b

${words}

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

${groups}

--b
Content-Type: text/rfc822-headers

Message-ID: <1@mine.example>
Subject: Quick question

--b--
`,
  );
}
