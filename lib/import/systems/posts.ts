import type { LooseItem, SourcePost } from "../model";

/** Each id once: the first that the source holds. */
export function withoutDuplicates(all: readonly SourcePost[]): {
  posts: SourcePost[];
  duplicates: LooseItem[];
} {
  const byId = new Map<string, SourcePost>();
  const duplicates: LooseItem[] = [];
  for (const post of all) {
    if (!byId.has(post.id)) byId.set(post.id, post);
    else duplicates.push({ source: post.source, outcome: "duplicate", reason: "the same post again" });
  }
  return { posts: [...byId.values()], duplicates };
}

/** Nobody saw spam; where somebody answered it, the reply keeps its parent as one that is not there. */
export function withoutSpam(all: readonly SourcePost[]): { posts: SourcePost[]; others: LooseItem[] } {
  const isSpam = ({ state }: SourcePost) => state.kind === "hidden" && state.reason === "spam";
  const others = all
    .filter(isSpam)
    .map(({ source }): LooseItem => ({ source, outcome: "skipped", reason: "spam" }));
  return { posts: all.filter((post) => !isSpam(post)), others };
}
