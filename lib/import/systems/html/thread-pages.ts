import { createHash } from "node:crypto";
import type { ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { attribute } from "../../conversion/hast";
import { slugify } from "../../files/slugs";
import type { Capture, LooseItem, SourceBody, SourcePost } from "../../model";
import { writeRest } from "./article/extract-body";
import { type ArticleFacts, findArticle } from "./article/find-article";
import { findAnnounced, findGaps } from "./gaps";
import { withoutLocalAddresses } from "./page/local-addresses";
import { pageNumber, resolve, threadAddress } from "./page/page-address";
import { lineOf } from "./page/page-tree";
import type { SavedPage } from "./page/saved-page";
import { suggestLesson } from "./suggest-lesson";
import type { Gap, PageArticle, PagePost, PageThread } from "./thread-adapter";

/** What a page held of a thread, as it lies in the spool until every page was read. */
export type ThreadPage = {
  readonly adapter: string;
  readonly key: string;
  readonly origin?: string;
  readonly url?: string;
  /** Where relative addresses of `rest` start from, where that is not `url`. */
  readonly base?: string;
  readonly captured?: string;
  readonly capture: Capture;
  readonly posts: readonly SourcePost[];
  readonly opening?: SourcePost;
  readonly article: Omit<PageArticle, "content">;
  readonly content?: SourceBody;
  readonly facts: ArticleFacts;
  /** The page without its thread, where the article's text is to be looked for in it. */
  readonly rest?: string;
  /** Of a page on which no thread is recognised: what might teach it. */
  readonly lesson?: string;
  readonly announced?: number;
  readonly absent: NonNullable<PageThread["absent"]>;
  readonly others: readonly LooseItem[];
  readonly gaps: readonly Gap[];
  /** The numbers of the thread's pages that it links, its own among them. */
  readonly pages: readonly number[];
};

/** A page that is an article, on which no thread is recognised. */
export function describeLone(page: SavedPage): ThreadPage {
  const lesson = suggestLesson(page.tree);
  return { ...describePage(page, "", { posts: [], cut: [] }), ...(lesson !== undefined && { lesson }) };
}

/** Makes of what an adapter read what waits for the thread's other pages. */
export function describePage(page: SavedPage, adapter: string, thread: PageThread): ThreadPage {
  const facts = findArticle(page, thread.cut);
  const url = thread.article?.url ?? page.url;
  const host = page.url ?? url;
  const named = nameUnnamed(thread.posts);
  const opening = named.find(({ isOpening }) => isOpening);
  const { content, ...article } = thread.article ?? {};
  const announced = thread.announced ?? (thread.opensWithPost ? undefined : findAnnounced(page.tree));
  return {
    adapter,
    key: thread.key ?? keyOf(page, facts),
    ...(host !== undefined && { origin: new URL(host).host }),
    ...(url !== undefined && { url }),
    ...(page.base !== undefined && { base: page.base }),
    ...(page.captured !== undefined && { captured: page.captured }),
    capture: { file: page.name, sha256: page.sha256 },
    posts: named.filter((post) => post !== opening).map((post) => toSourcePost(post, page, opening)),
    ...(opening && { opening: toSourcePost(opening, page, opening) }),
    article,
    ...(content && { content: bodyOf(content, page) }),
    facts,
    ...(!thread.opensWithPost &&
      content === undefined && { rest: writeRest(page.tree, thread.cut, facts.title) }),
    ...(announced !== undefined && { announced }),
    absent: thread.absent ?? [],
    others: thread.others ?? [],
    gaps: [...new Set([...(thread.gaps ?? []), ...findGaps(page, thread.posts.length)])],
    pages: listPages(page),
  };
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
  const { content, isOpening, quotes = [], state = { kind: "present" }, ...rest } = post;
  const answersArticle =
    (rest.parent?.kind === "post" && rest.parent.id === opening?.id) ||
    (rest.parent === undefined && quotes[0] !== undefined && quotes[0] === opening?.id);
  return {
    ...rest,
    source: `${page.name}#${post.id}`,
    quotes,
    state,
    ...(answersArticle && { parent: { kind: "article" } }),
    ...(state.kind === "present" && { body: bodyOf(content, page) }),
  };
}

export function bodyOf(
  content: readonly ElementContent[],
  { url, base = url }: Pick<SavedPage, "url" | "base">,
): SourceBody {
  return {
    format: "html",
    text: toHtml({ type: "root", children: withoutLocalAddresses(content) }),
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
