/** Temporal's queues: workflows with their quick work, conversations with mail servers, and watching, each with slots of its own. */
export const journeyQueue = 'journeys';
export const mailQueue = 'mails';
export const watchQueue = 'mailboxes';
