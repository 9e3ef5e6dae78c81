import type { FC } from 'hono/jsx';

/** What is done to those that are ticked; the buttons belong to the form around the table. */
export const WithChosen: FC<{ readonly labels: readonly string[] }> = ({ labels }) => (
  <div class="with-chosen" role="group" aria-labelledby="with-chosen-title">
    <p class="hint" id="with-chosen-title">
      With those that are ticked
    </p>
    <div class="actions small">
      <button name="verb" value="pause">
        Pause
      </button>
      <button name="verb" value="resume">
        Resume
      </button>
      <details>
        <summary class="button">Stop…</summary>
        <div class="panel">
          <p>Nothing more is sent to them; mails that wait are withdrawn. Each can be reopened.</p>
          <button class="danger" name="verb" value="stop">
            Stop all of them
          </button>
        </div>
      </details>
      <details>
        <summary class="button">Label…</summary>
        <div class="panel">
          <label>
            Label
            <input name="label" maxlength={40} list="known-labels" autocomplete="off" />
          </label>
          <datalist id="known-labels">
            {labels.map((label) => (
              <option value={label}></option>
            ))}
          </datalist>
          <div class="row">
            <button name="verb" value="label">
              Put it on
            </button>
            <button name="verb" value="unlabel">
              Take it off
            </button>
          </div>
        </div>
      </details>
    </div>
  </div>
);
