import { phraseList } from './phrase-list.ts';

/** What mail clients set before the subject of a reply or forward, by language, without the colon. */
export const replyPrefixes: readonly string[] = phraseList(`
  re | r | fw | fwd | aw | antw | antwort | wg | sv | vs | vb | vl | ref | res | rép | rep | réf | tr | rif | i | rv | enc
  odp | pd | betr | doorst | ynt | ilt | yan | ht | bls | ats | at | fs | vá | vl | továbbítás | válasz | atb | ant
  απ | σχετ | πρθ | на | отв | ответ | пересл | відп | re fwd | fwd re | tl | hu | fyi | antwoord
  回复 | 答复 | 转发 | 回覆 | 轉寄 | 轉發 | 返信 | 転送 | 답장 | 회신 | 전달 | השב | הועבר | رد | إعادة توجيه | ตอบ | ส่งต่อ | trả lời
  accepted | declined | tentative | accettato | rifiutato | akzeptiert | zugesagt | abgelehnt | abgesagt | mit vorbehalt
  accepté | refusé | provisoire | aceptado | rechazado | provisional | aceite | recusado | geaccepteerd | geweigerd | canceled | cancelled | updated invitation | invitation
`);
