import type { FC } from 'hono/jsx';
import type { DraftView } from '../../../operations/views.ts';
import type { Frame } from '../../page/frame.ts';
import { Post } from '../form.tsx';
import { Layout } from '../layout.tsx';
import { DraftFields } from './fields.tsx';

type Suggestion = {
  readonly subject: string;
  readonly text: string | null;
  readonly changes: readonly {
    readonly kind: 'same' | 'added' | 'removed';
    readonly text: string;
  }[];
  readonly newWords: readonly string[];
  readonly refused: readonly string[];
};

/** Other words for a draft: first what is sent where, then what came back, as a proposal. */
export const RewritePage: FC<{
  readonly frame: Frame;
  readonly draft: DraftView;
  readonly suggestion?: Suggestion;
}> = ({ frame, draft, suggestion }) => (
  <Layout title={`Other words for the mail to ${draft.contactName}`} frame={frame}>
    <div class="reading">
      <h1>Other words for the mail to {draft.contactName}</h1>
      {suggestion === undefined ? (
        <Before frame={frame} draft={draft} />
      ) : suggestion.text === null ? (
        <Refused frame={frame} draft={draft} suggestion={suggestion} />
      ) : (
        <Proposal frame={frame} draft={draft} suggestion={suggestion} text={suggestion.text} />
      )}
    </div>
  </Layout>
);

type Props = { readonly frame: Frame; readonly draft: DraftView };

const Before: FC<Props> = ({ frame, draft }) =>
  frame.rewritingAt === null ? (
    <>
      <p class="lead">No language model is set up, so nothing is sent anywhere.</p>
      <Keep draft={draft} />
    </>
  ) : (
    <>
      <p class="lead">
        The middle of this mail, your notes about {draft.contactName} and your sentence about
        yourself go to the language model at <b>{frame.rewritingAt}</b>. Greeting, signature,
        addresses and every other mail stay here.
      </p>
      <p>You see what it would change before anything changes. It can approve and send nothing.</p>
      <div class="actions">
        <Ask frame={frame} draft={draft} words="Ask for other words" primary />
        <Keep draft={draft} />
      </div>
    </>
  );

const Proposal: FC<Props & { readonly suggestion: Suggestion; readonly text: string }> = ({
  frame,
  draft,
  suggestion,
  text,
}) => {
  const to = `/contacts/${draft.contactId}`;
  return (
    <>
      <p class="lead">
        Taking it replaces your draft
        {draft.state === 'approved' && ' and asks for your approval again'}.
        {suggestion.newWords.length > 0 &&
          ' What is underlined stands neither in your draft nor in your notes: is it true?'}
      </p>
      <div class="letter">
        <dl>
          <dt>Subject</dt>
          <dd class="subject">{suggestion.subject}</dd>
        </dl>
        <div class="text changes suggested">
          {suggestion.changes.map(({ kind, text: said }) =>
            kind === 'same' ? (
              said
            ) : kind === 'added' ? (
              <ins>
                <Marked text={said} words={suggestion.newWords} />
              </ins>
            ) : (
              <del>{said}</del>
            ),
          )}
        </div>
      </div>
      <div class="actions">
        <Post to={`/drafts/${draft.draftId}/edit`} csrf={frame.csrf}>
          <DraftFields draft={draft} back={{ here: to, next: to }} />
          <input type="hidden" name="subject" value={suggestion.subject} />
          <input type="hidden" name="text" value={text} />
          <button class="primary">Take these words</button>
        </Post>
        <Ask frame={frame} draft={draft} words="Ask again" />
        <Keep draft={draft} />
      </div>
    </>
  );
};

const Refused: FC<Props & { readonly suggestion: Suggestion }> = ({ frame, draft, suggestion }) => (
  <>
    <p class="lead">
      What came back says more than your draft and your notes do, so it is not offered. Your draft
      is as it was.
    </p>
    <ul>
      {suggestion.refused.map((why) => (
        <li>{why}</li>
      ))}
    </ul>
    <div class="actions">
      <Ask frame={frame} draft={draft} words="Ask again" />
      <Keep draft={draft} />
    </div>
  </>
);

const Ask: FC<Props & { readonly words: string; readonly primary?: boolean }> = ({
  frame,
  draft,
  words,
  primary,
}) => (
  <Post to={`/drafts/${draft.draftId}/rewrite`} csrf={frame.csrf}>
    <button class={primary === true ? 'primary' : undefined}>{words}</button>
  </Post>
);

const Keep: FC<{ readonly draft: DraftView }> = ({ draft }) => (
  <a class="button plain" href={`/contacts/${draft.contactId}`}>
    Keep mine
  </a>
);

/** Underlines each of these words. */
const Marked: FC<{ readonly text: string; readonly words: readonly string[] }> = ({
  text,
  words,
}) => (
  <>
    {text
      .split(/([\p{L}][\p{L}'’-]*)/u)
      .map((part) => (words.includes(part) ? <u>{part}</u> : part))}
  </>
);
