import { createHash } from 'node:crypto';
import type { LabelledPage } from '../../bench/extraction/pages.ts';
import { decode } from '../../reading/decode/decode.ts';
import { thingsIn } from '../../reading/extract/json-ld.ts';
import { scan } from '../../reading/extract/outline/scan.ts';
import { declaredOf } from '../../reading/extract/scoring/declared.ts';
import { blockFeatures, type Declared, type FeatureRows } from '../../reading/extract/scoring/features.ts';
import { type Measured, measure } from '../../reading/extract/scoring/measure.ts';
import { tokensOf } from '../../reading/extract/scoring/tokens.ts';
import { labelsOf } from './labels.ts';

/** A labelled page, measured once for all models. */
export interface PreparedPage {
  readonly page: LabelledPage;
  readonly measured: Measured;
  readonly declared: Declared;
  readonly rows: FeatureRows;
  readonly labels: readonly number[];
  /** Pages of one publisher always fall into the same fold. */
  readonly hash: number;
}

/** Shorter texts are test cases of parsers, with nothing around them. */
const LEAST_WORDS = 60;

/** Measures a page; null when nothing of the truth stands in it, or next to nothing. */
export function prepare(page: LabelledPage): PreparedPage | null {
  if (!page.text || tokensOf(page.text).length < LEAST_WORDS) return null;
  const decoded = decode({ url: page.url, contentType: 'text/html', bytes: page.bytes(), given: {} });
  const outline = scan(decoded.text);
  const measured = measure(outline);
  const labels = labelsOf(measured, page.text);
  if (!labels.includes(1)) return null;
  const declared = declaredOf(outline.head, thingsIn(outline.head.jsonLd));
  return { page, measured, declared, rows: blockFeatures(measured, declared), labels, hash: hashOf(publisherOf(page)) };
}

/** The host without `www.`, or the page itself where hosts are made up. */
function publisherOf({ url, id, set }: LabelledPage): string {
  const host = url !== null && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./u, '') : '';
  return host.includes('.') ? host : `${set}/${id}`;
}

/** A number that stays the same everywhere. */
const hashOf = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE(0);
