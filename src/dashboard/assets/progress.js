/** Keeps the progress line current while pages are being read, and shows the new figures when they are. */
const line = document.querySelector('[data-progress]');
const EVERY_MS = 1500;

async function update(shown) {
  const response = await fetch('/v1/progress');
  const { pages, read, quarantined, documents, waiting, fetched, unpolled } = await response.json();
  const values = { read: read + quarantined, pages, documents };
  line.textContent = line.dataset.progress.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const settled = pages > 0 && waiting === 0 && fetched === 0 && unpolled === 0;
  if (settled || documents - shown >= 60) location.reload();
  else setTimeout(() => void update(shown).catch(() => undefined), EVERY_MS);
}

if (line) {
  fetch('/v1/progress')
    .then((response) => response.json())
    .then(({ documents }) => update(documents))
    .catch(() => undefined);
}
