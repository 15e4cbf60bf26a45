/** That a document carries the same text as another one: which share of it, and where in it (in words). */
export interface Like {
  readonly document: string;
  readonly other: string;
  readonly share: number;
  readonly starts: number;
  readonly ends: number;
}

/**
 * The story of each document, named by its lead. `order` lists the documents from first to last: who stands before whom
 * is what makes a lead, so the same documents give the same stories whatever order they arrived in.
 * Every document joins one story at most: that of the earlier document which has the largest share of its text.
 * It does not join through a longer text that carries another document of the story elsewhere: a round-up of two articles
 * is a copy of one of them and never makes them one story.
 */
export function tellStories(order: readonly string[], likes: readonly Like[]): ReadonlyMap<string, string> {
  const likesOf = byDocument(likes);
  const stories = new Map<string, string>();
  const ranks = new Map(order.map((document, rank) => [document, rank]));
  const rank = ({ other }: Like): number => ranks.get(other) ?? 0;
  for (const document of order) {
    const earlier = [...(likesOf.get(document)?.values() ?? [])]
      .filter(({ other }) => stories.has(other))
      .toSorted((a, b) => b.share - a.share || rank(a) - rank(b));
    stories.set(document, storyFor(document, earlier, stories, likesOf) ?? document);
  }
  return stories;
}

type LikesOf = ReadonlyMap<string, ReadonlyMap<string, Like>>;

function byDocument(likes: readonly Like[]): LikesOf {
  const likesOf = new Map<string, Map<string, Like>>();
  for (const like of likes) {
    const own = likesOf.get(like.document) ?? new Map<string, Like>();
    likesOf.set(like.document, own.set(like.other, like));
  }
  return likesOf;
}

function storyFor(
  document: string,
  earlier: readonly Like[],
  stories: ReadonlyMap<string, string>,
  likesOf: LikesOf,
): string | null {
  for (const story of new Set(earlier.map(({ other }) => stories.get(other) ?? other))) {
    const members = earlier.filter(({ other }) => stories.get(other) === story);
    if (!members.some(({ other }) => standsApart(document, likesOf.get(other), story, stories))) return story;
  }
  return null;
}

/** True when the text whose likes are given carries the document, and another one of the story, in two different places. */
function standsApart(
  document: string,
  likes: ReadonlyMap<string, Like> | undefined,
  story: string,
  stories: ReadonlyMap<string, string>,
): boolean {
  const own = likes?.get(document);
  if (!likes || !own) return false;
  return [...likes.values()].some((like) => stories.get(like.other) === story && apart(own, like));
}

/** Less than half of the shorter stretch is common to both. */
function apart(a: Like, b: Like): boolean {
  const common = Math.min(a.ends, b.ends) - Math.max(a.starts, b.starts);
  return common < Math.min(a.ends - a.starts, b.ends - b.starts) / 2;
}
