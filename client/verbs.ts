import type { z } from 'zod';
import { applySettings } from './apply-settings.ts';
import { changeSettings } from './change-settings.ts';
import { connectMailbox } from './connect-mailbox.ts';
import { listContacts } from './list-contacts.ts';
import { listDrafts } from './list-drafts.ts';
import { listMailboxes } from './list-mailboxes.ts';
import { listNeedsYou } from './list-needs-you.ts';
import { removeMailbox } from './remove-mailbox.ts';
import { sendTestMail } from './send-test-mail.ts';
import { setProfile } from './set-profile.ts';
import { showContact } from './show-contact.ts';
import { showDraft } from './show-draft.ts';
import { showProfile } from './show-profile.ts';
import { showSettings } from './show-settings.ts';
import { status } from './status.ts';
import { testMailbox } from './test-mailbox.ts';
import { dismissProblem } from './dismiss-problem.ts';
import type { Verb } from './verb.ts';
import { addContact } from './add-contact.ts';
import { editContact } from './edit-contact.ts';
import { removeContact } from './remove-contact.ts';
import { reopenContact } from './reopen-contact.ts';
import { pause } from './pause-contact.ts';
import { resume } from './resume-contact.ts';
import { snooze } from './snooze-contact.ts';
import { stop } from './stop-contact.ts';
import { pauseAll } from './pause-all.ts';
import { resumeAll } from './resume-all.ts';
import { snoozeAll } from './snooze-all.ts';
import { stopAll } from './stop-all.ts';
import { approveDraft } from './approve-draft.ts';
import { editDraft } from './edit-draft.ts';
import { skipDraft } from './skip-draft.ts';
import { unapproveDraft } from './unapprove-draft.ts';
import { settleDraft } from './settle-draft.ts';
import { judgeReply } from './judge-reply.ts';
import { writeMail } from './write-mail.ts';
import { suppressAddress } from './suppress-address.ts';

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
