// The list of what needs you: marks the line that is open, keeps its place, and offers to approve letters
// that were opened, several at once. Without it every line is a plain link.

/** Session storage: which letters this tab has opened, each with the server's proof of it. No mail is kept. */
const store = 'rapport-opened';
let scrolled = 0;
/** The line whose item is on its way: who goes on before it is here goes on from there. */
let asked;

const side = () => document.querySelector('.desk .side');
const opened = () => JSON.parse(sessionStorage.getItem(store) ?? '{}');

function arrange() {
  const pane = document.getElementById('pane');
  const openId = pane?.dataset.itemId;
  const current = asked ?? openId;
  document.getElementById('desk')?.classList.toggle('has-item', openId !== undefined);
  for (const row of document.querySelectorAll('[data-row]')) {
    const link = row.querySelector('a');
    if (row.dataset.row === current) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
  if (pane?.dataset.opened) remember(pane.dataset.opened);
  showPicks();
}

function remember(proof) {
  const all = opened();
  all[proof.split(':')[0]] = proof;
  sessionStorage.setItem(store, JSON.stringify(all));
}

function showPicks() {
  const known = opened();
  for (const box of document.querySelectorAll('[data-pick]')) box.hidden = !known[box.dataset.pick];
  const bulk = document.getElementById('bulk');
  if (!bulk) return;
  const chosen = [...document.querySelectorAll('[data-pick]:checked')];
  bulk.hidden = chosen.length === 0;
  bulk.elements.letters.value = chosen.map((box) => known[box.dataset.pick]).join(' ');
  const names = chosen.map((box) => box.closest('[data-row]').querySelector('.who').textContent);
  bulk.querySelector('p').textContent = names.join(', ');
  bulk.querySelector('button').textContent =
    chosen.length === 1 ? 'Approve this letter' : `Approve these ${chosen.length} letters`;
}

/** The line that is open stays in sight; the page itself does not move. */
function keepPlace() {
  const list = side();
  if (!list) return;
  list.scrollTop = scrolled;
  document.querySelector('[data-row] [aria-current]')?.scrollIntoView({ block: 'nearest' });
}

document.addEventListener('change', (event) => {
  if (event.target.matches('[data-pick]')) showPicks();
});
/** The line of the list that a request is about; undefined for every other request. */
const lineOf = (event) => event.detail.requestConfig?.elt?.closest?.('[data-row]')?.dataset.row;

document.addEventListener('htmx:beforeSend', (event) => {
  const line = lineOf(event);
  if (line === undefined) return;
  asked = line;
  arrange();
});
document.addEventListener('htmx:afterRequest', (event) => {
  if (event.detail.successful || asked === undefined || lineOf(event) !== asked) return;
  asked = undefined;
  arrange();
});
document.addEventListener('htmx:beforeSwap', () => {
  scrolled = side()?.scrollTop ?? 0;
});
document.addEventListener('htmx:afterSettle', (event) => {
  // On a phone the item takes the place of the list.
  const line = lineOf(event);
  if (line === asked) asked = undefined;
  const desk = document.getElementById('desk');
  if (line !== undefined && desk) {
    desk.classList.replace('at-list', 'at-item');
    window.scrollTo(0, 0);
    document.getElementById('pane')?.focus({ preventScroll: true });
  }
  arrange();
  if (event.target === document.body) keepPlace();
});
document.addEventListener('rapport:merged', arrange);
arrange();
