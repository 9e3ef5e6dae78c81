// Takes the time zone of the browser where nobody has said another one, and says so where the two differ.

function arrange() {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!here) return;
  for (const field of document.querySelectorAll('[data-take-zone]'))
    if (field.value === field.defaultValue) field.value = here;
  for (const note of document.querySelectorAll('[data-zone-differs]')) {
    const field = document.getElementById('field-timeZone');
    note.hidden = note.dataset.zoneDiffers === here;
    note.querySelector('[data-zone]').textContent = here;
    note.querySelector('button').onclick = () => {
      field.value = here;
      field.focus();
    };
  }
}

document.addEventListener('htmx:afterSettle', (event) => {
  if (event.target === document.body) arrange();
});
arrange();
