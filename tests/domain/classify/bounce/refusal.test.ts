import { describe, expect, it } from 'vitest';
import { refusalAbout } from '../../../../domain/classify/bounce/refusal.ts';

type Stage = Parameters<typeof refusalAbout>[0]['stage'];

function about(stage: Stage, response: string): string {
  const code = Number(response.slice(0, 3));
  const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  return refusalAbout({ stage, code, enhanced, response });
}

describe('a refusal during sending', () => {
  it.each([
    ['after_data', '550 5.4.5 Daily user sending limit exceeded.'],
    ['recipient', '550 User ana has exceeded its 24-hour sending limit.'],
    ['after_data', '554 5.1.90 You reached your daily limit for message recipients.'],
    ['recipient', '550 Domain home.test has exceeded the max emails per hour (300/300).'],
    ['recipient', '550 5.7.28 Unusual rate of mail from this account.'],
    ['data', '550 Hourly sending quota exceeded'],
    ['sender', '554 5.7.1 Sending quota reached, try tomorrow'],
    ['after_data', '550 Tageslimit für den Versand erreicht'],
    ['recipient', "550 Limite d'envoi dépassée"],
    ['recipient', '550 Ha superado el límite de envío diario'],
    ['recipient', '550 Limite di invio raggiunto'],
    ['recipient', '550 Превышен лимит исходящих писем'],
    ['after_data', '554 发送频率超过限制'],
  ] as const)('is about our limit: at %s %s', (stage, response) => {
    expect(about(stage, response)).toBe('limit');
  });

  it.each([
    ['after_data', '550 5.1.8 Access denied, bad outbound sender'],
    ['sender', '553 5.1.7 The sender address is not valid'],
    ['sender', '550 5.1.0 Address rejected'],
    ['after_data', '554 5.2.0 SendAsDenied; not allowed to send as me@home.test'],
    ['recipient', '550 relaying denied'],
    ['recipient', '553 5.7.1 <me@home.test>: Sender address rejected: not owned by user you'],
    ['recipient', '550-Verification failed for <me@home.test> 550 Sender verify failed'],
    ['recipient', '550 Authentication required for relay'],
    ['recipient', '550 5.7.1 blocked'],
    ['after_data', '550 5.7.60 Client does not have permissions to send as this sender'],
    ['data', '554 Your account has been blocked from sending'],
    ['recipient', '550 Your IP is listed at a blocklist'],
    ['recipient', '550 Absender nicht erlaubt'],
    ['recipient', '550 发件人地址被拒绝'],
  ] as const)('is about our account: at %s %s', (stage, response) => {
    expect(about(stage, response)).toBe('account');
  });

  it.each([
    ['recipient', '550 5.1.1 The email account that you tried to reach does not exist'],
    ['recipient', '550 No such user here'],
    ['recipient', '553 sorry, no mailbox here by that name'],
    ['recipient', '550 Unknown recipient'],
    ['recipient', '550 5.1.10 Recipient not found'],
    ['recipient', '550 5.1.2 Host unknown'],
    ['recipient', '550 Empfänger existiert nicht'],
    ['recipient', '550 El usuario no existe'],
    ['recipient', '550 This account has been disabled'],
    ['after_data', '550 5.1.1 user unknown'],
  ] as const)('is about the address: at %s %s', (stage, response) => {
    expect(about(stage, response)).toBe('address');
  });

  it.each([
    ['recipient', '550 5.7.133 not authenticated when sending to this group'],
    ['recipient', '550 5.7.129 the sender is not on the list of senders to accept'],
    ['recipient', '550 This list takes posts of members only'],
    ['recipient', '552 5.2.2 mailbox full'],
    ['recipient', '550 Mailbox quota exceeded, over quota'],
    ['recipient', '550 no'],
    ['after_data', '554 5.6.0 I do not like the words'],
    ['sender', '552 5.3.4 too big'],
  ] as const)('is about this mail alone: at %s %s', (stage, response) => {
    expect(about(stage, response)).toBe('mail');
  });
});
