import { describe, expect, it } from 'vitest';
import { rankedQuestions } from '../../../domain/compose/questions.ts';
import { researched, stranger } from '../people.ts';

describe('the questions of a brief', () => {
  it.each(['en', 'de'])('lead with the topics and use the notes (%s)', (language) => {
    const questions = rankedQuestions({ contact: researched, language });
    expect(questions).toHaveLength(8);
    expect(
      questions
        .slice(0, 3)
        .map(({ text }) => text)
        .join(),
    ).toMatch(/churn models.*team building.*leaving research/i);
    expect(questions[3]?.text).toMatch(/physicist/);
  });

  it.each([
    ['en', 'how you choose flour', 'May I ask how you choose flour?'],
    ['en', 'How did you start?', 'How did you start?'],
    ['en', 'night work', 'What do people outside usually get wrong about night work?'],
    ['de', 'wie Sie Mehl wählen', 'Darf ich fragen, wie Sie Mehl wählen?'],
    ['de', 'Nachtarbeit', 'Nachtarbeit: Was verstehen Außenstehende daran meist falsch?'],
  ])('ask for a topic by its form (%s, %s)', (language, topic, text) => {
    const [first] = rankedQuestions({ contact: { ...stranger, topics: [topic] }, language });
    expect(first?.text).toBe(text);
  });

  it.each(['en', 'de'])(
    'cover every theme, of role and organisation, without any notes (%s)',
    (language) => {
      const questions = rankedQuestions({ contact: stranger, language });
      expect(questions).toHaveLength(8);
      expect(new Set(questions.map(({ theme }) => theme)).size).toBe(5);
      expect(new Set(questions.map(({ about }) => about)).size).toBe(2);
      expect(questions.map(({ text }) => text).join()).not.toMatch(/\{\{|undefined/);
    },
  );

  it.each([4, 5, 6, 14])('cover four themes even when they are only %i', (count) => {
    const questions = rankedQuestions({ contact: researched, language: 'en', count });
    expect(questions).toHaveLength(count);
    expect(questions[0]?.text).toMatch(/churn models/);
    expect(new Set(questions.map(({ theme }) => theme)).size).toBeGreaterThanOrEqual(4);
  });

  it('are never more than fourteen, and differ', () => {
    const texts = rankedQuestions({ contact: researched, language: 'en', count: 99 }).map(
      ({ text }) => text,
    );
    expect(texts).toHaveLength(14);
    expect(new Set(texts).size).toBe(14);
  });
});
