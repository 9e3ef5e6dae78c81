import { readBoard } from '../../client/board.ts';
import { stage } from '../../client/views.ts';
import type { WebApp } from '../environment.ts';
import { loadFrame } from '../load-frame.ts';
import { BoardPage } from '../views/board.tsx';

const perColumn = 50;
const perStage = 20_000;

export function boardRoutes(app: WebApp): void {
  app.get('/board', async (c) => {
    const { data: only } = stage.safeParse(c.req.query('stage'));
    const [frame, columns] = await Promise.all([
      loadFrame(c),
      readBoard(c.get('client'), {
        perColumn: only === undefined ? perColumn : perStage,
        only,
      }),
    ]);
    return c.html(<BoardPage frame={frame} columns={columns} only={only} />);
  });
}
