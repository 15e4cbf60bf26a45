import type { ReliabilityBin } from '../../evaluation/calibration.ts';

/** One reader's reliability, under the name that the legend gives it. */
export interface PlotSeries {
  readonly name: string;
  readonly bins: readonly ReliabilityBin[];
}

/** The words of a plot; `id` sets its titles apart from those of other plots on one page. */
export interface PlotWords {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly claimed: string;
  readonly right: string;
}

/** In CSS pixels; a dot at a corner of the scale still lies inside the frame. */
const WIDTH = 560;
const HEIGHT = 560;
const FRAME = { left: 64, top: 80, right: WIDTH - 20, bottom: HEIGHT - 60 } as const;
const LARGEST = 14;
const SMALLEST = 2.5;
const INSET = LARGEST + 2;
/** Of a normal distribution: 95 % lie within. */
const Z = 1.959964;

/** The 95 % interval of a share of `n` > 0, both in [0, 1] (Wilson 1927). */
export function wilson(share: number, n: number): { readonly low: number; readonly high: number } {
  const centre = (share + Z ** 2 / (2 * n)) / (1 + Z ** 2 / n);
  const half = (Z * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2))) / (1 + Z ** 2 / n);
  return { low: Math.max(0, Math.min(share, centre - half)), high: Math.min(1, Math.max(share, centre + half)) };
}

/**
 * A reliability diagram as SVG: the confidence claimed against the share right, a dot per bin that is not empty. The area of
 * a dot is its share of the largest bin of its series; the first series is filled, the second one drawn as rings.
 */
export function reliabilityPlot(words: PlotWords, series: readonly PlotSeries[]): string {
  const { id, title, description, claimed, right } = words;
  const middle = (FRAME.top + FRAME.bottom) / 2;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="${id}-title ${id}-desc">`,
    `<title id="${id}-title">${escaped(title)}</title>`,
    `<desc id="${id}-desc">${escaped(description)}</desc>`,
    `<style>${STYLE}</style>`,
    `<rect class="ground" width="${WIDTH}" height="${HEIGHT}"/>`,
    `<text class="title" x="${FRAME.left}" y="30">${escaped(title)}</text>`,
    ...series.map(({ name }, i) => legend(name, i)),
    ...[0, 0.2, 0.4, 0.6, 0.8, 1].map(tick),
    `<rect class="frame" x="${FRAME.left}" y="${FRAME.top}" width="${FRAME.right - FRAME.left}" height="${FRAME.bottom - FRAME.top}"/>`,
    `<line class="diagonal" x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}"/>`,
    ...series.map(drawn),
    `<text x="${(FRAME.left + FRAME.right) / 2}" y="${HEIGHT - 16}" text-anchor="middle">${escaped(claimed)}</text>`,
    `<text transform="translate(18 ${middle}) rotate(-90)" text-anchor="middle">${escaped(right)}</text>`,
    '</svg>\n',
  ].join('\n');
}

const rounded = (place: number): number => Math.round(place * 10) / 10;
const x = (share: number): number => rounded(FRAME.left + INSET + share * (FRAME.right - FRAME.left - 2 * INSET));
const y = (share: number): number => rounded(FRAME.bottom - INSET - share * (FRAME.bottom - FRAME.top - 2 * INSET));

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const legend = (name: string, i: number): string => {
  const left = FRAME.left + 7 + i * 230;
  return `<circle class="key s${i}" cx="${left}" cy="54" r="6"/><text x="${left + 14}" y="58.5">${escaped(name)}</text>`;
};

const tick = (share: number): string =>
  [
    `<line class="grid" x1="${FRAME.left}" y1="${y(share)}" x2="${FRAME.right}" y2="${y(share)}"/>`,
    `<line class="grid" x1="${x(share)}" y1="${FRAME.top}" x2="${x(share)}" y2="${FRAME.bottom}"/>`,
    `<text class="tick" x="${FRAME.left - 8}" y="${y(share) + 4}" text-anchor="end">${100 * share}</text>`,
    `<text class="tick" x="${x(share)}" y="${FRAME.bottom + 18}" text-anchor="middle">${100 * share}</text>`,
  ].join('');

function drawn({ bins }: PlotSeries, i: number): string {
  const largest = Math.max(...bins.map(({ n }) => n));
  const marks = bins.map(({ n, claimed, right }) => {
    if (claimed === null || right === null) return { bar: '', dot: '' };
    const { low, high } = wilson(right, n);
    const radius = rounded(Math.max(SMALLEST, LARGEST * Math.sqrt(n / largest)));
    return {
      bar: `<line class="bar s${i}" x1="${x(claimed)}" y1="${y(low)}" x2="${x(claimed)}" y2="${y(high)}"/>`,
      dot: `<circle class="dot s${i}" cx="${x(claimed)}" cy="${y(right)}" r="${radius}"/>`,
    };
  });
  return [...marks.map(({ bar }) => bar), ...marks.map(({ dot }) => dot)].join('');
}

const coloursOf = (ground: string, ink: string, grid: string, first: string, second: string): string =>
  `--ground:${ground};--ink:${ink};--grid:${grid};--first:${first};--second:${second}`;

/** The plot has a ground of its own, so that it can be read wherever it is put. */
const STYLE = [
  `svg{${coloursOf('#fff', '#24292f', '#d8dee4', '#0b5cad', '#b34700')};font:13px system-ui,sans-serif}`,
  `@media (prefers-color-scheme:dark){svg{${coloursOf('#0d1117', '#e6edf3', '#30363d', '#6cb6ff', '#f0a35e')}}}`,
  '.ground{fill:var(--ground)}text{fill:var(--ink)}.title{font-size:16px;font-weight:600}.tick{font-size:12px}',
  '.grid{stroke:var(--grid)}.frame{fill:none;stroke:var(--ink)}.diagonal{stroke:var(--ink);stroke-dasharray:5 4}',
  '.s0{stroke:var(--first);fill:var(--first)}.s1{stroke:var(--second);fill:none;stroke-width:2}',
  // Bars of both series may stand on one another.
  '.bar.s0{stroke-width:5;stroke-opacity:.45}.bar.s1{stroke-width:1.5}',
  '.dot.s0{fill-opacity:.55}',
].join('');
