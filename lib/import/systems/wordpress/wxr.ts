import type { TextInput } from "../../containers/input";
import { readXmlElements, type XmlElement } from "../../containers/xml";
import type { SourceArticle, SourceEvent, SourceThread } from "../../model";
import { readLocal, readUtc } from "../local-time";
import { withoutDuplicates } from "../posts";
import type { ReadingSetting } from "../system";
import { childText } from "../xml-fields";
import { describeRepairs, noRepairs } from "../xml-repairs";
import { addParagraphs } from "./autop";
import { sortComments, type WordPressComment } from "./comments";

/** What of a site is published under an address of its own, with comments or without. */
const ARTICLES: ReadonlySet<string> = new Set(["", "post", "page"]);

/** States in which readers could see it. */
const PUBLISHED: ReadonlySet<string> = new Set(["", "publish", "inherit"]);

/**
 * WordPress eXtended RSS 1.0 to 1.2, one item after the other. The parts of a name before the colon are what WordPress always
 * writes, whatever the address that its namespace is declared with.
 */
export async function* readWxr(input: TextInput, setting: ReadingSetting): AsyncGenerator<SourceEvent> {
  const repairs = noRepairs();
  const site = siteOf(input.head);
  const authors = new Map<string, string>();
  for await (const element of readXmlElements(input, new Set(["item", "wp:author"]), repairs)) {
    if (element.name === "wp:author")
      authors.set(childText(element, "wp:author_login"), childText(element, "wp:author_display_name"));
    else yield* readItem(element, { input, site, authors, ...setting });
  }
  yield* describeRepairs(input.name, repairs);
}

type Scene = ReadingSetting & {
  readonly input: TextInput;
  readonly site: Site;
  /** Names to show by login. */
  readonly authors: ReadonlyMap<string, string>;
};

type Site = { readonly title: string; readonly language?: string };

/** The channel's own facts stand before its items. */
function siteOf(head: string): Site {
  const [channel = ""] = head.split("<item>", 1);
  const [, title = ""] = /<title>(?:<!\[CDATA\[)?(.*?)(?:\]\]>)?<\/title>/su.exec(channel) ?? [];
  const [, language] = /<language>([A-Za-z-]{2,20})<\/language>/u.exec(channel) ?? [];
  return { title: title.trim(), ...(language && { language }) };
}

function* readItem(item: XmlElement, scene: Scene): Generator<SourceEvent> {
  const id = childText(item, "wp:post_id");
  const [type, status] = [childText(item, "wp:post_type"), childText(item, "wp:status")];
  const source = `${scene.input.name}#item-${id || childText(item, "link")}`;
  const comments = item.children
    .filter(({ name }) => name === "wp:comment")
    .map((each) => readComment(each, item, scene));
  const reason = whyUnseen(type, status, comments.length);
  if (reason !== undefined) {
    for (const each of [source, ...comments.map((comment) => comment.source)])
      yield { kind: "item", item: { source: each, outcome: "skipped", reason } };
    return;
  }
  yield { kind: "thread", thread: readThread(item, { id, source, comments }, scene) };
}

function whyUnseen(type: string, status: string, comments: number): string | undefined {
  if (!ARTICLES.has(type) && comments === 0) return `no article, but ${type}`;
  return PUBLISHED.has(status) ? undefined : `an article that is not published, but ${status}`;
}

type Item = { readonly id: string; readonly source: string; readonly comments: readonly WordPressComment[] };

function readThread(item: XmlElement, { id, source, comments }: Item, scene: Scene): SourceThread {
  const article = readArticle(item, source, scene);
  const sorted = sortComments(comments, article.url);
  const { posts, duplicates } = withoutDuplicates(sorted.posts);
  const host = article.url === undefined ? undefined : new URL(article.url).host;
  return {
    identity: { system: "wordpress", ...(host && { origin: host }), id: id || article.url || article.title },
    article,
    posts,
    others: [...sorted.others, ...duplicates],
    ...{ absent: [], facts: [], remarks: [] },
    captures: [{ file: scene.input.name, sha256: scene.input.sha256 }],
  };
}

function readArticle(item: XmlElement, source: string, scene: Scene): SourceArticle {
  const link = childText(item, "link");
  const url = URL.canParse(link) && /^https?:/u.test(link) ? link : undefined;
  const login = childText(item, "dc:creator");
  const published =
    readUtc(childText(item, "wp:post_date_gmt")) ??
    readLocal(childText(item, "wp:post_date"), scene.timeZone);
  const body = childText(item, "content:encoded");
  const slug = childText(item, "wp:post_name");
  return {
    source,
    title: childText(item, "title") || url || "—",
    ...(slug && { slug: decodeSlug(slug) }),
    ...(login && { author: { name: scene.authors.get(login) || login, id: login } }),
    ...(published && { published }),
    ...(body && {
      body: { format: "html", text: addParagraphs(withoutBlocks(body)), ...(url && { baseUrl: url }) },
    }),
    state: body ? { kind: "present" } : { kind: "hidden", reason: "not in this export" },
    ...(url && { url }),
    publisher: scene.site.title || (url ? new URL(url).host : "WordPress"),
  };
}

/** Slugs of other scripts are percent-encoded in the database. */
function decodeSlug(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}

/** The editor's own marks, which no reader sees. */
function withoutBlocks(html: string): string {
  return html.replace(/<!--\s*\/?wp:.*?-->\n?/gsu, "");
}

const STATUS: Readonly<Record<string, WordPressComment["status"]>> = {
  "1": "approved",
  approved: "approved",
  approve: "approved",
  "": "approved",
  "0": "pending",
  hold: "pending",
  unapproved: "pending",
  spam: "spam",
  trash: "trash",
  "post-trashed": "trash",
};

function readComment(element: XmlElement, item: XmlElement, { input, timeZone }: Scene): WordPressComment {
  const text = (name: string) => childText(element, `wp:comment_${name}`);
  const id = text("id");
  const published = readUtc(text("date_gmt")) ?? readLocal(text("date"), timeZone);
  const link = childText(item, "link");
  return {
    source: `${input.name}#comment-${id}`,
    id,
    parent: text("parent"),
    author: text("author"),
    authorUrl: text("author_url"),
    userId: text("user_id"),
    ...(published && { published }),
    html: addParagraphs(text("content")),
    type: text("type"),
    status: STATUS[text("approved")] ?? "pending",
    ...(/^https?:\/\//u.test(link) && URL.canParse(link) && { url: `${link}#comment-${id}` }),
  };
}
