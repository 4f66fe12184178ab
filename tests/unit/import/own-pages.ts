import { attachmentType, isPictureName } from "../../../lib/archive/format/names";
import type { Article, Comment } from "../../../lib/archive/model";
import { lettersOf } from "../../../lib/import/conversion/verify";
import { english } from "../../../lib/text/interface/english";
import { type MarkdownContext, voiceOf } from "../../../lib/text/markdown/context";
import { renderMarkdown } from "../../../lib/text/markdown/markdown";

/**
 * What the page of an article does not say, and what therefore does not come back from it: by its name in the model, with
 * the reason.
 */
export const UNSAID_OF_ARTICLES = {
  digest: "it is over the bytes of files, which are written anew",
  captures: "the page that was imported is one more",
  formerSlugs: "a page has one address, the one that stays",
  files: "no program saves what a page only links",
  pictures: "they have other names; that they are shown, the texts say",
} satisfies Partial<Record<keyof Article, string>>;

export const UNSAID_OF_COMMENTS = {
  source: "the comment's own page leads to its original; the article's would lead there from every comment",
} satisfies Partial<Record<keyof Comment, string>>;

/*
 * And of single values:
 *
 * - the id of an author, which is the name of a file and stands on no page;
 * - which kind of space stood beside French marks: the page shows the one that belongs there;
 * - where the lines of an article's text were broken, which shows nowhere;
 * - that a text beyond the limits was Markdown: the page shows it as it stands;
 * - the names of pictures and files beside the article, which are new ones.
 */
export function describeArticle(article: Article) {
  const { thread, author, body, summary, picture, ...rest } = article;
  const asShown = (text: string, voice: MarkdownContext["voice"]) => render(text, voice, article);
  return {
    ...without(rest, UNSAID_OF_ARTICLES),
    ...(author && { author: { ...author, id: "", biography: asShown(author.biography, "editorial") } }),
    ...(picture && { picture: "file" in picture ? { ...picture, file: nameOf(picture.file) } : picture }),
    ...(summary !== undefined && { summary: asShown(summary, "editorial") }),
    ...(body !== undefined && { body: render(body, voiceOf(article), article, article.format) }),
    completeness: thread.completeness,
  };
}

export function describeThread(article: Article) {
  return article.thread.inSourceOrder.map(({ comment }) => describeComment(comment, article));
}

/** The same without markup, for texts in which an address stands that was never a link and reads as one. */
export function describeWords(article: Article) {
  const comments = article.thread.inSourceOrder.map(({ comment }) => {
    const { id, author, position, reply } = comment;
    const html = comment.status === "present" ? render(comment.body, "comment", article, comment.format) : "";
    return { id, author, position, reply, words: lettersOf(html.replace(/<[^>]*>/gu, "")) };
  });
  return { title: article.title, comments };
}

function describeComment(comment: Comment, article: Article) {
  const { source, ...rest } = comment;
  if (comment.status !== "present") return rest;
  const { format, ...present } = comment;
  return {
    ...without(present, UNSAID_OF_COMMENTS),
    body: render(comment.body, "comment", article, format),
  };
}

function without(value: object, keys: object): object {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !Object.hasOwn(keys, key)));
}

/** The importer adds a digest. */
function nameOf(file: string): string {
  return file.replace(/-[0-9a-f]{8}(?=\.\w+$)/u, "");
}

/** A text as its readers see it: markup, words, addresses. */
function render(
  markdown: string,
  voice: MarkdownContext["voice"],
  { source }: Article,
  format?: "plain",
): string {
  const { html } = renderMarkdown(markdown.trim(), {
    ...{ language: "und", voice, topHeading: 2, scope: "x", words: english.markdown },
    ...(source.url !== undefined && { baseUrl: source.url }),
    ...(format && { format }),
  });
  return html
    .replace(/ href="[^"]*\/([^/"]+)"/gu, (link, name) =>
      attachmentType(name) || isPictureName(name) ? ` href="${nameOf(name)}"` : link,
    )
    .replace(/[\u00a0\u202f ](?=[;:!?»])|(?<=«)[\u00a0\u202f ]/gu, " ")
    .replace(/\s+/gu, " ");
}
