import { describe, expect, it } from 'vitest';
import { visibleText } from '../../../../domain/classify/quotation/visible-text.ts';

function seen(text: string, sentTexts: readonly string[] = []): string {
  return visibleText({ text, html: undefined, sentTexts });
}

describe('an answer above a quotation', () => {
  it.each([
    'On Thu, Mar 5, 2026 at 10:11 AM Sam Doe <sam@x.example> wrote:',
    'On Thu, Mar 5, 2026 at 10:11 AM Sam Doe <\na-rather-long-address@department.x.example> wrote:',
    'On 5 Mar 2026,\nat 10:11,\nSam Doe <sam@x.example> wrote:',
    'Am 05.03.2026 um 10:11 schrieb Sam Doe:',
    'Am Do., 5. März 2026 um 10:11 Uhr schrieb Sam Doe <sam@x.example>:',
    'Sam Doe <sam@x.example> schrieb am Do., 5.\nMärz 2026 um 10:11 Uhr:',
    'Le jeu. 5 mars 2026 à 10:11, Sam Doe <sam@x.example>\na écrit :',
    'Il giorno gio 5 mar 2026 alle ore 10:11 Sam Doe <sam@x.example> ha scritto:',
    'El jue, 5 mar 2026 a las 10:11, Sam Doe (<sam@x.example>) escribió:',
    'Em qui., 5 de mar. de 2026 às 10:11, Sam Doe <sam@x.example> escreveu:',
    'Op do 5 mrt 2026 om 10:11 schreef Sam Doe <sam@x.example>:',
    'W dniu 5.03.2026 o 10:11, Sam Doe pisze:',
    'czw., 5 mar 2026 o 10:11 Sam Doe <sam@x.example> napisał(a):',
    'Den tors 5 mars 2026 kl 10:11 skrev Sam Doe <sam@x.example>:',
    'tor. 5. mar. 2026 kl. 10.11 skrev Sam Doe <sam@x.example>:',
    'to 5. maalisk. 2026 klo 10.11 Sam Doe (sam@x.example) kirjoitti:',
    'čt 5. 3. 2026 v 10:11 odesílatel Sam Doe <sam@x.example> napsal:',
    'чт, 5 мар. 2026 г. в 10:11, Sam Doe <sam@x.example>:',
    'Sam Doe <sam@x.example>, 5 Mar 2026 Per, 10:11 tarihinde şunu yazdı:',
    '2026年3月5日(木) 10:11 Sam Doe <sam@x.example>:',
    'Sam Doe <sam@x.example> 于2026年3月5日周四 10:11写道：',
    '2026년 3월 5일 (목) 오전 10:11, Sam Doe <sam@x.example>님이 작성:',
    'Sam Doe schreef op 05-03-2026 10:11:',
    'No dia 05/03/2026, às 10:11, Sam Doe <sam@x.example> escreveu:',
    'Sam Doe kirjoitti 5.3.2026 klo 10.11:',
    '---- Sam Doe schrieb ----',
    '-------- Originele bericht --------',
    '---- On Thu, 05 Mar 2026 10:11:12 +0100 Sam Doe <sam@x.example> wrote ----',
    '>>> "Sam Doe" <sam@x.example> 3/5/2026 10:11 AM >>>',
    '------------------ Original ------------------',
    '             Sam Doe                                  \n             <sam@x.exa                                     \n             mple>                                  To \n                                    Ana Lopez      \n             03/05/2026                             cc \n                                                   \n                                               Subject \n                                    A question     ',
    'In article <1@x.example>, Sam Doe says...',
    'Sam Doe\n<sam@x.example>                          To\n                              Ana Lopez\n03/05/2026 10:11 AM                       cc\n\n                                     Subject\n                              A question',
  ])('ends where the quotation is announced: %j', (attribution) => {
    expect(
      seen(`Happy to talk.\n\nAna\n\n${attribution}\n\n> May I ask you something?\n> Sam`),
    ).toBe('Happy to talk.\n\nAna');
    expect(seen(`Happy to talk.\n\n${attribution}\n\nMay I ask you something?\n\nSam`)).toBe(
      'Happy to talk.',
    );
  });

  it.each([
    'From: Sam Doe <sam@x.example>\nSent: Thursday, March 5, 2026 10:11 AM\nTo: Ana Lima <ana@y.example>\nSubject: Quick question',
    '________________________________\nFrom: Sam Doe <sam@x.example>\nDate: Thursday, 5 March 2026 at 10:11\nTo: Ana\nSubject: Quick question',
    '*From:* Sam Doe [mailto:sam@x.example]\n*Sent:* Thursday\n*To:* Ana\n*Subject:* Quick question',
    'Von: Sam Doe <sam@x.example>\nGesendet: Donnerstag, 5. März 2026 10:11\nAn: Ana\nBetreff: Quick question',
    'De : Sam Doe <sam@x.example>\nEnvoyé : jeudi 5 mars 2026 10:11\nÀ : Ana\nObjet : Quick question',
    'De: Sam Doe <sam@x.example>\nEnviado el: jueves, 5 de marzo de 2026 10:11\nPara: Ana\nAsunto: Quick question',
    'Da: Sam Doe <sam@x.example>\nInviato: giovedì 5 marzo 2026 10:11\nA: Ana\nOggetto: Quick question',
    'Od: Sam Doe <sam@x.example>\nWysłano: czwartek, 5 marca 2026 10:11\nDo: Ana\nTemat: Quick question',
    'Från: Sam Doe <sam@x.example>\nSkickat: den 5 mars 2026 10:11\nTill: Ana\nÄmne: Quick question',
    '发件人: Sam Doe <sam@x.example>\n发送时间: 2026年3月5日 10:11\n收件人: Ana\n主题: Quick question',
    '差出人: Sam Doe <sam@x.example>\n送信日時: 2026年3月5日 10:11\n宛先: Ana\n件名: Quick question',
    'From: Human Resources\n<hr@x.example>\nSent: Thursday, March 5, 2026 10:11 AM\nTo: Ana\nSubject: Quick question about\n a talk',
    '-----Original Message-----\nFrom: Sam Doe\nTo: Ana\nSubject: Quick question',
    '-----Ursprüngliche Nachricht-----',
    '-------- Message d’origine --------',
    '---------- Forwarded message ---------',
    'Begin forwarded message:',
    '---------------------- Forwarded by Sam Doe/LON/ACME on 03/05/2026\n10:11 AM ---------------------------',
    'Sam Doe/LON/ACME@ACME\n03/05/2026 10:11 AM\n\n\tTo:\tAna Lima/LON/ACME@ACME\n\tcc:\t\n\tSubject:\tQuick question',
    '"Sam Doe" <sam@x.example> on 03/05/2026 10:11:12 AM\nTo: <ana@y.example>\ncc:\nSubject: Quick question',
  ])('ends at a header block or separator: %j', (block) => {
    expect(seen(`Happy to talk.\n\nAna\n\n${block}\n\nMay I ask you something?\n\nSam`)).toBe(
      'Happy to talk.\n\nAna',
    );
  });

  it('keeps the name right above the announcement', () => {
    const attribution = 'On 5/3/26 Sam\n<s@x.example> wrote:';
    expect(seen(`Gladly!\nAna\n${attribution}\n> May I?`)).toBe('Gladly!\nAna');
    expect(seen('Gladly!\nAna\nOn Thu, Sam wrote:\n> May I?')).toBe('Gladly!\nAna');
  });

  it.each([
    'On Monday I wrote a text.\n\nOn the other hand, on 5 March I was away.',
    'I travel a lot.\nFrom: Berlin\nTo: Hamburg\nDate: 5 May\n\nSo we could meet in between.',
    'The subject: it is difficult.\nTo be honest: yes.\n\nAna',
    'These are my slots:\n2026-03-05 14:30\n5.3.2026 16:00\n\nAna',
    'When: Monday 3pm\nWhere: my office\n\nAna',
    'The original message was lost, could you send it again?',
    'As Seneca wrote:\n\nBegin at once to live.',
    'Forwarded by nobody, read by everybody.',
    'a -- b -- c\n\n-- first point\n-- second point\n\nAna',
    'Sent from my desk, much easier than my phone.',
  ])('is not cut short by what only looks like one: %j', (text) => {
    expect(seen(text)).toBe(text);
  });
});

