import type { Element, ElementContent } from "hast";
import { element } from "../../../../text/markdown/display/nodes";
import { attribute, findElements, hasClass } from "../../../conversion/hast";
import type { SourceParent } from "../../../model";
import { dateOf } from "../page/dates";
import { findFirst, lineOf, ofClass, type PageTree, readValue } from "../page/page-tree";
import type { SavedPage } from "../page/saved-page";
import type { PagePost, PageThread, ThreadAdapter } from "../thread-adapter";

/**
 * Discourse: what it shows to crawlers and printers (`.crawler-post`, whose microdata changed twice: every post a
 * `DiscussionForumPosting`; since 2023 replies are `Comment`; `QAPage` where topics have solutions), and the page that readers
 * see (`article[data-post-id]`).
 */
export const discourse: ThreadAdapter = { name: "Discourse", read: readTopic };

function readTopic(page: SavedPage): PageThread | undefined {
  const { tree } = page;
  const crawled = tree.withClass("crawler-post");
  const shown = tree.elements.filter(
    (each) => each.tagName === "article" && "dataPostId" in each.properties && findBody(each) !== undefined,
  );
  const pairs = crawled.length + shown.length === 0 ? pairHeads(tree) : [];
  const blocks = [...crawled, ...shown, ...pairs];
  if (blocks.length === 0) return undefined;
  const topic = findTopic(page);
  const posts = mergePosts([
    readPosts(crawled.length > 0 ? crawled : pairs, page, topic),
    readPosts(shown, page, topic),
  ]);
  return {
    ...(topic.id !== undefined && { key: `t/${topic.id}` }),
    opensWithPost: true,
    posts,
    cut: [...crawled, ...shown, ...pairs.flatMap(({ children }) => children.filter(isElement))],
    article: {
      ...(topic.title && { title: topic.title }),
      ...(topic.slug && { slug: topic.slug }),
      ...(topic.url && { url: topic.url }),
    },
  };
}

function readPosts(blocks: readonly Element[], page: SavedPage, topic: Topic): PagePost[] {
  return blocks.map((block, index) => readPost(block, index, page, topic));
}

/** A page that a browser saved may hold posts twice: for readers without scripts, and those that were on the screen. */
function mergePosts([first = [], second = []]: readonly (readonly PagePost[])[]): PagePost[] {
  const others = new Map(second.map((post) => [post.id, post]));
  const merged = first.map((post) => {
    const parent = post.parent ?? others.get(post.id)?.parent;
    return parent === undefined ? post : { ...post, parent };
  });
  const known = new Set(first.map(({ id }) => id));
  return [...merged, ...second.filter(({ id }) => !known.has(id))];
}

/** The pages of 2013 have no element for a post: a head (`#1 By: …`) stands before each text. */
function pairHeads(tree: PageTree): Element[] {
  return tree.withClass("post").flatMap((body) => {
    const head = tree.previousOf(body);
    const isPair = head && hasClass(head, "creator") && HEAD.test(lineOf(head));
    return isPair ? [element("div", {}, [head, body])] : [];
  });
}

const HEAD = /^#(\d+) By: /u;

function isElement(node: ElementContent): node is Element {
  return node.type === "element";
}

type Topic = { readonly id?: string; readonly slug?: string; readonly url?: string; readonly title?: string };

