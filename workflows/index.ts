// Every export here is a workflow that can be started: nothing else may be exported.
export { contactJourney } from './contact-journey.ts';
export { mail } from './mail.ts';
export { cleanUp, sweep } from './maintenance.ts';
export { meeting } from './meeting-clock.ts';
export { reminder } from './reminder.ts';
export { mailboxWatch } from './mailbox-watch.ts';
