import type { Command } from 'commander';
import type { Io } from './terminal/io.ts';

export type CommandEntry = {
  readonly summary: string;
  /** Loads the command's file; no other command's file is then loaded. */
  readonly load: () => Promise<(io: Io) => Command>;
};

/** Every command by what it is for, in the order in which `--help` lists them. */
export const commandGroups = {
  Running: {
    start: {
      summary: 'run everything on this machine until Ctrl-C',
      load: async () => (await import('./start.ts')).start,
    },
    'stop-server': {
      summary: 'stop everything of this data folder, in order',
      load: async () => (await import('./stop-server.ts')).stopServer,
    },
    status: {
      summary: 'say whether everything runs',
      load: async () => (await import('./status.ts')).status,
    },
    doctor: {
      summary: 'look for what could be wrong on this machine',
      load: async () => (await import('./doctor.ts')).doctor,
    },
  },
  'What needs you': {
    'needs-you': {
      summary: 'list everything that waits for you',
      load: async () => (await import('./needs-you.ts')).needsYou,
    },
    drafts: {
      summary: 'list the drafts that wait for you',
      load: async () => (await import('./drafts/list.ts')).drafts,
    },
    approve: {
      summary: 'say yes to exactly this text',
      load: async () => (await import('./drafts/approve.ts')).approve,
    },
    edit: {
      summary: 'change a draft',
      load: async () => (await import('./drafts/edit.ts')).edit,
    },
    redraft: {
      summary: 'write a draft anew from today’s notes',
      load: async () => (await import('./drafts/redraft.ts')).redraft,
    },
    rewrite: {
      summary: 'other words for a draft by your language model, to look at',
      load: async () => (await import('./drafts/rewrite.ts')).rewrite,
    },
    skip: {
      summary: 'do not send a draft',
      load: async () => (await import('./drafts/draft-step.ts')).skip,
    },
    unapprove: {
      summary: 'take an approval back',
      load: async () => (await import('./drafts/draft-step.ts')).unapprove,
    },
    settle: {
      summary: 'say whether a mail left, when Rapport could not find out',
      load: async () => (await import('./drafts/draft-step.ts')).settle,
    },
    dismiss: {
      summary: 'say that a problem is dealt with',
      load: async () => (await import('./dismiss.ts')).dismiss,
    },
    reply: {
      summary: 'say what a reply means',
      load: async () => (await import('./reply.ts')).reply,
    },
    answer: {
      summary: 'answer a question of what waits for you',
      load: async () => (await import('./answer.ts')).answer,
    },
    write: {
      summary: 'draft a mail in your own words',
      load: async () => (await import('./write.ts')).write,
    },
  },
  People: {
    contact: {
      summary: 'add, list, show, edit, remove and reopen the people you write to',
      load: async () => (await import('./contact.ts')).contact,
    },
    pause: {
      summary: 'hold a journey until you resume it',
      load: async () => (await import('./steer.ts')).pause,
    },
    resume: {
      summary: 'let a paused or snoozed journey go on',
      load: async () => (await import('./steer.ts')).resume,
    },
    snooze: {
      summary: 'hold a journey until a date',
      load: async () => (await import('./steer.ts')).snooze,
    },
    stop: {
      summary: 'end a journey, or with --all all sending',
      load: async () => (await import('./steer.ts')).stop,
    },
    suppress: {
      summary: 'never write to an address again',
      load: async () => (await import('./suppress.ts')).suppress,
    },
    unsuppress: {
      summary: 'allow mail to an address again',
      load: async () => (await import('./unsuppress.ts')).unsuppress,
    },
    referral: {
      summary: 'the people whom your contacts pointed you to',
      load: async () => (await import('./referral.ts')).referral,
    },
  },
  'Conversations and after': {
    slots: {
      summary: 'list times at which you could talk',
      load: async () => (await import('./meeting/meeting.ts')).slots,
    },
    propose: {
      summary: 'draft a mail that offers times',
      load: async () => (await import('./meeting/meeting.ts')).propose,
    },
    meeting: {
      summary: 'agree on conversations, move and cancel them',
      load: async () => (await import('./meeting/meeting.ts')).meeting,
    },
    calendar: {
      summary: 'your calendars, whose busy times are never offered',
      load: async () => (await import('./calendar.ts')).calendar,
    },
    brief: {
      summary: 'one page for the day before a conversation',
      load: async () => (await import('./brief.ts')).brief,
    },
    takeaways: {
      summary: 'what you learnt over all conversations',
      load: async () => (await import('./takeaways.ts')).takeaways,
    },
    advice: {
      summary: 'say that you took an advice',
      load: async () => (await import('./takeaways.ts')).advice,
    },
    'check-in': {
      summary: 'draft a check-in with somebody you keep in touch with',
      load: async () => (await import('./check-in.ts')).checkIn,
    },
    landed: {
      summary: 'tell everybody who helped that you found a role',
      load: async () => (await import('./landed.ts')).landed,
    },
  },
  'Your mailbox, your words, your pace': {
    mailbox: {
      summary: 'connect, list, test, edit and remove mailboxes',
      load: async () => (await import('./mailbox/mailbox.ts')).mailbox,
    },
    profile: {
      summary: 'show and set who your drafts speak for',
      load: async () => (await import('./profile.ts')).profile,
    },
    template: {
      summary: 'list, preview, change and reset the templates of drafts',
      load: async () => (await import('./template.ts')).template,
    },
    settings: {
      summary: 'show, set and apply the cadence of journeys',
      load: async () => (await import('./settings.ts')).settings,
    },
    token: {
      summary: 'list, make and end the tokens that may call the HTTP API',
      load: async () => (await import('./token.ts')).token,
    },
  },
  'Trying things out': {
    rehearse: {
      summary: 'play a month with simulated contacts, in about a minute',
      load: async () => (await import('./rehearse.ts')).rehearse,
    },
    inspect: {
      summary: 'say what mails are: replies, bounces, auto-replies, …',
      load: async () => (await import('./inspect-command.ts')).inspectCommand,
    },
    compose: {
      summary: 'write drafts from notes in a file',
      load: async () => (await import('./compose.ts')).compose,
    },
  },
  'Data and processes': {
    backup: {
      summary: 'save everything to a file, encrypted with a passphrase',
      load: async () => (await import('./backup.ts')).backup,
    },
    restore: {
      summary: 'make a new data folder of a backup',
      load: async () => (await import('./restore.ts')).restore,
    },
    migrate: {
      summary: 'bring the database to this version, as a job',
      load: async () => (await import('./migrate.ts')).migrate,
    },
    worker: {
      summary: 'run journeys in a process of its own',
      load: async () => (await import('./role.ts')).worker,
    },
    watch: {
      summary: 'watch mailboxes in a process of its own',
      load: async () => (await import('./role.ts')).watch,
    },
    web: {
      summary: 'serve the pages from a process of its own',
      load: async () => (await import('./role.ts')).web,
    },
    completion: {
      summary: 'print a script that completes commands with the Tab key',
      load: async () => (await import('./completion.ts')).completion,
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, CommandEntry>>>>;

export const commands: Readonly<Record<string, CommandEntry>> = Object.assign(
  {},
  ...Object.values(commandGroups),
);
