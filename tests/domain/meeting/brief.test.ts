import { describe, expect, it } from 'vitest';
import { writeBrief, type BriefInput } from '../../../domain/meeting/brief.ts';
import { jane, nameOnly, researched, stranger } from '../people.ts';

const input: BriefInput = {
  contact: researched,
  notes: 'met at the spring fair',
  profile: jane,
  meeting: {
    minutes: 20,
    format: 'video',
    where: 'https://meet.example.org/ana',
    yours: 'Tuesday, 1 December, 15:00 (Berlin)',
    theirs: 'Tuesday, 1 December, 14:00 (Lisbon)',
  },
  conversations: 3,
  count: 8,
  edited: undefined,
  briefNotes: undefined,
};

describe('a brief', () => {
  it('says who they are from everything that was noted', () => {
    const { who } = writeBrief(input);
    expect(who).toContain('Ana Souza: Head of Data, Acme');
    for (const fact of ['Carlos Lima', 'churn models', 'University of Porto', 'spring fair'])
      expect(who).toContain(fact);
  });

  it('has the join link, the time on both clocks and the length', () => {
    const { join, markdown } = writeBrief(input);
    expect(join).toBe('https://meet.example.org/ana');
    for (const text of ['14:00 (Lisbon)', '15:00 (Berlin)', '20 minutes, video call'])
      expect(markdown).toContain(text);
  });

  it('says one time once when both are on the same clock', () => {
    const { markdown } = writeBrief({
      ...input,
      meeting: { ...input.meeting!, theirs: input.meeting!.yours },
    });
    expect(markdown.match(/15:00/g)).toHaveLength(1);
  });

  it('counts the conversations against the aim', () => {
    const profile = { ...jane, goals: 'Know product work better.', conversations: 12 };
    const { goals } = writeBrief({ ...input, profile });
    expect(goals).toBe('Know product work better. This is conversation 4 of the 12 you aim at.');
  });

  it("takes the user's own story, and makes one where there is none", () => {
    const profile = { ...jane, story: 'I was a nurse for ten years.' };
    expect(writeBrief({ ...input, profile }).story).toBe('I was a nurse for ten years.');
    expect(writeBrief(input).story).toMatch(/^I am Jane Doe, TU Berlin\. I am finishing a degree/);
  });

  it('begins with the nearest thing in common', () => {
    expect(writeBrief(input).icebreaker).toContain('Carlos Lima');
    const unreferred = { ...researched, referredBy: undefined };
    expect(writeBrief({ ...input, contact: unreferred }).icebreaker).toContain('Porto');
    expect(writeBrief({ ...input, contact: stranger }).icebreaker).toMatch(/^Thank them/);
  });

  it('warns of what is not asked, and of a place that is not agreed', () => {
    const { checklist } = writeBrief({ ...input, meeting: undefined });
    expect(checklist.join(' ')).toMatch(/Do not ask for a job/);
    expect(checklist.join(' ')).toMatch(/none is noted yet/);
    expect(writeBrief(input).checklist.join(' ')).not.toMatch(/none is noted yet/);
  });

  it('does not test the technology of a coffee', () => {
    const coffee = { ...input.meeting!, format: 'coffee', where: 'Café Central' };
    const { checklist } = writeBrief({ ...input, meeting: coffee });
    expect(checklist.join(' ')).not.toMatch(/sound|connection/);
  });

  it("is in the user's language, its questions in that of the conversation", () => {
    const brief = writeBrief({ ...input, profile: { ...jane, language: 'de-AT' } });
    expect(brief.markdown).toContain('## Checkliste');
    const abroad = writeBrief({ ...input, contact: { ...researched, language: 'de' } });
    expect(abroad.markdown).toContain('## Checklist');
    expect(abroad.questions[0]?.text).toMatch(/Was verstehen Außenstehende/);
  });

  it('has the questions that the user wrote, and nothing else', () => {
    const own = [{ theme: 'role', about: 'role', text: 'What is a bad day?' }] as const;
    expect(writeBrief({ ...input, edited: own }).questions).toEqual(own);
  });

  it('of somebody of whom nothing is known has no gap', () => {
    const { markdown } = writeBrief({ ...input, contact: stranger, profile: nameOnly });
    expect(markdown).not.toMatch(/undefined|null|: *\n|\{\{/);
  });
});
