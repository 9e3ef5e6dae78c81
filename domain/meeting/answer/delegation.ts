import type { Sentence } from './clauses.ts';

/** Whether somebody else is to find the time: an assistant, or "I'm copying Dana, who keeps my calendar". */
export function isDelegation(sentences: readonly Sentence[]): boolean {
  return sentences.some((sentence) => {
    const cues = new Set(sentence.clauses.flatMap((clause) => [...clause.cues]));
    const { thirdPerson } = sentence;
    const helper = cues.has('assistant');
    const handedOver = cues.has('handover');
    const arranges = cues.has('arranges');
    return (
      (helper && (handedOver || arranges)) || (handedOver && arranges) || (thirdPerson && arranges)
    );
  });
}
