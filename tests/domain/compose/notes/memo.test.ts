import { describe, expect, it } from 'vitest';
import { memo } from '../../../../domain/compose/notes/memo.ts';
import { firstMails } from '../first-mail.ts';

const wrote = { es: 'su libro sobre el centeno', fr: 'votre livre sur le seigle' } as const;

describe('a memo to oneself', () => {
  it.each([
    ['es', 'admire', 'ojo: su socia se llama igual'],
    ['es', 'admire', 'no confundir con el panadero de Lugo'],
    ['es', 'foundThrough', 'comprobar si estuvo en la feria'],
    ['es', 'sharedAffiliation', 'recordar preguntar por la escuela'],
    ['es', 'foundThrough', 'su charla en la feria de Lugo, creo'],
    ['es', 'admire', 'me parece que hornea de noche'],
    ['es', 'path', 'pendiente: su primer oficio'],
    ['fr', 'admire', 'attention, sa sœur porte le même nom'],
    ['fr', 'admire', 'ne pas confondre avec le fournil de Lens'],
    ['fr', 'foundThrough', 'à vérifier auprès de Paul'],
    ['fr', 'foundThrough', 'votre exposé de Lens il me semble'],
    ['fr', 'admire', "je crois que c'est au seigle"],
  ] as const)('is never said, and the card names it (%s %s: %s)', (code, field, note) => {
    for (const { text, leftOut, findings } of firstMails(code, {
      wrote: wrote[code],
      [field]: note,
    })) {
      expect(text.toLowerCase()).not.toContain(note.slice(-12).toLowerCase());
      expect(leftOut).toContainEqual({ field, text: note });
      expect(findings).toContainEqual(expect.objectContaining({ rule: 'note_to_self', field }));
    }
  });

  it('is not said as a title either', () => {
    for (const { text, findings } of firstMails('es', { wrote: 'ojo: aún no publicado' })) {
      expect(text).not.toContain('publicado');
      expect(findings).toContainEqual(
        expect.objectContaining({ rule: 'note_to_self', field: 'wrote' }),
      );
    }
  });

  it('behind a note is taken off it', () => {
    for (const { text } of firstMails('fr', {
      wrote: 'votre livre sur le seigle, ne pas confondre avec le film',
    })) {
      expect(text).toMatch(/[vV]otre livre sur le seigle(?: |\.)/);
      expect(text).not.toContain('film');
    }
  });

  it.each([
    'buscar la sencillez en cada pan',
    'recordar los nombres de los clientes',
    'que no confunda la prisa con el oficio',
    'el ojo con el que elige la harina',
    "l'attention à ne rien jeter",
    'ce que vous vérifiez avant le four',
    'su nota sobre la levadura',
  ])('is none of these: %s', (note) => {
    expect(memo(note)).toBeUndefined();
  });
});

it.each([
  ['es', 'su horno de barrio, una pasada', / su horno de barrio\.$/m],
  ['es', 'la forma en que amasa, me encantó', / la forma en que amasa\.$/m],
  ['fr', 'votre fournil de quartier, trop bien', / votre fournil de quartier\.$/m],
  ['fr', "votre façon de pétrir, j'ai adoré", / votre façon de pétrir\.$/m],
] as const)('leaves off what the writer thinks of it (%s: %s)', (code, admire, said) => {
  for (const { text } of firstMails(code, { wrote: wrote[code], admire }))
    expect(text).toMatch(said);
});