describe('a quotation that begins on the line of its announcement', () => {
  it('ends the answer of a Yahoo telephone', () => {
    expect(
      seen(
        'Yes\n\n  On Thu, Mar 5, 2026 at 10:11 AM, Sam Doe<sam@x.example> wrote:   May I ask\nyou something?',
      ),
    ).toBe('Yes');
  });

  it.each([
    'On Monday 5 people came.\n\nSam Doe <sam@x.example> wrote:   nothing',
    'Two ways on 5 March:\n\n---- original ideas\n---- old ones',
    'Please send it\n              To\nthe second floor.\n\nAna',
  ])('is no quotation: %j', (text) => {
    expect(seen(text).split('\n').at(-1)).toBe(text.split('\n').at(-1));
  });
});

describe('words of somebody else', () => {
  it('stay when the person tells when they were written', () => {
    const text = 'I wrote to Bob on 05.03.2026 at 10:11:\n\nHe says yes.\n\nAna';
    expect(seen(text)).toBe(text);
  });

  it('stay where the person shows them', () => {
    const text = 'He said:\n\n> To be or not to be\n\nI like that line.';
    expect(seen(text)).toBe(text);
  });
});

describe('answers between quoted lines', () => {
  it('keep the lines they answer', () => {
    const text =
      'On 5 Mar 2026, Sam wrote:\n\n> Hello Ana,\n>\n> how did you start?\n\nBy accident.\n\n> Would you do it again?\n\nYes.\n\n> Thanks\n> Sam';
    expect(seen(text)).toBe(
      '> Hello Ana,\n>\n> how did you start?\n\nBy accident.\n\n> Would you do it again?\n\nYes.',
    );
  });

  it('keep only the last paragraph of a long quotation', () => {
    const long = Array.from({ length: 20 }, (_, index) => `> line ${index}`).join('\n');
    const text = `Hi Sam,\n\nOn 5 Mar 2026, Sam wrote:\n${long}\n>\n> How did you start?\n\nBy accident.`;
    expect(seen(text)).toBe('Hi Sam,\n\n> How did you start?\n\nBy accident.');
  });

  it('need none when one answer follows one quotation', () => {
    expect(seen('On 5 Mar 2026, Sam wrote:\n> How did you start?\n\nBy accident.')).toBe(
      'By accident.',
    );
  });

  it('are told apart from a quotation prefixed with a name', () => {
    expect(seen('On 5 Mar 2026, Sam wrote:\nSam> How did\nSam> you start?\n\nBy accident.')).toBe(
      'By accident.',
    );
  });
});

