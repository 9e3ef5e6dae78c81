import { describe, expect, it } from 'vitest';
import { returnDate } from '../../../../domain/classify/return-date/return-date.ts';

/** Written on Tuesday, 16 July 2024, in New York unless said otherwise. */
function dateIn(
  text: string,
  changes: Partial<Parameters<typeof returnDate>[0]> = {},
): string | undefined {
  return returnDate({
    subject: '',
    text,
    writtenAt: new Date('2024-07-16T13:00:00Z'),
    offset: -240,
    domain: 'there.example',
    automatic: true,
    ...changes,
  })?.date;
}

describe('the first day back', () => {
  it.each([
    ['I will be back on July 29.', '2024-07-29'],
    ['I will return on Thursday 1st August.', '2024-08-01'],
    ['Ich bin ab dem 29. Juli wieder erreichbar.', '2024-07-29'],
    ['Ab Montag, den 29.07., bin ich wieder für Sie da.', '2024-07-29'],
    ['Je serai de retour le 29 juillet.', '2024-07-29'],
    ['Estoy de vacaciones. Regreso el 5 de agosto de 2024.', '2024-08-05'],
    ['Estarei de férias até 26 de julho. Retorno em 29 de julho.', '2024-07-29'],
    ['Sono in ferie fino al 26 luglio. Rientro il 29/07/2024.', '2024-07-29'],
    ['Ik ben terug op maandag 29 juli.', '2024-07-29'],
    ['Jag är tillbaka den 5 augusti.', '2024-08-05'],
    ['Jeg er tilbage mandag d. 5. august.', '2024-08-05'],
    ['Jestem na urlopie do 26 lipca. Wracam 29 lipca.', '2024-07-29'],
    ['Нахожусь в отпуске до 28 июля. Вернусь 29 июля.', '2024-07-29'],
    ['2024年7月29日に出社します。', '2024-07-29'],
    ['我目前不在辦公室，7月29日回來。', '2024-07-29'],
    ['أنا خارج المكتب وسأعود في 29 يوليو 2024.', '2024-07-29'],
    ['אני בחופשה ואחזור למשרד ב-29.7.2024.', '2024-07-29'],
    ['Απουσιάζω έως 26 Ιουλίου. Επιστρέφω στις 29 Ιουλίου.', '2024-07-29'],
    ['Я у відпустці та повернуся 29 липня.', '2024-07-29'],
    ['Estou de férias e volto a 5 de março.', '2025-03-05'],
    ['Ich bin am 29.07. wieder im Büro.', '2024-07-29'],
    ['Jag är ledig och åter måndag 29/7.', '2024-07-29'],
    ['Je suis absente du 15 au 26 juillet et serai de retour le lundi 29.', '2024-07-29'],
    ['I am away and will be back on Monday the 29th.', '2024-07-29'],
    ['我将于7月20日至7月26日休假，7月29日返回。', '2024-07-29'],
  ])('is named: %s', (text, expected) => {
    expect(dateIn(text)).toBe(expected);
  });

  it.each([
    ['through the last day away', 'I am on vacation from July 15 through July 23.', '2024-07-24'],
    ['over the weekend', 'I am out of the office from 7/15 thru 7/19.', '2024-07-22'],
    ['a range', 'I am away July 15-25.', '2024-07-26'],
    ['einschließlich', 'Ich bin bis einschließlich 24.07.2024 nicht im Büro.', '2024-07-25'],
    ['a range without its first month', 'Ich bin vom 15. bis 25. Juli im Urlaub.', '2024-07-26'],
    ['tot en met', 'Ik ben afwezig tot en met 24 juli.', '2024-07-25'],
    ['まで', '7月24日まで休暇をいただいております。', '2024-07-25'],
    ['まで after a weekday in brackets', '7月24日（水）まで不在です。', '2024-07-25'],
    ['t.o.m.', 'Jeg er på ferie t.o.m. 24. juli.', '2024-07-25'],
    ['asti', 'Olen lomalla 24.7. asti.', '2024-07-25'],
    ['a short range that tells its order', 'OOO 7/15 - 8/6', '2024-08-07'],
  ])('follows the last day away: %s', (_, text, expected) => {
    expect(dateIn(text)).toBe(expected);
  });

  it('is the day of an English until, but not a Sunday', () => {
    expect(dateIn('I am out of the office until July 24.')).toBe('2024-07-24');
    expect(dateIn('I am out of the office until Sunday, July 28.')).toBe('2024-07-29');
  });

  it('stands in the subject of a Notes mail', () => {
    expect(
      dateIn('I am out of the office.', {
        subject: 'AUTO: Ana is out of the office (returning 07/29/2024)',
      }),
    ).toBe('2024-07-29');
  });
});

