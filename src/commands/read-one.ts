import { createFetcher } from '../acquire/fetch.ts';
import { toneChoice } from '../app-transformer.ts';
import { buildIndex } from '../catalogue/index.ts';
import { loadCatalogueWith } from '../catalogue/load.ts';
import { readConfig } from '../config.ts';
import type { GivenFacts, PageInput, Reading } from '../domain/reading.ts';
import { createReadingPool } from '../jobs/reading-pool.ts';
import { paths } from '../paths.ts';
import { type Arguments, textOption, usage } from './arguments.ts';
import { checkedFacts } from './facts.ts';
import { toolsFor } from './given-show.ts';
import { contentTypeOf, isUrl, readFileBytes, readStdin } from './input.ts';
import { print, printJson, toneText } from './output.ts';

/** Reads one file, URL or standard input and prints what was understood. */
export async function readOne(parsed: Arguments): Promise<void> {
  const [target, ...more] = parsed.positionals;
  if (target === undefined || more.length > 0) throw usage('Name one file, one URL, or - for standard input.');
  const shipped = await loadCatalogueWith(paths.catalogue, textOption(parsed, 'catalogue') ?? null);
  const { page, index } = toolsFor(await pageOf(target, parsed), buildIndex(shipped));
  const { catalogue } = index;
  const pool = createReadingPool({ catalogue, models: paths.models, tone: toneChoice(readConfig()) }, 1);
  try {
    const reading = await pool.read(page);
    if (parsed.values['json']) printJson(reading);
    else print(describe(reading));
  } finally {
    await pool.close();
  }
}

/** The page that a file, an URL or `-` (standard input) holds, with the facts of the command line. Throws what fetching and opening throw. */
export async function pageOf(target: string, parsed: Arguments): Promise<PageInput> {
  const given = givenFacts(parsed);
  const type = textOption(parsed, 'type') ?? null;
  const url = textOption(parsed, 'url') ?? null;
  if (target === '-') return { url, contentType: type, bytes: await readStdin(), given };
  if (!isUrl(target))
    return { url, contentType: type ?? contentTypeOf(target), bytes: await readFileBytes(target), given };
  const fetcher = createFetcher({ userAgent: readConfig().USER_AGENT });
  try {
    const { finalUrl, contentType, bytes } = await fetcher.fetch(target);
    const fetchedOn = new Date().toISOString().slice(0, 10);
    return { url: url ?? finalUrl, contentType: type ?? contentType, bytes, given: { fetchedOn, ...given } };
  } finally {
    await fetcher.close();
  }
}

function givenFacts(parsed: Arguments): GivenFacts {
  const facts = {
    show: textOption(parsed, 'show'),
    title: textOption(parsed, 'title'),
    published: textOption(parsed, 'published'),
    language: textOption(parsed, 'lang'),
    fetchedOn: textOption(parsed, 'fetched'),
  };
  return checkedFacts(facts);
}

function describe(reading: Reading): string {
  const head = `${reading.pageKind}: ${reading.documents.length} document(s)${reading.outlet ? ` of ${reading.outlet.name}` : ''}`;
  const documents = reading.documents.map((document) => {
    const facts = [
      document.kind,
      document.language.code,
      document.published?.date ?? 'undated',
      toneText(document.sentiment),
    ];
    const shows = document.shows.map(({ show, relevance }) => `${show} (${relevance})`).join(', ') || 'no known show';
    const seasons = document.seasons.map(
      (each) =>
        `  season ${each.season} of ${each.show}: ${Math.round(each.weight * 100)} %, ${toneText(each.sentiment)}`,
    );
    const passages = document.passages.flatMap((passage) =>
      passage.attributions.map(
        (each) =>
          `    S${each.season} ${each.relation} (${each.basis}${each.evidence ? `: “${each.evidence}”` : ''}) ${toneText(each.sentiment)} — ${passage.text}`,
      ),
    );
    return [
      `\n${document.title ?? document.text.slice(0, 70)}`,
      `  ${facts.join(' · ')} · ${shows}`,
      ...seasons,
      ...passages,
    ].join('\n');
  });
  const outcomes = reading.outcomes.map(({ kind, detail }) => `\nleft out, ${kind}: ${detail}`);
  return [head, ...documents, ...outcomes].join('\n');
}
