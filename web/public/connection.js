// Says when a step did not reach the server, so that nobody takes silence for done.

const lost =
  'Rapport does not answer. What you pressed was not done; what you typed is still here. Try again in a moment.';
const offline = 'Your device is offline. Nothing you press reaches Rapport until it is back.';

function say(text) {
  const note = document.getElementById('connection');
  if (!note) return;
  note.textContent = text;
  note.hidden = text === '';
}

document.addEventListener('htmx:sendError', () => say(navigator.onLine ? lost : offline));
document.addEventListener('htmx:timeout', () => say(lost));
document.addEventListener('htmx:afterRequest', (event) => {
  if (event.detail.xhr?.status > 0) say('');
});
// A request that a proxy or the server itself broke off has no page to show.
document.addEventListener('htmx:responseError', (event) => {
  const { status, responseText } = event.detail.xhr;
  if (status >= 500 && !responseText.includes('<main')) say(lost);
});
window.addEventListener('offline', () => say(offline));
window.addEventListener('online', () => say(''));
document.addEventListener('rapport:live', (event) => {
  const note = document.getElementById('connection');
  if (event.detail.connected) say('');
  else if (note?.hidden) say('Rapport does not answer. This page shows the last that was known.');
});
if (!navigator.onLine) say(offline);
