import { describe, expect, it } from 'vitest';
import { optOut } from '../../../domain/classify/opt-out.ts';

const asks = (visible: string, subject = 'Re: Quick question'): boolean =>
  optOut({ visible, subject }) !== undefined;

describe('an opt-out', () => {
  it.each([
    'remove me',
    'Unsubscribe',
    'UNSUBSCRIBE PLEASE!!!',
    'STOP',
    'Not interested, please stop.',
    'No thanks. Stop.',
    'Please take me off your list.',
    'Stop emailing me.',
    'Do not contact me again.',
    "Don't e-mail me anymore, thanks",
    'Hi Sam,\n\nI would appreciate it if you stopped writing to me.\n\nAna',
    'Kindly remove my details from your database.',
    'I do not wish to be contacted.',
    "I'd rather not be contacted about this.",
    'We ask that you do not contact us further.',
    'No more emails please',
    'Please unsubscribe me from whatever this is',
    'I have no time for this and I want to opt out.',
    'Leave me alone!',
    "I don't want to hear from you again.",
    'Lose my number and lose my email.',
    'If you write again I will report you. Remove me from your list.',
  ])('is heard in English: %s', (text) => {
    expect(asks(text)).toBe(true);
  });

  it.each([
    ['de', 'Bitte schreiben Sie mir nicht mehr.'],
    ['de', 'Kein Interesse. Bitte kontaktieren Sie mich nicht mehr!'],
    ['de', 'Bitte nehmen Sie mich aus Ihrem Verteiler.'],
    ['de', 'Lassen Sie mich in Ruhe.'],
    ['de', 'Bitte keine weiteren E-Mails'],
    ['fr', "Merci de ne plus m'écrire."],
    ['fr', 'Ne me contactez plus, svp.'],
    ['fr', 'Désinscription'],
    ['fr', 'Je ne souhaite pas être contactée.'],
    ['es', 'Por favor, no me escriba más.'],
    ['es', 'Quiero darme de baja'],
    ['es', 'Deje de enviarme correos.'],
    ['it', 'Non mi contatti più.'],
    ['it', 'La prego di non scrivermi più'],
    ['pt', 'Não quero mais receber estes e-mails.'],
    ['pt', 'Pare de me escrever.'],
    ['nl', 'Mail mij alstublieft niet meer.'],
    ['nl', 'Haal me van de lijst'],
    ['pl', 'Proszę do mnie więcej nie pisać.'],
    ['pl', 'Proszę usunąć mnie z listy.'],
    ['sv', 'Snälla sluta mejla mig.'],
    ['sv', 'Ta bort mig från listan'],
    ['da', 'Skriv ikke til mig igen.'],
    ['no', 'Ikke kontakt meg igjen.'],
    ['no', 'Vennligst slutt å sende meg e-post'],
    ['fi', 'Älkää ottako yhteyttä enää.'],
    ['fi', 'Poistakaa minut listalta'],
    ['cs', 'Už mi prosím nepište.'],
    ['ru', 'Больше не пишите мне.'],
    ['ru', 'Прошу больше не беспокоить'],
    ['tr', 'Lütfen bana bir daha yazmayın.'],
    ['tr', 'Beni listeden çıkarın'],
    ['ja', '今後のご連絡はお控えください。'],
    ['ja', '配信停止してください'],
    ['zh', '请不要再给我发邮件。'],
    ['zh', '退订'],
    ['ko', '더 이상 연락하지 마세요.'],
  ])('is heard in %s: %s', (_, text) => {
    expect(asks(text)).toBe(true);
  });

  it.each([
    "Please don't hesitate to stop by my office.",
    "Don't hesitate to contact me again.",
    'Please stop by my office on Tuesday.',
    "I couldn't stop reading your post.",
    'Sure, happy to talk. Please stop by.',
    'Not interested in sales, but happy to talk about research.',
    "I'm not interested right now, sorry. Good luck!",
    'You can unsubscribe at any time with the link below.',
    'To unsubscribe from this list, click here: https://lists.example.org/u',
    "Please don't remove me from the list, I enjoy these mails.",
    "Don't stop emailing me!",
    'Please do not contact me before Monday, I am travelling.',
    "Most students don't email me, so I was glad that you did.",
    'Sorry, my filter marked your email as spam.',
    'We had no more emails from them after that.',
    'They would take me off guard with that question.',
    'Drop me a line next week.',
    'My first stop would be the alumni office.',
    'N’hésitez pas à m’écrire.',
    'Não deixe de enviar o seu currículo.',
    'Melden Sie sich gern wieder.',
    'What would make you stop?',
    '> please stop emailing me\n\nHa, that was funny. Call me?',
    'No, I have no more messages to answer today, so yes.',
    '',
    'You can remove me as assignee.',
    'Could you remove me from the cc and write to Tom instead?',
    'If you no longer wish to be contacted, reply with REMOVE.',
  ])('is not heard in: %s', (text) => {
    expect(asks(text)).toBe(false);
  });

  it('may stand in the subject of an empty mail', () => {
    expect(asks('', 'Unsubscribe')).toBe(true);
    expect(asks('Thanks\nAna', 'REMOVE ME')).toBe(true);
    expect(asks('', 'Re: How to stop a train')).toBe(false);
  });

  it('gives the sentence that decided it', () => {
    const text = 'Hello Sam. Please take me off\nyour list. Thanks.';
    expect(optOut({ visible: text, subject: '' })?.sentence).toBe('Please take me off your list.');
    const wrapped =
      'Hello. I have thought about this for a long time, and now I ask you to\nstop emailing me at work.';
    expect(optOut({ visible: wrapped, subject: '' })?.sentence).toContain(
      'stop emailing me at work',
    );
  });
});
