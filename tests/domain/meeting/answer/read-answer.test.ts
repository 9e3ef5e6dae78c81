import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  brief,
  fixedInLondon,
  londonOffer,
  noOffer,
  oneInChicago,
  read,
  twoInChicago,
} from './fixture.ts';

describe('an answer to offered slots', () => {
  it.each([
    ["Let's take the last one.", 'accepts 3', londonOffer],
    ['The latter two are impossible, the first is fine.', 'accepts 1', londonOffer],
    ['Bottom one please', 'accepts 3', londonOffer],
    ['top option works', 'accepts 1', londonOffer],
    ['Number two would be great', 'accepts 2', londonOffer],
    ['#3 please', 'accepts 3', londonOffer],
    ['Option 2.', 'accepts 2', londonOffer],
    ['2', 'accepts 2', londonOffer],
    ["I'd go for the 2nd.", 'accepts 2', londonOffer],
    ['The 9th please', 'accepts 2', londonOffer],
    ['9 November suits me', 'accepts 2', londonOffer],
    ['Nov 9 is good', 'accepts 2', londonOffer],
    ['Nov. 11th at 4pm works', 'accepts 3', londonOffer],
    ['Thursday works', 'accepts 1', londonOffer],
    ['Thu 10:30 it is!', 'accepts 1', londonOffer],
    ["Let's do Monday 3pm", 'accepts 2', londonOffer],
    ['Monday at 3 is perfect', 'accepts 2', londonOffer],
    ['Monday 3.00pm', 'accepts 2', londonOffer],
    ['4pm your time on Monday is fine', 'accepts 2', londonOffer],
    ['Wednesday afternoon is great', 'accepts 3', londonOffer],
    ['Wed pm is ok', 'accepts 3', londonOffer],
    ['mornings are best for me', 'accepts 1', londonOffer],
    ['I can do the morning slot', 'accepts 1', londonOffer],
    ['I can only do the 5th', 'accepts 1', londonOffer],
    ['Monday the 9th is the only one I can do', 'accepts 2', londonOffer],
    ['half ten on Thursday works', 'accepts 1', londonOffer],
    ['half past ten thursday', 'accepts 1', londonOffer],
    ["Thursday isn't possible but Monday is fine", 'accepts 2', londonOffer],
    ["I'm away Thursday and Wednesday, so Monday", 'accepts 2', londonOffer],
    ['Any but the first', 'accepts 2,3', londonOffer],
    ['All but Thursday work for me', 'accepts 2,3', londonOffer],
    ['Either Monday or Wednesday', 'accepts 2,3', londonOffer],
    ['Monday or Wednesday both work', 'accepts 2,3', londonOffer],
    ['Monday works. If anything changes, use https://calendly.com/sam', 'accepts 2', londonOffer],
    ['Next week is better for me', 'accepts 2,3', londonOffer],
    [
      'Thanks for reaching out! Happy to help. Monday at 3pm works well for me. Best, Sam',
      'accepts 2',
      londonOffer,
    ],
    ['Monday works better than Thursday.', 'accepts 2', londonOffer],
    ['I prefer Monday to Thursday', 'accepts 2', londonOffer],
    ['Either of the first two', 'accepts 1,2', londonOffer],
    ['The first two work', 'accepts 1,2', londonOffer],
    ['Wednesday at four please', 'accepts 3', londonOffer],
    ['16:00 on Wednesday', 'accepts 3', londonOffer],
    ["The 4 o'clock one", 'accepts 3', londonOffer],
    ['1600 works', 'accepts 3', londonOffer],
    ['1030 on Thursday works for me', 'accepts 1', londonOffer],
    ['ten thirty thursday is good', 'accepts 1', londonOffer],
    ["Let's plan for the 9th. My number is +44 7700 900456.", 'accepts 2', londonOffer],
    ['Sounds good - see you Monday at 3', 'accepts 2', londonOffer],
    ['I think Thursday would work', 'accepts 1 ?', londonOffer],
    ['Thursday might work', 'accepts 1 ?', londonOffer],
    ['Thursday probably, unless my flight is late', 'accepts 1 ?', londonOffer],
    ['Maybe the second?', 'accepts 2 ?', londonOffer],
    ['Thursday would have been good but I have jury duty', 'accepts 1 ?', londonOffer],
    ['That works', 'accepts ?', londonOffer],
    ['Yes!', 'accepts ?', londonOffer],
    ['The earlier one is good', 'accepts 1', twoInChicago],
    ['Both work', 'accepts 1,2', twoInChicago],
    ['Either works', 'accepts 1,2', twoInChicago],
    ['I prefer the former', 'accepts 1', twoInChicago],
    ['2pm Central on Friday', 'accepts 2', twoInChicago],
    ['200 Friday works', 'accepts 2', twoInChicago],
    ['The first, please. The second clashes with something.', 'accepts 1', twoInChicago],
    ['Friday at 3pm Eastern is good', 'accepts 2', twoInChicago],
    ["let's do 9pm your time on Friday", 'accepts 2', twoInChicago],
    ['That works', 'accepts 1', oneInChicago],
    ['Yes, great.', 'accepts 1', oneInChicago],
    ['Perfect, see you then!', 'accepts 1', oneInChicago],
    ['Wednesday at 10 works', 'accepts 1', oneInChicago],
    ['Fine, but 15 minutes only please.', 'accepts 1', oneInChicago],
  ])('accepts those it names: %s', (text, expected, offer) => {
    expect(brief(text, offer)).toBe(expected);
  });

  it.each([
    ['Could we do quarter to 4 on Monday 9th?', 'proposes_time 11-09T15:45', londonOffer],
    ['Could we do 5pm on Wednesday 11th instead?', 'proposes_time 11-11T17:00', londonOffer],
    ['How about Friday the 6th at 2?', 'proposes_time 11-06T14:00', londonOffer],
    ['Can we do Tuesday 10th at noon', 'proposes_time 11-10T12:00', londonOffer],
    [
      'The second one, but could we start half an hour later?',
      'proposes_time 11-06T20:30',
      twoInChicago,
    ],
    ['Wednesday at 11 works', 'proposes_time 11-04T17:00', oneInChicago],
    ['Could we make it an hour later?', 'proposes_time 11-04T17:00', oneInChicago],
    ['30 minutes earlier would be ideal', 'proposes_time 11-04T15:30', oneInChicago],
  ])('is a proposal when hour or day differ: %s', (text, expected, offer) => {
    expect(brief(text, offer)).toBe(expected);
  });

  it.each([
    ['Not Monday please', 'declines', londonOffer],
    ["None work I'm afraid", 'declines', londonOffer],
    ["I can't do any of these", 'declines', londonOffer],
    ["Sorry, I'm away all three days.", 'declines', londonOffer],
    ['Unfortunately I am travelling for the next two weeks.', 'declines', londonOffer],
    ["I'm not around next week", 'declines', londonOffer],
    ['Neither works for me.', 'declines', twoInChicago],
  ])('declines: %s', (text, expected, offer) => {
    expect(brief(text, offer)).toBe(expected);
  });

  it.each([
    ['Let me get back to you on Friday.', 'defers', londonOffer],
    ["I'll have to check and come back to you", 'defers', londonOffer],
    ["My EA Jane (cc'd) will find a time", 'delegates', londonOffer],
    ['Please liaise with my PA', 'delegates', londonOffer],
    ['Adding Tom who looks after my diary.', 'delegates', londonOffer],
    ['My secretary will contact you to arrange something', 'delegates', londonOffer],
    ["Here's my link: https://savvycal.com/sam/chat", 'sends_link', londonOffer],
    [
      'Easiest is to book directly via https://calendly.com/sam-k/20min - thanks',
      'sends_link',
      londonOffer,
    ],
    ['When are you free in the week of the 16th?', 'asks', londonOffer],
    ['Which platform do you want to use?', 'asks ?', londonOffer],
  ])('leads elsewhere: %s', (text, expected, offer) => {
    expect(brief(text, offer)).toBe(expected);
  });
});

