import type { FC } from 'hono/jsx';
import type { Frame } from '../page/frame.ts';
import { Post } from './form.tsx';

/** What was just done, with Undo; says when an approved mail goes out as soon as that is known. */
export const ToastNote: FC<{ readonly frame: Frame | undefined }> = ({ frame }) => {
  const toast = frame?.toast;
  return (
    <div class="toast" id="toast">
      <p id="announce" role="status" aria-live="polite">
        {toast?.text.replace(/\.$/, '')}
        {toast?.planning !== undefined && (
          <span
            hx-get={`/drafts/${toast.planning}/planned`}
            hx-trigger="load delay:400ms, load delay:1500ms, load delay:4s"
            hx-push-url="false"
            hx-boost="false"
          ></span>
        )}
        {toast !== undefined && '.'}
      </p>
      {frame !== undefined && toast?.undo !== undefined && (
        <Post to="/undo" csrf={frame.csrf} stay>
          <input type="hidden" name="step" value={toast.undo.step} />
          <input type="hidden" name="ids" value={toast.undo.ids.join(' ')} />
          <input type="hidden" name="back" value={frame.address} />
          <button data-undo aria-label={`Undo: ${toast.text}`}>
            Undo
          </button>
        </Post>
      )}
      {toast?.change !== undefined && <a href={toast.change.href}>{toast.change.label}</a>}
    </div>
  );
};
