import { describe, expect, it } from 'vitest';
import { checkTemplate } from '../../../domain/compose/template-check.ts';
import { builtInTemplates } from '../../../domain/compose/templates/built-in.ts';

function rules(text: string) {
  return checkTemplate({ subject: 'Hello from {{my_name}}', text }).map(({ rule }) => rule);
}

describe('a template', () => {
  it.each(
    Object.values(builtInTemplates)
      .flat()
      .map((template) => [template.id, template] as const),
  )('that is built in has nothing wrong: %s', (_, template) => {
    expect(checkTemplate(template)).toEqual([]);
  });

  it.each([
    ['{{nmae}}', 'template_placeholder'],
    ['{{#topics}}x', 'template_section'],
    ['x{{/topics}}', 'template_section'],
    ['{{#topics}}{{#role}}x{{/topics}}{{/role}}', 'template_section'],
    ['Are you free on 12 March?', 'template_date'],
    ['Are you free on March 3rd?', 'template_date'],
    ['Passt Ihnen der 5. Dezember?', 'template_date'],
    ['By 2026-12-01, please.', 'template_date'],
    ['Am 01.12.2026?', 'template_date'],
  ])('is told what is wrong with it: %s', (text, rule) => {
    expect(rules(text)).toEqual([rule]);
  });

  it.each(['You may 2 times.', 'Version 1.2 of it', 'for 20 minutes', 'a 12 step march'])(
    'is not told of dates that are none: %s',
    (text) => {
      expect(rules(text)).toEqual([]);
    },
  );
});
