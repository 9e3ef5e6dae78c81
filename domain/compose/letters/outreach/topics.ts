import type { Topic } from '../../language/language.ts';
import { topicOf } from '../../notes/topic-of.ts';
import type { PartInput } from './input.ts';

export function topicsOf(input: PartInput): readonly (Topic & { readonly note: string })[] {
  const { context, prepared, work, findings, asked } = input;
  const found = prepared.topics.flatMap((note) => {
    const topic = topicOf(note, work, context.language);
    if ('as' in topic) return [{ topic, note }];
    asked.push({ field: 'topics', text: note.text });
    findings.push({
      rule: 'vague_topic',
      severity: 'warning',
      field: 'topics',
      message: `"${note.text.slice(0, 80)}" in *Topics* does not fit into a sentence yet: ${topic.ask}. It is left out until then.`,
    });
    return [];
  });
  const wide = found.filter(
    ({ topic, note }) =>
      topic.as === 'noun' && !note.text.includes(' ') && context.language.code !== 'de',
  );
  if (wide.length > 0)
    findings.push({
      rule: 'vague_topic',
      severity: 'warning',
      field: 'topics',
      message: `${wide.map(({ note }) => `"${note.text}"`).join(', ')}: which part of it? One word is hard to answer.`,
    });
  const more = found.slice(3);
  for (const { note } of more) asked.push({ field: 'topics', text: note.text });
  if (more.length > 0)
    findings.push({
      rule: 'left_out',
      severity: 'notice',
      field: 'topics',
      message: `Three topics are enough for a first mail; left out: ${more.map(({ note }) => `"${note.text.slice(0, 60)}"`).join(', ')}.`,
    });
  const said = found.slice(0, 3);
  return said.map(({ topic, note }) => ({ ...topic, note: note.text }));
}
