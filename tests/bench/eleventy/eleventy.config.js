/**
 * The archive as an Eleventy site, for comparison: a plain page for each article with its author and its comments
 * nested, one for each comment, and the index. It reads the files of a content folder where they lie, by the data
 * cascade: front matter, the address computed from the path, one layout, a collection of threads:
 * `eleventy --config=<this file> --input=<content> --output=<folder>`.
 */

/**
 * @typedef {object} Data what the front matter of settings, authors, articles and comments may say
 * @property {string} [name]
 * @property {string} [title]
 * @property {string} [language]
 * @property {string} [author]
 * @property {Date} [published]
 * @property {string} [summary]
 * @property {{ name?: string, url?: string }} [source]
 * @property {number} [position]
 * @property {string | number} [inReplyTo]
 * @property {string} [status]
 * @property {string} [reason]
 *
 * @typedef {{ filePathStem: string, fileSlug: string, url: string }} Page
 * @typedef {{ page: Page, data: Data, content: string }} Item
 *
 * @typedef {object} Thread
 * @property {Item} article
 * @property {Item | undefined} author
 * @property {Item[]} comments in the order of the source
 * @property {Map<string, Item[]>} replies by the id of the comment that they answer, "" for none
 *
 * @typedef {{ settings: Item | undefined, threads: Map<string, Thread> }} Archive
 * @typedef {Data & { page: Page, content: string, collections: { archive: Archive } }} Context
 *
 * @typedef {object} Config what is used here of Eleventy's, which comes without types
 * @property {(enabled: boolean) => void} setUseGitIgnore
 * @property {(name: string, value: unknown) => void} addGlobalData
 * @property {(name: string, group: (all: { getAll(): Item[] }) => Archive) => void} addCollection
 * @property {(path: string, template: { render(context: Context): string }, data?: object) => void} addTemplate
 */

const ARTICLE = /^\/([^/]+)\/article$/u;
const COMMENT = /^\/([^/]+)\/comments\/([^/]+)$/u;

/** @param {Config} config */
export default function configure(config) {
  // The content may lie in a folder that git ignores.
  config.setUseGitIgnore(false);
  config.addGlobalData("layout", "page.11ty.js");
  config.addGlobalData("permalink", () => addressOf);
  config.addCollection("archive", (all) => groupItems(all.getAll()));
  config.addTemplate("_includes/page.11ty.js", { render: renderPage });
  config.addTemplate("index.11ty.js", { render: renderIndex }, { permalink: "/index.html", layout: false });
  // What a stranger wrote is no template.
  return { markdownTemplateEngine: false };
}

/**
 * Settings and authors have no page.
 * @param {{ page: Page }} context
 */
function addressOf({ page }) {
  const [, article] = ARTICLE.exec(page.filePathStem) ?? [];
  if (article !== undefined) return `/${article}/index.html`;
  const [, slug, id] = COMMENT.exec(page.filePathStem) ?? [];
  return slug !== undefined && `/${slug}/c/${id}/index.html`;
}

/**
 * @param {Item[]} items every file of the content folder
 * @returns {Archive}
 */
function groupItems(items) {
  const byPath = new Map(items.map((item) => [item.page.filePathStem, item]));
  /** @type {Map<string, Thread>} */
  const threads = new Map();
  for (const article of items) {
    const [, slug] = ARTICLE.exec(article.page.filePathStem) ?? [];
    const author = byPath.get(`/authors/${article.data.author}`);
    if (slug !== undefined) threads.set(slug, { article, author, comments: [], replies: new Map() });
  }
  for (const comment of items) {
    const [, slug = ""] = COMMENT.exec(comment.page.filePathStem) ?? [];
    threads.get(slug)?.comments.push(comment);
  }
  for (const thread of threads.values()) placeReplies(thread);
  return { settings: byPath.get("/archive"), threads };
}

/** @param {Thread} thread */
function placeReplies({ comments, replies }) {
  comments.sort((one, other) => (one.data.position ?? 0) - (other.data.position ?? 0));
  for (const comment of comments) {
    const parent = String(comment.data.inReplyTo ?? "");
    const siblings = replies.get(parent);
    if (siblings) siblings.push(comment);
    else replies.set(parent, [comment]);
  }
}

