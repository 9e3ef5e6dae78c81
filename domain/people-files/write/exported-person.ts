import type { Research } from '../person.ts';

/** A contact as a file for other programs tells of them. */
export type ExportedPerson = {
  readonly id: string;
  readonly name: string;
  /** The one that is written to first. */
  readonly emails: readonly string[];
  readonly company: string | null;
  readonly role: string | null;
  readonly foundThrough: string | null;
  readonly notes: string | null;
  readonly labels: readonly string[];
  readonly topics: readonly string[];
  readonly language: string | null;
  readonly timeZone: string | null;
  readonly research: Research;
  /** The stage, and how the journey ended: "closed (opted_out)". */
  readonly status: string;
};
