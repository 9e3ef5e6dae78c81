import type { CalendarAnswer } from '../classify/verdict.ts';

/**
 * What a calendar part of theirs says, as a sentence for the user, where it names no time to come. `known`: it is about
 * a conversation that is, or was, agreed here.
 */
export function calendarWords(
  answer: CalendarAnswer,
  { name, known }: { readonly name: string; readonly known: boolean },
): string {
  switch (answer.method) {
    case 'REPLY':
      return known
        ? replied(answer, name)
        : `${name}’s calendar answered an invitation that is not from Rapport. Nothing was changed by it.`;
    case 'COUNTER':
      return `${name} proposes another time in their calendar, and none that can be read or is still to come.`;
    case 'REQUEST':
      return answer.start === undefined
        ? `${name} sent an invitation whose time could not be read. Open it in your mail program.`
        : `${name} sent an invitation to a time that is over.`;
    case 'CANCEL':
      return known
        ? `${name}’s calendar cancelled your conversation, to which you had invited. It stands until you call it off.`
        : `${name} cancelled an event that Rapport does not know. Nothing was changed by it.`;
    case 'DECLINECOUNTER':
      return `${name} turned down the other time that you proposed in your calendar.`;
    case 'REFRESH':
      return `${name}’s calendar asks for the invitation once more.`;
    case 'PUBLISH':
      return `${name} sent an event for your calendar.`;
  }
}

function replied({ partstat }: CalendarAnswer, name: string): string {
  switch (partstat) {
    case 'DECLINED':
      return `${name} declined the invitation in their calendar.`;
    case 'TENTATIVE':
      return `${name} answered the invitation with “maybe”.`;
    case 'DELEGATED':
      return `${name} passed the invitation on to somebody else.`;
    case 'ACCEPTED':
      return `Somebody accepted the invitation for ${name}.`;
    case 'NEEDS-ACTION':
    case undefined:
      return `${name}’s calendar answered the invitation, and neither accepts nor declines it.`;
  }
}
