/** What a conversation may leave behind. */
export const takeawayKinds = [
  'takeaway',
  'quote',
  'advice',
  'skill',
  'opening',
  'resource',
  'person',
] as const;

export type TakeawayKind = (typeof takeawayKinds)[number];
