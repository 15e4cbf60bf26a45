import { RevueError } from '../../domain/errors.ts';
import { decode } from '../../reading/decode/decode.ts';
import type { ExtractTools } from '../../reading/extract/extract.ts';
import { readOf } from './extraction.ts';
import type { LabelledPage } from './pages.ts';

/** Milliseconds a page of each reader in one run, and how many times as fast as each peer extraction is. */
export interface PeerTimes {
  readonly pages: number;
  readonly revue: number;
  readonly readabilityJsdom: number;
  readonly readabilityLinkedom: number;
  readonly timesJsdom: number;
  readonly timesLinkedom: number;
}

/** Enough for a steady mean; jsdom takes a fifth of a second a page. */
const PAGES = 150;
/** Pages that one reader reads before the next one does: few, so that a noisy machine disturbs all alike, and enough to be at work. */
const TURN = 15;
const INSTALL = 'npm install --no-save @mozilla/readability@0.6.0 jsdom@26.1.0 linkedom@0.18.10';

interface Peers {
  readonly Readability: new (document: object) => { readonly parse: () => unknown };
  readonly JSDOM: new (
    html: string,
    options: object,
  ) => { readonly window: { readonly document: object; readonly close: () => void } };
  readonly parseHTML: (html: string) => { readonly document: object };
}

/** Times extraction and its peers on the same pages, in turns. Throws `no-peers` (fatal) when they are not installed. */
export async function timePeers(all: readonly LabelledPage[], tools: ExtractTools): Promise<PeerTimes> {
  const peers = await loadPeers();
  const step = Math.max(1, Math.floor(all.length / PAGES));
  const pages = all.filter((_, i) => i % step === 0).slice(0, PAGES);
  const spent = { revue: 0, jsdom: 0, linkedom: 0 };
  for (let from = 0; from < pages.length; from += TURN) {
    const turn = pages.slice(from, from + TURN).map((page) => ({ page, ...contentOf(page) }));
    spent.revue += timed(turn, ({ page, bytes }) => readOf(page, bytes, tools));
    spent.linkedom += timed(turn, ({ html }) => new peers.Readability(peers.parseHTML(html).document).parse());
    spent.jsdom += timed(turn, ({ page, html }) => {
      const { window } = new peers.JSDOM(html, { url: page.url ?? 'http://page.example/' });
      new peers.Readability(window.document).parse();
      window.close();
    });
  }
  const mean = (total: number): number => Math.round((100 * total) / pages.length) / 100;
  return {
    pages: pages.length,
    revue: mean(spent.revue),
    readabilityJsdom: mean(spent.jsdom),
    readabilityLinkedom: mean(spent.linkedom),
    timesJsdom: Math.round((10 * spent.jsdom) / spent.revue) / 10,
    timesLinkedom: Math.round((10 * spent.linkedom) / spent.revue) / 10,
  };
}

function contentOf(page: LabelledPage): { readonly bytes: Uint8Array; readonly html: string } {
  const bytes = page.bytes();
  return { bytes, html: decode({ url: page.url, contentType: 'text/html', bytes, given: {} }).text };
}

function timed<Item>(items: readonly Item[], work: (item: Item) => unknown): number {
  const start = performance.now();
  for (const item of items) {
    try {
      work(item);
    } catch {
      // A peer that fails on a page has still taken its time.
    }
  }
  return performance.now() - start;
}

async function loadPeers(): Promise<Peers> {
  const names = ['@mozilla/readability', 'jsdom', 'linkedom'];
  try {
    const loaded: readonly unknown[] = await Promise.all(names.map((name) => import(name)));
    return Object.assign({}, ...loaded.map((module) => ({ ...(module as object) }))) as Peers;
  } catch (cause) {
    throw new RevueError('no-peers', `The peers are not installed; "${INSTALL}" installs them.`, 'fatal', { cause });
  }
}
