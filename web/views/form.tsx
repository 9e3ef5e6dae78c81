import type { Child, FC } from 'hono/jsx';
import type { NextStep } from '../../domain/next-step.ts';
import type { WayBack } from '../page/way-back.ts';

/** What a form shows again after it was refused. */
export type Refused = {
  readonly message: string;
  readonly field: string | undefined;
  readonly values: Readonly<Record<string, string>>;
  /** What puts it right. */
  readonly next?: NextStep | undefined;
};

/** A refusal and the thing on the page that it is about. */
export type Spot = { readonly at: string; readonly refused: Refused };

/** A form that changes something: always POST, always with the session's token. */
export const Post: FC<{
  readonly to: string;
  readonly csrf: string;
  readonly class?: string | undefined;
  readonly id?: string | undefined;
  /** Keeps the place on the page when the answer is shown. */
  readonly stay?: boolean | undefined;
  /** Sends files too. */
  readonly files?: boolean | undefined;
  readonly children?: Child;
}> = ({ to, csrf, id, stay, files, children, ...rest }) => (
  <form
    method="post"
    action={to}
    id={id}
    class={rest.class}
    enctype={files === true ? 'multipart/form-data' : undefined}
    hx-swap={stay === true ? 'innerHTML show:none' : undefined}
  >
    <input type="hidden" name="csrf" value={csrf} />
    {children}
  </form>
);

/** Where the form leads, refused or done. */
export const BackFields: FC<{ readonly back: WayBack }> = ({ back }) => (
  <>
    <input type="hidden" name="back" value={back.here} />
    <input type="hidden" name="next" value={back.next} />
  </>
);

/** A labelled field; a refusal that names the field stands beside it. */
export const Field: FC<{
  readonly name: string;
  readonly label: string;
  readonly hint?: Child;
  readonly type?: string | undefined;
  readonly value?: string | null | undefined;
  readonly rows?: number | undefined;
  readonly placeholder?: string | undefined;
  readonly required?: boolean | undefined;
  readonly autocomplete?: string | undefined;
  readonly list?: string | undefined;
  readonly inputmode?: 'url' | 'numeric' | undefined;
  /** Takes the browser's time zone (web/public/zone.js). */
  readonly 'data-take-zone'?: boolean | undefined;
  readonly refused?: Refused | undefined;
}> = ({ name, label, hint, type, value, rows, refused, ...rest }) => {
  const shown = refused?.values[name] ?? value ?? '';
  const wrong = refused?.field === name;
  const notes = [hint === undefined ? '' : `${name}-hint`, wrong ? `${name}-wrong` : '']
    .filter((id) => id !== '')
    .join(' ');
  const common = {
    id: `field-${name}`,
    name,
    'aria-describedby': notes === '' ? undefined : notes,
    'aria-invalid': wrong ? ('true' as const) : undefined,
    ...rest,
  };
  return (
    <div class="field">
      <label for={`field-${name}`}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {rows === undefined ? (
        <input type={type ?? 'text'} value={type === 'password' ? '' : shown} {...common} />
      ) : (
        <textarea rows={rows} {...common}>
          {keepFirstLineBreak(shown)}
        </textarea>
      )}
      {wrong && (
        <p class="wrong" id={`${name}-wrong`}>
          {refused?.message}
        </p>
      )}
    </div>
  );
};

/** HTML drops one line break after `<textarea>`. */
export function keepFirstLineBreak(text: string): string {
  return text.startsWith('\n') ? `\n${text}` : text;
}

/** Why a form was refused, above it. */
export const RefusedNote: FC<{ readonly refused: Refused | undefined }> = ({ refused }) =>
  refused === undefined ? null : (
    <p class="refused" role="alert" id="refused" tabindex={-1} data-keep>
      {refused.message}
      <WayOut step={refused.next} />
    </p>
  );

/** A link to where the step is taken that a refusal names; nothing where that is on the page itself. */
const WayOut: FC<{ readonly step: NextStep | undefined }> = ({ step }) => {
  const place = step && placeOf[step];
  return place === undefined ? null : (
    <>
      {' '}
      <a href={place.href}>{place.label}</a>
    </>
  );
};

const placeOf: Partial<
  Readonly<Record<NextStep, { readonly href: string; readonly label: string }>>
> = {
  settle_mail: { href: '/', label: 'It waits for you here' },
  list_needs_you: { href: '/', label: 'See what needs you' },
  connect_mailbox: { href: '/settings#mailboxes', label: 'Connect one' },
  list_prospects: { href: '/prospects', label: 'See who is there' },
};
