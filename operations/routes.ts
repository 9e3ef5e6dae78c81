/**
 * The HTTP API in one table: the method and the path below `/api/v1` of each operation, whose input has a field for
 * each `{name}` in the path. It loads nothing, so that the command line can call an operation without loading it.
 */
export const routes = {
  status: ['get', '/status'],
  listAccessTokens: ['get', '/tokens'],
  addAccessToken: ['post', '/tokens'],
  removeAccessToken: ['delete', '/tokens/{tokenId}'],

  dismissMeetingItem: ['post', '/meeting-items/{itemId}/dismiss'],
  listNeedsYou: ['get', '/needs-you'],
  dismissProblem: ['post', '/problems/{problemId}/dismiss'],
  reopenProblem: ['post', '/problems/{problemId}/reopen'],
  answerQuestion: ['post', '/questions/{item}/answer'],

  writeMail: ['post', '/contacts/{ref}/write'],
  listDrafts: ['get', '/drafts'],
  showDraft: ['get', '/drafts/{draftId}'],
  editDraft: ['patch', '/drafts/{draftId}'],
  approveDraft: ['post', '/drafts/{draftId}/approve'],
  offerDraft: ['get', '/drafts/{draftId}/offer'],
  redraft: ['post', '/drafts/{draftId}/redraft'],
  suggestRewrite: ['post', '/drafts/{draftId}/rewrite'],
  settleDraft: ['post', '/drafts/{draftId}/settle'],
  skipDraft: ['post', '/drafts/{draftId}/skip'],
  unapproveDraft: ['post', '/drafts/{draftId}/unapprove'],
  unskipDraft: ['post', '/drafts/{draftId}/unskip'],
  judgeReply: ['post', '/messages/{messageId}/judge'],

  listContacts: ['get', '/contacts'],
  addContact: ['post', '/contacts'],
  previewLetter: ['post', '/contacts/preview'],
  showContact: ['get', '/contacts/{ref}'],
  editContact: ['patch', '/contacts/{ref}'],
  removeContact: ['delete', '/contacts/{ref}'],
  labelContact: ['post', '/contacts/{ref}/labels'],
  addNote: ['post', '/contacts/{ref}/notes'],
  suppressAddress: ['post', '/suppressions'],
  unsuppressAddress: ['post', '/suppressions/lift'],

  exportContacts: ['get', '/exports/contacts'],
  importPeople: ['post', '/imports'],
  listImports: ['get', '/imports'],
  undoImport: ['delete', '/imports/{batchId}'],
  listProspects: ['get', '/prospects'],
  startProspect: ['post', '/prospects/{ref}/start'],

  checkIn: ['post', '/contacts/{ref}/check-in'],
  pause: ['post', '/contacts/{ref}/pause'],
  reopenContact: ['post', '/contacts/{ref}/reopen'],
  resume: ['post', '/contacts/{ref}/resume'],
  snooze: ['post', '/contacts/{ref}/snooze'],
  stop: ['post', '/contacts/{ref}/stop'],
  tellOfNewRole: ['post', '/landed'],
  pauseAll: ['post', '/pause-all'],
  resumeAll: ['post', '/resume-all'],
  snoozeAll: ['post', '/snooze-all'],
  stopAll: ['post', '/stop-all'],

  showMeeting: ['get', '/contacts/{ref}/meeting'],
  cancelMeeting: ['post', '/contacts/{ref}/meeting/cancel'],
  confirmMeeting: ['post', '/contacts/{ref}/meeting/confirm'],
  showEvent: ['get', '/contacts/{ref}/meeting/event'],
  recordMeeting: ['post', '/contacts/{ref}/meeting/record'],
  rescheduleMeeting: ['post', '/contacts/{ref}/meeting/reschedule'],
  proposeTimes: ['post', '/contacts/{ref}/propose'],
  listMeetings: ['get', '/meetings'],
  listSlots: ['get', '/slots'],

  addCalendar: ['post', '/calendars'],
  listCalendars: ['get', '/calendars'],
  linkCalendar: ['post', '/calendars/link'],
  removeCalendar: ['delete', '/calendars/{calendarId}'],

  showBrief: ['get', '/contacts/{ref}/brief'],
  editBrief: ['patch', '/contacts/{ref}/brief'],
  addReferral: ['post', '/contacts/{ref}/referrals'],
  listReferrals: ['get', '/referrals'],
  acceptReferral: ['post', '/referrals/{id}/accept'],
  dismissReferral: ['post', '/referrals/{id}/dismiss'],
  listTakeaways: ['get', '/takeaways'],
  takeAdvice: ['post', '/takeaways/{id}/done'],

  showAlerts: ['get', '/alerts'],
  changeAlerts: ['patch', '/alerts'],
  discoverMailbox: ['get', '/discovery'],
  connectMailbox: ['post', '/mailboxes'],
  listMailboxes: ['get', '/mailboxes'],
  editMailbox: ['patch', '/mailboxes/{mailboxId}'],
  removeMailbox: ['delete', '/mailboxes/{mailboxId}'],
  proveMailbox: ['post', '/mailboxes/{mailboxId}/prove'],
  sendTestMail: ['post', '/mailboxes/{mailboxId}/send-test'],
  testMailbox: ['post', '/mailboxes/{mailboxId}/test'],
  setOAuthClient: ['post', '/oauth-clients/{provider}'],
  startSignIn: ['post', '/sign-ins'],
  showSignIn: ['get', '/sign-ins/{signInId}'],
  finishSignIn: ['post', '/sign-ins/{signInId}/finish'],

  showProfile: ['get', '/profile'],
  setProfile: ['patch', '/profile'],
  showSettings: ['get', '/settings'],
  changeSettings: ['patch', '/settings'],
  applySettings: ['post', '/settings/apply'],
  listTemplates: ['get', '/templates'],
  previewTemplate: ['post', '/templates/preview'],
  saveTemplate: ['post', '/templates/{purpose}/{language}'],
  resetTemplate: ['delete', '/templates/{purpose}/{language}'],
} as const satisfies Readonly<Record<string, readonly [Method, `/${string}`]>>;

type Method = 'get' | 'post' | 'patch' | 'delete';

export type OperationName = keyof typeof routes;

export type Route = {
  readonly method: Method;
  readonly path: string;
};

export function routeOf(name: OperationName): Route {
  const [method, path] = routes[name];
  return { method, path };
}

/** The input's fields that are in the path. */
export function pathNames({ path }: Pick<Route, 'path'>): readonly string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
}

/** The other fields are the JSON body, else the query. */
export function takesBody({ method }: Pick<Route, 'method'>): boolean {
  return method === 'post' || method === 'patch';
}