/**
 * The layout of every Markdown file.
 * @param {Context} context
 */
function renderPage(context) {
  const [, slug = ""] = context.page.filePathStem.split("/");
  const thread = context.collections.archive.threads.get(slug);
  if (thread === undefined) return context.content;
  const { title = "", language = "" } = thread.article.data;
  if (context.page.url === thread.article.page.url) {
    return renderDocument(title, language, renderArticle(thread, context.content));
  }
  const name = `${context.author ?? "Comment"} – ${title}`;
  return renderDocument(name, language, renderOwnPage(thread, context));
}

/** @param {Context} context */
function renderIndex({ collections }) {
  const { settings, threads } = collections.archive;
  const { name = "", language = "" } = settings?.data ?? {};
  const entries = [...threads.values()].map(
    ({ article, comments }) =>
      `<li><a href="${article.page.url}">${escapeText(article.data.title)}</a> (${comments.length})</li>`,
  );
  const body = `<h1>${escapeText(name)}</h1>${settings?.content ?? ""}<ol>${entries.join("\n")}</ol>`;
  return renderDocument(name, language, body);
}

/**
 * @param {Thread} thread
 * @param {string} content
 */
function renderArticle({ article, author, comments, replies }, content) {
  const { title, summary, source } = article.data;
  return `<article><h1>${escapeText(title)}</h1>
<p>${escapeText(author?.data.name)}, ${renderDate(article.data)}
<a href="${escapeText(source?.url)}">${escapeText(source?.name)}</a></p>
<p>${escapeText(summary)}</p>
${content}</article>
<aside>${author?.content ?? ""}</aside>
<h2>${comments.length}</h2>
${renderReplies("", replies)}`;
}

/**
 * @param {string} parent
 * @param {Map<string, Item[]>} replies
 * @returns {string}
 */
function renderReplies(parent, replies) {
  const items = (replies.get(parent) ?? []).map(({ page, data, content }) => {
    const id = page.fileSlug;
    return `<li id="c-${id}">${renderComment(data, page.url, content)}${renderReplies(id, replies)}</li>`;
  });
  return items.length === 0 ? "" : `<ol>${items.join("\n")}</ol>`;
}

/**
 * A comment's own page: what it answers and what answers it are links.
 * @param {Thread} thread
 * @param {Context} context
 */
function renderOwnPage({ article, replies }, { page, content, ...data }) {
  const address = article.page.url;
  const parent = data.inReplyTo === undefined ? "" : `<a href="${address}c/${data.inReplyTo}/">↑</a>`;
  const answers = (replies.get(page.fileSlug) ?? []).map(
    (reply) => `<li><a href="${reply.page.url}">${escapeText(reply.data.author)}</a></li>`,
  );
  return `<h1><a href="${address}#c-${page.fileSlug}">${escapeText(article.data.title)}</a></h1>
${parent}${renderComment(data, page.url, content)}<ul>${answers.join("")}</ul>`;
}

/**
 * @param {Data} data
 * @param {string} address
 * @param {string} content
 */
function renderComment(data, address, content) {
  const name = `<a href="${address}">${escapeText(data.author ?? "?")}</a>`;
  const text = data.status === undefined ? content : `<p>${data.status}: ${escapeText(data.reason)}</p>`;
  return `<article><header>${name} ${renderDate(data)}</header>${text}</article>`;
}

/** @param {Data} data */
function renderDate({ published }) {
  const date = published?.toISOString();
  return date === undefined ? "" : `<time datetime="${date}">${date.slice(0, 10)}</time>`;
}

/**
 * @param {string} title
 * @param {string} language
 * @param {string} body
 */
function renderDocument(title, language, body) {
  return `<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeText(title)}</title></head>
<body>${body}</body></html>
`;
}

/** @param {string} [text] */
function escapeText(text = "") {
  return text.replace(/[&<>"]/gu, (character) => `&#${character.charCodeAt(0)};`);
}
