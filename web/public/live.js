// Fetches the page again when the server says that something changed, and merges the regions marked
// `data-live`. What a person is typing, has opened, or has the focus on stays as it is.

const served = new WeakMap();
let source;
let running = false;
let again = false;

function listen() {
  source?.close();
  source = undefined;
  if (document.hidden || !document.querySelector('[data-live]')) return;
  source = new EventSource('/live');
  source.addEventListener('change', refresh);
  // What happened before the server heard of us, or while it was away.
  source.addEventListener('hello', refresh);
}

async function refresh() {
  if (running) {
    again = true;
    return;
  }
  running = true;
  try {
    const answer = await fetch(location.href, { headers: { 'X-Live': '1' } });
    if (answer.ok && !answer.redirected) {
      merge(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    }
  } catch {
    // The server is restarting; EventSource comes back by itself and the next event refreshes.
  }
  running = false;
  if (again) {
    again = false;
    await refresh();
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
  if (arrived.length > 0) announce(arrived.map(nameOf).filter(Boolean).join('; '));
}

function mergeChildren(region, fresh) {
  const wanted = [...fresh.children];
  const ids = new Set(wanted.map((child) => child.id));
  for (const child of Array.from(region.children)) {
    if (ids.has(child.id)) continue;
    if (isBusy(child)) markStale(child);
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
  const open = [...here.querySelectorAll('details')].map((details) => details.open);
  const focus = [here, ...here.querySelectorAll(focusable)].indexOf(document.activeElement);
  here.replaceWith(added);
  [...added.querySelectorAll('details')].forEach((details, at) => (details.open ||= open[at]));
  if (focus >= 0) [added, ...added.querySelectorAll(focusable)][focus]?.focus();
  served.set(added, is);
  window.htmx?.process(added);
  return added;
}

const focusable = 'a, button, summary, input, textarea, select';

function isBusy(element) {
  const fields = [...element.querySelectorAll('input, textarea')];
  return (
    fields.some(
      (field) => field.value !== field.defaultValue || field.checked !== field.defaultChecked,
    ) || fields.includes(document.activeElement)
  );
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
  const kind = element.querySelector('.kind')?.textContent.trim();
  const who = element.querySelector('[data-open], .address')?.textContent.trim();
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
document.addEventListener('htmx:afterSettle', (event) => {
  if (event.target === document.body) listen();
});
// "20 minutes ago" grows old.
setInterval(() => {
  if (!document.hidden && document.querySelector('[data-live] time')) void refresh();
}, 60_000);
window.addEventListener('pagehide', () => source?.close());
listen();
