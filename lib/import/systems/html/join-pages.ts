import { findEarliest } from "../../../archive/moment";
import { withoutFragment } from "../../../share/old-addresses/normalize-address";
import type {
  Capture,
  LeftOut,
  LooseItem,
  SourceArticle,
  SourceBody,
  SourcePost,
  SourceThread,
} from "../../model";
import { withoutDuplicates } from "../posts";
import { extractBody } from "./article/extract-body";
import type { ThreadPage } from "./thread-pages";

/** Makes one thread of all the pages that hold a part of it. */
export function joinPages(unordered: readonly ThreadPage[]): SourceThread | undefined {
  const pages = orderPages(unordered);
  const [first] = pages;
  if (first === undefined) return undefined;
  const { posts: undated, duplicates } = withoutDuplicates(pages.flatMap((page) => page.posts));
  const posts = boundPosts(undated, pages);
  const openings = pages.flatMap(({ opening }) => opening ?? []);
  const again = openings
    .slice(1)
    .map(({ source }): LooseItem => ({ source, outcome: "duplicate", reason: "the same post again" }));
  const announced = announcedBy(pages);
  const absent = listAbsent(pages, posts);
  const lost = pages.reduce((sum, { lostPictures }) => sum + lostPictures, 0);
  const gaps = findGaps(pages, posts.length + absent.length, announced);
  return {
    identity: {
      system: "html",
      ...(first.origin && { origin: first.origin }),
      id: first.key,
    },
    article: describeArticle(pages, openings[0], lost > 0 ? [...gaps, "pictures"] : gaps),
    posts,
    others: [...pages.flatMap(({ others }) => others), ...duplicates, ...again],
    absent,
    ...(announced !== undefined && { announced }),
    facts: pages.find(({ events }) => events.length > 0)?.events ?? [],
    remarks: [...gaps.map((gap) => GAPS[gap]), ...describeLost(lost), ...checkDates(pages, posts)],
    captures: listCaptures(pages),
  };
}

function describeLost(pictures: number): string[] {
  if (pictures === 0) return [];
  const how = "they do not lie beside the page, unpacked, or are no pictures that the archive shows";
  return [`pictures in its texts that were not saved with it: ${pictures} (${how})`];
}

/** "Two hours ago" is no date: what such a post can be of at the latest is the first capture in which it stands. */
function boundPosts(posts: readonly SourcePost[], pages: readonly ThreadPage[]): SourcePost[] {
  const captures = new Map<string, string>();
  for (const { posts: shown, notAfter } of pages) {
    if (notAfter === undefined) continue;
    for (const { id } of shown)
      captures.set(id, findEarliest([captures.get(id) ?? notAfter, notAfter]) ?? notAfter);
  }
  return posts.map((post) => {
    const notAfter = captures.get(post.id);
    return post.published !== undefined || notAfter === undefined ? post : { ...post, notAfter };
  });
}

function listCaptures(pages: readonly ThreadPage[]): Capture[] {
  const listed = pages.flatMap(({ captures, capture }) => [...captures, capture]);
  return [...new Map(listed.map((capture) => [capture.sha256, capture])).values()];
}

/** By the first date on each where all have one, else by their own numbers. */
function orderPages(pages: readonly ThreadPage[]): ThreadPage[] {
  const dateOf = (page: ThreadPage) =>
    [page.opening, ...page.posts].find((post) => post?.published)?.published;
  const isDated = pages.every((page) => dateOf(page)?.includes("T"));
  const place = (page: ThreadPage) =>
    isDated ? Date.parse(dateOf(page) ?? "") : (page.pages[0] ?? Number.POSITIVE_INFINITY);
  return [...pages].sort((one, other) => place(one) - place(other) || 0);
}

function announcedBy(pages: readonly ThreadPage[]): number | undefined {
  const counts = pages.flatMap(({ announced, facts }) => announced ?? facts.announced ?? []);
  return counts.length === 0 ? undefined : Math.max(...counts);
}

function listAbsent(pages: readonly ThreadPage[], posts: readonly SourcePost[]) {
  const known = new Set(posts.map(({ id }) => id));
  const named = new Map(
    pages.flatMap(({ absent, capture }) => absent.map((each) => [each.id, { each, capture }])),
  );
  return [...named.values()]
    .filter(({ each }) => !known.has(each.id))
    .map(({ each, capture }) => ({
      source: `${capture.file}#${each.id}`,
      ...each,
      reason: "named by the page and not in this capture",
    }));
}

