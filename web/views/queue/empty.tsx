import type { FC } from 'hono/jsx';
import type { Queue } from '../../../operations/needs-you/read-queue.ts';
import type { Frame } from '../../page/frame.ts';
import { Time } from '../time.tsx';

export const EmptyQueue: FC<{ readonly queue: Queue; readonly practising: boolean }> = ({
  queue,
  practising,
}) => (
  <div class="pane nothing" id="pane" data-live data-live-replace>
    {queue.contacts === 0 ? (
      <p>
        {practising
          ? 'Choose somebody to practise with, or add a person of your own making. '
          : 'Add the first person you would like to learn from. '}
        Rapport drafts the mail; it goes out only after you have approved it.
      </p>
    ) : (
      <p>
        {queue.upcoming.length > 0
          ? 'You can close this page. Rapport watches your mailbox and comes back here when somebody answers, or when a draft is due.'
          : 'You are not waiting for anyone at the moment.'}
      </p>
    )}
    <p>
      <a class={queue.contacts === 0 ? 'button primary' : 'button'} href="/contacts/new">
        Add a contact
      </a>
    </p>
  </div>
);

/** What happens without the user, whose timer runs out first. */
export const Upcoming: FC<{ readonly queue: Queue; readonly frame: Frame }> = ({
  queue,
  frame,
}) => (
  <section id="upcoming" data-live data-live-replace>
    {queue.upcoming.length > 0 && (
      <details class="aside-list" open={queue.total === 0}>
        <summary>
          <h2>Coming up</h2>
        </summary>
        <ul class="upcoming">
          {queue.upcoming.map((contact) => (
            <li>
              <a href={`/contacts/${contact.contactId}`}>{contact.name}</a>
              <span>
                {contact.next !== null && (
                  <>
                    <Time at={contact.next.at} clock={frame.clock} />: {contact.next.why}
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      </details>
    )}
  </section>
);
