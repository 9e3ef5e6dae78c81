import { z } from 'zod';
import { compose } from '../../domain/compose/compose.ts';
import type { Finding } from '../../domain/compose/finding.ts';
import { sampleContacts } from '../../domain/compose/sample-contacts.ts';
import { checkTemplate } from '../../domain/compose/template-check.ts';
import type { Template } from '../../domain/compose/template.ts';
import { builtInTemplates } from '../../domain/compose/templates/built-in.ts';
import { parseLanguage, parseLine } from '../../domain/contact.ts';
import { InvalidInput, NotFound } from '../../domain/errors.ts';
import { profileOf } from '../../domain/profile.ts';
import { purposes, type Purpose } from '../../domain/purpose.ts';
import { defineOperation } from '../operation.ts';
import { findingView } from '../views.ts';
import { redraftWaiting } from '../recompose-drafts.ts';
import { parseText } from '../drafts/edit-draft.ts';
import { templateView } from './list-templates.ts';

const words = {
  purpose: z.string(),
  language: z.string(),
  subject: z.string(),
  text: z.string(),
};

export const saveTemplate = defineOperation({
  name: 'saveTemplate',
  summary: 'Save a template of your own as a new version; new drafts use it',
  input: z.object(words),
  output: templateView,
  async run({ db, userId }, input) {
    const template = parseTemplate(input);
    const errors = checkTemplate(template).filter(({ severity }) => severity === 'error');
    if (errors.length > 0)
      throw new InvalidInput(errors.map(({ message }) => message).join(' '), 'text');
    const { purpose, language, subject, text } = template;
    const newest = await db.letterTemplate.findFirst({
      where: { userId, purpose, language },
      orderBy: { version: 'desc' },
    });
    // Beyond the built-in one's version, so that a version number names one text only.
    const version = Math.max(newest?.version ?? 0, builtInVersion(purpose, language)) + 1;
    await db.letterTemplate.create({ data: { userId, purpose, language, version, subject, text } });
    // What waits keeps its words, and is offered the new ones.
    await redraftWaiting(db, userId, { anew: 'none', purpose });
    return { purpose, language, version, builtIn: false, subject, text };
  },
});

export const previewTemplate = defineOperation({
  name: 'previewTemplate',
  summary: 'What a template would make of a rich, a thin and a sloppy contact, without saving it',
  input: z.object(words),
  output: z.object({
    findings: z.array(findingView),
    letters: z.array(
      z.object({
        contact: z.string(),
        subject: z.string(),
        text: z.string(),
        findings: z.array(findingView),
      }),
    ),
  }),
  async run({ db, userId }, input) {
    const template = parseTemplate(input);
    const user = await db.user.findUniqueOrThrow({ where: { id: userId } });
    const profile = { ...profileOf(user), name: profileOf(user).name ?? 'Your Name' };
    const findings: readonly Finding[] = checkTemplate(template);
    return {
      findings: [...findings],
      letters: sampleContacts(template.language).map(({ kind, contact, occasion }) => {
        const composed = compose({
          profile,
          contact,
          previous: undefined,
          template,
          ...occasion(template.purpose),
        });
        const own = composed.findings.filter(({ rule }) => !rule.startsWith('template_'));
        return {
          contact: kind,
          subject: composed.subject,
          text: composed.text,
          findings: [...own],
        };
      }),
    };
  },
});

export const resetTemplate = defineOperation({
  name: 'resetTemplate',
  summary: 'Go back to the built-in template; your versions are kept',
  input: z.object({ purpose: z.string(), language: z.string() }),
  output: z.object({ purpose: z.string(), language: z.string() }),
  async run({ db, userId, now }, { purpose: named, language: typed }) {
    const purpose = parsePurpose(named);
    const language = baseOf(typed);
    const { count } = await db.letterTemplate.updateMany({
      where: { userId, purpose, language, retiredAt: null },
      data: { retiredAt: now() },
    });
    if (count === 0)
      throw new NotFound(`There is no template of your own for ${purpose} in ${language}.`);
    await redraftWaiting(db, userId, { anew: 'none', purpose });
    return { purpose, language };
  },
});

function parseTemplate(input: z.infer<z.ZodObject<typeof words>>): Template {
  const purpose = parsePurpose(input.purpose);
  const language = baseOf(input.language);
  return {
    id: `own-${purpose}-${language}`,
    version: 0,
    purpose,
    language,
    subject: parseLine('subject', input.subject),
    text: parseText(input.text),
  };
}

function parsePurpose(text: string): Purpose {
  const purpose = purposes.find((each) => each === text);
  if (purpose === undefined)
    throw new NotFound(
      `There are no templates for "${text.slice(0, 60)}". There are some for ${purposes.join(', ')}.`,
    );
  return purpose;
}

function baseOf(language: string): string {
  return parseLanguage(language).split('-')[0] ?? language;
}

function builtInVersion(purpose: Purpose, language: string): number {
  return builtInTemplates[purpose].find((each) => each.language === language)?.version ?? 0;
}
