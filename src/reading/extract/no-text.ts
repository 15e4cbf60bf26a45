import type { ExtractedPage } from '../../domain/extraction.ts';
import reasons from './no-text.json' with { type: 'json' };
import type { Outline } from './outline/outline.ts';

/** Why a page has no text of its own, in one sentence. */
export function noText({ parts: { frames, scripts, images } }: Outline): ExtractedPage['leftOut'][number] {
  const reason = frames > 0 ? 'frames' : scripts > 0 ? 'scripts' : images > 0 ? 'images' : 'nothing';
  return { kind: 'no-text', detail: reasons[reason] };
}
