import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/load.ts';
import type { Document, PageKind, Reading } from '../../src/domain/reading.ts';
import { readPage } from '../../src/reading/reading.ts';
import { createTools } from '../../src/tools.ts';
import { type ExpectedDocument, newsroomPages } from '../support/newsroom.ts';

const SHOW = 'le-bureau-des-legendes';

describe('each page of the newsroom', async () => {
  const tools = await createTools(await loadCatalogue('fixtures/catalogue'), 'models');
  const pages = newsroomPages().map((page) => ({ ...page, reading: readPage(page.input, tools) }));

  /** Pairs each expected document with the one that holds its phrases. */
  const pairs = pages.flatMap(({ name, expected, reading }) =>
    expected.documents.map((wanted) => ({ name, wanted, got: documentWith(reading, wanted.contains) })),
  );
  const pressPairs = pairs.filter(({ wanted }) => wanted.kind !== 'audience-review');

  it('is there', () => {
    expect(pages.length).toBeGreaterThanOrEqual(60);
    expect(new Set(pages.map(({ input }) => input.given.outlet?.domain)).size).toBeGreaterThanOrEqual(14);
    expect(pairs.length).toBeGreaterThanOrEqual(220);
  });

  it.each(pages)('$name: every document once, its text whole and alone', ({ expected, reading }) => {
    expect(readAlike(reading.pageKind)).toBe(readAlike(expected.pageKind));
    for (const { contains } of expected.documents)
      expect(documentWith(reading, contains), contains.join(' … ')).toBeDefined();
    expect(reading.documents).toHaveLength(expected.documents.length);
    for (const phrase of expected.absent) {
      for (const { text } of reading.documents) expect(text).not.toContain(phrase);
    }
  });

  it.each(pressPairs)('$name: title, date, language and rating', ({ wanted, got }) => {
    expect(got?.title).toBe(wanted.title);
    expect(got?.published?.date ?? null).toBe(wanted.published);
    expect(got?.language.code).toBe(wanted.language);
    expect(got?.rating ?? null).toEqual(wanted.rating);
  });

  it('gives every audience review its date, language and rating', () => {
    const wrong = pairs
      .filter(({ wanted }) => wanted.kind === 'audience-review')
      .filter(
        ({ wanted, got }) =>
          got?.published?.date !== (wanted.published ?? undefined) ||
          got?.language.code !== wanted.language ||
          JSON.stringify(got?.rating ?? null) !== JSON.stringify(wanted.rating),
      );
    expect(
      wrong.map(
        ({ name, wanted, got }) =>
          `${name}: ${wanted.contains[0]} ${got?.published?.date} ${got?.language.code} ${JSON.stringify(got?.rating)}`,
      ),
    ).toEqual([]);
  });

  it('tells what is about the show, at the pinned share', () => {
    expectShare(pairs, ({ wanted, got }) => relevanceOf(got) === wanted.about, 0.97);
  });

  it('reads kinds of documents, at the pinned share', () => {
    expectShare(pairs, ({ wanted, got }) => got?.kind === wanted.kind, 0.95);
  });

  it('attributes the sentences that a reader marked, at the pinned share', () => {
    const marked = pairs.flatMap(({ name, wanted, got }) =>
      wanted.attributions.map((attribution) => ({ name, attribution, got })),
    );
    expectShare(marked, ({ attribution, got }) => holds(got, attribution), 0.72);
  });

  it('never counts a season of another show as ours', () => {
    const others = pairs.flatMap(({ name, wanted, got }) =>
      wanted.attributions
        .filter(({ relation }) => relation === 'other-show')
        .map((attribution) => ({ name, attribution, got })),
    );
    const ours = others.filter(({ attribution, got }) => {
      const passage = got?.passages.find(({ text }) => text.includes(attribution.contains));
      const own = passage?.attributions.filter(({ show }) => show === SHOW).map(({ season }) => season) ?? [];
      const meant = others
        .filter((each) => each.got === got && each.attribution.contains === attribution.contains)
        .map((each) => each.attribution.season);
      return own.some(
        (season) =>
          meant.includes(season) &&
          passage?.attributions.some(
            (each) => each.season === season && each.basis !== 'document' && each.show === SHOW,
          ),
      );
    });
    // One is known: "cette saison 1 américaine" names its show by an adjective only.
    const says = ours.map(({ name, attribution }) => `${name}: ${attribution.contains}`);
    expect(says.length, says.join('\n')).toBeLessThanOrEqual(1);
  });

  it('reads the tone of whole documents, at the pinned share', () => {
    const clear = pairs.filter(
      ({ wanted }) =>
        wanted.about === true &&
        ['positive', 'negative'].includes(wanted.sentiment) &&
        ['fr', 'en'].includes(wanted.language),
    );
    expectShare(
      clear,
      ({ wanted, got }) =>
        (got?.sentiment?.score ?? 0) > 0 === (wanted.sentiment === 'positive') && got?.sentiment?.label !== 'neutral',
      0.75,
    );
  });
});

/** What a text that stands alone on its page is, a review or an article, is tested as the kind of its document. */
const readAlike = (kind: PageKind): PageKind => (kind === 'review' ? 'article' : kind);

const documentWith = (reading: Reading, phrases: readonly string[]): Document | undefined =>
  reading.documents.find(({ text }) => phrases.every((phrase) => text.replaceAll('\n', ' ').includes(phrase)));

const relevanceOf = (document: Document | undefined): ExpectedDocument['about'] => {
  const found = document?.shows.find(({ show }) => show === SHOW)?.relevance;
  return found === 'about' ? true : (found ?? false);
};

const holds = (document: Document | undefined, wanted: ExpectedDocument['attributions'][number]): boolean =>
  document?.passages.some(
    ({ text, attributions }) =>
      text.includes(wanted.contains) &&
      attributions.some(
        (each) => each.show === wanted.show && each.season === wanted.season && each.relation === wanted.relation,
      ),
  ) ?? false;

function expectShare<Item extends { readonly name: string }>(
  items: readonly Item[],
  right: (item: Item) => boolean,
  floor: number,
): void {
  const wrong = items.filter((item) => !right(item));
  const share = 1 - wrong.length / items.length;
  const says = wrong.slice(0, 25).map((item) => JSON.stringify({ ...item, got: undefined, wanted: undefined }));
  expect(share, `${(100 * share).toFixed(1)} % of ${items.length}\n${says.join('\n')}`).toBeGreaterThanOrEqual(floor);
}
