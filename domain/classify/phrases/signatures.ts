import { phraseList } from './phrase-list.ts';

/** How phones and apps sign on their own: the line begins so … */
export const deviceSignatures: readonly string[] = phraseList(`
  sent from | sent via | sent with | sent by | sent using | sent on | get outlook for | get [outlook for
  get workspace one | get boxer | get bluemail | get spark | get airmail | get typeapp | get the new aol | get proton mail
  from my iphone | from my ipad | someone from mobile | this message was sent from my
  this mail was sent from my | composed on | typed on | written on | secured by | securely sent with
  von meinem | gesendet von | gesendet mit | gesendet über | gesendet aus | holen sie sich outlook
  diese nachricht wurde von | diese e-mail wurde von | von unterwegs gesendet | von iphone | outlook für
  envoyé de | envoyé depuis | envoyé à partir | envoyé avec | envoyé par | envoyé via | télécharger outlook
  téléchargez outlook | obtenez outlook | provenance : | inviato da | inviato dal | inviato con | ottieni outlook
  scarica outlook | enviado desde | enviado con | enviado por | enviado a partir | obtener outlook | enviado do
  enviado de | enviado via | enviado com | obter o outlook | obtenha o outlook | baixe o outlook | verzonden vanaf
  verzonden met | verstuurd vanaf | verstuurd met | verstuurd via | verzonden via | outlook voor | haal outlook
  wysłano z | wysłane z | wysłano za pomocą | pobierz outlook | pobierz program | uzyskaj outlook | skickat från
  skickat med | skickat via | hämta outlook | skaffa outlook | sendt fra | sendt med | sendt via | hent outlook
  få outlook | skaff outlook | lähetetty | hanki outlook | odesláno z | odoslané z | odoslané zo | získat outlook
  stáhněte | získajte outlook | küldve | elküldve | outlook beszerzése | отправлено с | отправлено из | отправлено через
  послано с | скачать outlook | скачайте outlook | получить outlook | надіслано з | надіслано від | відправлено з
  trimis de pe | trimis din | obțineți outlook | iphone'umdan gönderildi | ipad'imden | benim | outlook'u edinin
  στάλθηκε από | εστάλη από | απεσταλμένο από | נשלח מ | أرسلت من | تم الإرسال من | مرسل من | dikirim dari
  được gửi từ | gửi từ | ส่งจาก | 发自我的 | 发自 | 發自我的 | 從我的 | 从我的 | 由我的 | 傳送自 | 来自我的 | 获取 outlook | 取得 outlook
  iphoneから送信 | ipadから送信 | 私の | android から | androidから | outlook for | 나의 | 내 iphone | iphone에서 | 나의 iphone에서
  this email has been checked for viruses | this e-mail has been checked for viruses | virus-free | virenfrei | sans virus
  libre de virus | privo di virus | livre de vírus | virusvrij | www.avast.com | www.avg.com
  enviat des | poslano iz | poslano z | poslato sa | изпратено от | saadetud | nosūtīts no | išsiųsta iš
`);

/** … and names one of these. */
export const deviceSignatureWords: readonly string[] = phraseList(`
  avast | avg | virus | viren | iphone | iphonu | iphonem | iphonie | ipadu | ipad | ipod | android | outlook | blackberry | samsung | galaxy | huawei | xiaomi | nokia
  motorola | pixel | htc | oneplus | windows | phone | smartphone | telefon | handy | mobil | mobile
  mobilgerät | yahoo | mailbox | airmail | spark | gmail | proton | k-9 | thunderbird | tutanota | tuta
  mail | typeapp | bluemail | superhuman | hey | nylas | mailspring | aol | mail.ru | 手机 | 手機 | 携帯 | mac
  device | cell | handheld | tablet | móvil | movil | celular | portable | cellulare | telefoon | telefono
  teléfono | téléphone | puhelin | telefonu | telefonu | телефон | смартфон | apple watch | ti-85 | wiko
  alcatel | lg | sony | xperia | verizon | t-mobile | sprint | at&t | vodafone | treo | palm | torch
  email.t-online | gmx | web.de | freemail | zoho | edison | canary | newton | fastmail | onet | 163 | qq
  pc | notebook | boxer | workspace one | spike | shortwave | tuta | kiwi
`);

/** First words of what list managers append below everybody's mail. */
export const listFooters: readonly string[] = phraseList(`
  to unsubscribe from this group | to unsubscribe from this list | to unsubscribe from this topic
  to unsubscribe, e-mail | to unsubscribe, email | to unsubscribe send | to unsubscribe, send
  to unsubscribe from these emails | for additional commands, e-mail | to stop receiving these
  you received this message because | you received this email because | you are receiving this
  you're receiving this | yahoo! groups sponsor | your use of yahoo! groups is subject
  this sf.net email is sponsored | to subscribe or unsubscribe | to post to this group | list archives:
  reply to this email directly or view it | to respond, reply to this email | visit topic or reply
`);

/** First words of the confidentiality notices that companies append. */
export const disclaimers: readonly string[] = phraseList(`
  this e-mail is the property of | this email is the property of | this message is the property of
  confidentiality notice | confidentiality note | disclaimer: | important notice: | privileged and confidential:
  this e-mail and any attachments | this email and any attachments | this message and any attachments
  this e-mail and any files | this email and any files | this email message and any attachments | this e-mail message and any
  this e-mail message is intended | this email message is intended | this message is intended only | this message is intended for
  this e-mail is intended | this email is intended | this message may contain | this e-mail may contain | this email may contain
  this message contains confidential | this e-mail contains confidential | this email contains confidential
  the information contained in this | the information transmitted is intended | the information in this e-mail | the information in this email
  the contents of this e-mail | the contents of this email | if you are not the intended recipient | notice: this e-mail | notice: this email
  diese e-mail enthält vertrauliche | diese e-mail kann vertrauliche | diese nachricht ist vertraulich | diese e-mail ist vertraulich | der inhalt dieser e-mail
  ce message et toutes les pièces | ce message est confidentiel | ce message et ses pièces | ce courriel est confidentiel | ce courriel et les
  este mensaje y sus | este mensaje y los | este mensaje es confidencial | este correo electrónico y | este correo electrónico contiene | aviso de confidencialidad | aviso legal
  questo messaggio è | questo messaggio e i suoi | questo messaggio ed | questa e-mail è | le informazioni contenute in questo | le informazioni contenute nella presente | avviso di riservatezza
  esta mensagem e seus | esta mensagem pode conter | esta mensagem é | aviso de confidencialidade | este e-mail pode conter
  dit bericht is uitsluitend | deze e-mail is uitsluitend | de informatie in dit | de inhoud van dit | dit e-mailbericht
  niniejsza wiadomość | ta wiadomość jest | denna e-post är | detta meddelande är | denne e-mail kan | denne e-posten | tämä viesti on | tento e-mail je | данное сообщение | это сообщение является | настоящее сообщение | bu e-posta | bu mesaj ve
`);
