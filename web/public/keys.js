// The keyboard. Every key only presses what is on the page, so nothing here is needed to use Rapport.

let prefix = '';
let place = -1;
/** A closed dialog or a fresh copy of the card may have left the focus nowhere: this was the card. */
let last = '';

document.addEventListener('focusin', (event) => {
  last = event.target.closest('[data-item]')?.id ?? '';
});

const items = () => [...document.querySelectorAll('[data-item]')];
const current = () =>
  document.activeElement?.closest('[data-item]') ??
  (document.activeElement === document.body ? document.getElementById(last) : undefined);

const places = { n: '/', b: '/board', a: '/contacts/new', s: '/settings' };

const actions = {
  j: () => move(1),
  k: () => move(-1),
  a: () => press('a'),
  s: () => press('s'),
  e: () => edit(),
  Enter: () => current()?.querySelector('[data-open]')?.click(),
  '?': () => document.getElementById('keys')?.showModal(),
};

document.addEventListener('keydown', (event) => {
  const field = event.target.closest('input, textarea, select');
  if (field) return inField(event, field);
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (document.querySelector('dialog[open]')) return;
  // Enter on a link or button is theirs.
  if (event.key === 'Enter' && !event.target.matches('[data-item], body')) return;
  if (prefix === 'g' && places[event.key]) {
    prefix = '';
    event.preventDefault();
    document.querySelector(`.top a[href="${places[event.key]}"]`)?.click();
    return;
  }
  prefix = event.key === 'g' ? 'g' : '';
  if (!Object.hasOwn(actions, event.key)) return;
  event.preventDefault();
  actions[event.key]();
});

/** Escape leaves the field for its card; Ctrl or Cmd with Enter presses the form's first button. */
function inField(event, field) {
  if (event.key === 'Escape') {
    field.blur();
    field.closest('[data-item]')?.focus();
  } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    field.form?.querySelector('button')?.click();
  }
}

function move(by) {
  const all = items();
  if (all.length === 0) return;
  const at = all.indexOf(current());
  const next = at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1);
  all[next].focus({ preventScroll: true });
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  all[next].scrollIntoView({ block: 'start', behavior: calm ? 'auto' : 'smooth' });
}

function press(key) {
  current()?.querySelector(`[data-key="${key}"]`)?.click();
}

function edit() {
  const summary = current()?.querySelector('[data-key="e"]');
  if (!summary) return;
  summary.parentElement.open = true;
  summary.parentElement.querySelector('textarea')?.focus();
}

// After a step the next card is at the same place: go on from there, and put right what was refused.
document.addEventListener('htmx:beforeRequest', (event) => {
  place = event.detail.elt.matches('form') ? items().indexOf(current()) : -1;
});
document.addEventListener('htmx:afterSettle', (event) => {
  if (event.target !== document.body) return;
  const refused = document.getElementById('refused');
  if (refused) refused.focus();
  else if (place >= 0) items()[Math.min(place, items().length - 1)]?.focus();
  place = -1;
});
