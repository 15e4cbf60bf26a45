import type { Evidence } from '../../coverage/evidence.ts';
import { isSettled, type Progress } from '../../coverage/progress.ts';
import type { Timeline } from '../../coverage/timeline.ts';
import type { Show } from '../../domain/catalogue.ts';
import { type Speech, sayAny } from '../messages.ts';
import { type Panel, panelsOf } from '../panel/panel-data.ts';
import { SeasonPanel } from '../panel/season-panel.tsx';
import { type Choice, linkTo } from './choice.ts';
import { CompareTable } from './compare-table.tsx';
import { finding } from './finding.ts';
import { Layout } from './layout.tsx';
import { Ledger } from './ledger.tsx';
import { Quotations } from './quotations.tsx';

/** Everything that the page of a show draws. */
export interface ShowPageData {
  readonly show: Show;
  readonly timeline: Timeline;
  readonly quotations: readonly Evidence[];
  readonly progress: Progress;
  readonly choice: Choice;
  readonly market: string;
  readonly isDemo: boolean;
}

/** The page of a show: finding, season panels, comparison, quotations, and what is left out. */
export function ShowPage({ data, words }: { data: ShowPageData; words: Speech }) {
  const { show, timeline, choice, market, progress } = data;
  const { say } = words;
  const panels = panelsOf(show, timeline, market);
  const title = say('title', { show: titleIn(show, words.locale) });
  return (
    <Layout words={words} title={title} path={`/shows/${show.id}`} search={linkTo(choice, {})}>
      <h1>{title}</h1>
      <p class="lede">{say('lede', { market: sayAny(words, `market-${market}`) })}</p>
      {data.isDemo && <p class="note">{say('demoNotice')}</p>}
      {!isSettled(progress) && <ProgressLine progress={progress} words={words} />}
      <p class="finding">{finding(panels, words, timeline.method.minimum)}</p>
      <Filters show={show} choice={choice} market={market} words={words} />
      <Panels panels={panels} words={words} market={market} minimum={timeline.method.minimum} />
      <CompareTable panels={panels} words={words} choice={choice} />
      <Quotations quotations={data.quotations} words={words} choice={choice} />
      <Ledger excluded={timeline.excluded} words={words} />
    </Layout>
  );
}

/** The show's title in a language: the catalogue's own word there, else the original. */
export function titleIn(show: Show, locale: string): string {
  return (
    show.titles.find(({ language, strength }) => language === locale && strength !== 'capitals')?.text ?? show.title
  );
}

/** How far the taking-in is; the island keeps it current and reloads the page at the end. */
export function ProgressLine({ progress, words }: { progress: Progress; words: Speech }) {
  const { pages, read, quarantined, documents } = progress;
  return (
    <p
      class="progress"
      role="status"
      data-progress={words.say('progress', { read: '{read}', pages: '{pages}', documents: '{documents}' })}
    >
      {words.say('progress', { read: read + quarantined, pages, documents })}
    </p>
  );
}

function Filters({ show, choice, market, words }: { show: Show; choice: Choice; market: string; words: Speech }) {
  const { say } = words;
  const markets = ['FR', 'US', 'GB'].filter((each) =>
    show.seasons.some(({ windows }) => windows.some((window) => window.market === each)),
  );
  const option = (value: string, label: string, chosen: string) => (
    <option key={value} value={value} selected={value === chosen}>
      {label}
    </option>
  );
  return (
    <form method="get" class="filters" aria-label={say('filters')}>
      <label>
        {say('pressLanguage')}{' '}
        <select name="lang">
          {option('', say('bothLanguages'), choice.lang ?? '')}
          {option('fr', say('fr'), choice.lang ?? '')}
          {option('en', say('en'), choice.lang ?? '')}
        </select>
      </label>
      <label>
        {say('kind')}{' '}
        <select name="kind">
          {option('', say('allKinds'), choice.kind ?? '')}
          {option('press', say('press'), choice.kind ?? '')}
          {option('audience', say('audience'), choice.kind ?? '')}
        </select>
      </label>
      <label>
        {say('countedFrom')}{' '}
        <select name="market">{markets.map((each) => option(each, sayAny(words, `market-${each}`), market))}</select>
      </label>
      <button type="submit">{say('apply')}</button>
    </form>
  );
}

function Panels({
  panels,
  words,
  market,
  minimum,
}: {
  panels: readonly Panel[];
  words: Speech;
  market: string;
  minimum: number;
}) {
  const { say } = words;
  const most = Math.max(
    ...panels.flatMap(({ weeks }) => weeks.flatMap(({ fr, en }) => [fr.documents, en.documents])),
    0,
  );
  const place = sayAny(words, `market-${market}`);
  return (
    <figure>
      <figcaption>
        {say('documents')}
        <br />
        <small>{say('toneNote', { minimum })}</small>
      </figcaption>
      <ul class="legend">
        <li>
          <svg width="26" height="10" aria-hidden="true">
            <path class="fr line" d="M0 5h26" />
          </svg>
          {say('fr')}
        </li>
        <li>
          <svg width="26" height="10" aria-hidden="true">
            <path class="en line" d="M0 5h26" />
          </svg>
          {say('en')}
        </li>
        <li>
          <span class="swatch air" />
          {say('onAir', { market: place })}
        </li>
        <li>
          <span class="swatch release" />
          {say('release')}
        </li>
      </ul>
      <div class="panels">
        {panels.map((panel) => (
          <SeasonPanel key={panel.season} panel={panel} most={most} words={words} market={place} />
        ))}
      </div>
      <details>
        <summary>{say('table')}</summary>
        <div class="scroll" tabindex={0} role="region" aria-label={say('documents')}>
          <WeekTable panels={panels} words={words} />
        </div>
      </details>
    </figure>
  );
}

function WeekTable({ panels, words }: { panels: readonly Panel[]; words: Speech }) {
  const { say, signed } = words;
  const figure = (mean: number | undefined) => (mean === undefined ? '–' : signed(mean));
  return (
    <table>
      <thead>
        <tr>
          {[
            say('seasonShort', { season: '' }),
            say('week'),
            say('fr'),
            say('en'),
            `${say('tone')} (${say('fr')})`,
            `${say('tone')} (${say('en')})`,
          ].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {panels.flatMap(({ season, weeks }) =>
          weeks
            .filter(({ fr, en }) => fr.documents + en.documents > 0)
            .map(({ week, fr, en }) => (
              <tr key={`${season} ${week}`}>
                <th scope="row">{season}</th>
                <td>{week}</td>
                <td>{fr.documents}</td>
                <td>{en.documents}</td>
                <td>{figure(fr.tone?.mean)}</td>
                <td>{figure(en.tone?.mean)}</td>
              </tr>
            )),
        )}
      </tbody>
    </table>
  );
}
