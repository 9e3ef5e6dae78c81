import type { Occasion } from '../domain/compose/occasion.ts';
import type { Draft, Prisma } from './generated/client.ts';

export function occasionJson(occasion: Occasion): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(occasion)) as Prisma.InputJsonObject;
}

/** What a draft was written for. Only `occasionJson` writes the column, from an Occasion: hence the cast. */
export function storedOccasion({
  occasion,
  purpose,
  template,
}: Pick<Draft, 'occasion' | 'purpose' | 'template'>): Occasion | undefined {
  if (occasion === null) {
    // Drafts from before occasions were stored: these two need none.
    const alone = purpose === 'outreach' || purpose === 'nudge';
    return alone && template !== 'hand' ? { purpose } : undefined;
  }
  return JSON.parse(JSON.stringify(occasion), (key, value: unknown) =>
    (key === 'at' || key === 'now') && typeof value === 'string' ? new Date(value) : value,
  ) as Occasion;
}
