import { readBoard } from '../../operations/contact-lists/read-board.ts';
import { stage } from '../../operations/views.ts';
import type { WebApp } from '../http/environment.ts';
import { loadFrame } from '../page/load-frame.ts';
import { BoardPage } from '../views/board.tsx';

const perColumn = 20;
const perPage = 120;

export function boardRoutes(app: WebApp): void {
  app.get('/board', async (c) => {
    const { data: only } = stage.safeParse(c.req.query('stage'));
    const page = only === undefined ? 1 : pageOf(c.req.query('page'));
    const [frame, columns] = await Promise.all([
      loadFrame(c),
      readBoard(c.get('context'), {
        perColumn: only === undefined ? perColumn : perPage,
        only,
        page,
      }),
    ]);
    return c.html(
      <BoardPage frame={frame} columns={columns} only={only} page={page} perPage={perPage} />,
    );
  });
}

function pageOf(text: string | undefined): number {
  return /^[1-9]\d{0,3}$/.test(text ?? '') ? Number(text) : 1;
}