/** What the archivist is told. */
export const GAPS = {
  frame: "its comments are in a frame that was not captured",
  button:
    'more comments wait behind a "load more" button: press it until it is gone, and save the page again',
  collapsed: "comments are folded away and not in this capture: unfold them, and save the page again",
  pages: "the thread has further pages, which are not in this source",
} as const;

function findGaps(pages: readonly ThreadPage[], held: number, announced: number | undefined) {
  const linked = new Set(pages.flatMap((page) => page.pages));
  const isWhole = announced !== undefined && announced <= held;
  const lacksPages = linked.size > pages.length && !isWhole;
  // The frame that one page lacks may have been saved as another; so may the thread of which one shows a part.
  const isPartial = pages.every(({ gaps }) => gaps.includes("pages"));
  const own = pages
    .flatMap(({ gaps }) => gaps)
    .filter((gap) => (gap === "frame" ? held === 0 : gap !== "pages" || isPartial));
  return [...new Set([...own, ...(lacksPages ? (["pages"] as const) : [])])];
}

/** JSON-LD is believed in nothing but what it contradicts: a date that no comment has. */
function checkDates(pages: readonly ThreadPage[], posts: readonly SourcePost[]): string[] {
  const known = new Set(posts.flatMap(({ published }) => (published ? [Date.parse(published)] : [])));
  const stated = new Set(pages.flatMap(({ facts }) => facts.commentDates));
  const unknown = [...stated].filter((date) => known.size > 0 && !known.has(Date.parse(date)));
  return unknown.length === 0
    ? []
    : [`${unknown.length} comment dates of the page's JSON-LD are on none of the comments read`];
}

function describeArticle(
  pages: readonly ThreadPage[],
  opening: SourcePost | undefined,
  gaps: readonly LeftOut[],
): SourceArticle {
  const first = pages.find((page) => page.opening ?? page.content ?? page.article.stated) ?? pages[0];
  const facts = first?.facts;
  const article = first?.article ?? {};
  const url = article.url ?? (first?.url && withoutFragment(first.url));
  const captured = findEarliest(pages.flatMap((page) => page.captured ?? []));
  const own = opening ?? factsOf(first);
  const found = opening ? { body: opening.body, state: opening.state } : findText(pages);
  const isExtracted = found.isExtracted === true;
  const leftOut: LeftOut[] = [...(isExtracted ? (["extracted"] as const) : []), ...gaps];
  const image = opening === undefined ? (article.image ?? facts?.image) : undefined;
  const position = opening?.number ?? article.position;
  const { summary, citedSources = [], stated } = article;
  const language = article.language ?? facts?.language;
  const publisher = article.publisher ?? facts?.publisher ?? first?.origin;
  return {
    source: opening?.source ?? `${first?.capture.file}#article`,
    ...(found.body === undefined && opening === undefined && stated === undefined && { isAbsent: true }),
    title: article.title ?? facts?.title ?? first?.key ?? "",
    ...(article.slug && { slug: article.slug }),
    ...(own?.author && { author: own.author }),
    ...(own?.published && { published: own.published }),
    ...(own?.edited && { edited: own.edited }),
    ...(found.body && { body: found.body }),
    state: found.state,
    ...(url && { url }),
    ...(publisher && { publisher }),
    ...(language && { language }),
    ...(position !== undefined && { position }),
    ...(opening?.likes !== undefined && { likes: opening.likes }),
    ...(summary && { summary }),
    ...(citedSources.length > 0 && { citedSources }),
    ...(image && { image }),
    ...(captured && { captured }),
    ...(stated && { stated }),
    ...(leftOut.length > 0 && { leftOut }),
  };
}

function factsOf(
  page: ThreadPage | undefined,
): Pick<SourceArticle, "author" | "published" | "edited"> | undefined {
  if (page === undefined) return undefined;
  const author = page.article.author ?? page.facts.author;
  const published = page.article.published ?? page.facts.published;
  return { ...(author && { author }), ...(published && { published }) };
}

type Found = {
  readonly body?: SourceBody;
  readonly state: SourceArticle["state"];
  readonly isExtracted?: boolean;
};

function findText(pages: readonly ThreadPage[]): Found {
  const marked = pages.find(({ content }) => content !== undefined)?.content;
  if (marked) return { body: marked, state: { kind: "present" } };
  for (const { rest, url, base = url } of pages) {
    const extracted = rest === undefined ? undefined : extractBody(rest);
    if (extracted)
      return {
        body: { format: "html", text: extracted.html, ...(base && { baseUrl: base }) },
        state: { kind: "present" },
        isExtracted: true,
      };
  }
  return { state: { kind: "hidden", reason: "not in this export" } };
}
