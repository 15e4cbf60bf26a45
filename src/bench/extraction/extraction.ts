import { decode } from '../../reading/decode/decode.ts';
import { type ExtractTools, extract } from '../../reading/extract/extract.ts';
import { type Agreement, agreement, type Figures, figuresOf, type ReadPage } from './agreement.ts';
import { type LabelledPage, readLabelledPages } from './pages.ts';
import { type PeerTimes, timePeers } from './peers.ts';

/** What `revue bench extraction` prints. Times in milliseconds a page, memory in MB. */
export interface ExtractionBench {
  readonly all: Figures;
  /** By set and type of page, such as `fundus article`. */
  readonly groups: Readonly<Record<string, Figures>>;
  readonly ms: { readonly mean: number; readonly median: number; readonly p95: number };
  readonly peakRss: number;
  readonly peers: PeerTimes | null;
}

/** Reads all labelled pages of a directory and compares. With peers their times are measured on the same pages in the same run. */
export async function benchExtraction(
  directory: string,
  tools: ExtractTools,
  withPeers: boolean,
): Promise<ExtractionBench> {
  const pages = readLabelledPages(directory);
  const rows = pages.map((page) => ({ group: `${page.set} ${page.type}`, ...readTimed(page, tools) }));
  const peakRss = Math.round(process.resourceUsage().maxRSS / 1024);
  const times = rows.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (share: number): number => Math.round((times[Math.floor(share * times.length)] ?? 0) * 100) / 100;
  const groups = [...new Set(rows.map(({ group }) => group))].sort();
  const figures = (of: typeof rows): Figures => figuresOf(of.map((row) => row.agreement));
  return {
    all: figures(rows),
    groups: Object.fromEntries(groups.map((group) => [group, figures(rows.filter((row) => row.group === group))])),
    ms: {
      mean: Math.round((times.reduce((sum, ms) => sum + ms, 0) / times.length) * 100) / 100,
      median: at(0.5),
      p95: at(0.95),
    },
    peakRss,
    peers: withPeers ? await timePeers(pages, tools) : null,
  };
}

function readTimed(page: LabelledPage, tools: ExtractTools): { readonly ms: number; readonly agreement: Agreement } {
  const bytes = page.bytes();
  const start = performance.now();
  const read = readOf(page, bytes, tools);
  return { ms: performance.now() - start, agreement: agreement(page, read) };
}

/** A page as extraction reads it; a page that is refused reads as nothing. */
export function readOf({ url }: LabelledPage, bytes: Uint8Array, tools: ExtractTools): ReadPage {
  try {
    const { documents } = extract(decode({ url, contentType: 'text/html', bytes, given: {} }), {}, tools);
    const [first] = documents;
    return {
      text: documents.flatMap(({ blocks }) => blocks.map(({ text }) => text)).join('\n'),
      title: first?.title ?? null,
      authors: first?.author?.split(', ') ?? [],
      date: first?.published?.date ?? null,
    };
  } catch {
    return { text: '', title: null, authors: [], date: null };
  }
}
