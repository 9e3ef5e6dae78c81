import { addAccessToken } from './access/add-access-token.ts';
import { listAccessTokens } from './access/list-access-tokens.ts';
import { removeAccessToken } from './access/remove-access-token.ts';
import { applySettings } from './settings/apply-settings.ts';
import { cancelMeeting } from './meetings/cancel-meeting.ts';
import { confirmMeeting, rescheduleMeeting } from './meetings/confirm-meeting.ts';
import { listMeetings, showMeeting } from './meetings/list-meetings.ts';
import { listSlots } from './meetings/list-slots.ts';
import { showEvent } from './meetings/show-event.ts';
import { proposeTimes } from './meetings/propose.ts';
import { addCalendar } from './calendars/add-calendar.ts';
import { linkCalendar } from './calendars/link-calendar.ts';
import { listCalendars } from './calendars/list-calendars.ts';
import { removeCalendar } from './calendars/remove-calendar.ts';
import { changeSettings } from './settings/change-settings.ts';
import { changeAlerts, showAlerts } from './mailboxes/alerts.ts';
import { connectMailbox } from './mailboxes/connect-mailbox.ts';
import { setOAuthClient } from './mailboxes/oauth/set-oauth-client.ts';
import { startSignIn } from './mailboxes/oauth/start-sign-in.ts';
import { finishSignIn, showSignIn } from './mailboxes/oauth/finish-sign-in.ts';
import { discoverMailbox } from './mailboxes/discover-mailbox.ts';
import { proveMailbox } from './mailboxes/prove-mailbox.ts';
import { editMailbox } from './mailboxes/edit-mailbox.ts';
import { listContacts } from './contacts/list-contacts.ts';
import { listDrafts } from './drafts/list-drafts.ts';
import { listMailboxes } from './mailboxes/list-mailboxes.ts';
import { listNeedsYou } from './needs-you/list-needs-you.ts';
import { removeMailbox } from './mailboxes/remove-mailbox.ts';
import { sendTestMail } from './mailboxes/send-test-mail.ts';
import { setProfile } from './settings/set-profile.ts';
import { showContact } from './contacts/show-contact.ts';
import { showDraft } from './drafts/show-draft.ts';
import { showProfile } from './settings/show-profile.ts';
import { showSettings } from './settings/show-settings.ts';
import { status } from './status.ts';
import { testMailbox } from './mailboxes/test-mailbox.ts';
import { answerQuestion } from './needs-you/answer-question.ts';
import { dismissProblem } from './needs-you/dismiss-problem.ts';
import { dismissMeetingItem } from './needs-you/dismiss-meeting-item.ts';
import { reopenProblem } from './needs-you/reopen-problem.ts';
import { unskipDraft } from './undo/unskip-draft.ts';
import type { Operation } from './operation.ts';
import type { OperationName } from './routes.ts';
import { addContact } from './contacts/add-contact.ts';
import { previewLetter } from './contacts/preview-letter.ts';
import { addNote } from './contacts/add-note.ts';
import { labelContact } from './contacts/label-contact.ts';
import { editContact } from './contacts/edit-contact.ts';
import { exportContacts } from './prospects/export-contacts.ts';
import { importPeople } from './prospects/import-people.ts';
import { listImports } from './prospects/list-imports.ts';
import { listProspects } from './prospects/list-prospects.ts';
import { startProspect } from './prospects/start-prospect.ts';
import { undoImport } from './prospects/undo-import.ts';
import { removeContact } from './contacts/remove-contact.ts';
import { reopenContact } from './journeys/reopen-contact.ts';
import { pause } from './journeys/pause-contact.ts';
import { resume } from './journeys/resume-contact.ts';
import { snooze } from './journeys/snooze-contact.ts';
import { stop } from './journeys/stop-contact.ts';
import { pauseAll } from './journeys/pause-all.ts';
import { resumeAll } from './journeys/resume-all.ts';
import { snoozeAll } from './journeys/snooze-all.ts';
import { stopAll } from './journeys/stop-all.ts';
import { approveDraft } from './drafts/approve-draft.ts';
import { offerDraft, redraft } from './drafts/redraft.ts';
import { suggestRewrite } from './drafts/suggest-rewrite.ts';
import { listTemplates } from './templates/list-templates.ts';
import { previewTemplate, resetTemplate, saveTemplate } from './templates/save-template.ts';
import { editDraft } from './drafts/edit-draft.ts';
import { skipDraft } from './drafts/skip-draft.ts';
import { unapproveDraft } from './drafts/unapprove-draft.ts';
import { settleDraft } from './drafts/settle-draft.ts';
import { judgeReply } from './replies/judge-reply.ts';
import { writeMail } from './drafts/write-mail.ts';
import { suppressAddress } from './contacts/suppress-address.ts';
import { unsuppressAddress } from './contacts/unsuppress-address.ts';
import { recordMeeting } from './meetings/record-meeting.ts';
import { checkIn } from './journeys/check-in.ts';
import { tellOfNewRole } from './landed/tell-everybody.ts';
import { showBrief } from './briefs/show-brief.ts';
import { editBrief } from './briefs/edit-brief.ts';
import { listTakeaways } from './takeaways/list-takeaways.ts';
import { takeAdvice } from './takeaways/take-advice.ts';
import { listReferrals } from './referrals/list-referrals.ts';
import { addReferral } from './referrals/add-referral.ts';
import { acceptReferral } from './referrals/accept-referral.ts';
import { dismissReferral } from './referrals/dismiss-referral.ts';

