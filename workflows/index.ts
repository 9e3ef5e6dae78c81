// Every export here is a workflow that can be started: nothing else may be exported.
export { contactJourney } from './contact-journey.ts';
export { letter } from './letter.ts';
export { mailboxWatch } from './mailbox-watch.ts';
