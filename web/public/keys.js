// The keyboard. Every key only presses what is on the page, so nothing here is needed to use Rapport.
import { commands, press } from './commands.js';
import { openPalette } from './palette.js';

/** So long after a step no key decides about the item that has just come. */
const notYet = 600;
let prefix = '';
let arrived = -notYet;

document.addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
    event.preventDefault();
    openPalette();
    return;
  }
  const field = event.target.closest('input:not([type=checkbox]), textarea, select');
  if (field) return inField(event, field);
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (document.querySelector('dialog[open]')) return;
  // Enter on a link or button is theirs.
  if (event.key === 'Enter' && !event.target.matches('[data-item], body')) return;
  if (event.key === 'Escape') return closeForms();
  const pressed = prefix === '' ? event.key : `${prefix} ${event.key}`;
  prefix = event.key === 'g' && prefix === '' ? 'g' : '';
  const command = commands.find(({ key }) => key === pressed);
  if (!command) return;
  event.preventDefault();
  if (command.group === 'Deciding' && event.timeStamp - arrived < notYet) return;
  const element = command.find();
  if (element) press(element);
});

/** Escape leaves the field for its item; Ctrl or Cmd with Enter presses the form's first button. */
function inField(event, field) {
  if (event.key === 'Escape') {
    field.blur();
    field.closest('[data-item]')?.focus();
  } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    field.form?.querySelector('button')?.click();
  }
}

function closeForms() {
  const open = document.activeElement?.closest('[data-item] details[open]');
  if (!open) return;
  open.open = false;
  open.querySelector('summary')?.focus();
}

/** The form that was sent last, and where the focus was then. */
let step;

// After a step the next item is in the same place: go on from there, and put right what was refused.
document.addEventListener('htmx:beforeRequest', ({ detail }) => {
  if (!detail.elt.matches('form')) return;
  const items = [...document.querySelectorAll('[data-item]')];
  step = {
    request: detail.xhr,
    inPane: detail.elt.closest('#pane, .toast') !== null,
    place: items.indexOf(document.activeElement?.closest('[data-item]')),
  };
});
document.addEventListener('htmx:afterSettle', ({ target, detail }) => {
  if (target !== document.body) return;
  arrived = performance.now();
  const refused = document.getElementById('refused');
  if (refused) refused.focus();
  // What came meanwhile is no answer to it; a page of the history answers nothing.
  if (step === undefined || detail.xhr !== step.request) return;
  const items = [...document.querySelectorAll('[data-item]')];
  const { inPane, place } = step;
  step = undefined;
  if (refused) return;
  if (inPane) document.getElementById('pane')?.focus({ preventScroll: true });
  else if (place >= 0) items[Math.min(place, items.length - 1)]?.focus();
});

for (const list of document.querySelectorAll('#keys dl')) list.replaceWith(listOfKeys());
document.addEventListener('htmx:afterSettle', () => {
  const list = document.querySelector('#keys dl');
  if (list?.childElementCount === 0) list.replaceWith(listOfKeys());
});

function listOfKeys() {
  const list = document.createElement('dl');
  list.className = 'keys';
  const all = [{ key: 'Ctrl K', name: 'Everything by its name' }, ...commands];
  for (const { key, name } of all) {
    const term = document.createElement('dt');
    for (const part of key.split(' ')) {
      const cap = document.createElement('kbd');
      cap.textContent = part;
      term.append(cap, ' ');
    }
    const meaning = document.createElement('dd');
    meaning.textContent = name;
    list.append(term, meaning);
  }
  return list;
}
