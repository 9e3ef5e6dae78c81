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

let place = -1;
let inPane = false;

// After a step the next item is in the same place: go on from there, and put right what was refused.
document.addEventListener('htmx:beforeRequest', (event) => {
  const items = [...document.querySelectorAll('[data-item]')];
  const active = document.activeElement;
  const isForm = event.detail.elt.matches('form');
  inPane = isForm && event.detail.elt.closest('#pane, .toast') !== null;
  place = isForm ? items.indexOf(active?.closest('[data-item]')) : -1;
});
document.addEventListener('htmx:afterSettle', (event) => {
  if (event.target !== document.body) return;
  arrived = performance.now();
  const refused = document.getElementById('refused');
  const items = [...document.querySelectorAll('[data-item]')];
  if (refused) refused.focus();
  else if (inPane) document.getElementById('pane')?.focus({ preventScroll: true });
  else if (place >= 0) items[Math.min(place, items.length - 1)]?.focus();
  place = -1;
  inPane = false;
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