const TOPIC = /\/t\/(?:([^/?#]+)\/)?(\d+)(?:\/|\.html|[?#]|$)/u;

/** By the page's own address, or the one that its heading leads to. */
function findTopic({ tree, url }: SavedPage): Topic {
  const heading =
    tree.withTag("h1").find((each) => findFirst(each, isTopicLink) !== undefined) ?? tree.withTag("h1")[0];
  const link = heading && findFirst(heading, isTopicLink);
  const places = tree.elements.flatMap((each) =>
    ["mainEntityOfPage", "url"].includes(String(each.properties.itemProp)) ? (addressOf(each) ?? []) : [],
  );
  const own = [url, link && attribute(link, "href"), ...places].find((each) => each && TOPIC.test(each));
  const title = lineOf(link ?? heading) || titleOf(tree);
  if (own === undefined) return { title };
  const [, slug, id = ""] = TOPIC.exec(own) ?? [];
  const whole = [own, ...places, url].find((each) => each && /^https?:/u.test(each));
  const origin = whole === undefined ? undefined : new URL(whole).origin;
  const isNamed = slug !== undefined && slug !== "-";
  return {
    ...{ id, title },
    ...(isNamed && { slug }),
    ...(origin && { url: `${origin}/t/${isNamed ? `${slug}/` : ""}${id}` }),
  };
}

function isTopicLink(each: Element): boolean {
  return each.tagName === "a" && TOPIC.test(attribute(each, "href") ?? "");
}

function addressOf(element: Element): string | undefined {
  return attribute(element, "href") ?? attribute(element, "content");
}

function titleOf(tree: PageTree): string {
  const [headline] = tree.elements.filter(({ properties }) => String(properties.itemProp) === "headline");
  return readValue(headline) || lineOf(tree.withTag("title")[0]).replace(/ - [^-]+$/u, "");
}

function findBody(block: Element): Element | undefined {
  return (
    findFirst(block, ofClass("cooked")) ??
    findFirst(block, (each) => hasProperty(each, "articleBody", "text") && each.tagName !== "meta") ??
    findFirst(block, ofClass("post"))
  );
}

function hasProperty({ properties }: Element, ...names: readonly string[]): boolean {
  const { itemProp } = properties;
  const own = Array.isArray(itemProp) ? itemProp.map(String) : [String(itemProp)];
  return own.some((name) => names.includes(name));
}

function readPost(block: Element, index: number, page: SavedPage, topic: Topic): PagePost {
  const body = findBody(block);
  const isBody = (each: Element) => each === body;
  const find = (test: (element: Element) => boolean) => findFirst(block, test, isBody);
  const number = numberOf(block, find) ?? index + 1;
  const name = authorOf(find);
  const published = dateOf(find(isDated) ?? find(isHead), page.timeZone);
  const likes = likesOf(block, isBody);
  const content = body?.children ?? [];
  const parent = parentOf(block, isBody);
  const sourceId = attribute(block, "dataPostId");
  const isEmpty = !content.some((child) => lineOf(child) !== "" || hasPicture(child));
  return {
    id: String(number),
    number,
    isOpening: number === 1,
    ...(name && { author: { name } }),
    ...(published && { published }),
    ...(parent && { parent }),
    quotes: listQuotes(content, topic.id),
    content,
    ...(isEmpty && { state: { kind: "hidden", reason: "empty" } }),
    ...(likes !== undefined && { likes }),
    ...(topic.url && { url: `${topic.url}/${number}` }),
    ...(sourceId && { sourceId }),
  };
}

function hasPicture(node: PagePost["content"][number]): boolean {
  return (
    findElements(node, ({ tagName }) => ["img", "video", "iframe", "audio"].includes(tagName)).length > 0
  );
}

type Find = (test: (element: Element) => boolean) => Element | undefined;

function numberOf(block: Element, find: Find): number | undefined {
  const place = find((each) => hasProperty(each, "position") || hasClass(each, "position"));
  const own = [block, find((each) => /^post_\d+$/u.test(attribute(each, "id") ?? ""))];
  const [, heading = ""] = HEAD.exec(lineOf(find(ofClass("creator")))) ?? [];
  const written = [
    readValue(place),
    heading,
    ...own.map((each) => (each && attribute(each, "id")) ?? ""),
    attribute(block, "dataPostNumber") ?? "",
  ];
  const [, digits] = written.map((each) => /^#?(?:post_)?(\d+)$/u.exec(each.trim())).find(Boolean) ?? [];
  return digits === undefined || digits === "0" ? undefined : Number(digits);
}

function authorOf(find: Find): string {
  const person = find((each) => hasProperty(each, "author") || hasClass(each, "creator"));
  const named = person && findFirst(person, (each) => hasProperty(each, "name") || each.tagName === "b");
  const card = find((each) => each.tagName === "a" && "dataUserCard" in each.properties);
  return lineOf(named) || lineOf(person) || (card && attribute(card, "dataUserCard")) || "";
}

function isDated(each: Element): boolean {
  const isPublished = hasProperty(each, "datePublished", "dateCreated") || hasClass(each, "post-time");
  return isPublished || (hasClass(each, "relative-date") && "dataTime" in each.properties);
}

function isHead(each: Element): boolean {
  return hasClass(each, "creator") && HEAD.test(lineOf(each));
}

function likesOf(block: Element, isBody: (element: Element) => boolean): number | undefined {
  const counters = findAll(block, (each) => hasProperty(each, "interactionStatistic"), isBody);
  for (const counter of counters) {
    const type = findFirst(counter, (each) => hasProperty(each, "interactionType"));
    const count = findFirst(counter, (each) => hasProperty(each, "userInteractionCount"));
    const kind = type && addressOf(type);
    if (kind?.endsWith("LikeAction") && /^\d+$/u.test(readValue(count))) return Number(readValue(count));
  }
  const votes = readValue(findFirst(block, (each) => hasProperty(each, "upvoteCount"), isBody));
  return /^\d+$/u.test(votes) ? Number(votes) : undefined;
}

function findAll(
  node: Element,
  test: (element: Element) => boolean,
  isClosed: (element: Element) => boolean,
): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== "element" || isClosed(child)) return [];
    return test(child) ? [child] : findAll(child, test, isClosed);
  });
}

/** The tab above a reply names a person, and in some versions the post. */
function parentOf(block: Element, isBody: (element: Element) => boolean): SourceParent | undefined {
  const tab = findFirst(block, ofClass("reply-to-tab"), isBody);
  const written = tab && (attribute(tab, "dataPostNumber") ?? attribute(tab, "dataReplyToPostNumber"));
  if (!/^[1-9]\d*$/u.test(written ?? "")) return undefined;
  return written === "1" ? { kind: "article" } : { kind: "post", id: String(written), basis: "explicit" };
}

function listQuotes(content: PagePost["content"], topic: string | undefined): string[] {
  const asides = content.flatMap((node) => findElements(node, (each) => hasClass(each, "quote")));
  return asides.flatMap((aside) => {
    const post = attribute(aside, "dataPost");
    const isOwn = topic === undefined || (attribute(aside, "dataTopic") ?? topic) === topic;
    return post !== undefined && isOwn ? [post] : [];
  });
}
