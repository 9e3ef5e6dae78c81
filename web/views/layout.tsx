import type { Child, FC } from 'hono/jsx';
import { html } from 'hono/html';
import { ToastNote } from './toast.tsx';
import { alerts, type Frame } from '../page/frame.ts';

const htmxConfig = JSON.stringify({
  includeIndicatorStyles: false,
  allowEval: false,
  // What has come, and the focus with it, works at once: a form that waits to be settled loads the page anew.
  defaultSettleDelay: 0,
  // Mails must not stay behind in the browser's storage.
  historyCacheSize: 0,
  // A refused form comes back as 409 or 422 with its fields kept, and is shown like any page.
  responseHandling: [
    { code: '204', swap: false },
    { code: '...', swap: true },
  ],
});

/** The document around a page; `frame` is missing where nobody is signed in. */
export const Layout: FC<{
  readonly title: string;
  readonly frame?: Frame | undefined;
  readonly wide?: boolean | undefined;
  readonly children?: Child;
}> = ({ title, frame, wide, children }) => (
  <>
    {html`<!doctype html>`}
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>{title} · Rapport</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="htmx-config" content={htmxConfig} />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/style.css" />
        <link rel="stylesheet" href="/queue.css" />
        <link rel="stylesheet" href="/people.css" />
        <script src="/htmx.js" defer></script>
        <script src="/keys.js" type="module"></script>
        <script src="/live.js" type="module"></script>
        <script src="/queue.js" type="module"></script>
        <script src="/people.js" type="module"></script>
        <script src="/connection.js" type="module"></script>
        <script src="/zone.js" type="module"></script>
      </head>
      <body
        hx-boost={frame === undefined ? undefined : 'true'}
        hx-headers={
          frame === undefined ? undefined : JSON.stringify({ 'X-CSRF-Token': frame.csrf })
        }
      >
        <a class="skip" href="#main" hx-boost="false">
          Skip to the page
        </a>
        <p id="connection" class="alert" role="alert" hidden></p>
        {frame !== undefined && <Header frame={frame} />}
        {frame !== undefined && <Alerts frame={frame} />}
        <main id="main" class={wide === true ? 'wide' : undefined} tabindex={-1}>
          {children}
        </main>
        <ToastNote frame={frame} />
        {frame !== undefined && <KeysHelp />}
        {frame !== undefined && <Palette />}
      </body>
    </html>
  </>
);

const Header: FC<{ readonly frame: Frame }> = ({ frame }) => (
  <header class="top">
    <a class="wordmark" href="/">
      Rapport
    </a>
    {frame.practising && (
      <a class="badge" href="/settings#mailboxes" title="No mail leaves this machine">
        Practice
      </a>
    )}
    <nav aria-label="Pages">
      <NavLink href="/" frame={frame}>
        Needs you
        <span id="count" data-live data-live-replace>
          {frame.needsYou > 0 && <span class="count">{frame.needsYou}</span>}
        </span>
      </NavLink>
      <NavLink href="/contacts" frame={frame}>
        People
      </NavLink>
      <NavLink href="/board" frame={frame}>
        Board
      </NavLink>
      <NavLink href="/learned" frame={frame}>
        Learnt
      </NavLink>
      <NavLink href="/settings" frame={frame}>
        Settings
      </NavLink>
    </nav>
    <a class="button add" href="/contacts/new" aria-label="Add a contact">
      Add
    </a>
  </header>
);

const NavLink: FC<{ readonly href: string; readonly frame: Frame; readonly children?: Child }> = ({
  href,
  frame,
  children,
}) => (
  <a href={href} aria-current={frame.path === href ? 'page' : undefined}>
    {children}
  </a>
);

const Alerts: FC<{ readonly frame: Frame }> = ({ frame }) => (
  <div id="alerts" class="alerts" data-live data-live-replace role="status">
    {alerts(frame).map((alert) => (
      <p class="alert">
        <span>{alert.text}</span> <a href={alert.href}>{alert.action}</a>
      </p>
    ))}
  </div>
);

/** Filled by web/public/keys.js, which knows the keys. */
const KeysHelp: FC = () => (
  <dialog id="keys" aria-labelledby="keys-title">
    <h2 id="keys-title">Keys</h2>
    <dl></dl>
    <form method="dialog">
      <button class="plain">Close</button>
    </form>
  </dialog>
);

/** Filled by web/public/palette.js. */
const Palette: FC = () => (
  <dialog id="palette" class="palette" aria-label="Everything by its name">
    <input
      type="text"
      role="combobox"
      aria-expanded="true"
      aria-controls="palette-list"
      aria-label="A verb, a page or a person"
      placeholder="A verb, a page or a person"
      autocomplete="off"
    />
    <ul id="palette-list" role="listbox" aria-label="Found"></ul>
  </dialog>
);