const byName = {
  status,
  showProfile,
  setProfile,
  showSettings,
  changeSettings,
  applySettings,
  connectMailbox,
  listMailboxes,
  testMailbox,
  discoverMailbox,
  editMailbox,
  setOAuthClient,
  startSignIn,
  showSignIn,
  finishSignIn,
  removeMailbox,
  sendTestMail,
  proveMailbox,
  showAlerts,
  changeAlerts,
  listContacts,
  showContact,
  listDrafts,
  showDraft,
  listNeedsYou,
  dismissProblem,
  answerQuestion,
  reopenProblem,
  dismissMeetingItem,
  addContact,
  importPeople,
  exportContacts,
  listImports,
  undoImport,
  listProspects,
  startProspect,
  editContact,
  labelContact,
  addNote,
  previewLetter,
  removeContact,
  reopenContact,
  pause,
  resume,
  snooze,
  stop,
  pauseAll,
  resumeAll,
  snoozeAll,
  stopAll,
  approveDraft,
  editDraft,
  offerDraft,
  redraft,
  suggestRewrite,
  listTemplates,
  saveTemplate,
  previewTemplate,
  resetTemplate,
  skipDraft,
  unapproveDraft,
  unskipDraft,
  settleDraft,
  judgeReply,
  writeMail,
  suppressAddress,
  listSlots,
  proposeTimes,
  confirmMeeting,
  rescheduleMeeting,
  cancelMeeting,
  listMeetings,
  showMeeting,
  showEvent,
  addCalendar,
  listAccessTokens,
  addAccessToken,
  removeAccessToken,
  listCalendars,
  removeCalendar,
  linkCalendar,
  unsuppressAddress,
  recordMeeting,
  checkIn,
  tellOfNewRole,
  showBrief,
  editBrief,
  listTakeaways,
  takeAdvice,
  listReferrals,
  addReferral,
  acceptReferral,
  dismissReferral,
} as const satisfies { readonly [Name in OperationName]: { readonly name: Name } };

/** The operation of each name, for the types of what it takes and gives. */
export type Operations = typeof byName;

/** Everything that people can do. The API makes a route of each (web/api/app.ts). */
export const operations: readonly Operation[] = Object.values(byName).map(erased);

/** Whoever calls `run` of the table has parsed the input with the same entry's `input`: hence the cast. */
function erased(operation: Operations[OperationName]): Operation {
  const run = operation.run as Operation['run'];
  return { ...operation, run };
}
