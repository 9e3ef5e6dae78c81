import { describe, expect, it } from 'vitest';
import { bookingLink } from '../../../../domain/meeting/answer/booking-link.ts';

describe('a link to a booking page', () => {
  it.each([
    'https://calendly.com/kim/20min',
    'https://cal.com/kim',
    'https://kim.youcanbook.me/',
    'https://savvycal.com/kim/chat',
    'https://outlook.office365.com/owa/calendar/Kim@there.example/bookings/',
    'https://outlook.office.com/bookwithme/user/abc',
    'https://calendar.app.google/abc123',
    'https://calendar.google.com/calendar/appointments/schedules/abc',
    'https://meetings.hubspot.com/kim',
    'https://scheduler.zoom.us/kim/chat',
    'https://doodle.com/meeting/participate/id/abc',
  ])('is found in the text: %s', (link) => {
    expect(bookingLink(`You can pick a time here: <${link}>.`)).toBe(link);
  });

  it('is found without its scheme', () => {
    expect(bookingLink('Just use calendly.com/kim/20min, please.')).toBe(
      'https://calendly.com/kim/20min',
    );
  });

  it.each([
    'https://www.calendly.com/',
    'https://outlook.office365.com/mail/inbox',
    'https://calendar.google.com/calendar/u/0/r',
    'https://notcalendly.com/kim',
    'https://calendly.com.evil.example/kim',
    'kim@calendly.com/x',
  ])('is no other page: %s', (link) => {
    expect(bookingLink(`See ${link}`)).toBeUndefined();
  });
});
