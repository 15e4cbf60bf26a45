/** Crosshair and read-out over the panels, linked by week. Without this script the charts and their table still stand. */
const LEFT = 30;
const RIGHT = 228;
const WIDTH = 236;

const signed = (value) =>
  value === null ? '–' : `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(2)}`;

class SeasonPanel extends HTMLElement {
  connectedCallback() {
    const svg = this.querySelector('svg');
    this.rows = JSON.parse(svg.dataset.weeks);
    this.word = svg.dataset.word;
    this.cursor = this.querySelector('.cursor');
    this.output = this.querySelector('output');
    this.at = -1;
    svg.addEventListener('pointermove', (event) => {
      const box = svg.getBoundingClientRect();
      const share = (((event.clientX - box.left) / box.width) * WIDTH - LEFT) / (RIGHT - LEFT);
      this.showEverywhere(Math.round(share * (this.rows.length - 1)));
    });
    for (const name of ['pointerleave', 'blur']) svg.addEventListener(name, () => this.hideEverywhere());
    svg.addEventListener('focus', () => {
      this.output.setAttribute('aria-live', 'polite');
      if (this.at < 0) this.showEverywhere(this.rows.findIndex(([week]) => week === 0));
    });
    svg.addEventListener('blur', () => this.output.setAttribute('aria-live', 'off'));
    svg.addEventListener('keydown', (event) => this.move(event));
  }

  move(event) {
    const last = this.rows.length - 1;
    const to = { ArrowLeft: this.at - 1, ArrowRight: this.at + 1, Home: 0, End: last }[event.key];
    if (event.key === 'Escape') this.hideEverywhere();
    if (to === undefined) return;
    event.preventDefault();
    this.showEverywhere(to);
  }

  showEverywhere(at) {
    const bounded = Math.max(0, Math.min(this.rows.length - 1, at));
    for (const panel of document.querySelectorAll('season-panel')) panel.draw(bounded);
  }

  hideEverywhere() {
    for (const panel of document.querySelectorAll('season-panel')) panel.draw(-1);
  }

  draw(at) {
    this.at = at;
    this.cursor.setAttribute('visibility', at < 0 ? 'hidden' : 'visible');
    this.output.textContent = '';
    if (at < 0) return;
    const [week, french, english, frenchTone, englishTone] = this.rows[at];
    const x = LEFT + (at / (this.rows.length - 1)) * (RIGHT - LEFT);
    for (const name of ['x1', 'x2']) this.cursor.setAttribute(name, x);
    const sign = week > 0 ? '+' : week < 0 ? '−' : '';
    this.output.textContent = `${this.word} ${sign}${Math.abs(week)} · FR ${french} (${signed(frenchTone)}) · EN ${english} (${signed(englishTone)})`;
  }
}
customElements.define('season-panel', SeasonPanel);
