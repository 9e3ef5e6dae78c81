import { describe, expect, it } from 'vitest';
import { optOut } from '../../../domain/classify/opt-out/opt-out.ts';
import { builtInTemplates } from '../../../domain/compose/templates/built-in.ts';
import { judge } from '../mails.ts';

const asks = (visible: string, subject = 'Re: Quick question'): boolean =>
  ['for_good', 'unsure'].includes(extent(visible, subject) ?? '');
const extent = (visible: string, subject = 'Re: Quick question'): string | undefined =>
  optOut({ visible, subject })?.extent;

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
    'Not interested, please do not follow up.',
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

  it.each([
    "I'd rather not hear from you again, thanks.",
    'I would prefer not to hear from you.',
    "I'd rather you didn't write again.",
    'I would prefer that you do not contact me any further.',
    "Thanks, but please don't write again.",
    'So please do not write to me again.',
    'I do not want to hear anything more from you.',
    'No further contact, please.',
    'Please take my address off your list',
    'unsuscribe me',
    'Unsubscibe please',
    'pls unsubscrib',
    'Please unsubscribed me.',
    'I object to the processing of my personal data.',
    'I hereby withdraw my consent and request the erasure of all my personal data.',
    'I never consented to you using my address.',
    'Under GDPR I request deletion of my data.',
    'Please remove my adress from your lsit.',
    'Kindly erase all personal data you hold about me.',
    'Not interested. Do not email me.',
    'Remove me please. Thanks, Bob',
    'Please do not contact me in the future.',
    'I never want to hear from you again',
    'You are wasting my time. Do not email this address again.',
    "I'd like to be left alone.",
    "Please don't send me any more of these.",
    'Please delete my contact details from your records, thank you.',
    'Do not reply to me. Delete my address.',
    'Please cease contacting me.',
    'I have no interest and ask you to stop.',
    'Ich möchte bitte nichts mehr von Ihnen hören.',
    'Ich möchte lieber nichts mehr hören.',
    'Nein danke, bitte schreiben Sie mir nicht wieder.',
    'Bitte schreiben Sie nicht wieder.',
    'Danke, aber ich will nichts mehr von dir hören!',
    'Bitte sehen Sie davon ab, mich weiter anzuschreiben.',
    'Ich bitte Sie, mir nicht mehr zu schreiben.',
    'Ich widerspreche der Verarbeitung meiner Daten.',
    'Ich verlange die Löschung meiner Daten.',
    'Hiermit widerrufe ich meine Einwilligung.',
    'Ich wünsche keine weitere Kontaktaufnahme.',
    'Bitte melden Sie sich nicht mehr bei mir.',
    'Ich möchte nicht mehr von Ihnen kontaktiert werden.',
    'Ein kurzes Wort: nein, bitte nicht wieder schreiben.',
    'Streichen Sie mich bitte von Ihrer Liste.',
    'Je préfère ne plus avoir de vos nouvelles.',
    "Je préférerais que vous ne m'écriviez plus.",
    'Merci de ne plus me contacter.',
    'Je ne souhaite plus recevoir de messages de votre part.',
    'Je demande la suppression de mes données personnelles.',
    "Je m'oppose au traitement de mes données.",
    "Veuillez ne plus m'écrire.",
    'Prefiero no volver a saber de usted.',
    'Preferiría que no me escribiera más.',
    'No quiero saber más de usted.',
    'Gracias, pero no me vuelva a escribir.',
    'Le pido que no me contacte más.',
    'Solicito la eliminación de mis datos.',
    'Me opongo al tratamiento de mis datos.',
    'Por favor, no me escriba de nuevo.',
    'Preferirei non ricevere più sue notizie.',
    'Non desidero ricevere altre email da lei.',
    'La prego di non contattarmi più.',
    'Chiedo la cancellazione dei miei dati personali.',
    'Non mi scriva più, grazie.',
    'Prefiro não receber mais mensagens suas.',
    'Prefiro que não me escreva mais.',
    'Solicito a exclusão dos meus dados pessoais.',
    'Por favor não me escreva novamente.',
    'Não quero ser contactada.',
    'Ik hoor liever niets meer van u.',
    'Ik wil niets meer van je horen.',
    'Schrijf mij alstublieft niet meer.',
    'Graag geen berichten meer.',
    'Ik verzoek u om verwijdering van mijn gegevens.',
    'Ik wil niet meer benaderd worden.',
    'Wolałbym nie otrzymywać więcej wiadomości.',
    'Proszę więcej do mnie nie pisać.',
    'Nie chcę więcej otrzymywać od Pani wiadomości.',
    'Żądam usunięcia moich danych osobowych.',
    'Jag vill helst inte höra av dig igen.',
    'Hör inte av dig mer, tack.',
    'Vänligen kontakta mig inte igen.',
    'Jag vill inte bli kontaktad.',
    'Jag begär att ni raderar mina uppgifter.',
    'Jeg vil helst ikke høre fra dig igen.',
    'Skriv venligst ikke til mig igen.',
    'Jeg ønsker ikke at blive kontaktet.',
    'Jeg vil helst ikke høre fra deg igjen.',
    'Vennligst ikke ta kontakt igjen.',
    'Jeg ønsker ikke å bli kontaktet.',
    'En halua enää kuulla teistä.',
    'Älkää kirjoittako minulle enää.',
    'Pyydän, että poistatte tietoni.',
    'Nechci už od vás nic slyšet.',
    'Prosím, už mi nepište.',
    'Žádám o výmaz svých osobních údajů.',
    'Nepřeji si být kontaktována.',
    'Я не хочу больше получать от вас писем.',
    'Пожалуйста, больше мне не пишите.',
    'Прошу удалить мои данные.',
    'Не даю согласия на обработку персональных данных.',
    'Sizden bir daha haber almak istemiyorum.',
    'Lütfen bana tekrar yazmayın.',
    'Kişisel verilerimin silinmesini talep ediyorum.',
    'もう連絡しないでください。',
    '今後はご連絡いただかなくて結構です。',
    'メールの送信をやめてください。',
    '個人情報の削除をお願いします。',
    '请不要再给我写信。',
    '我不想再收到您的邮件。',
    '请删除我的个人信息。',
    '더 이상 메일을 받고 싶지 않습니다.',
    '다시 연락하지 말아 주세요.',
    '제 개인정보를 삭제해 주세요.',
    'لا أريد أن أسمع منك مرة أخرى.',
    'الرجاء عدم مراسلتي مرة أخرى.',
    'Nu doresc să mai fiu contactat.',
    'Kérem, ne írjon többet.',
    'Δεν θέλω να ξανακούσω από εσάς.',
    'אל תכתבו לי יותר.',
    'Mohon jangan menghubungi saya lagi.',
    'Không muốn nhận thư nữa, xin đừng viết nữa.',
    'Unsubscribe\n\nThanks,\nDr. Ana Souza\nPartner\n+44 20 7946 0000',
    'Remove me\n\nJean-Luc',
    'Abmelden\n\nMit freundlichen Grüßen\nAna Brandt\nLeiterin Vertrieb',
    'Stop.\nAna',
    'Baja\n\nSaludos,\nLucía',
    'Saying so.',
    'I have asked you twice to stop writing.',
    "I'd appreciate not being contacted again.",
    'I would be grateful if you did not write to me again.',
    'You will not contact me again.',
    'Please ensure that I am removed from your list.',
    "Please make sure I don't get any more of these mails.",
    'This is unsolicited. Remove.',
    'I do not give consent to be contacted.',
    'Please exclude me from future mailings.',
    'Please cancel my subscription.',
    'Please forget my address.',
    'Sluta skicka mejl till mig.',
    'Jeg vil ikke ha flere e-poster.',
    'En halua enempää viestejä.',
    "Please don't.",
    'If you contact me again I will call the police. Do not write to me.',
    'Mi oppongo al trattamento dei miei dati.',
  ])('is for good, in the words people use: %s', (text) => {
    expect(extent(text)).toBe('for_good');
  });

  it.each([
    "Please don't email me on weekends. Otherwise happy to chat.",
    'Do not write to me at night, please.',
    "I'd love to talk! Just don't email me at work, here is my private address: ana@home.example.",
    "Please don't email me again until January, I'm on parental leave.",
    'Stop emailing me here, this inbox is shared. Write to ana@home.example. Thursday works.',
    "Please don't contact me through LinkedIn, mail is better. Happy to help.",
    'Outside office hours please do not contact me.',
    'Please do not contact me during the exam period.',
    'Take me off the cc please. Yes, Tuesday is fine.',
    'Please remove my name from the guest list for Friday, but I would be glad to speak with you another day.',
    "Don't email me, text me: 555 0100 22.",
    "Please don't write to me this week, next week I'm glad to talk.",
    'Bitte schreiben Sie mir nicht am Wochenende. Unter der Woche gern.',
    'Bitte kontaktieren Sie mich nicht mehr unter dieser Adresse, sondern unter ana@heim.example. Ich helfe gern.',
    'Schreiben Sie mir bitte nicht mehr bis Januar, dann gerne.',
    'Bitte mailen Sie mir nicht mehr, rufen Sie mich an: 040 555010.',
    'Streichen Sie mich bitte von der Teilnehmerliste. Ein Gespräch führe ich gern mit Ihnen.',
    "Ne m'écrivez pas le week-end. Sinon, avec plaisir.",
    "Ne m'écrivez plus à cette adresse, écrivez-moi à ana@maison.example. Avec plaisir !",
    'Merci de ne pas me contacter avant lundi.',
    'No me escriba los fines de semana, por favor. Encantada de hablar el martes.',
    'No me escriba más a este correo, llámeme: 600 123 456.',
    'Non mi scriva nel weekend; altrimenti volentieri.',
    'Non mi contatti prima di lunedì, grazie. Dopo, con piacere.',
    'Não me escreva ao fim de semana. De resto, com prazer.',
    'Não me contacte antes de segunda-feira. Depois, com gosto.',
    'Mail mij niet in het weekend. Verder graag!',
    'Schrijf mij niet meer op dit adres, mail naar ana@thuis.example. Graag!',
    'Proszę do mnie nie pisać w weekendy. Poza tym chętnie.',
    'Mejla mig inte på helgen, annars gärna.',
    'Skriv ikke til mig i weekenden, ellers gerne.',
    'Ikke kontakt meg i helgen, ellers gjerne.',
    'Älkää kirjoittako minulle viikonloppuisin, muuten mielelläni.',
    'Nepište mi prosím o víkendu, jinak rád.',
    'Не пишите мне в выходные, в будни с удовольствием.',
    'Bana hafta sonu yazmayın, hafta içi memnuniyetle.',
    '週末は連絡しないでください。平日なら喜んで。',
    '请不要周末联系我，其他时间可以。',
    '주말에는 연락하지 마세요. 평일에는 좋습니다.',
  ])('is none when only a when, where or how is asked for: %s', (text) => {
    expect(asks(text)).toBe(false);
  });

  it.each([
    'When recruiters write to me I reply: do not contact me again. You I will gladly answer.',
    'My rule for spammers is "unsubscribe me". But your mail was nice, so yes.',
    'I told my last vendor: remove me from your list. Anyway, Tuesday?',
    "If I don't hear from you I will assume that Tuesday is fine.",
    'I hope to hear from you again.',
    "I haven't heard from you, did you get my mail?",
    'Looking forward to hearing from you.',
    'Sollte ich nichts mehr von Ihnen hören, gehe ich davon aus, dass der Termin steht.',
    'Ich habe lange nichts von Ihnen gehört.',
    'Ihre letzte Mail habe ich nicht mehr erhalten.',
    'Jeg vil ikke få tid før fredag.',
    'Jag vill höra mer om det!',
    'Chciałbym otrzymywać wiadomości od Pani.',
    '今後のメールはこちらにお願いします。',
    'すでに連絡しました。',
    "We do not consent to recordings, but otherwise I'm in.",
    'I need to erase the whiteboard first. Then call me.',
    "You don't need to write again, I have put it in the calendar.",
    "Please don't write a long agenda, a few lines are enough.",
    'Si vous ne souhaitez plus recevoir nos messages, répondez STOP.',
    'Wenn Sie keine weiteren E-Mails erhalten möchten, schreiben Sie uns.',
    'Si no desea recibir más correos, responda BAJA.',
    'Se non desidera ricevere altre email, ci scriva.',
    "I can't take this off my list until Friday.",
    'I stopped writing to me-too journals. Happy to chat.',
    'Please do not forward this mail.',
    "Don't be shy, write again!",
    'Sorry that I did not write again, I was ill. Tuesday works.',
    "Please don't write me off yet!",
    'Remove the comma in my name please. See you Tuesday.',
    'Nie mam więcej czasu, ale proszę pisać.',
    "Ne m'en voulez pas, je réponds tard.",
    'End of month works for me.',
    'Stop by anytime.',
    "I'd be delighted. Please don't bring your CV.",
    'Quit worrying, you will do fine. Call me.',
    'Ik heb uw vorige mail niet meer ontvangen, kunt u hem opnieuw sturen?',
    'If you did not write to me by mistake, call me.',
    "Please don't call before ten, otherwise gladly.",
    "I'd rather not hear about job applications, but happy to talk about ports.",
    "Please don't copy my boss next time. Sure, let's talk.",
    'Stop. Just kidding, I would love to talk.',
  ])('is none in words that only sound like it: %s', (text) => {
    expect(asks(text)).toBe(false);
  });

  it.each([
    'Please do not contact me at my work address.',
    'Take me off the alumni list.',
    "Please don't write to me again. Lena Brandt (lena@there.example) is the person to contact.",
    'Bitte schreiben Sie mir nicht mehr per Mail.',
    'Ne m’écrivez plus à cette adresse.',
  ])('is unsure where it may only mean this channel or this person: %s', (text) => {
    expect(extent(text)).toBe('unsure');
  });

  it.each([
    'Please do not contact me before Monday.',
    "Don't email me, call me: 040 555 0100.",
    'Please take me off your list. That said, I would be happy to talk on the phone.',
  ])('is limited, and so a reply that asks the user: %s', async (text) => {
    const verdict = await judge('From: ana@there.example\nSubject: Re: Quick question', text);
    expect(verdict).toMatchObject({ kind: 'human_reply', certain: false });
    expect(verdict.reasons[0]).toContain('limit');
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

/** What our templates promise, and the words in which somebody takes us up on it. */
const promises: readonly (readonly [RegExp, string])[] = [
  [/you'd rather not hear from me again/, "I'd rather not hear from you again."],
  [/I won't (?:write|send another|email|follow up)( again)?/, "Please don't write again."],
  [/nichts mehr von mir hören möchten/, 'Ich möchte nichts mehr von Ihnen hören.'],
  [/schreibe (?:Ihnen )?(?:nicht wieder|nicht mehr)/, 'Bitte schreiben Sie mir nicht wieder.'],
  [/melde mich nicht (?:wieder|mehr|noch einmal)/, 'Bitte melden Sie sich nicht mehr.'],
  [/ne vous (?:écrirai|relancerai|recontacterai) plus/, 'Merci de ne plus m’écrire.'],
  [/no (?:le|te) (?:volveré a escribir|escribiré más)/, 'No me vuelva a escribir.'],
  [/no volveré a escribir(?:le|te)/, 'No vuelva a escribirme, por favor.'],
  [/non (?:Le|le|ti) scriverò (?:più|altro)/, 'Non mi scriva più.'],
  [/não (?:lhe|voltarei a) escrever/, 'Não me escreva mais.'],
  [/schrijf (?:u|je) niet (?:meer|opnieuw)/, 'Schrijf mij niet meer.'],
];

describe('our own promise not to write again', () => {
  const kept = Object.values(builtInTemplates)
    .flat()
    .flatMap(({ id, text }) =>
      promises.filter(([promise]) => promise.test(text)).map(([, answer]) => [id, answer] as const),
    );

  it('is made by the templates', () => {
    expect(kept.length).toBeGreaterThan(0);
  });

  it.each(kept)('is understood when it comes back to %s: %s', (_, answer) => {
    expect(extent(answer)).toBe('for_good');
    expect(extent(`Thanks for asking. ${answer}`)).toBe('for_good');
  });
});
