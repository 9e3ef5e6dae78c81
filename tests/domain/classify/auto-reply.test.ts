import { describe, expect, it } from 'vitest';
import { judge } from '../mails.ts';

const HELLO = 'Hello, thanks for writing.';

describe('headers that only programs write', () => {
  it.each([
    'Auto-Submitted: auto-replied',
    'Auto-Submitted: Auto-Generated; owner-email="a@b.example"',
    'X-Autoreply: yes',
    'X-Autorespond: out of office',
    'Precedence: auto_reply',
    'X-Apple-Action: VACATION/0',
    'X-Mailer: vacation 1.2.7',
    'X-Auto-Response-Suppress: All\nX-MS-Exchange-Inbox-Rules-Loop: ana@there.example',
    'Return-Path: <>',
  ])('%s', async (line) => {
    const verdict = await judge(
      `From: Ana <ana@there.example>\nSubject: Re: Quick question\n${line}`,
      HELLO,
    );
    expect(verdict.kind).toBe('auto_reply');
  });

  it.each([
    ['Auto-Submitted: no', 'a person says so (RFC 3834)'],
    ['X-Auto-Response-Suppress: All', 'it only asks others not to answer'],
    ['X-Autoreply: no', 'the program says no'],
    ['Return-Path: <ana@there.example>', 'a person has one'],
    ['X-Mailer: Apple Mail (2.3774)', 'a mail program'],
  ])('not %s: %s', async (line) => {
    const verdict = await judge(
      `From: Ana <ana@there.example>\nIn-Reply-To: <1@mine.example>\nSubject: Re: Quick question\n${line}`,
      HELLO,
    );
    expect(verdict.kind).toBe('human_reply');
  });
});

describe('subjects of automatic replies', () => {
  it.each([
    'Automatic reply: Quick question',
    'Out of Office AutoReply: Quick question',
    'Out of Office: Quick question',
    '[Auto-Reply] Quick question',
    'Ana Lopez is out of the office (returning 01/08/2024)',
    'Automatische Antwort: Kurze Frage',
    'Abwesenheitsnotiz: Kurze Frage',
    'Réponse automatique : Question',
    'Absence du bureau : Question',
    'Respuesta automática: Pregunta',
    'Resposta automática: Pergunta',
    'Risposta automatica: Domanda',
    'Automatisch antwoord: Vraag',
    'Autosvar: Fråga',
    'Automatisk svar: Spørsmål',
    'Automaattinen vastaus: Kysymys',
    'Automatyczna odpowiedź: Pytanie',
    '[Automatyczna odpowiedź] Pytanie',
    'Automatická odpověď: Otázka',
    'Automatikus válasz: Kérdés',
    'Răspuns automat: Întrebare',
    'Otomatik yanıt: Soru',
    'Automātiska atbilde: Jautājums',
    'Автоматический ответ: Вопрос',
    'Автоматична відповідь: Питання',
    'Αυτόματη απάντηση: Ερώτηση',
    'תשובה אוטומטית: שאלה',
    'رد تلقائي: سؤال',
    '自动回复: 问题',
    '自動返信: 質問',
    '자동 회신: 질문',
    '\u200f\u202bתשובה אוטומטית: שאלה',
  ])('%s', async (subject) => {
    expect(await judge(`From: Ana <ana@there.example>\nSubject: ${subject}`, HELLO)).toMatchObject({
      kind: 'auto_reply',
    });
  });

  it.each([
    ['Auto: insurance', 'Do you know a good one? Please contact me.'],
    ['Vacation: who comes along?', 'We go to Lisbon.'],
    ['Out of office: Friday', 'I take the day off.'],
    ['Mark is out of the office', 'He asked me to tell you. Please contact me instead.'],
    [
      'Thank you for your message',
      'Gladly, on Thursday. Please contact my assistant as soon as possible.',
    ],
    ['Out of office next week', 'I will be in Lisbon from Monday, let us talk on the 29th.'],
    ['Vacation plans', 'I am away in August. Shall we talk before?'],
    ['Urlaub', 'Wir fahren am Freitag, passt dir Donnerstag?'],
    [
      'Re: Automatic reply: Quick question',
      '> I am out of the office until Monday\n\nI am back now, sorry for the note above.',
    ],
    [
      'FW: Automatic reply: Quick question',
      'Bob is away, try Eve.\n\n-----Original Message-----\nFrom: Bob\nSent: Monday\n\nI am out of the office.',
    ],
    ['Confirmation', 'This is to confirm that we have received the signed contract. Thanks!'],
    ['Ticket prices', 'A ticket is 20 euros. Tell me as soon as possible.'],
    ['Quick question', 'Thanks for your message! I am currently on the road.'],
    ['Absence', 'Sorry for the delay, I was ill. Happy to talk.'],
  ])('not %s, which a person wrote', async (subject, text) => {
    expect((await judge(`From: Ana <ana@there.example>\nSubject: ${subject}`, text)).kind).toBe(
      'human_reply',
    );
  });
});

