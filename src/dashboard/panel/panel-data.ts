import type { ToneSummary } from '../../coverage/mean.ts';
import type { Timeline, TimelinePoint } from '../../coverage/timeline.ts';
import type { Show } from '../../domain/catalogue.ts';

/** Weeks that a panel shows, counted from the premiere. */
export const FIRST_WEEK = -6;
export const LAST_WEEK = 20;

export const panelLanguages = ['fr', 'en'] as const;
export type PanelLanguage = (typeof panelLanguages)[number];

/** One language in one week. */
export interface WeekValue {
  readonly documents: number;
  readonly tone: ToneSummary | null;
}

export interface PanelWeek {
  readonly week: number;
  readonly fr: WeekValue;
  readonly en: WeekValue;
}

/** One language over a whole season; `later` counts its documents after the last week that is shown. */
export interface SeasonTotal {
  readonly documents: number;
  readonly stories: number;
  readonly outlets: number;
  readonly tone: ToneSummary | null;
  readonly later: number;
}

/** What one season panel draws. Bands are in weeks; null where the catalogue has no window. */
export interface Panel {
  readonly season: number;
  readonly premiere: string | null;
  readonly onAir: readonly [number, number] | null;
  readonly release: readonly [number, number] | null;
  readonly weeks: readonly PanelWeek[];
  readonly total: Readonly<Record<PanelLanguage, SeasonTotal>>;
}

const WEEK_MS = 7 * 86_400_000;
const empty: WeekValue = { documents: 0, tone: null };

/** The panels of a show's seasons from a weekly timeline that is aligned on `market`. */
export function panelsOf(show: Show, timeline: Timeline, market: string): readonly Panel[] {
  return show.seasons.map(({ number, windows }) => {
    const home = windows.find((window) => window.market === market);
    const premiere = home?.from ?? null;
    const points = (language: PanelLanguage): readonly TimelinePoint[] =>
      timeline.series.find(({ season, lang }) => season === number && lang === language)?.data ?? [];
    const byWeek = { fr: weekMap(points('fr')), en: weekMap(points('en')) };
    const abroad = windows.find(
      (window) => window.market !== market && window.market !== 'FR' && ['US', 'GB'].includes(window.market),
    );
    return {
      season: number,
      premiere,
      onAir: home ? band(home.from, home.from, home.to) : null,
      release: abroad && premiere ? band(premiere, abroad.from, abroad.to) : null,
      weeks: Array.from({ length: LAST_WEEK - FIRST_WEEK + 1 }, (_, i) => {
        const week = FIRST_WEEK + i;
        return { week, fr: byWeek.fr.get(week) ?? empty, en: byWeek.en.get(week) ?? empty };
      }),
      total: { fr: totalOf(timeline, number, 'fr'), en: totalOf(timeline, number, 'en') },
    };
  });
}

const weekMap = (points: readonly TimelinePoint[]): ReadonlyMap<number | null, WeekValue> =>
  new Map(points.map(({ week, documents, sentiment }) => [week, { documents, tone: sentiment }]));

function totalOf(timeline: Timeline, season: number, language: PanelLanguage): SeasonTotal {
  const series = timeline.series.find((each) => each.season === season && each.lang === language);
  const { documents = 0, stories = 0, outlets = 0, sentiment = null } = series?.total ?? {};
  const later = (series?.data ?? []).filter(({ week }) => week !== null && week > LAST_WEEK);
  return {
    documents,
    stories,
    outlets,
    tone: sentiment,
    later: later.reduce((sum, point) => sum + point.documents, 0),
  };
}

/** A window in weeks from the premiere; at least one week wide, clipped to the panel; null outside it. */
function band(premiere: string, from: string, to: string | null): readonly [number, number] | null {
  const start = (Date.parse(from) - Date.parse(premiere)) / WEEK_MS;
  const end = Math.max(start + 1, to === null ? start + 1 : (Date.parse(to) - Date.parse(premiere)) / WEEK_MS);
  if (start >= LAST_WEEK || end <= FIRST_WEEK) return null;
  return [Math.max(FIRST_WEEK, start), Math.min(LAST_WEEK, end)];
}
