/** One run of full stops and the like in a line, with what stands around it. */
export interface Stop {
  /** At most 60 characters since the last cut, up to the stops. */
  readonly before: string;
  /** The stops: ".", "?!", "…", "。". */
  readonly run: string;
  /** Quotation marks, brackets, citations and smileys that belong to the sentence that ends. */
  readonly closers: string;
  /** At most 60 characters behind the closers and blanks. */
  readonly next: string;
  /** No blank stands between. */
  readonly glued: boolean;
  /** Offset in the line behind the closers: where the sentence ends if it ends. */
  readonly end: number;
}

/** No look goes further; so the work on a stop is constant. */
const NEAR = 60;
const RUN = /[\p{Sentence_Terminal}…]+(?:\s?(?:[!?…]+|\.{2,})|(?:\s\.){2,})*/gu;
const CLOSERS =
  /(?:\s?[»”›](?=[\s\p{P}]|$)|["'’“‘«](?=[\s,.;:)\]»”"'’]|$)|[)\]}])*(?:\s?\[(?:\d{1,3}|…|\.\.\.|\p{Ll}[^\]]{0,24})\])*/uy;
/** A straight quotation mark with blanks on both sides, as French typists write it. */
const LOOSE_QUOTE = /\s"(?=\s|$)/uy;
const SMILEYS =
  /(?:\s?(?:[:;=8]['’]?-?[)(DPpOo3\]/|*]+|\^\^|<3|[xX]D|(?:\p{Extended_Pictographic}\uFE0F?\u200D?){1,20})(?=\s|$)){1,5}/uy;
const BLANKS = /\s*/uy;

/** The cuts that stops make in a line, ascending; `known` are ascending offsets where it is cut already. `ends` decides. */
export function stopCuts(line: string, known: readonly number[], ends: (stop: Stop) => boolean): readonly number[] {
  const cuts: number[] = [];
  let cut = 0;
  let next = 0;
  let quotes = 0;
  let counted = 0;
  for (const match of line.matchAll(RUN)) {
    if (match.index < cut) continue;
    for (; (known[next] ?? Number.POSITIVE_INFINITY) <= match.index; next += 1) cut = Math.max(cut, known[next] ?? 0);
    const behind = match.index + match[0].length;
    for (; counted < behind; counted += 1) if (line.charCodeAt(counted) === 0x22) quotes += 1;
    const stop = stopAt(line, match.index, behind, cut, quotes % 2 === 1);
    if (!ends(stop)) continue;
    cut = stop.end;
    cuts.push(cut);
  }
  return cuts;
}

function stopAt(line: string, index: number, behind: number, cut: number, inQuote: boolean): Stop {
  const loose = inQuote ? reach(LOOSE_QUOTE, line, behind) : behind;
  const end = reach(SMILEYS, line, reach(CLOSERS, line, loose));
  const from = reach(BLANKS, line, end);
  return {
    before: line.slice(Math.max(cut, index - NEAR), index),
    run: line.slice(index, Math.min(behind, index + NEAR)).replace(/\s/gu, ''),
    closers: line.slice(behind, Math.min(end, behind + NEAR)),
    next: line.slice(from, from + NEAR),
    glued: from === end,
    end,
  };
}

function reach(pattern: RegExp, line: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(line) ? pattern.lastIndex : from;
}
