import type { FC } from 'hono/jsx';
import type { PracticePerson } from '../deps.ts';
import type { Frame } from '../page/frame.ts';
import { Post } from './form.tsx';

/** Whom to write to while practising, each with what it shows. */
export const PractisePeople: FC<{
  readonly people: readonly PracticePerson[];
  readonly frame: Frame;
}> = ({ people, frame }) => (
  <section id="practise" class="practise" data-live data-live-replace>
    {people.length > 0 && (
      <>
        <h2>People to practise with</h2>
        <p class="hint">
          Nobody of them exists, and no mail leaves this machine. What takes days takes minutes.
        </p>
        <ul>
          {people.map((person) => (
            <li>
              <span>
                <strong>{person.name}</strong>
                <span class="hint">
                  {person.role}, {person.company}: {person.hint}
                </span>
              </span>
              <Post to="/practice/people" csrf={frame.csrf}>
                <input type="hidden" name="email" value={person.email} />
                <button aria-label={`Write to ${person.name}`}>Write</button>
              </Post>
            </li>
          ))}
        </ul>
      </>
    )}
  </section>
);
