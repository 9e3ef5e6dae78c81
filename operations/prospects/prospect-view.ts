import { z } from 'zod';
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
  importedAt: z.string(),
});

export type ProspectView = z.output<typeof prospectView>;

export function presentProspect(row: Prospect): ProspectView {
  const { id, batchId, createdAt, userId: _user, row: _row, ...facts } = row;
  return { prospectId: id, batchId, ...facts, importedAt: createdAt.toISOString() };
}
