import { phraseList } from './phrase-list.ts';

/**
 * How mail clients announce a quotation, by language. Data only: to add a language, add its words
 * to each list. All entries are lower-case; keys are compared without the colon.
 */

/** "wrote": the last word or words of an attribution, or the verb inside it. */
export const wroteVerbs: readonly string[] = phraseList(`
  wrote | writes | schrieb | schrieben | hat geschrieben | schreibt | schreef | geschreven
  schrijft | het geskryf | skryf
  a écrit | a ecrit | écrit | écrivait | ha scritto | scrive | scrisse | escribió | escribio
  ha escrito | escribía | escreveu | va escriure | ha escrit | a scris | escribiu
  skrev | skriver | skreiv | skrifaði | kirjoitti | kirjutas | rakstīja | rašė | parašė
  napisał(a) | napisał | napisała | pisze | napsal(a) | napsal | napsala | napísal(a) | napísal
  napísala | je napisal | je napisala | je napisal/-a | je napisao/la | je napisao | je napisala
  написао/ла | написао је | је написао/ла | написа | напиша | написал | написал(а) | написала
  писал | писал(а) | пишет | пише | написав | написала | написав(-ла) | напісаў
  írta | ezt írta | έγραψε | yazdı | şunu yazdı | shkroi
  כתב | כתבה | כתב/ה | מאת | كتب | كتبت | نوشت | ने लिखा | menulis | đã viết | เขียนว่า | เขียน
  写道 | 寫道 | 書きました | のメッセージ | 님이 작성 | 작성 | 님이 씀 | 썼습니다
`);

/** First word of an attribution; a date or a weekday may stand there instead. */
export const attributionOpeners: readonly string[] = phraseList(`
  on | no dia | at | in | am | le | il | in data | el | em | op | den | dne | dňa | dnia | w dniu | v
  dana | на | la | în | à | kl | at: | ngày | vào | pada | στις | tarihinde | בתאריך | ב- | في
  在 | 于 | 於 | om | på | kuupäeval | data de | pe | a | quoting | citando | zitat von
  citation de | citeren | sitat | citerar | selon | from
`);

