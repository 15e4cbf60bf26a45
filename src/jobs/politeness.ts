/** Between two requests to one site. */
const PAUSE_MS = 5_000;

/**
 * Spaces out requests to each site (by host). The function takes the turn and returns 0, or says how many milliseconds to wait.
 * Hosts that `free` accepts — the demo newsroom — are never kept waiting.
 */
export function createPoliteness(
  free: (host: string) => boolean,
  now: () => number = Date.now,
): (url: string) => number {
  const nextTurn = new Map<string, number>();
  return (url) => {
    const { hostname } = new URL(url);
    if (free(hostname)) return 0;
    const wait = (nextTurn.get(hostname) ?? 0) - now();
    if (wait > 0) return wait;
    if (nextTurn.size > 10_000) nextTurn.clear();
    nextTurn.set(hostname, now() + PAUSE_MS);
    return 0;
  };
}
