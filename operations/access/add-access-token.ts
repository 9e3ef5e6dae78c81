import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { tokenHash } from '../../db/access-tokens.ts';
import { parseLine } from '../../domain/contact.ts';
import { Conflict, InvalidInput } from '../../domain/errors.ts';
import { defineOperation } from '../operation.ts';
import { accessTokenView, presentAccessToken } from './access-token-view.ts';

const mostTokens = 100;

export const addAccessToken = defineOperation({
  name: 'addAccessToken',
  makes: true,
  summary: 'Make a token for a program that calls this API; it is shown this once',
  input: z.object({ label: z.string() }),
  output: accessTokenView.extend({ token: z.string() }),
  async run({ db, userId }, input) {
    const label = parseLine('label', input.label);
    if (label === '') throw new InvalidInput('Say who or what is to use the token.', 'label');
    if ((await db.accessToken.count({ where: { userId } })) >= mostTokens)
      throw new Conflict(`There are ${mostTokens} tokens already. Remove those that nothing uses.`);
    const token = randomBytes(24).toString('base64url');
    const row = await db.accessToken.create({ data: { userId, label, hash: tokenHash(token) } });
    return { ...presentAccessToken(row), token };
  },
});
