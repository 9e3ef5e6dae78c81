import { z } from 'zod';
import { researchFields } from '../../domain/people-files/person.ts';
import type { Prospect } from '../../db/generated/client.ts';

/** Somebody from an imported file to whom nothing is written yet. */
export const prospectView = z.object({
  prospectId: z.string(),
  batchId: z.string(),
  name: z.string().nullable(),
  /** Null while nobody knows it. */
  email: z.string().nullable(),
  otherEmails: z.array(z.string()),
  company: z.string().nullable(),
  role: z.string().nullable(),
  foundThrough: z.string().nullable(),
  notes: z.string().nullable(),
  labels: z.array(z.string()),
  phones: z.array(z.string()),
  profile: z.string().nullable(),
  language: z.string().nullable(),
  timeZone: z.string().nullable(),
  status: z.string().nullable(),
  topics: z.array(z.string()),
  research: z.record(z.string(), z.string()),
  importedAt: z.string(),
});

export type ProspectView = z.output<typeof prospectView>;

export function presentProspect(row: Prospect): ProspectView {
  const { id, batchId, createdAt, userId: _user, row: _row, research, ...facts } = row;
  return {
    prospectId: id,
    batchId,
    ...facts,
    research: storedResearch(research),
    importedAt: createdAt.toISOString(),
  };
}

const research = z.partialRecord(z.enum(researchFields), z.string());

/** What an import stored, from its JSON column. */
export function storedResearch(stored: unknown): z.output<typeof research> {
  return research.parse(stored);
}
