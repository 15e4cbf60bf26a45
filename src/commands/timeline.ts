import { wholeCoverage } from '../coverage/filter.ts';
import { getShow, premieres } from '../coverage/shows.ts';
import { timeline as coverageTimeline, type TimelineSeries } from '../coverage/timeline.ts';
import { parseArguments, storeOptions, textOption, usage } from './arguments.ts';
import { print, printJson, signed, table } from './output.ts';
import { withApp, withKnownShow } from './with-app.ts';

const options = {
  ...storeOptions,
  season: { type: 'string' },
  lang: { type: 'string' },
  interval: { type: 'string' },
} as const;
const intervals = ['day', 'week', 'month'] as const;

/** `revue timeline SHOW`: how each season was received, by language. */
export async function timeline(args: readonly string[]): Promise<void> {
  const parsed = parseArguments(args, options);
  const [id] = parsed.positionals;
  if (id === undefined) throw usage('Name a show, as in revue timeline le-bureau-des-legendes.');
  const wanted = textOption(parsed, 'interval') ?? 'week';
  const interval = intervals.find((each) => each === wanted);
  if (!interval) throw usage(`"${wanted}" is none of ${intervals.join(', ')}.`);
  const chosen = {
    seasons: textOption(parsed, 'season')?.split(',').map(Number) ?? null,
    languages: textOption(parsed, 'lang')?.split(',') ?? null,
  };
  await withApp(parsed, async (app) => {
    const { show: known = id } = await withKnownShow(app, { show: id });
    const show = await getShow(app.database, known);
    const filter = { ...wholeCoverage(known), ...chosen };
    const result = await coverageTimeline(app.database, filter, {
      interval,
      bySeason: true,
      byLanguage: true,
      dedupe: true,
      tz: 'UTC',
      premieres: show ? premieres(show, show.country) : new Map(),
    });
    if (parsed.values['json']) return printJson(result);
    print(
      table([['season', 'lang', 'documents', 'stories', 'outlets', 'tone (95 %)', 'n'], ...result.series.map(row)]),
    );
    const left = Object.entries(result.excluded).filter(([, count]) => count > 0);
    print(`left out: ${left.map(([what, count]) => `${count} ${what}`).join(', ') || 'nothing'}`);
  });
}

function row({ season, lang, total }: TimelineSeries): readonly string[] {
  const { sentiment: tone } = total;
  const figure = tone ? `${signed(tone.mean)} (${signed(tone.low)} … ${signed(tone.high)})` : 'too few';
  return [season, lang, total.documents, total.stories, total.outlets, figure, tone?.n ?? '–'].map(String);
}
