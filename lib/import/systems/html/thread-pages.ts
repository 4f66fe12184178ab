import { createHash } from "node:crypto";
import type { ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { attribute } from "../../conversion/hast";
import { slugify } from "../../files/slugs";
import type {
  Capture,
  LooseItem,
  SourceBody,
  SourceImage,
  SourcePerson,
  SourcePost,
  ThreadFact,
} from "../../model";
import { writeRest } from "./article/extract-body";
import { type ArticleFacts, findArticle } from "./article/find-article";
import { findAnnounced, findGaps } from "./gaps";
import { pageNumber, resolve, threadAddress } from "./page/page-address";
import { lineOf } from "./page/page-tree";
import type { SavedPage } from "./page/saved-page";
import { suggestLesson } from "./suggest-lesson";
import type { Gap, PageArticle, PagePerson, PagePost, PageThread } from "./thread-adapter";

/** What a page held of a thread, as it lies in the spool until every page was read. */
export type ThreadPage = {
  readonly adapter: string;
  readonly key: string;
  readonly origin?: string;
  readonly url?: string;
  /** Where relative addresses of `rest` start from, where that is not `url`. */
  readonly base?: string;
  readonly captured?: string;
  /** The last moment that what the page shows can be of: when it was saved, by its own or its container's word. */
  readonly notAfter?: string;
  readonly capture: Capture;
  /** What that was itself imported from. */
  readonly captures: readonly Capture[];
  readonly posts: readonly SourcePost[];
  readonly opening?: SourcePost;
  readonly article: ThreadArticle;
  readonly content?: SourceBody;
  readonly facts: ArticleFacts;
  /** The page without its thread, where the article's text is to be looked for in it. */
  readonly rest?: string;
  /** Of a page on which no thread is recognised: what might teach it. */
  readonly lesson?: string;
  readonly announced?: number;
  readonly absent: NonNullable<PageThread["absent"]>;
  readonly others: readonly LooseItem[];
  readonly events: readonly ThreadFact[];
  readonly gaps: readonly Gap[];
  /** How many pictures of its texts were not saved with it. */
  readonly lostPictures: number;
  /** The numbers of the thread's pages that it links, its own among them. */
  readonly pages: readonly number[];
};

type ThreadArticle = Omit<PageArticle, "content" | "plain" | "summary" | "author"> & {
  readonly author?: SourcePerson;
  readonly summary?: SourceBody;
};

/** A page that is an article, on which no thread is recognised. */
export function describeLone(page: SavedPage): ThreadPage {
  const lesson = suggestLesson(page.tree);
  return { ...describePage(page, "", { posts: [], cut: [] }), ...(lesson !== undefined && { lesson }) };
}

/** Makes of what an adapter read what waits for the thread's other pages. */
export function describePage(page: SavedPage, adapter: string, thread: PageThread): ThreadPage {
  const facts = thread.isArchived ? NO_FACTS : withSavedImage(findArticle(page, thread.cut), page);
  const { url, captured } = thread.isArchived ? (thread.article ?? {}) : placeOf(page, thread);
  const host = page.url ?? url;
  const named = nameUnnamed(thread.posts);
  const opening = named.find(({ isOpening }) => isOpening);
  const content = contentOf(thread, page);
  const announced = announcedBy(thread, page);
  const isWhole = thread.isArchived || thread.opensWithPost || content !== undefined;
  return {
    adapter,
    key: thread.key ?? keyOf(page, facts),
    ...(host !== undefined && { origin: new URL(host).host }),
    ...(url !== undefined && { url }),
    ...(page.base !== undefined && { base: page.base }),
    ...(captured !== undefined && { captured }),
    // An archive's page says itself of each comment what is known.
    ...(!thread.isArchived && page.captured !== undefined && { notAfter: page.captured }),
    capture: { file: page.name, sha256: page.sha256 },
    captures: thread.captures ?? [],
    posts: named.filter((post) => post !== opening).map((post) => toSourcePost(post, page, opening)),
    ...(opening && { opening: toSourcePost(opening, page, opening) }),
    article: toThreadArticle(thread.article ?? {}, page),
    ...(content && { content }),
    facts,
    ...(!isWhole && { rest: writeRest(page.tree, thread.cut, page.pictures, facts.title) }),
    ...(announced !== undefined && { announced }),
    absent: thread.absent ?? [],
    others: thread.others ?? [],
    events: thread.facts ?? [],
    gaps: listGaps(thread, page),
    pages: listPages(page),
    // Last: what was lost is known when all texts were read.
    lostPictures: page.pictures.lost,
  };
}

/** The picture above the article is named by its address on the web; the page may hold it under another one. */
function withSavedImage({ image, ...facts }: ArticleFacts, { pictures, tree }: SavedPage): ArticleFacts {
  if (image === undefined) return facts;
  const saved = image.address && pictures.nameOriginal(image.address, tree);
  return { ...facts, image: { ...image, ...(saved && { address: saved }) } };
}

const NO_FACTS: ArticleFacts = { isArticle: true, commentDates: [] };

function placeOf(page: SavedPage, { article }: PageThread): Pick<ThreadPage, "url" | "captured"> {
  const url = article?.url ?? page.url;
  return {
    ...(url !== undefined && { url }),
    ...(page.captured !== undefined && { captured: page.captured }),
  };
}

function announcedBy({ isArchived, opensWithPost, announced }: PageThread, { tree }: SavedPage) {
  return announced ?? (isArchived || opensWithPost ? undefined : findAnnounced(tree));
}

function contentOf({ article }: PageThread, page: SavedPage): SourceBody | undefined {
  if (article?.plain !== undefined) return { format: "literal", text: article.plain };
  return article?.content && bodyOf(article.content, page);
}

function toThreadArticle(
  { content, plain, summary, author, image, ...rest }: PageArticle,
  page: SavedPage,
): ThreadArticle {
  return {
    ...rest,
    ...(image && { image: { ...image, ...placeOfImage(image, page) } }),
    ...(author && { author: toSourcePerson(author, page) }),
    ...(summary && { summary: bodyOf(summary, page) }),
  };
}

function placeOfImage(
  { address }: SourceImage,
  { pictures, url, base = url }: SavedPage,
): Pick<SourceImage, "address"> {
  const place = address && (pictures.nameSaved(address) ?? resolve(address, base));
  return place ? { address: place } : {};
}

function toSourcePerson({ biography, ...person }: PagePerson, page: SavedPage): SourcePerson {
  return { ...person, ...(biography && { biography: bodyOf(biography, page) }) };
}

function listGaps({ isArchived, gaps = [], posts }: PageThread, page: SavedPage): Gap[] {
  return [...new Set([...gaps, ...(isArchived ? [] : findGaps(page, posts.length))])];
}

function keyOf({ url, name }: SavedPage, { title }: ArticleFacts): string {
  if (url !== undefined) return threadAddress(url);
  return slugify(title ?? "") || name;
}

/**
 * Posts without an id of their own are told apart by date and author, else by their words; of those to which a page gives the
 * same id, each that says something else is a post of its own.
 */
function nameUnnamed(posts: readonly PagePost[]): PagePost[] {
  const taken = new Set(posts.map(({ id }) => id));
  const words = new Map<string, string>();
  return posts.map((post) => {
    const said = wordsOf(post);
    const earlier = words.get(post.id);
    if (post.id !== "" && (earlier === undefined || earlier === said)) {
      words.set(post.id, said);
      return post;
    }
    const id = chooseId(post.id || nameByItself(post, said), taken);
    taken.add(id);
    words.set(id, said);
    return { ...post, id };
  });
}

function wordsOf({ author, content }: PagePost): string {
  return `${slugify(author?.name ?? "", 30)}\n${content.map(lineOf).join(" ")}`;
}

function nameByItself({ published, author }: PagePost, said: string): string {
  const stamp = published?.replace(/[^\dTZ]/gu, "").toLowerCase();
  if (stamp === undefined) return `x${createHash("sha256").update(said).digest("hex").slice(0, 12)}`;
  return `${stamp}-${slugify(author?.name ?? "", 30)}`.replace(/-$/u, "");
}

function chooseId(named: string, taken: ReadonlySet<string>): string {
  let id = named;
  for (let place = 2; taken.has(id); place += 1) id = `${named}-${place}`;
  return id;
}

function toSourcePost(post: PagePost, page: SavedPage, opening: PagePost | undefined): SourcePost {
  const { content, plain, isOpening, quotes = [], state = { kind: "present" }, ...rest } = post;
  const answersArticle =
    (rest.parent?.kind === "post" && rest.parent.id === opening?.id) ||
    (rest.parent === undefined && quotes[0] !== undefined && quotes[0] === opening?.id);
  return {
    ...rest,
    source: `${page.name}#${post.id}`,
    quotes,
    state,
    ...(answersArticle && { parent: { kind: "article" } }),
    ...(state.kind === "present" && {
      body: plain === undefined ? bodyOf(content, page) : { format: "literal", text: plain },
    }),
  };
}

type PlaceOfPage = Pick<SavedPage, "url" | "base" | "pictures">;

export function bodyOf(
  content: readonly ElementContent[],
  { url, base = url, pictures }: PlaceOfPage,
): SourceBody {
  return {
    format: "html",
    text: toHtml({ type: "root", children: pictures.name(content) }),
    ...(base !== undefined && { baseUrl: base }),
  };
}

/** Links that turn the pages of the same thread. */
function listPages({ tree, url }: SavedPage): number[] {
  if (url === undefined) return [];
  const own = threadAddress(url);
  const links = [...tree.withTag("a"), ...tree.withTag("link")].flatMap((each) => {
    const address = resolve(attribute(each, "href"), url);
    return address !== undefined && pageNumber(address) > 1 && threadAddress(address) === own
      ? [pageNumber(address)]
      : [];
  });
  return [...new Set([pageNumber(url), ...links])];
}
