// The table of people: one tick for everybody that is shown. Without it each has their own.

const everybody = () => document.querySelector('[data-choose-all]');
const boxes = () => [...document.querySelectorAll('.people [name^="pick-"]')];

function arrange() {
  const all = everybody();
  if (!all) return;
  const ticked = boxes().filter((box) => box.checked).length;
  all.hidden = false;
  all.checked = ticked > 0 && ticked === boxes().length;
  all.indeterminate = ticked > 0 && !all.checked;
}

document.addEventListener('change', (event) => {
  if (event.target === everybody()) for (const box of boxes()) box.checked = event.target.checked;
  arrange();
});
document.addEventListener('htmx:afterSettle', arrange);
arrange();