describe('an answer under a subject of its own', () => {
  const to = 'From: Ana <ana@there.example>\nIn-Reply-To: <1@mine.example>\nSubject: ';

  it.each([
    ['Afwezig: Vraag', 'Ik ben op 29 juli weer aanwezig.'],
    ['Fuera de la oficina', 'Estoy de vacaciones y regreso el lunes 29 de julio.'],
    ['Question: Out of Office', 'I am away, returning on July 29th.'],
    ['Nieobecność', 'Przebywam na urlopie. Wracam 29.07.2024.'],
    ['Auto: Question', 'I shall read this on July 29th.'],
  ])('is a machine’s: %s', async (subject, text) => {
    expect(await judge(`${to}${subject}`, text)).toMatchObject({
      kind: 'auto_reply',
      certain: false,
    });
  });

  it.each([
    ['Re: Out of office', 'I am away on Friday as well, let us talk on Monday.'],
    ['Away game', 'Shall we go and see it?'],
    ['Out of office', 'Gladly.\n\n> I am away on Friday.'],
  ])('may be a person’s: %s', async (subject, text) => {
    expect((await judge(`${to}${subject}`, text)).kind).toBe('human_reply');
  });
});

describe('an office that confirms a mail', () => {
  const to =
    'From: Desk <desk@there.example>\nTo: sam@here.example\nIn-Reply-To: <1@here.example>\n';
  it.each([
    ['[#8123] Quick question', 'Thanks for contacting us. Our support team will be in touch.'],
    ['Thank you for contacting There', 'This mailbox is not monitored.'],
    ['Ihre Anfrage', 'Wir haben Ihre Nachricht erhalten und werden uns darum kümmern.'],
    ['Re: Quick question', 'You have reached an unattended mailbox.'],
    ['OOO Re: Quick question', 'Back Monday'],
    ['Abwesend AW: Quick question', 'Ab Montag wieder da.'],
  ])('is a machine: %s', async (subject, text) => {
    expect((await judge(`${to}Subject: ${subject}`, text)).kind).toBe('auto_reply');
  });

  it.each([
    ['Re: Quick question', 'Thanks for contacting us. Monday?'],
    ['[#1] on my list', 'Your question is the first on my list. Monday?'],
  ])('may be a person: %s', async (subject, text) => {
    expect((await judge(`${to}Subject: ${subject}`, text)).kind).toBe('human_reply');
  });
});

describe('texts of automatic replies', () => {
  it('says whom else to write to, and when the person is back', async () => {
    const verdict = await judge(
      'From: Ana <ana@there.example>\nSubject: Automatic reply: Quick question',
      'I am out of the office until July 29. For urgent matters please contact Bob Smith <bob@there.example>.',
    );
    expect(verdict).toMatchObject({
      returnDate: '2024-07-29',
      refersTo: [{ name: 'Bob Smith', email: 'bob@there.example' }],
    });
  });

  it('believes a mail that says it is automatic', async () => {
    const verdict = await judge(
      'From: Ana <ana@there.example>\nSubject: Re: Quick question',
      'This is an automatic reply. I am away until Monday.',
    );
    expect(verdict).toMatchObject({ kind: 'auto_reply', subkind: 'out_of_office', certain: false });
  });

  it('knows the note of a client that marks nothing, by what it says to strangers', async () => {
    const verdict = await judge(
      'From: Ana <ana@there.example>\nSubject: Re: Quick question',
      'Labdien! Esmu atvaļinājumā līdz 29. jūlijam. Paldies par Jūsu vēstuli.',
    );
    expect(verdict).toMatchObject({ kind: 'auto_reply', subkind: 'out_of_office', certain: false });
  });

  it('leaves a person who announces an absence and answers a human reply, with the date', async () => {
    const verdict = await judge(
      'From: Ana <ana@there.example>\nIn-Reply-To: <1@mine.example>\nSubject: Re: Quick question',
      'Happy to talk! I am on vacation next week and will be back on July 29.\n\n> Could we talk for 20 minutes?\n',
    );
    expect(verdict).toMatchObject({ kind: 'human_reply', returnDate: '2024-07-29' });
  });

  it('knows a filter that asks the sender to prove himself', async () => {
    const verdict = await judge(
      'From: ana@there.example\nSubject: RE: Quick question',
      'This account is protected by a filter. Please click on the following link to have your address added to the allowed list.',
    );
    expect(verdict).toMatchObject({ kind: 'auto_reply', subkind: 'challenge' });
  });

  it('does not take the word for the thing', async () => {
    const verdict = await judge(
      'From: Ana <ana@there.example>\nIn-Reply-To: <1@mine.example>\nSubject: Re: Quick question',
      'Did you get my automatic reply last week? Let us talk on Thursday.\n\n> Could we talk?\n',
    );
    expect(verdict.kind).toBe('human_reply');
  });
});
