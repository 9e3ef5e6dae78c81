import { describe, expect, it } from 'vitest';
import { bounceMeaning } from '../../../../domain/classify/bounce/meaning.ts';
import { reportOf } from '../../mails.ts';

async function meaningOf(status: string, diagnostic: string): Promise<string | undefined> {
  return bounceMeaning(
    await reportOf(
      `Final-Recipient: rfc822; ana@there.example\nAction: failed\nStatus: ${status}\nDiagnostic-Code: smtp; ${diagnostic}`,
    ),
  );
}

describe('a mailbox that takes no mail from outside', () => {
  it.each([
    ['5.7.129', '550 5.7.129 RESOLVER.RST.RestrictedToRecipientsPermission; not authorized'],
    ['5.7.133', '550 5.7.133 SenderNotAuthenticatedForGroup; authentication required'],
    ['5.7.124', '550 5.7.124 not in the allowed senders of the group'],
    ['5.7.1', '550 5.7.1 this group only accepts messages from people in its organization'],
    ['5.7.0', '550 members only: you are not a member of this list'],
    ['5.7.1', '550 5.7.1 the recipient has blocked you'],
  ])('loses this mail and stops nobody else: %s %s', async (status, diagnostic) => {
    expect(await meaningOf(status, diagnostic)).toBe('mail_lost');
  });
});

it.each([
  ['5.0.0', '554 delivery error'],
  ['5.0.0', '550 too many failures (all hosts tried)'],
  ['5.3.0', '554 no'],
])('an unknown reason says nothing of the address: %s %s', async (status, diagnostic) => {
  expect(await meaningOf(status, diagnostic)).toBe('mail_lost');
});

it.each([
  ['5.1.8', '550 5.1.8 bad outbound sender'],
  ['5.1.90', '554 5.1.90 you reached your daily limit for recipients'],
  ['5.4.5', '550 5.4.5 daily user sending limit exceeded'],
  ['5.7.705', '550 5.7.705 the tenant has exceeded its threshold'],
  ['5.7.1', '550 5.7.1 rejected because your ip is on a blocklist'],
])('what is wrong with our account stops its sending: %s %s', async (status, diagnostic) => {
  expect(await meaningOf(status, diagnostic)).toBe('sending_blocked');
});

it.each([
  ['5.0.0', '554 delivery error: dd Sorry, this mailbox is disabled (554.30)', 'address_dead'],
  ['5.0.0', '554 delivery error: dd Sorry, this account is over quota', 'mail_lost'],
  ['5.2.2', '552 5.2.2 mailbox full', 'mail_lost'],
  ['5.1.1', '550 5.1.1 no such user', 'address_dead'],
])('tells a closed mailbox from a full one: %s %s', async (status, diagnostic, meaning) => {
  expect(await meaningOf(status, diagnostic)).toBe(meaning);
});
