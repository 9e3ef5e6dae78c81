import type { FC } from 'hono/jsx';
import type { DraftView } from '../../../operations/views.ts';
import type { WayBack } from '../../page/way-back.ts';
import { BackFields } from '../form.tsx';

/** What every form about a draft carries: the revision that was on the screen, and the way back. */
export const DraftFields: FC<{ readonly draft: DraftView; readonly back: WayBack }> = ({
  draft,
  back,
}) => (
  <>
    <input type="hidden" name="revision" value={String(draft.revision)} />
    <BackFields back={back} />
  </>
);
