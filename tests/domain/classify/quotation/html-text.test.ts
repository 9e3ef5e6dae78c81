import { describe, expect, it } from 'vitest';
import { htmlText } from '../../../../domain/classify/quotation/html-text.ts';
import { visibleText } from '../../../../domain/classify/quotation/visible-text.ts';

const seen = (html: string, text = ''): string => visibleText({ text, html, sentTexts: [] });

describe('the quotation of an HTML mail', () => {
  it.each([
    [
      'Gmail',
      '<div dir="ltr">Gladly!<div><br></div><div>Ana</div></div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Thu, Sam wrote:<br></div><blockquote class="gmail_quote" style="border-left:1px solid">May I ask?</blockquote></div>',
    ],
    [
      'Outlook on the web',
      '<div>Gladly!</div><div><br></div><div>Ana</div><hr tabindex="-1"><div id="divRplyFwdMsg"><b>From:</b> Sam<br><b>Sent:</b> Thursday</div><div>May I ask?</div>',
    ],
    [
      'Outlook, forwarded once',
      '<p>Gladly!</p><p>Ana</p><div id="x_appendonsend"></div><div>May I ask?</div>',
    ],
    [
      'Outlook',
      '<p class="MsoNormal">Gladly!</p><p class="MsoNormal">Ana</p><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class="MsoNormal"><b>From:</b> Sam &lt;sam@x.example&gt;<br><b>Sent:</b> Thursday, March 5, 2026<br><b>To:</b> Ana<br><b>Subject:</b> Hi</p></div><p>May I ask?</p>',
    ],
    [
      'Apple Mail',
      'Gladly!<div><br></div><div>Ana</div><div><br><blockquote type="cite"><div>On 5 Mar 2026, at 10:11, Sam wrote:</div><div>May I ask?</div></blockquote></div>',
    ],
    [
      'Thunderbird',
      '<p>Gladly!</p><p>Ana</p><div class="moz-cite-prefix">Am 05.03.26 um 10:11 schrieb Sam:<br></div><blockquote type="cite" cite="mid:1@x.example">May I ask?</blockquote>',
    ],
    [
      'Yahoo',
      '<div>Gladly!<br><br>Ana</div><div id="ydp1234yahoo_quoted_5" class="ydp1234yahoo_quoted"><div>On Thursday, Sam wrote:</div><div>May I ask?</div></div>',
    ],
    [
      'Proton',
      '<div>Gladly!</div><div><br></div><div>Ana</div><div class="protonmail_quote">On Thursday, Sam wrote:<blockquote class="protonmail_quote" type="cite">May I ask?</blockquote></div>',
    ],
    [
      'Zoho',
      '<div>Gladly!<br><br>Ana</div><div class="zmail_extra"><div>---- On Thu, Sam wrote ----</div><div>May I ask?</div></div>',
    ],
    [
      'Outlook for iOS',
      '<div>Gladly!<br><br>Ana</div><div id="ms-outlook-mobile-body-separator-line"></div><div id="mail-editor-reference-message-container">From: Sam<br>May I ask?</div>',
    ],
    [
      'Mailspring',
      '<div>Gladly!<br><br>Ana</div><div class="gmail_quote_attribution">On Thu, Sam wrote:</div><blockquote class="gmail_quote">May I ask?</blockquote>',
    ],
    [
      'Zimbra',
      '<div>Gladly!<br><br>Ana</div><hr id="zwchr" data-marker="__DIVIDER__"><div data-marker="__HEADERS__">From: Sam</div><div>May I ask?</div>',
    ],
  ])('is found by the marks of %s', (_, html) => {
    expect(seen(html).replace(/\n+/g, '\n')).toBe('Gladly!\nAna');
  });

  it('keeps an answer that stands between two parts of it', () => {
    const html =
      '<div class="gmail_quote"><div class="gmail_attr">On Thu, Sam wrote:</div><blockquote class="gmail_quote">How did you start?</blockquote><div>By accident.</div><blockquote class="gmail_quote">Again?</blockquote><div>Yes.</div></div>';
    expect(seen(html)).toBe('> How did you start?\n\nBy accident.\n\n> Again?\n\nYes.');
  });

  it('keeps what a person only indented', () => {
    const html =
      '<div>Two ideas:</div><blockquote style="margin:0 0 0 40px;border:none;padding:0px">Read. Walk.</blockquote><div class="gmail_quote"><blockquote class="gmail_quote">Ideas?</blockquote></div>';
    expect(seen(html)).toContain('Read. Walk.');
  });

  it('yields to the plain text where no client marked anything', () => {
    expect(
      seen(
        '<p>Gladly!</p><p>Ana</p>',
        'Gladly!\n\nAna\n\nOn 5 Mar 2026 10:11, Sam <s@x.example> wrote:\n> May I ask?',
      ),
    ).toBe('Gladly!\n\nAna');
  });

  it('takes the signature away that a client marked', () => {
    const html =
      '<div>Gladly!</div><div class="gmail_signature">Ana Lima<br>Acme</div><div class="gmail_quote"><blockquote class="gmail_quote">May I ask?</blockquote></div>';
    expect(seen(html)).toBe('Gladly!');
  });
});

describe('the text of HTML', () => {
  it('has its lines, lists, entities and quotations', () => {
    const html =
      '<html><head><title>No</title><style>p{}</style></head><body><p>One &amp; <b>two</b></p><ul><li>three<li>four</ul><table><tr><td>5</td><td>6</td></tr></table><blockquote type=cite>old</blockquote><script>no()</script></body></html>';
    expect(htmlText(html)).toBe('One & two\n\n- three\n- four\n\n5 6\n\n> old');
  });

  it.each([
    '<div>',
    '<blockquote type=cite>',
    '<p class="gmail_quote">a',
    '<',
    '<a href="',
    '&amp;',
    '<b><p>',
  ])('costs bounded time for %j without end', (piece) => {
    expect(typeof htmlText(piece.repeat(Math.ceil(700_000 / piece.length)))).toBe('string');
  });
});