describe('an answer about an agreed meeting', () => {
  it.each([
    ['See you tomorrow!', 'confirms', fixedInLondon],
    ['Still good for tomorrow at 10:30?', 'confirms ?', fixedInLondon],
    ['Looking forward to it', 'confirms', fixedInLondon],
    ['Could we move to Friday at 11?', 'reschedule 11-06T11:00', fixedInLondon],
    ['Can we push it to 11?', 'reschedule 11-05T11:00', fixedInLondon],
    ['Can we push this back half an hour?', 'reschedule 11-05T11:00', fixedInLondon],
    ['Running 10 minutes late', 'reschedule 11-05T10:40', fixedInLondon],
    ['Any chance we could reschedule to next week?', 'reschedule', fixedInLondon],
    ['Something has come up, could we find another time?', 'reschedule ?', fixedInLondon],
    ['Same time on Friday?', 'reschedule 11-06T10:30', fixedInLondon],
    ["Let's make it 10am rather than 10:30", 'reschedule 11-05T10:00', fixedInLondon],
    ['I have to cancel tomorrow, sorry', 'cancels', fixedInLondon],
    ["Can't make tomorrow after all.", 'cancels ?', fixedInLondon],
    ["What's the dial-in?", 'asks', fixedInLondon],
  ])('moves, cancels or confirms it: %s', (text, expected, offer) => {
    expect(brief(text, offer)).toBe(expected);
  });
});

