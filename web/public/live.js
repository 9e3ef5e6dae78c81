// Fetches the page again when the server says that something changed, and merges the regions marked
// `data-live`. What a person is typing, has opened, or has the focus on stays as it is.

const served = new WeakMap();
let source;
let running = false;
let again = false;
let failures = 0;
/** Counts what the person did: a page that was fetched before it is old news. */
let turn = 0;
/** Something changed since the person asked for another page, which may not show it yet. */
let missed = false;

function listen() {
  const wanted = !document.hidden && document.querySelector('[data-live]') !== null;
  if (wanted === (source !== undefined)) return;
  source?.close();
  source = wanted ? new EventSource('/live') : undefined;
  source?.addEventListener('change', () => {
    missed = true;
    void refresh();
  });
  // What happened before the server heard of us, or while it was away.
  source?.addEventListener('hello', () => {
    failures = 0;
    tellConnection(true);
    void refresh();
  });
  // The first failure may be a restart; the browser tries again by itself.
  source?.addEventListener('error', () => {
    failures += 1;
    if (failures > 1) tellConnection(false);
  });
}

function tellConnection(connected) {
  document.dispatchEvent(new CustomEvent('rapport:live', { detail: { connected } }));
}

async function refresh() {
  again = true;
  if (running) return;
  running = true;
  while (again) {
    again = false;
    const mine = turn;
    const item = openItem();
    const page = await fetchPage(item);
    // A page that was fetched while another item was being opened still shows the one before.
    if (mine !== turn || item !== openItem()) again = true;
    else if (page) merge(page);
  }
  running = false;
}

function openItem() {
  return document.getElementById('pane')?.dataset.itemId;
}

async function fetchPage(item) {
  try {
    // The item that is open stays the one that is asked for, also when it opened by itself.
    const href = document.querySelector('[data-live-href]')?.dataset.liveHref ?? location.href;
    const url = new URL(href, location.href);
    if (item !== undefined) url.searchParams.set('item', item);
    const answer = await fetch(url, { headers: { 'X-Live': '1' } });
    if (!answer.ok || answer.redirected) return undefined;
    return new DOMParser().parseFromString(await answer.text(), 'text/html');
  } catch {
    // The server is restarting; EventSource comes back by itself and says hello.
    return undefined;
  }
}

function merge(page) {
  const arrived = [];
  for (const region of document.querySelectorAll('[data-live]')) {
    const fresh = page.getElementById(region.id);
    if (!fresh) continue;
    if (region.hasAttribute('data-live-replace')) replace(region, fresh);
    else arrived.push(...mergeChildren(region, fresh));
  }
  document.title = page.title;
  document.dispatchEvent(new CustomEvent('rapport:merged'));
  const news = arrived.map(nameOf).filter(Boolean);
  if (news.length > 0) announce(`New: ${news.join('; ')}`);
}

function mergeChildren(region, fresh) {
  const wanted = [...fresh.children];
  const ids = new Set(wanted.map((child) => child.id));
  for (const child of Array.from(region.children)) {
    if (ids.has(child.id)) continue;
    // A ticked line of the list is nothing that was typed.
    if (isBusy(child) && child.dataset.row === undefined) markStale(child);
    else child.remove();
  }
  const arrived = [];
  let before = region.firstElementChild;
  for (const child of wanted) {
    const here = [...region.children].find((element) => element.id === child.id);
    if (here) {
      before = replace(here, child).nextElementSibling;
    } else {
      const added = document.importNode(child, true);
      region.insertBefore(added, before);
      window.htmx?.process(added);
      arrived.push(added);
    }
  }
  return arrived;
}

/** Puts the fresh element in the place of the one here, unless somebody works in it. */
function replace(here, fresh) {
  const was = served.get(here) ?? here.outerHTML;
  const is = fresh.outerHTML;
  if (was === is || isBusy(here)) return here;
  const added = document.importNode(fresh, true);
  const open = new Set([...here.querySelectorAll('details[open]')].map(summaryOf));
  const focus = [here, ...here.querySelectorAll(focusable)].indexOf(document.activeElement);
  here.replaceWith(added);
  for (const details of added.querySelectorAll('details'))
    details.open ||= open.has(summaryOf(details));
  if (focus >= 0) [added, ...added.querySelectorAll(focusable)][focus]?.focus();
  served.set(added, is);
  window.htmx?.process(added);
  return added;
}

/** Another step may have come between them: what was open is found by its words. */
function summaryOf(details) {
  return details.querySelector('summary')?.textContent.trim();
}

const focusable = 'a, button, summary, input, textarea, select';

/** Somebody types in it, or it says why a step was refused. */
function isBusy(element) {
  if (element.matches('[data-keep]') || element.querySelector('[data-keep]')) return true;
  const fields = [...element.querySelectorAll('input, textarea')];
  return fields.some(isChanged) || fields.includes(document.activeElement);
}

/** What a box that is not ticked would send is no change: browsers call it "on" where nothing is said. */
function isChanged(field) {
  return field.type === 'checkbox' || field.type === 'radio'
    ? field.checked !== field.defaultChecked
    : field.value !== field.defaultValue;
}

function markStale(element) {
  if (element.querySelector('.stale')) return;
  const note = document.createElement('p');
  note.className = 'note strong stale';
  note.textContent =
    'This was settled meanwhile. What you typed is still here: copy what you need, then reload the page.';
  element.prepend(note);
}

function nameOf(element) {
  if (element.ariaLabel) return element.ariaLabel;
  const kind = element.querySelector('.kind, .what')?.textContent.trim();
  const who = element.querySelector('[data-open], .address, .who')?.textContent.trim();
  if (kind && who && kind.includes(who)) return kind;
  return [kind, who].filter(Boolean).join(': ');
}

function announce(text) {
  const status = document.getElementById('announce');
  if (!status || text === '') return;
  status.textContent = '';
  setTimeout(() => (status.textContent = text), 50);
}

document.addEventListener('visibilitychange', () => {
  listen();
  if (!document.hidden) void refresh();
});
document.addEventListener('htmx:beforeRequest', () => {
  turn += 1;
  missed = false;
});
document.addEventListener('htmx:afterSettle', (event) => {
  if (event.target !== document.body) return;
  turn += 1;
  listen();
  if (missed) void refresh();
});
// "20 minutes ago" grows old.
setInterval(() => {
  if (!document.hidden && document.querySelector('[data-live] time')) void refresh();
}, 60_000);
window.addEventListener('pagehide', () => {
  source?.close();
  source = undefined;
});
window.addEventListener('pageshow', listen);
listen();
