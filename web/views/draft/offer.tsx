import type { FC } from 'hono/jsx';
import type { DraftView } from '../../../operations/views.ts';
import type { Frame } from '../../page/frame.ts';
import { Post } from '../form.tsx';
import { Layout } from '../layout.tsx';
import { DraftFields } from './fields.tsx';

/** The new letter beside the old one, sentence by sentence. */
export const OfferPage: FC<{
  readonly frame: Frame;
  readonly draft: DraftView;
  readonly offer: Offer;
}> = ({ frame, draft, offer }) => {
  const to = `/contacts/${draft.contactId}`;
  return (
    <Layout title={`New draft to ${draft.contactName}`} frame={frame}>
      <div class="reading">
        <h1>New draft to {draft.contactName}</h1>
        <p class="lead">
          Written from today’s notes. Taking it replaces your draft
          {draft.state === 'approved' && ' and asks for your approval again'}.
        </p>
        <div class="letter">
          <dl>
            <dt>Subject</dt>
            <dd class="subject">{offer.subject}</dd>
          </dl>
          <div class="text changes">
            {offer.changes.map(({ kind, text }) =>
              kind === 'same' ? text : kind === 'added' ? <ins>{text}</ins> : <del>{text}</del>,
            )}
          </div>
        </div>
        <div class="actions">
          <Post to={`/drafts/${draft.draftId}/redraft`} csrf={frame.csrf}>
            <DraftFields draft={draft} back={{ here: to, next: to }} />
            <button class="primary">Take the new draft</button>
          </Post>
          <a class="button plain" href={to}>
            Keep mine
          </a>
        </div>
      </div>
    </Layout>
  );
};

type Offer = {
  readonly subject: string;
  readonly changes: readonly {
    readonly kind: 'same' | 'added' | 'removed';
    readonly text: string;
  }[];
};
