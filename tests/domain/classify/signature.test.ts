import { describe, expect, it } from 'vitest';
import { withoutSignature } from '../../../domain/classify/signature.ts';

const kept = (text: string): string => withoutSignature(text.split('\n')).join('\n');

describe('a signature', () => {
  it.each([
    '-- \nAna Lima\nAcme',
    '--\nAna Lima\nAcme',
    'Sent from my iPhone',
    'Sent from my Samsung Galaxy smartphone.',
    'Get Outlook for iOS<https://aka.ms/x>',
    'Von meinem iPhone gesendet',
    'Gesendet von Outlook für Android',
    'Envoyé de mon iPhone',
    'Inviato da iPhone',
    'Enviado desde mi iPhone',
    'Verzonden vanaf mijn iPhone',
    'Wysłane z iPhone’a',
    'Skickat från min iPhone',
    'Lähetetty iPhonesta',
    'Отправлено с iPhone',
    'iPhoneから送信',
    '发自我的iPhone',
    'Odesláno z iPhonu',
    'Virus-free. www.avast.com',
    '_______________________________________________\nUsers mailing list\nUsers@lists.example\nhttps://lists.example/mailman/listinfo/users',
    '---------------------------------------------------------------------\nTo unsubscribe, e-mail: dev-unsubscribe@lists.example\nFor additional commands, e-mail: dev-help@lists.example',
    '***\n=====\n',
    'Confidentiality notice: this e-mail may be privileged.\n\nDo not use it.',
    '**********\nThis e-mail is the property of Acme Corp. and may be confidential.\n**********',
  ])('is left out: %j', (signature) => {
    expect(kept(`Gladly!\n\nBest regards\nAna\n\n${signature}`)).toBe(
      'Gladly!\n\nBest regards\nAna',
    );
  });

  it.each([
    'Sent from my desk, much easier than my phone.',
    'The mail was sent from my iPhone yesterday.',
    'First\n--------\nSecond',
    '—\nAna\nAcme',
    'I would like to unsubscribe.',
    '-----------\nYes, to both of your questions.',
  ])('is not seen in %j', (text) => {
    expect(kept(text)).toBe(text);
  });
});
