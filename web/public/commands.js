// Every verb of the pages with its key: the keyboard, the palette and the list of keys all read this.

/** A closed dialog or a fresh copy of an item may have left the focus nowhere: this was the item. */
let last = '';
document.addEventListener('focusin', (event) => {
  if (!event.target.closest('dialog')) last = event.target.closest('[data-item]')?.id ?? '';
});

/** The item that has the focus or had it last; in the queue the open one. */
export function currentItem() {
  return (
    document.activeElement?.closest('[data-item]') ??
    document.getElementById('pane') ??
    document.getElementById(last)
  );
}

/** A button of the current item; on a contact's page also one of the page. */
const button = (key) =>
  currentItem()?.querySelector(`[data-key="${key}"]`) ??
  document.querySelector(`main [data-page-key="${key}"]`);

const place = (href) => document.querySelector(`.top a[href="${href}"]`);

/** `find` gives what a key presses; undefined where this page has no such thing. */
export const commands = [
  { group: 'Moving', key: 'j', name: 'Next', find: () => neighbour(1) },
  { group: 'Moving', key: 'k', name: 'Previous', find: () => neighbour(-1) },
  {
    group: 'Moving',
    key: 'Enter',
    name: 'Open the contact',
    find: () => currentItem()?.querySelector('[data-open]'),
  },
  {
    group: 'Moving',
    key: '/',
    name: 'Search',
    find: () => document.querySelector('[data-search]'),
  },
  { group: 'Deciding', key: 'a', name: 'Approve, or take the suggestion', find: () => button('a') },
  { group: 'Deciding', key: 'e', name: 'Edit, or write the answer', find: () => button('e') },
  { group: 'Deciding', key: 'l', name: 'Approve for later', find: () => button('l') },
  { group: 'Deciding', key: 's', name: 'Skip, or mark as resolved', find: () => button('s') },
  {
    group: 'Deciding',
    key: 'o',
    name: 'Say that a mail is something else',
    find: () => button('o'),
  },
  {
    group: 'Deciding',
    key: 'u',
    name: 'Undo the last step',
    find: () => document.querySelector('.toast [data-undo]'),
  },
  { group: 'Contact', key: 'w', name: 'Write a mail', find: () => button('w') },
  { group: 'Contact', key: 'n', name: 'Add a note', find: () => button('n') },
  { group: 'Contact', key: 'c', name: 'Log a call', find: () => button('c') },
  { group: 'Contact', key: 'p', name: 'Pause or resume', find: () => button('p') },
  { group: 'Contact', key: 'z', name: 'Snooze', find: () => button('z') },
  { group: 'Contact', key: 'x', name: 'Stop', find: () => button('x') },
  { group: 'Pages', key: 'g n', name: 'Needs you', find: () => place('/') },
  { group: 'Pages', key: 'g p', name: 'People', find: () => place('/contacts') },
  { group: 'Pages', key: 'g b', name: 'Board', find: () => place('/board') },
  { group: 'Pages', key: 'g l', name: 'Learnt', find: () => place('/learned') },
  { group: 'Pages', key: 'g s', name: 'Settings', find: () => place('/settings') },
  { group: 'Pages', key: 'g a', name: 'Add a contact', find: () => place('/contacts/new') },
  {
    group: 'Pages',
    key: '?',
    name: 'All keys',
    find: () => document.getElementById('keys'),
  },
];

/** Presses a button, opens what unfolds, goes to a field, shows a dialog. */
export function press(element) {
  if (element.matches('dialog')) return element.showModal();
  if (element.matches('input')) return element.focus();
  if (element.matches('summary')) {
    element.parentElement.open = true;
    const first = element.parentElement.querySelector(
      'textarea, [data-first], input:not([type=hidden]), button',
    );
    return (first ?? element).focus();
  }
  if (element.matches('[data-item]')) return goTo(element);
  return element.click();
}

/** The next line of the queue, or the next card of a page with several. */
function neighbour(by) {
  const rows = [...document.querySelectorAll('[data-row] > a')];
  if (rows.length > 0) {
    const at = rows.findIndex((row) => row.hasAttribute('aria-current'));
    const focused = document.activeElement?.closest('#pane');
    // The first press takes the open item in hand; from there on it moves.
    if (at >= 0 && !focused && by > 0) return document.getElementById('pane');
    return rows[at + by];
  }
  const items = [...document.querySelectorAll('[data-item]')].filter((item) =>
    item.checkVisibility(),
  );
  const at = items.indexOf(document.activeElement?.closest('[data-item]'));
  return items[at < 0 ? 0 : Math.min(Math.max(at + by, 0), items.length - 1)];
}

function goTo(item) {
  item.focus({ preventScroll: true });
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (item.id !== 'pane')
    item.scrollIntoView({ block: 'nearest', behavior: calm ? 'auto' : 'smooth' });
}
