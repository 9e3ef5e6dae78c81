import type { z } from 'zod';
import { applySettings } from './settings/apply-settings.ts';
import { changeSettings } from './settings/change-settings.ts';
import { connectMailbox } from './mailboxes/connect-mailbox.ts';
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
import { dismissProblem } from './needs-you/dismiss-problem.ts';
import type { Verb } from './operation.ts';
import { addContact } from './contacts/add-contact.ts';
import { editContact } from './contacts/edit-contact.ts';
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
import { editDraft } from './drafts/edit-draft.ts';
import { skipDraft } from './drafts/skip-draft.ts';
import { unapproveDraft } from './drafts/unapprove-draft.ts';
import { settleDraft } from './drafts/settle-draft.ts';
import { judgeReply } from './replies/judge-reply.ts';
import { writeMail } from './drafts/write-mail.ts';
import { suppressAddress } from './contacts/suppress-address.ts';

/** Everything that people can do. The API makes a route of each (web/api/app.ts). */
export const verbs: readonly Verb[] = [
  untyped(status),
  untyped(showProfile),
  untyped(setProfile),
  untyped(showSettings),
  untyped(changeSettings),
  untyped(applySettings),
  untyped(connectMailbox),
  untyped(listMailboxes),
  untyped(testMailbox),
  untyped(removeMailbox),
  untyped(sendTestMail),
  untyped(listContacts),
  untyped(showContact),
  untyped(listDrafts),
  untyped(showDraft),
  untyped(listNeedsYou),
  untyped(dismissProblem),
  untyped(addContact),
  untyped(editContact),
  untyped(removeContact),
  untyped(reopenContact),
  untyped(pause),
  untyped(resume),
  untyped(snooze),
  untyped(stop),
  untyped(pauseAll),
  untyped(resumeAll),
  untyped(snoozeAll),
  untyped(stopAll),
  untyped(approveDraft),
  untyped(editDraft),
  untyped(skipDraft),
  untyped(unapproveDraft),
  untyped(settleDraft),
  untyped(judgeReply),
  untyped(writeMail),
  untyped(suppressAddress),
];

/** Whoever calls `run` of the table has parsed the input with the same entry's `input`: hence the cast. */
function untyped<Input extends z.ZodType, Output extends z.ZodType>(
  verb: Verb<Input, Output>,
): Verb {
  return { ...verb, run: (context, input) => verb.run(context, input as z.output<Input>) };
}