/** Keys of the header block that clients set above a quoted or forwarded mail, by what they hold. */
export const headerKeys: Readonly<Record<HeaderRole, readonly string[]>> = {
  from: phraseList(`
  from | von | de | da | van | od | från | fra | lähettäjä | feladó | от | от кого | від
  від кого | gönderen | kimden | mittente | expéditeur | remitente | remetente | de la
  expeditor | od koho | odesílatel | odosielateľ | saatja | no | nuo | από | frá | šalje
  pošiljatelj | desde | dari | từ | จาก | מאת | من | 发件人 | 寄件人 | 寄件者 | 差出人 | 送信者 | 보낸 사람 | 보낸사람
  afsender | avsändare | avsender | absender | afzender | 발신 | 발신자 | 발신인 | 보낸이 | 보낸 이 | 보내는 사람
  از | فرستنده | المرسل | प्रेषक | से | 寄信人 | 发信人 | 發信人 | daripada | nga | nork | oddi wrth | kimdən | кімнен
  од | ад | mula kay | kutoka | ուղարկող | გამომგზავნი | ผู้ส่ง | người gửi
`),
  sent: phraseList(`
  sent | date | gesendet | datum | envoyé | envoyé le | date d'envoi | inviato | data | fecha
  enviado | enviado el | enviada em | enviado em | enviada | verzonden | wysłano | skickat
  sendt | dato | lähetetty | päivämäärä | päiväys | odesláno | odoslané | dátum | elküldve
  küldve | отправлено | дата | надіслано | gönderildi | tarih | gönderme tarihi | trimis
  trimisă | saadetud | kuupäev | nosūtīts | išsiųsta | εστάλη | ημερομηνία | sent on | sent at
  message du | poslano | dikirim | tanggal | đã gửi | ngày | ส่ง | วันที่ | נשלח | תאריך
  تم الإرسال | التاريخ | 发送时间 | 日期 | 寄件日期 | 傳送時間 | 送信日時 | 日付 | 日時 | 보낸 날짜 | 날짜 | enviat
  received | post | când | 발신일 | 보낸 시간 | 보낸시간 | 보낸날짜 | 보낸 일시 | 일시 | 작성일 | ارسال شده | ارسال | تاریخ | تاريخ | وقت الإرسال
  भेजा गया | दिनांक | tarikh | dihantar | dërguar | bidalia | anfonwyd | göndərildi | göndərilib | tarix | жіберілді
  послато | испратено | изпратено | датум | адпраўлена | petsa | tarehe | 发件时间 | 發件時間 | 时间 | 時間 | 送信日
`),
  to: phraseList(`
  to | an | à | a | para | aan | do | till | til | vastaanottaja | komu | pro | címzett | кому
  kime | alıcı | către | catre | saaja | kam | kada | kam | προς | za | prima | kepada | đến
  ถึง | אל | إلى | 收件人 | 收件者 | 宛先 | 받는 사람 | 받는사람 | destinatario | destinataire | empfänger
  modtager | til: | per | viðtakandi | 수신 | 수신자 | 수신인 | 받는이 | 받는 이 | 받은 사람 | به | گیرنده | المرسل إليه | प्रति | को
  për | nori | kimə | кімге | par | para kay | kwa | 收信人 | 受信者 | ผู้รับ | người nhận
`),
  cc: phraseList(`
  cc | kopie | kopia | kopi | copie | copie à | copia | cópia | cc: | kopio | másolat
  másolatot kap | копия | копія | bilgi | dw | do wiadomości | κοιν | 抄送 | 副本 | 참조 | עותק | نسخة
  bcc | cci | cco | kopie (cc) | afrit | 숨은참조 | 숨은 참조 | رونوشت | प्रतिलिपि
`),
  subject: phraseList(`
  subject | betreff | objet | sujet | oggetto | asunto | assunto | onderwerp | temat | ämne
  emne | aihe | předmět | předmet | predmet | tárgy | тема | konu | subiect | teema | tēma
  tema | θέμα | zadeva | naslov | perihal | subjek | chủ đề | tiêu đề | เรื่อง | נושא | الموضوع
  主题 | 主旨 | 主題 | 件名 | 제목 | assumpte | efni | re | موضوع | عنوان | विषय | perkara | subjekti | gaia | pwnc | mövzu
  тақырып | относно | предмет | тэма | paksa | mada | თემა | หัวข้อ
`),
  other: phraseList(`
  reply-to | reply to | antwort an | répondre à | rispondi a | risposta | responder a
  importance | wichtigkeit | importance | priorità | priority | attachments | anlagen
  pièces jointes | allegati | adjuntos | sent by | please respond to | organization | newsgroups
  message-id | sensitivity | when | where | delivered-to | return-path | mailing list | list-id
  resent-from | resent-to | resent-date | location
`),
};

export type HeaderRole = 'from' | 'sent' | 'to' | 'cc' | 'subject' | 'other';

