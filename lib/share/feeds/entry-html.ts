import type { ElementContent, Properties } from "hast";
import { type Moment, precisionOf } from "../../archive/moment";
import { formatDate } from "../../text/interface/dates";
import type { MarkdownContext } from "../../text/markdown/context";
import { element, text } from "../../text/markdown/display/nodes";
import { writeHtml } from "../../text/markdown/html";
import { renderMarkdownToHtml } from "../../text/markdown/markdown";
import { sameLanguage, textDirection } from "../../text/writing/language-tag";
import { displayLine } from "../../text/writing/typography";
import type { ArticleContext } from "../article-context";

/*
 * The parts of an entry's content, in HTML that reads well without a style sheet. The entry is in the article's language;
 * what the interface says in another one says so.
 */

/** What a text is, beside its article. */
type Manner = Pick<
  MarkdownContext,
  "voice" | "format" | "scope" | "baseUrl" | "mention" | "picture" | "attachment"
>;

/** A Markdown text as on the page, in the article's direction, with the page's remarks on it below. */
export function writeText(markdown: string, context: ArticleContext, manner: Manner): string {
  const { article, words, addresses } = context;
  const { html, plain, absentNames } = renderMarkdownToHtml(markdown, {
    ...manner,
    language: article.language,
    topHeading: 2,
    archived: context.archived,
    page: addresses.article(article.slug),
    words: words.markdown,
  });
  const isRightToLeft = textDirection(article.language) === "rtl";
  return joinHtml(
    isRightToLeft ? `<div dir="rtl">${html}</div>` : html,
    absentNames.length > 0 && writeRemark([text(words.absentFromThread(absentNames))], context),
    plain !== undefined && writeRemark([text(words.shownAsPlainText)], context),
  );
}

/** What stands in the place of a text, and why. */
export function writeSentence(sentence: string, reason: string | undefined, context: ArticleContext): string {
  const why = reason
    ? [text(` ${context.words.reason} `), ...quoteArticle([showLine(reason, context)], context)]
    : [];
  return writeHtml([element("p", ofInterface(context), [text(sentence), ...why])]);
}

/** The date of an entry that no field of a feed can hold, for it is less than an instant. */
export function writeDateRemark(moment: Moment | undefined, context: ArticleContext): string | undefined {
  if (moment === undefined || precisionOf(moment) === "instant") return undefined;
  const { article, words } = context;
  return writeRemark([text(`${words.publishedOn} ${formatDate(moment, article.timeZone, words)}`)], context);
}

/** What the interface says beside a text, set apart from it as a side comment. */
export function writeRemark(content: readonly ElementContent[], context: ArticleContext): string {
  return writeHtml([element("p", ofInterface(context), [element("small", {}, [...content])])]);
}

/** The language of an element that speaks for the interface, where the entry has another one. */
export function ofInterface({ article, words }: ArticleContext): Properties {
  if (sameLanguage(article.language, words.language)) return {};
  return { lang: words.language, dir: textDirection(words.language) };
}

/** Words of the article within words of the interface. */
export function quoteArticle(
  content: readonly ElementContent[],
  { article, words }: ArticleContext,
): readonly ElementContent[] {
  if (sameLanguage(article.language, words.language)) return content;
  const { language } = article;
  return [element("span", { lang: language, dir: textDirection(language) }, [...content])];
}

/** A line of the article as the page shows it. */
export function showLine(line: string, { article }: ArticleContext): ElementContent {
  return text(displayLine(line, article.language));
}

export function joinHtml(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter((part) => part !== false && part !== undefined && part !== "").join("\n");
}
