import { orderPosts } from "./accounting/order-posts";
import { stripTags } from "./conversion/strip-tags";
import type { SourcePost, SourceThread } from "./model";

/** In characters. */
const LONGEST = 80;

/** The first and the last comment of a thread, a line each, for whoever holds them against the page. */
export function sampleComments({ article, posts }: SourceThread): string[] {
  const ordered = orderPosts(posts);
  const [first, last] = [ordered[0], ordered.length > 1 ? ordered.at(-1) : undefined];
  return [
    ...(first ? [`${article.title}: first comment: ${describeComment(first)}`] : []),
    ...(last ? [`${article.title}: last comment: ${describeComment(last)}`] : []),
  ];
}

function describeComment({ author, published, notAfter, body }: SourcePost): string {
  const words = stripTags(body?.text ?? "")
    .replace(/\s+/gu, " ")
    .trim();
  const beginning =
    words.length > LONGEST ? `${words.slice(0, LONGEST).replace(/[\ud800-\udbff]$/u, "")}…` : words;
  const date = published ?? (notAfter === undefined ? "no date" : `no later than ${notAfter}`);
  return [author?.name ?? "nobody named", date, beginning || "no text"].join(", ");
}
