import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../domain/errors.ts';
import { defaultPolicy, describePolicy, parseSetting } from '../../domain/policy.ts';

describe('a setting', () => {
  it.each([
    ['nudgeAfter', 'PT2S', 'PT2S'],
    ['maxNudges', '0', 0],
    ['thankYouWithin', 'PT48H', 'PT48H'],
    ['workingHours', 'always', 'always'],
    ['workingHours', 'Mon-Fri 08:00-18:00', 'Mon-Fri 08:00-18:00'],
    ['holidays', 'de', 'DE'],
    ['holidays', 'OFF', 'off'],
    ['dailyLimit', ' 5 ', 5],
    ['spacing', 'PT0S', 'PT0S'],
    ['onePerCompany', 'off', false],
    ['onePerCompany', 'true', true],
    ['checkInEvery', 'Never', 'never'],
    ['checkInEvery', 'P120D', 'P120D'],
    ['meetingMinutes', '480', 480],
    ['slotsOffered', '4', 4],
    ['meetingHours', 'Tue 10:00-12:00', 'Tue 10:00-12:00'],
    ['meetingNotice', 'PT0S', 'PT0S'],
    ['meetingHorizon', 'P180D', 'P180D'],
    ['remindByMail', 'off', false],
    ['questions', '14', 14],
  ])('%s takes %s', (key, value, parsed) => {
    expect(parseSetting(key, value)).toEqual({ [key]: parsed });
  });

  it.each([
    ['nudgeAfter', '7 days', 'P7D'],
    ['nudgeAfter', 'PT0S', 'zero'],
    ['nudgeAfter', '', 'P7D'],
    ['maxNudges', '-1', '0 to 5'],
    ['maxNudges', '1.5', '0 to 5'],
    ['maxNudges', '99999999999999999999', '0 to 5'],
    ['dailyLimit', '0', '1 to 10000'],
    ['dailyLimit', '0x10', '1 to 10000'],
    ['thankYouWithin', 'P3D', 'PT48H'],
    ['workingHours', 'nine to five', 'Mon-Fri 08:00-18:00'],
    ['holidays', 'Germany', 'country code'],
    ['holidays', 'XX', 'country code'],
    ['onePerCompany', 'yes', 'true'],
    ['checkInEvery', 'PT0S', 'zero'],
    ['checkInEvery', 'sometimes', 'never'],
    ['meetingMinutes', '0', '1 to 480'],
    ['meetingMinutes', '481', '1 to 480'],
    ['slotsOffered', '1', '2 to 4'],
    ['slotsOffered', '5', '2 to 4'],
    ['meetingHours', '9 to 5', 'Mon-Fri'],
    ['meetingHorizon', 'PT0S', 'zero'],
    ['meetingHorizon', 'P181D', 'P180D'],
    ['remindBefore', 'PT0S', 'zero'],
    ['remindByMail', 'maybe', 'true'],
    ['questions', '15', '4 to 14'],
    ['maxUnansweredCheckIns', '0', '1 to 20'],
  ])('%s refuses "%s" and says what is allowed', (key, value, allowed) => {
    const error = refusal(() => parseSetting(key, value));
    expect(error.field).toBe(key);
    expect(error.message).toContain(allowed);
  });

  it('that does not exist is answered with those that do', () => {
    for (const key of ['nudgeafter', 'toString', '__proto__', '']) {
      expect(refusal(() => parseSetting(key, '1')).message).toContain('nudgeAfter, maxNudges');
    }
  });
});

describe('settings', () => {
  it('are all described, with defaults that they accept', () => {
    const described = describePolicy();
    expect(described.map(({ key }) => key).toSorted()).toEqual(
      Object.keys(defaultPolicy).toSorted(),
    );
    for (const { key, default: value } of described) {
      expect(parseSetting(key, value)).toEqual({ [key]: defaultPolicy[key] });
    }
  });
});

function refusal(act: () => unknown): InvalidInput {
  try {
    act();
  } catch (error) {
    if (error instanceof InvalidInput) return error;
    throw error;
  }
  throw new Error('It was accepted.');
}
