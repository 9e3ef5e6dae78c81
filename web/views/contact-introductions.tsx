import type { FC } from 'hono/jsx';
import type { ReferralView } from '../../operations/referrals/present-referral.ts';

/** Who led to this person, and to whom this person led. */
export const Introductions: FC<{
  readonly contactId: string;
  readonly referrals: readonly ReferralView[];
}> = ({ contactId, referrals }) => {
  const by = referrals.filter((referral) => referral.contactId === contactId);
  const to = referrals.filter(
    ({ introducerId, state }) => introducerId === contactId && state !== 'dismissed',
  );
  if (by.length === 0 && to.length === 0) return null;
  return (
    <section aria-labelledby="introductions-title">
      <h2 id="introductions-title">Introductions</h2>
      <ul class="introductions">
        {by.map(({ introducerId, introducerName }) => (
          <li>
            Introduced by <a href={`/contacts/${introducerId}`}>{introducerName}</a>
          </li>
        ))}
        {to.map(({ name, contactId: became, why }) => (
          <li>
            Pointed you to {became === null ? name : <a href={`/contacts/${became}`}>{name}</a>}
            {why !== null && `: ${why}`}
            {became === null && (
              <>
                {' '}
                (<a href="/learned">not written to yet</a>)
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};
