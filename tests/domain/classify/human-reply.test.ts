import { describe, expect, it } from 'vitest';
import { humanReply, type HumanReply } from '../../../domain/classify/human-reply.ts';

const receivedAt = new Date('2026-03-05T10:00:00Z'); // a Thursday

function judged(visible: string, senderTimeZone: string | undefined = 'Europe/Berlin'): HumanReply {
  return humanReply({ visible, subject: 'Re: Quick question', senderTimeZone, receivedAt });
}

describe('a person who agrees', () => {
  it.each([
    "I'd be happy to chat. When are you free?",
    'Sure, send me a few times that work for you.',
    'Hi Sam,\n\nHappy to help. Feel free to call me at the number below.\n\nAna',
    'Sounds good!',
    'Sehr gerne, wann passt es Ihnen?',
    'Avec plaisir, quelles sont vos disponibilités ?',
    'Con mucho gusto. ¿Cuándo puedes?',
    'Volentieri, quando preferisce?',
    'Com todo o prazer.',
    'Graag, wanneer schikt het?',
    'Z przyjemnością porozmawiam.',
    'Jag hjälper gärna till.',
    'С удовольствием, когда вам удобно?',
    '喜んでお話しします。',
    '很乐意和你聊聊。',
  ])('is interested: %s', (text) => {
    expect(judged(text)).toMatchObject({ subkind: 'interested', certain: true });
  });

  it.each(['Yes.', 'Sure!', 'Ja bitte.', 'Oui', '好'])('may say no more than %s', (text) => {
    expect(judged(text)).toMatchObject({ subkind: 'interested', certain: true });
  });

  it('is not certain when a refusal comes first', () => {
    const reply = judged(
      "I'm swamped until April but could do a quick call after that. Does that work?",
    );
    expect(reply.subkind).not.toBe('declined');
    expect(reply.certain).toBe(false);
  });

  it('is still interested when a refusal is turned round', () => {
    const reply = judged(
      "Unfortunately I can't help this month, but I'd be happy to talk in the summer.",
    );
    expect(reply.subkind).toBe('interested');
  });
});

describe('a person who declines', () => {
  it.each([
    "Unfortunately I can't help with this.",
    "I'm afraid I'm too busy at the moment. Good luck!",
    'Thanks for writing, but I am not interested.',
    'No thanks.',
    'No.',
    'Nein.',
    "I'd rather not.",
    'I no longer work there, sorry.',
    "I don't think I'm the right person for this.",
    'Leider habe ich keine Zeit.',
    'Malheureusement je ne suis pas disponible.',
    'Lamentablemente no puedo ayudarte.',
    'Purtroppo non ho tempo.',
    'Infelizmente não tenho disponibilidade.',
    'Helaas heb ik geen tijd.',
    'Niestety nie mam czasu.',
    'Tyvärr har jag inte tid.',
    'К сожалению, не могу помочь.',
    '残念ながら時間が取れません。',
    '很遗憾，我没有时间。',
  ])('is understood: %s', (text) => {
    expect(judged(text).subkind).toBe('declined');
  });

  it('names the sentence that decided', () => {
    const reply = judged(
      'Dear Sam,\nthank you for your mail. I am not interested in calls. Good luck!',
    );
    expect(reply).toMatchObject({ subkind: 'declined', certain: true });
    expect(reply.reason).toContain('I am not interested in calls.');
  });

  it('is not certain when the same mail also agrees', () => {
    const reply = judged(
      "I can't help you with that role. I would be happy to answer questions by mail.",
    );
    expect(reply.certain).toBe(false);
  });
});

describe('a person who asks', () => {
  it.each([
    'What exactly would you like to know?',
    'Who gave you my address?',
    'Können Sie mir mehr dazu schreiben?',
  ])('is heard: %s', (text) => {
    expect(judged(text)).toMatchObject({ subkind: 'asks', certain: true });
  });

  it('may do so without a question mark', () => {
    expect(judged('Please send me your résumé.')).toMatchObject({ subkind: 'asks' });
  });

  it('is not one who only asks how we are', () => {
    expect(judged('How are you?')).toMatchObject({ subkind: 'unclear', certain: false });
  });
});

describe('what says nothing about it', () => {
  it.each(['Thanks for your mail.', 'I will think about it.', ''])('is unclear: %s', (text) => {
    expect(judged(text)).toMatchObject({ subkind: 'unclear', certain: false });
  });

  it('ignores the quoted context of an inline answer', () => {
    expect(judged("> I'd be happy to chat. Are you?\n\nI will think about it.").subkind).toBe(
      'unclear',
    );
  });
});