describe('windows', () => {
  it.each([
    ["I'm free after 4 on Monday.", [{ days: ['2026-11-09'], from: '16:00' }]],
    ['Before 10 on Thursday works', [{ days: ['2026-11-05'], to: '10:00' }]],
    ['I could do 9-11 on Friday 6th', [{ days: ['2026-11-06'], from: '09:00', to: '11:00' }]],
    ['Tuesday afternoon next week', [{ days: ['2026-11-10'], part: 'afternoon' }]],
    ['The week of 16 November would be better', [{ week: '2026-11-16/2026-11-20' }]],
    ['What about 12th or 13th?', [{ days: ['2026-11-12', '2026-11-13'] }]],
  ])('keep days and hours apart: %s', (text, windows) => {
    const answer = read(text, londonOffer);
    expect(answer.act).toBe('proposes_window');
    expect(answer.windows).toEqual(windows);
  });

  it('name the zone when it is not the sender’s', () => {
    expect(read('Any day this week after 2pm Berlin time', noOffer).windows).toEqual([
      { week: '2026-11-02/2026-11-06', from: '14:00', zone: 'Europe/Berlin' },
    ]);
  });
});

describe('what could mean two things', () => {
  it('is never a time', () => {
    expect(brief('Next Friday at 2?', noOffer)).toBe('proposes_time ?');
    expect(brief('Tuesday at 8?', noOffer)).toBe('proposes_time ?');
    expect(brief('Could we do 4/12 at 3pm?', londonOffer)).toBe('proposes_time ?');
    expect(brief('Tuesday at 3pm?', { ...noOffer, senderZone: undefined })).toBe('proposes_time ?');
    expect(brief('Tuesday at 3pm IST?', { ...noOffer, senderZone: undefined })).toBe(
      'proposes_time ?',
    );
  });

  it('is read where the mail itself settles it', () => {
    expect(brief('This Friday at 2?', noOffer)).toBe('proposes_time 11-06T19:00');
    expect(brief('Tuesday at 8am?', noOffer)).toBe('proposes_time 11-03T13:00');
    expect(brief('Tuesday at 3pm CET?', { ...noOffer, senderZone: undefined })).toBe(
      'proposes_time 11-03T14:00',
    );
  });
});

describe('a text of any length', () => {
  it('is read up to a bound, and is not certain beyond it', () => {
    expect(read('The first works.', londonOffer).certain).toBe(true);
    expect(read(`The first works. ${'x '.repeat(200_000)}`, londonOffer).certain).toBe(false);
    const piece = 'Tuesday at 3 or Wednesday, 10.11. or the 12th, between 2 and ';
    expect(read(piece.repeat(20_000), londonOffer).certain).toBe(false);
  });
});

describe('any mail about a time', () => {
  const clauses = [
    'Monday at 3 works',
    'if not',
    'otherwise the second one',
    'unless I am travelling',
    'in that case Wednesday after 4',
    'an hour later',
    'same time next week',
    'not the 9th',
    'either of them',
    'Thursday too',
    'between 2 and',
    'from Tuesday to',
    'half past',
    'the fifth',
    'how about',
    '?',
    'lieber eine Stunde später',
    'sinon lundi à 15h',
    'el lunes dos horas antes',
  ];

  it('is read, whatever follows what', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...clauses), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(londonOffer, oneInChicago, noOffer, fixedInLondon),
        (said, offer) => {
          expect(read(said.join(', '), offer).act).not.toBe('');
        },
      ),
      { numRuns: 500 },
    );
  });
});
