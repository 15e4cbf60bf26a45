import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { Speech } from '../messages.ts';
import { FIRST_WEEK, LAST_WEEK, type Panel, type PanelLanguage, type PanelWeek, panelLanguages } from './panel-data.ts';

const WIDTH = 236;
const HEIGHT = 340;
const TOP = 34;
const LEFT = 30;
const RIGHT = WIDTH - 8;
const VOLUME = 130;
const TONE_TOP = TOP + VOLUME + 36;
const TONE_BOTTOM = HEIGHT - 26;

const x = scaleLinear([FIRST_WEEK, LAST_WEEK], [LEFT, RIGHT]);
const tone = scaleLinear([-1, 1], [TONE_BOTTOM, TONE_TOP]);

/** Path data with one decimal: enough for the eye, and half the bytes. */
const short = (path: string | null): string =>
  (path ?? '').replace(/\d+\.\d+/gu, (n) => String(Math.round(Number(n) * 10) / 10));

/** One season: documents above, tone below, on the same weeks. Pure: data in, SVG out. */
export function SeasonPanel({
  panel,
  most,
  words,
  market,
}: {
  panel: Panel;
  most: number;
  words: Speech;
  market: string;
}) {
  // Room above the highest peak for its label.
  const y = scaleLinear([0, Math.max(1, most) * 1.2], [TOP + VOLUME, TOP]);
  const id = `s${panel.season}`;
  const { say } = words;
  return (
    <season-panel>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        tabindex={0}
        aria-labelledby={`${id}-t ${id}-d`}
        data-weeks={JSON.stringify(panel.weeks.map(rowOf))}
        data-word={say('weekShort')}
      >
        <title id={`${id}-t`}>{say('season', { season: panel.season })}</title>
        <desc
          id={`${id}-d`}
        >{`${say('fr')}: ${panel.total.fr.documents}; ${say('en')}: ${panel.total.en.documents}. ${say('keys')}`}</desc>
        <text class="heading" x={LEFT} y={13}>
          {say('season', { season: panel.season })}
        </text>
        <text class="sub" x={LEFT} y={26}>
          {panel.premiere === null ? say('notDated') : words.date(panel.premiere)}
        </text>
        <Bands panel={panel} />
        {y
          .ticks(3)
          .filter(Number.isInteger)
          .map((value) => (
            <Rule key={value} at={y(value)} axis={value === 0} label={String(value)} />
          ))}
        <path
          class="fr area"
          d={short(
            area<PanelWeek>(
              ({ week }) => x(week),
              y(0),
              ({ fr }) => y(fr.documents),
            )([...panel.weeks]),
          )}
        />
        {panelLanguages.map((language) => (
          <Volume key={language} panel={panel} language={language} y={y} />
        ))}
        <Later panel={panel} words={words} />
        <text class="caption" x={LEFT} y={TONE_TOP - 9}>
          {say('tone')}
        </text>
        {[-1, 0, 1].map((value) => (
          <Rule key={value} at={tone(value)} axis={value === 0} label={value === 0 ? '0' : value > 0 ? '+1' : '−1'} />
        ))}
        {panelLanguages.map((language) => (
          <Tone key={language} panel={panel} language={language} />
        ))}
        {[0, 10, 20].map((week) => (
          <text key={week} class="tick" x={x(week)} y={HEIGHT - 10} text-anchor={week === 20 ? 'end' : 'middle'}>
            {week === 0 ? `${say('week')} 0` : `+${week}`}
          </text>
        ))}
        <line class="cursor" y1={TOP} y2={TONE_BOTTOM} visibility="hidden" />
        <desc>{market}</desc>
      </svg>
      <output class="reading" aria-live="off" />
    </season-panel>
  );
}

/** What the island shows for a week: [week, French documents, English documents, French tone, English tone]. */
const rowOf = ({ week, fr, en }: PanelWeek) => [
  week,
  fr.documents,
  en.documents,
  fr.tone?.mean ?? null,
  en.tone?.mean ?? null,
];

function Bands({ panel }: { panel: Panel }) {
  const rect = (name: string, band: readonly [number, number] | null) =>
    band && <rect class={name} x={x(band[0])} y={TOP} width={x(band[1]) - x(band[0])} height={TONE_BOTTOM - TOP} />;
  return (
    <g>
      {rect('air', panel.onAir)}
      {rect('release', panel.release)}
    </g>
  );
}

function Rule({ at, axis, label }: { at: number; axis: boolean; label: string }) {
  return (
    <g>
      <line class={axis ? 'axis' : 'grid'} x1={LEFT} x2={RIGHT} y1={at} y2={at} />
      <text class="tick" x={LEFT - 5} y={at + 3} text-anchor="end">
        {label}
      </text>
    </g>
  );
}

/** Straight segments: smoothing would invent peaks. The peak is labelled. */
function Volume({ panel, language, y }: { panel: Panel; language: PanelLanguage; y: (value: number) => number }) {
  const peak = panel.weeks.reduce((a, b) => (b[language].documents > a[language].documents ? b : a));
  const count = peak[language].documents;
  const path = line<PanelWeek>(
    ({ week }) => x(week),
    (week) => y(week[language].documents),
  );
  return (
    <g>
      <path class={`${language} line`} d={short(path([...panel.weeks]))} />
      {count > 0 && (
        <text
          class={`${language} label`}
          x={x(peak.week)}
          y={y(count) - (language === 'fr' ? 5 : 4)}
          text-anchor="middle"
        >{`${language.toUpperCase()} ${count}`}</text>
      )}
    </g>
  );
}

/** What came out after the last week that is shown, between the two charts. */
function Later({ panel, words }: { panel: Panel; words: Speech }) {
  const counts = panelLanguages.filter((language) => panel.total[language].later > 0);
  const text = counts.map((language) => `${language.toUpperCase()} +${panel.total[language].later}`).join(' · ');
  return counts.length > 0 ? (
    <text class="tick" x={RIGHT} y={TOP + VOLUME + 14} text-anchor="end">
      {words.say('later', { counts: text })}
    </text>
  ) : null;
}

/** The season's mean with its interval as a band over the whole width; weeks that have enough stories as a line and dots. */
function Tone({ panel, language }: { panel: Panel; language: PanelLanguage }) {
  const total = panel.total[language].tone;
  const weeks = panel.weeks.filter((week) => week[language].tone !== null);
  const path = line<PanelWeek>(
    ({ week }) => x(week),
    (week) => tone(week[language].tone?.mean ?? 0),
  ).defined((week) => week[language].tone !== null);
  return (
    <g>
      {total && (
        <rect
          class={`${language} band`}
          x={LEFT}
          width={RIGHT - LEFT}
          y={tone(total.high)}
          height={tone(total.low) - tone(total.high)}
        />
      )}
      {total && <line class={`${language} mean`} x1={LEFT} x2={RIGHT} y1={tone(total.mean)} y2={tone(total.mean)} />}
      <path class={`${language} line`} d={short(path([...panel.weeks]))} />
      {weeks.map((week) => (
        <circle
          key={week.week}
          class={`${language} dot`}
          cx={x(week.week)}
          cy={tone(week[language].tone?.mean ?? 0)}
          r={2.2}
        />
      ))}
    </g>
  );
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'season-panel': Record<string, unknown>;
    }
  }
}
