import { z } from 'zod';
import { ownTemplate } from '../../db/templates.ts';
import { builtInTemplates } from '../../domain/compose/templates/built-in.ts';
import { purposes } from '../../domain/purpose.ts';
import { defineOperation } from '../operation.ts';

export const templateView = z.object({
  purpose: z.string(),
  language: z.string(),
  /** Of the one in use. */
  version: z.number(),
  builtIn: z.boolean(),
  subject: z.string(),
  text: z.string(),
});
export type TemplateView = z.infer<typeof templateView>;

export const listTemplates = defineOperation({
  name: 'listTemplates',
  summary: 'The templates in use: your own, and the built-in ones elsewhere',
  input: z.object({}),
  output: z.array(templateView),
  async run({ db, userId }) {
    const own = await db.letterTemplate.findMany({
      where: { userId },
      distinct: ['purpose', 'language'],
      orderBy: { version: 'desc' },
    });
    const kinds = new Map<string, { purpose: (typeof purposes)[number]; language: string }>();
    for (const purpose of purposes) {
      for (const { language } of builtInTemplates[purpose])
        kinds.set(`${purpose} ${language}`, { purpose, language });
      for (const { purpose: of, language } of own)
        if (of === purpose) kinds.set(`${purpose} ${language}`, { purpose, language });
    }
    const views: TemplateView[] = [];
    for (const { purpose, language } of kinds.values()) {
      const mine = await ownTemplate(db, userId, { purpose, language });
      const used = mine ?? builtInTemplates[purpose].find((each) => each.language === language);
      if (!used) continue;
      const { version, subject, text } = used;
      views.push({ purpose, language, version, builtIn: mine === undefined, subject, text });
    }
    return views;
  },
});
