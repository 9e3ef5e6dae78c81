import type { FC } from 'hono/jsx';
import type { ReferralView } from '../../operations/referrals/present-referral.ts';
import type { TakeawayView } from '../../operations/takeaways/present-takeaway.ts';
import { takeawayKinds, type TakeawayKind } from '../../domain/meeting/takeaway.ts';
import type { Frame } from '../page/frame.ts';
import { Field, Post, RefusedNote, type Refused } from './form.tsx';
import { Layout } from './layout.tsx';
import { Time } from './time.tsx';

const headings: Readonly<Record<TakeawayKind, string>> = {
  takeaway: 'What stays with you',
  quote: 'In their words',
  advice: 'Advice',
  skill: 'Skills to learn',
  opening: 'Openings',
  resource: 'Books, groups and events',
  person: 'People to meet',
};

/** What was learnt over all conversations, and whom people pointed to. */
export const LearnedPage: FC<{
  readonly frame: Frame;
  readonly takeaways: readonly TakeawayView[];
  readonly referrals: readonly ReferralView[];
  readonly spot?: { readonly at: string; readonly refused: Refused } | undefined;
}> = ({ frame, takeaways, referrals, spot }) => (
  <Layout title="What you learnt" frame={frame}>
    <div class="prose">
      <div class="page-head">
        <h1>What you learnt</h1>
        <a class="button" href="/landed">
          I have a new role…
        </a>
      </div>
      {takeaways.length === 0 && referrals.length === 0 && (
        <p class="empty">Nothing is noted yet. After a conversation you are asked how it went.</p>
      )}
      <Referrals referrals={referrals} frame={frame} spot={spot} />
      {takeawayKinds
        .map((kind) => ({ kind, rows: takeaways.filter((row) => row.kind === kind) }))
        .filter(({ kind, rows }) => kind !== 'person' && rows.length > 0)
        .map(({ kind, rows }) => (
          <section id={kind}>
            <h2>{headings[kind]}</h2>
            <ul class="learned">
              {rows.map((row) => (
                <Learned row={row} frame={frame} />
              ))}
            </ul>
          </section>
        ))}
    </div>
  </Layout>
);

const Learned: FC<{ readonly row: TakeawayView; readonly frame: Frame }> = ({ row, frame }) => (
  <li id={`takeaway-${row.id}`}>
    {row.done && <strong>Taken. </strong>}
    {row.text}
    {row.how !== null && ` ${row.how}`}{' '}
    <span class="hint">
      <a href={`/contacts/${row.contactId}`}>{row.contactName}</a>,{' '}
      <Time at={row.at} clock={frame.clock} as="absolute" />
    </span>
    {row.kind === 'advice' && !row.done && (
      <Post to={`/takeaways/${row.id}/done`} csrf={frame.csrf} class="row" stay>
        <input
          name="how"
          aria-label={`How it went: ${row.text}`}
          placeholder="How it went (optional)"
        />
        <button aria-label={`I took it: ${row.text}`}>I took it</button>
      </Post>
    )}
  </li>
);

const Referrals: FC<{
  readonly referrals: readonly ReferralView[];
  readonly frame: Frame;
  readonly spot: { readonly at: string; readonly refused: Refused } | undefined;
}> = ({ referrals, frame, spot }) =>
  referrals.length === 0 ? null : (
    <section id="referrals">
      <h2>{headings.person}</h2>
      <ul class="learned">
        {referrals.map((referral) => (
          <li id={`referral-${referral.id}`}>
            <RefusedNote refused={spot?.at === referral.id ? spot.refused : undefined} />
            <strong>{referral.name}</strong>
            {referral.why !== null && `: ${referral.why}`}{' '}
            <span class="hint">
              from <a href={`/contacts/${referral.introducerId}`}>{referral.introducerName}</a>
            </span>
            <ReferralSteps referral={referral} frame={frame} />
          </li>
        ))}
      </ul>
    </section>
  );

const ReferralSteps: FC<{ readonly referral: ReferralView; readonly frame: Frame }> = ({
  referral,
  frame,
}) => {
  switch (referral.state) {
    case 'accepted':
      return (
        <p class="hint">
          {referral.contactId === null ? (
            'Was a contact; removed since.'
          ) : (
            <a href={`/contacts/${referral.contactId}`}>Is a contact</a>
          )}
        </p>
      );
    case 'dismissed':
      return <p class="hint">Left alone.</p>;
    case 'open':
      return (
        <div class="referral-steps">
          <Post to={`/referrals/${referral.id}/accept`} csrf={frame.csrf} class="row" stay>
            {referral.email === null && (
              <Field name="email" label={`Address of ${referral.name}`} type="email" />
            )}
            <button>
              Write to {referral.name}, naming {referral.introducerName}
            </button>
          </Post>
          <Post to={`/referrals/${referral.id}/dismiss`} csrf={frame.csrf} class="row" stay>
            <button class="plain" aria-label={`Leave it: ${referral.name}`}>
              Leave it
            </button>
          </Post>
        </div>
      );
  }
};
