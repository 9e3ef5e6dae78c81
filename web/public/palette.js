// Ctrl or Cmd with K: every verb by its name, with its key, and people by theirs.
import { commands, press } from './commands.js';

let options = [];
let chosen = 0;
let asked = 0;
let before;

export function openPalette() {
  const dialog = document.getElementById('palette');
  if (!dialog || dialog.open) return;
  before = document.activeElement;
  const field = dialog.querySelector('input');
  field.value = '';
  dialog.showModal();
  show(verbs(''));
}

function verbs(text) {
  const words = text.toLowerCase().split(/\s+/);
  return commands
    .filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)))
    .map((command) => ({ ...command, target: within(command) }))
    .toSorted((one, other) => Number(!one.target) - Number(!other.target))
    .map(({ name, key, target }) => ({
      name,
      key,
      hint: target ? '' : 'not on this page',
      run: target ? () => press(target) : undefined,
    }));
}

/** What the verb would press, seen from where the focus was before the palette opened. */
function within({ find }) {
  return find() ?? undefined;
}

function show(found, choose = 0) {
  const list = document.getElementById('palette-list');
  options = found;
  chosen = choose;
  list.replaceChildren(
    ...found.map(({ name, key, hint }, at) => {
      const line = document.createElement('li');
      line.id = `palette-${at}`;
      line.role = 'option';
      if (hint === 'not on this page') line.setAttribute('aria-disabled', 'true');
      const words = document.createElement('span');
      words.textContent = hint === '' ? name : `${name} (${hint})`;
      const cap = document.createElement('kbd');
      cap.textContent = key;
      line.append(words, ...(key === '' ? [] : [cap]));
      line.addEventListener('click', () => run(at));
      return line;
    }),
  );
  mark();
}

function mark() {
  const list = document.getElementById('palette-list');
  [...list.children].forEach((line, at) =>
    line.setAttribute('aria-selected', String(at === chosen)),
  );
  list.children[chosen]?.scrollIntoView({ block: 'nearest' });
  document
    .querySelector('#palette input')
    .setAttribute('aria-activedescendant', options.length > 0 ? `palette-${chosen}` : '');
}

function run(at) {
  const option = options[at];
  if (!option?.run) return;
  document.getElementById('palette').close();
  before?.focus?.({ preventScroll: true });
  option.run();
}

async function search(text) {
  const turn = ++asked;
  // Who types and presses Enter at once means these words, not those of the letter before.
  show(verbs(text));
  const people = text.trim().length < 2 ? [] : await findPeople(text);
  if (turn === asked && people.length > 0) show([...verbs(text), ...people], chosen);
}

async function findPeople(text) {
  try {
    const answer = await fetch(`/contacts/find?q=${encodeURIComponent(text)}`);
    if (!answer.ok) return [];
    return (await answer.json()).map(({ name, company, href }) => ({
      name,
      key: '',
      hint: company,
      run: () => location.assign(href),
    }));
  } catch {
    return [];
  }
}

document.addEventListener('input', (event) => {
  if (event.target.closest('#palette')) void search(event.target.value);
});
document.addEventListener('keydown', (event) => {
  if (!event.target.closest('#palette')) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && options.length > 0) {
    event.preventDefault();
    chosen = (chosen + step + options.length) % options.length;
    mark();
  } else if (event.key === 'Enter') {
    event.preventDefault();
    run(chosen);
  }
});
