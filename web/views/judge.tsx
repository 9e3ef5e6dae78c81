import type { FC } from 'hono/jsx';
import type { MessageView } from '../../operations/views.ts';
import { fieldValue } from '../page/dates.ts';
import type { Frame } from '../page/frame.ts';
import { judgementLabel, judgements, type Judgement } from '../page/judgements.ts';
import type { WayBack } from '../page/way-back.ts';
import { BackFields, Post, type Refused } from './form.tsx';

type Props = {
  readonly message: MessageView;
  readonly frame: Frame;
  readonly back: WayBack;
  readonly refused?: Refused | undefined;
};

/** Says what a mail is: what Rapport takes it for first, the rest one step away; each button says what it does. */
export const Judge: FC<Props> = (props) => {
  const { message } = props;
  if (message.id === null) return null;
  const guess = judgements.find(({ value }) => value === message.subkind);
  const rest = judgements.filter((judgement) => judgement !== guess);
  return (
    <div class="judge">
      <p class="ask" id={`ask-${message.id}`}>
        What is this mail?
      </p>
      <div class="actions" role="group" aria-labelledby={`ask-${message.id}`}>
        {guess !== undefined && <Choices {...props} choices={[guess]} primary />}
        <details
          class="judge-more"
          open={guess === undefined || props.refused?.values['judgement'] !== undefined}
        >
          <summary class="button" data-key="o">
            {guess === undefined ? 'Say what it is' : 'Something else…'}
          </summary>
          <div class="panel">
            <Choices {...props} choices={rest} />
            <WithMore {...props} />
          </div>
        </details>
      </div>
    </div>
  );
};

/** A judgement given earlier, and the way to another one. */
export const CorrectJudgement: FC<Props> = (props) => {
  const { message } = props;
  if (message.id === null || message.judgement === null) return null;
  return (
    <details class="judge correct">
      <summary>
        You said: {judgementLabel(message.judgement).toLowerCase()}. <span>Correct this</span>
      </summary>
      <div class="panel">
        <Choices
          {...props}
          choices={judgements.filter(({ value }) => value !== message.judgement)}
        />
        <WithMore {...props} />
      </div>
    </details>
  );
};

const Choices: FC<
  Props & { readonly choices: readonly Judgement[]; readonly primary?: boolean | undefined }
> = ({ message, frame, back, choices, primary }) => (
  <Post to={`/messages/${message.id}/judge`} csrf={frame.csrf} class="choices" stay>
    <BackFields back={back} />
    {choices.map(({ value, label, does }) => (
      <button
        name="judgement"
        value={value}
        class={primary === true ? 'primary' : undefined}
        data-key={primary === true ? 'a' : undefined}
      >
        <strong>{label}</strong>
        <span>{does}</span>
      </button>
    ))}
  </Post>
);

/** The two meanings that need a word more: when to ask again, and whom they named. */
const WithMore: FC<Props> = ({ message, frame, back, refused }) => (
  <div class="actions small">
    <details open={refused?.values['judgement'] === 'later'}>
      <summary class="button">Ask me later…</summary>
      <Post to={`/messages/${message.id}/judge`} csrf={frame.csrf} class="panel" stay>
        <BackFields back={back} />
        <input type="hidden" name="judgement" value="later" />
        <div class="field">
          <label for={`until-${message.id}`}>Ask them again at ({frame.clock.zone})</label>
          <input
            type="datetime-local"
            id={`until-${message.id}`}
            name="until"
            required
            value={refused?.values['until'] ?? inFourWeeks(frame)}
          />
        </div>
        <button class="primary">Ask again then</button>
      </Post>
    </details>
    <details open={refused?.values['judgement'] === 'referred'}>
      <summary class="button">Points me to somebody…</summary>
      <Post to={`/messages/${message.id}/judge`} csrf={frame.csrf} class="panel" stay>
        <BackFields back={back} />
        <input type="hidden" name="judgement" value="referred" />
        <div class="field">
          <label for={`persons-${message.id}`}>Whom? One person a line</label>
          <textarea
            id={`persons-${message.id}`}
            name="persons"
            rows={2}
            required
            placeholder="Ana Costa <ana@example.org>: knows the field"
          >
            {refused?.values['persons'] ?? ''}
          </textarea>
        </div>
        <button class="primary">Note them, and thank</button>
      </Post>
    </details>
  </div>
);

function inFourWeeks({ clock }: Frame): string {
  const day = new Date(clock.now.getTime() + 28 * 24 * 60 * 60 * 1000);
  return `${fieldValue(day, clock.zone).slice(0, 10)}T09:00`;
}