/** What stands between dashes above a quoted or forwarded mail: the line begins with one of these. */
export const separatorPhrases: readonly string[] = phraseList(`
  original message | original-message | original appointment | original e-mail | original email
  original mail | forwarded message | forwarded by | forward message | forwarded mail
  forwarded email | begin forwarded message | begin original message | message forwarded
  reply separator | forward header | replied message | reply message | inline message follows
  original attachment | in reply to | ursprüngliche nachricht | urspruengliche nachricht
  ursprüngliche mail | ursprüngliche e-mail | originalnachricht | original-nachricht
  original nachricht | original-mail | originalmail | weitergeleitete nachricht
  weitergeleitet von | anfang der weitergeleiteten | ende der weitergeleiteten
  weitergeleitete e-mail | originaltermin | message d'origine | message original
  message d’origine | e-mail d'origine | courriel d'origine | message transféré
  message transfere | forwarded by | réacheminé par | début du message réexpédié
  début du message transféré | mail transféré | rendez-vous d'origine | message initial
  messaggio originale | messaggio inoltrato | messaggio originario | inizio messaggio inoltrato
  inoltrato da | messaggio originale | mensaje original | mensaje reenviado | mensaje originál
  inicio del mensaje reenviado | comienzo del mensaje reenviado | correo original
  reenviado por | mensaje remitido | mensagem original | mensagem encaminhada
  mensagem reencaminhada | início da mensagem | início de mensagem | encaminhado por
  mensagem inicial | oorspronkelijk bericht | oorspronkelijke bericht | origineel bericht | originele bericht
  doorgestuurd bericht | begin doorgestuurd bericht | begin van doorgestuurd | doorgestuurd door
  originele e-mail | oryginalna wiadomość | wiadomość oryginalna | wiadomość przekazana
  przekazana wiadomość | wiadomość napisana | początek przekazywanej | oryginalny e-mail
  wiadomość przesłana dalej | przesłana wiadomość | ursprungligt meddelande | originalmeddelande
  vidarebefordrat meddelande | vidarebefordrat brev | börjar vidarebefordrat
  ursprungligt e-postmeddelande | ursprungligt mejl | oprindelig meddelelse | oprindelig besked
  original meddelelse | oprindelig mail | videresendt meddelelse | videresendt besked
  start på videresendt | oprindelige meddelelse | opprinnelig melding | original melding
  videresendt melding | videresendt e-post | start på videresendt | opprinnelig e-post
  begynnelsen på videresendt | alkuperäinen viesti | alkuperäinen sähköposti | välitetty viesti
  edelleenlähetetty viesti | välitetty viesti alkaa | edelleen lähetetty | původní zpráva
  puvodni zprava | původní e-mail | přeposlaná zpráva | začátek přeposlané zprávy
  předaná zpráva | pôvodná správa | preposlaná správa | preposlaná zpráva | eredeti üzenet
  továbbított üzenet | mesaj original | mesajul original | mesaj redirecționat
  mesaj redirectionat | izvirno sporočilo | posredovano sporočilo | izvorna poruka
  originalna poruka | proslijeđena poruka | algkiri | edastatud kiri | sākotnējais ziņojums
  pārsūtīts ziņojums | pradinis laiškas | persiųstas laiškas | исходное сообщение
  оригинальное сообщение | исходное письмо | пересылаемое сообщение | пересланное сообщение
  пересылаемое письмо | начало переадресованного | начало пересылаемого
  перенаправленное сообщение | конец пересылаемого | оригінальне повідомлення
  вихідне повідомлення | переслане повідомлення | пересилане повідомлення
  першочергове повідомлення | оригинално съобщение | препратено съобщение | изворна порука
  orijinal mesaj | özgün ileti | orjinal mesaj | özgün mesaj | iletilen mesaj
  yönlendirilmiş ileti | yönlendirilen ileti | yönlendirilmiş mesaj | asıl ileti | αρχικό μήνυμα
  προωθημένο μήνυμα | πρωτότυπο μήνυμα | הודעה מקורית | הודעה שהועברה | الرسالة الأصلية
  رسالة معاد توجيهها | رسالة محولة | رسالة أصلية | پیام اصلی | pesan asli | pesan terusan
  thư gốc | tin nhắn gốc | ข้อความต้นฉบับ | ข้อความที่ส่งต่อ | 原始邮件 | 邮件原件 | 转发邮件 | 转发的邮件
  回复的原邮件 | 原始郵件 | 原始訊息 | 轉寄郵件 | 轉寄的郵件 | 轉寄訊息 | 元のメッセージ | オリジナルメッセージ | 元のメール | 転送メッセージ
  転送されたメッセージ | 転送者 | 원본 이메일 | 원래 이메일 | 원래 메시지 | 원래 메일 | 원문 메시지 | 원문 메일 | 원본 내용 | मूल संदेश | پیام اولیه | ایمیل اصلی | 원본 메시지 | 원본 메일 | 전달된 메시지 | 전달된 메일 | 원본메시지 | missatge original
  missatge reenviat | upprunaleg skilaboð
`);

/** The same, where the word stands alone between long rules. */
export const separatorWords: readonly string[] = phraseList(`original | 原始 | 原邮件`);