describe('our own mail', () => {
  const sent =
    'Dear Ana,\n\nI am a student in Graz and I read your article about bridges with great interest. Could we talk for twenty minutes?\n\nSam';

  it('is taken away where a client quotes it without any mark, wrapped anew', () => {
    const quoted =
      'Dear Ana,\nI am a student in Graz and I read your article about\nbridges with great interest. Could we talk for twenty\nminutes?\n\nSam';
    expect(seen(`Yes, gladly!\nAna\n\n${quoted}`, [sent])).toBe('Yes, gladly!\nAna');
  });

  it('leaves what a person says with some of our words', () => {
    const text = 'I read your article, too. Could we talk about great bridges?';
    expect(seen(text, [sent])).toBe(text);
  });
});

describe('the full text', () => {
  it('is shown when nothing else is left', () => {
    expect(seen('> Only a quotation.')).toBe('> Only a quotation.');
    expect(seen('-- \nAna')).toBe('--\nAna');
    expect(seen('> On 5 Mar 2026, Sam wrote:\n>> Older.\n> Newer.')).toBe(
      '> On 5 Mar 2026, Sam wrote:\n> Newer.',
    );
    expect(seen('')).toBe('');
  });

  it('is that of a mail forwarded by Notes when nothing stands above it', () => {
    const head = '--------- Forwarded by Ana/LON/ACME on 03/05/2026 10:11 AM ---------';
    const block = 'Sam Doe\n03/04/2026 09:33 AM\nTo: Ana/LON/ACME@ACME\ncc:\nSubject: Hi';
    expect(seen(`${head}\n\n\n${block}\n\nCan you help?`)).toBe('Can you help?');
  });

  it('is that of the forwarded mail when nothing stands above it', () => {
    const text =
      '---------- Forwarded message ---------\nFrom: Sam <sam@x.example>\nTo: Ana\nSubject: Hi\n\nCan you help?';
    expect(seen(text)).toBe('Can you help?');
  });
});

