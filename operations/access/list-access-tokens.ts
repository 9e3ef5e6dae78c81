import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { accessTokenView, presentAccessToken } from './access-token-view.ts';

export const listAccessTokens = defineOperation({
  name: 'listAccessTokens',
  summary: 'The tokens that may call this API',
  input: z.object({}),
  output: z.array(accessTokenView),
  async run({ db, userId }) {
    const rows = await db.accessToken.findMany({
      where: { userId },
      orderBy: { createdAt: 'asc' },
    });
    return rows.map(presentAccessToken);
  },
});
