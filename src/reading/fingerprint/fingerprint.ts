export const fingerprintStage = { name: 'fingerprint', version: '1' } as const;

/** Words in a shingle and shingles in a window, as measured best for edited wire copy (winnowing, Schleimer et al. 2003). */
const SHINGLE = 4;
const WINDOW = 6;

/**
 * Winnowing fingerprints of a text, sorted signed 32-bit integers without repeats.
 * Two texts that share a run of nine words share at least one; case, accents and punctuation do not count.
 */
export function fingerprint(text: string): readonly number[] {
  const hashes = shingleHashes(words(text));
  const picked = new Set<number>();
  for (let i = 0; i + WINDOW <= hashes.length || i === 0; i++) picked.add(minimum(hashes, i));
  return [...picked].filter((hash) => Number.isFinite(hash)).sort((a, b) => a - b);
}

/** Share of the smaller set that the two have in common, in [0, 1]; 0 when either is empty. */
export function containment(a: readonly number[], b: readonly number[]): number {
  const [small, large] = a.length <= b.length ? [a, new Set(b)] : [b, new Set(a)];
  return small.length === 0 ? 0 : small.filter((hash) => large.has(hash)).length / small.length;
}

const words = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

function shingleHashes(list: readonly string[]): readonly number[] {
  const single = list.map(fnv);
  return single.slice(0, Math.max(0, list.length - SHINGLE + 1)).map((_, i) => {
    let hash = 0x9747b28c;
    for (let j = i; j < i + SHINGLE; j++) {
      hash = Math.imul(hash ^ (single[j] ?? 0), 0x5bd1e995);
      hash ^= hash >>> 15;
    }
    return Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) | 0;
  });
}

function minimum(hashes: readonly number[], from: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = from; i < Math.min(from + WINDOW, hashes.length); i++) least = Math.min(least, hashes[i] ?? least);
  return least;
}

/** FNV-1a over UTF-16 code units. */
function fnv(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash | 0;
}
