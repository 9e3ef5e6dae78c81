import { z } from 'zod';
import { NotFound } from '../../domain/errors.ts';
import { defineOperation } from '../operation.ts';
import { isUuid } from '../uuid.ts';
import { accessTokenView, presentAccessToken } from './access-token-view.ts';

export const removeAccessToken = defineOperation({
  name: 'removeAccessToken',
  summary: 'End a token: whoever uses it is refused from now on',
  input: z.object({ tokenId: z.string() }),
  output: accessTokenView,
  async run({ db, userId }, { tokenId }) {
    const found = isUuid(tokenId)
      ? await db.accessToken.findFirst({ where: { id: tokenId, userId } })
      : null;
    if (!found) throw new NotFound(`There is no token ${tokenId}.`);
    await db.accessToken.deleteMany({ where: { id: found.id, userId } });
    return presentAccessToken(found);
  },
});