describe('weekdays', () => {
  it('mean the coming one, and a week later when it is today', () => {
    expect(dateIn('I will be back on Monday.')).toBe('2024-07-22');
    expect(dateIn('I will be back on Tuesday.')).toBe('2024-07-23');
  });

  it('are not guessed when "next" could be this week or the one after', () => {
    expect(dateIn('I will be back next Friday.')).toBeUndefined();
    expect(dateIn('I will be back next Monday.')).toBe('2024-07-22');
  });

  it('need to know when the mail was written', () => {
    expect(dateIn('I will be back on Monday.', { writtenAt: undefined })).toBeUndefined();
    expect(dateIn('I will be back on July 29, 2024.', { writtenAt: undefined })).toBe('2024-07-29');
  });
});

describe('05/08 or 08/05', () => {
  it('is read by the weekday beside it', () => {
    expect(dateIn('I will be back on Monday 05/08/2024.', { offset: 60 })).toBe('2024-08-05');
    expect(dateIn('I will be back on Monday 08/05/2024.', { offset: 60 })).toBe('2024-08-05');
  });

  it('is read by another date of the mail that can be read one way only', () => {
    expect(dateIn('Away from 07/20/2024, returning 09/08/2024.')).toBe('2024-09-08');
    expect(dateIn('Away from 20/07/2024, returning 09/08/2024.')).toBe('2024-08-09');
    expect(dateIn('Away from 15/07/2024, returning 08/11/2024.')).toBe('2024-11-08');
  });

  it('is read by the beginning of the absence, which is near the day of the note', () => {
    const july6 = { writtenAt: new Date('2024-07-06T13:00:00Z'), offset: undefined };
    expect(dateIn('I am away from 07/06/2024 until 07/09/2024.', july6)).toBe('2024-07-09');
    expect(dateIn('I am away from 06/07/2024 until 09/07/2024.', july6)).toBe('2024-07-09');
  });

  it('is read by the one that lies ahead', () => {
    expect(dateIn('I will be back on 05/08/2024.', { offset: undefined, domain: '' })).toBe(
      '2024-08-05',
    );
  });

  it("is read by the sender's country, and not guessed without any sign", () => {
    expect(dateIn('I will be back on 09/08/2024.', { domain: 'there.co.uk' })).toBe('2024-08-09');
    expect(dateIn('I will be back on 09/08/2024.', { offset: -300 })).toBe('2024-09-08');
    expect(dateIn('I will be back on 09/08/2024.', { offset: undefined })).toBeUndefined();
  });

  it('is not believed when the weekday fits neither', () => {
    expect(dateIn('I will be back on Friday 05/08/2024.')).toBeUndefined();
  });
});

describe('what is no return', () => {
  it.each([
    'I will get back to you on Monday.',
    'I am no longer with the company as of July 1.',
    'I will be out of the office on Friday.',
    'Call our desk, which is open 24/7.',
    'When I return we can discuss the meeting of the whole team planned for 5 September.',
    'I will be back on July 29. I will be back on August 12.',
    'I will be back on 29 July 2031.',
    'I will be back on 31 June.',
    'I work Monday to Thursday.',
    'I am available until Thursday.',
    'I will be back on Monday the 30th.',
  ])('%s', (text) => {
    expect(dateIn(text)).toBeUndefined();
  });

  it("needs an absence in a person's letter", () => {
    expect(dateIn('Please return the form by 29 July.', { automatic: false })).toBeUndefined();
    expect(dateIn('I am travelling and will be back on 29 July.', { automatic: false })).toBe(
      '2024-07-29',
    );
  });
});
