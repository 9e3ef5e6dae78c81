/** One person as a file names them, before anything is known of whom Rapport has already. */
export type FilePerson = {
  /** The line where the person begins, in a table or a list; the number of the card among cards. From 1. */
  readonly row: number;
  /** As a letter would greet them: without emoji and credentials. */
  readonly name: string | null;
  /** Valid addresses as they compare (parseEmail), the preferred one first. */
  readonly emails: readonly string[];
  readonly company: string | null;
  readonly role: string | null;
  readonly foundThrough: string | null;
  readonly notes: string | null;
  readonly labels: readonly string[];
  readonly phones: readonly string[];
  /** Where their profile stands on the web. */
  readonly profile: string | null;
  /** BCP 47 or the file's own word. */
  readonly language: string | null;
  readonly timeZone: string | null;
  /** What the user's own table says of how far they are: "declined". */
  readonly status: string | null;
  readonly topics: readonly string[];
  readonly research: Research;
  /** The entry of a company, which nobody can be asked to talk with. */
  readonly isCompany: boolean;
};

/** Research notes that only Rapport's own export has; as a contact holds them. */
export type Research = Readonly<Partial<Record<ResearchField, string>>>;
export const researchFields = [
  'path',
  'sharedAffiliation',
  'referredBy',
  'admire',
  'wrote',
  'country',
  'addressAs',
  'formality',
] as const;
export type ResearchField = (typeof researchFields)[number];

export type FileProblem = {
  /** As in {@link FilePerson}; null for what concerns the whole file. */
  readonly row: number | null;
  readonly why: string;
};

export type FileFormat =
  | 'linkedin-connections'
  | 'linkedin-archive'
  | 'google-csv'
  | 'outlook-csv'
  | 'csv'
  | 'vcard'
  | 'json'
  | 'pasted'
  | 'xlsx'
  | 'unknown';

export type PeopleFile = {
  readonly format: FileFormat;
  /** A label of the WHATWG encoding standard; null where the file is no text. */
  readonly encoding: string | null;
  /** Of a table. */
  readonly delimiter: string | null;
  /** Of a table: the line of its column names, from 1. */
  readonly headerLine: number | null;
  readonly people: readonly FilePerson[];
  readonly problems: readonly FileProblem[];
};

export const nobody = {
  name: null,
  emails: [],
  company: null,
  role: null,
  foundThrough: null,
  notes: null,
  labels: [],
  phones: [],
  profile: null,
  language: null,
  timeZone: null,
  status: null,
  topics: [],
  research: {},
  isCompany: false,
} as const satisfies Omit<FilePerson, 'row'>;