it('takes a time that grows with the length of the text, not with its square', () => {
  for (const piece of [
    '>',
    '> a\nb\n',
    'On 1 <\n',
    'wrote:\n',
    '--\n',
    '___\nx\n',
    'From: a@b.c\n',
    '<',
    'a> b\n',
  ]) {
    expect(seen(piece.repeat(Math.ceil(767_000 / piece.length))).length).toBeGreaterThan(0);
  }
});

describe('a header block above a quotation', () => {
  it.each([
    [
      '-------- 원본 이메일 --------\n발신: Sam Doe <sam@x.example>\n날짜: 26/3/5 오전 10:11\n받은 사람: ana@y.example\n제목: A question',
    ],
    [
      '보낸이: Sam Doe <sam@x.example>\n보낸 시간: 2026년 3월 5일\n받는이: ana@y.example\n제목: A question',
    ],
    [
      'از: Sam Doe <sam@x.example>\nارسال شده: ۵ مارس ۲۰۲۶\nبه: Ana <ana@y.example>\nموضوع: A question',
    ],
    [
      'प्रेषक: Sam Doe <sam@x.example>\nदिनांक: 5 मार्च 2026\nप्रति: Ana <ana@y.example>\nविषय: A question',
    ],
    [
      'От: Sam Doe <sam@x.example>\nИзпратено: 5 март 2026\nДо: Ana <ana@y.example>\nОтносно: A question',
    ],
    [
      'Nga: Sam Doe <sam@x.example>\nDërguar: 5 mars 2026\nPër: Ana <ana@y.example>\nSubjekti: A question',
    ],
    [
      'Kimdən: Sam Doe <sam@x.example>\nGöndərildi: 5 mart 2026\nKimə: Ana <ana@y.example>\nMövzu: A question',
    ],
    [
      '  Original Message  \nFrom: Sam Doe\nSent: Thursday, March 5, 2026 10:11\nTo: Ana\nSubject: A question',
    ],
  ])('is cut off with what it announces: %s', (block) => {
    expect(seen(`Gladly, on Monday.\n\n${block}\n\nDear Ana,\nmay I ask you?`)).toBe(
      'Gladly, on Monday.',
    );
  });

  it('is not seen in "original message" alone', () => {
    const text = 'Gladly.\n\nOriginal message\nwas lost, please send it again.';
    expect(seen(text)).toBe(text);
  });
});

it.each(['Get Workspace ONE Boxer', 'Get BlueMail for Android'])(
  'an app that praises itself is no text: %s',
  (line) => {
    expect(seen(`Gladly, on Monday.\n\n${line}`)).toBe('Gladly, on Monday.');
  },
);
