import { addressesOf } from "../archive/addresses";
import type { ArchiveSettings, Article } from "../archive/model";
import { formatDate } from "../text/interface/dates";
import { describeTextlessness } from "../text/interface/sentences";
import type { Words } from "../text/interface/words";
import { wordsFor } from "../text/interface/words-for";
import { textDirection } from "../text/writing/language-tag";
import { displayLine } from "../text/writing/typography";
import { displayName } from "../text/writing/unicode";
import { excerptArticle } from "./excerpt-article";
import { escapeMarkup } from "./xml";

/** CSS pixels: the page's own column of 34 rem, and the room that its lines take at 16 px. */
const WIDTH = 544;
const LINE_HEIGHT = 24;
const PARAGRAPH_GAP = 16;
/** A line holds more; too much room is no harm. */
const SIGNS_PER_LINE = 55;

/** Code points of the standfirst. */
const EXCERPT_LENGTH = 300;

/**
 * `oembed.json` (oEmbed 1.0, type `rich`): the article as a quotation with its title, author, source and address.
 * It needs neither script nor frame, which the pages forbid. There is no picture, which other sites may not load
 * (`Cross-Origin-Resource-Policy`), and no `cache_age`: what is taken down here should not live on elsewhere.
 */
export function writeOembed(settings: ArchiveSettings, article: Article): string {
  const { absolute, index, article: pathOf } = addressesOf(settings.url);
  const address = absolute(pathOf(article.slug));
  const words = wordsFor(article.language, settings.language);
  const lines = quoteArticle(article, words);
  const oembed = {
    version: "1.0",
    type: "rich",
    title: lines.title,
    author_name: article.author && displayName(article.author.name),
    author_url: article.author?.url,
    provider_name: settings.name,
    provider_url: absolute(index),
    width: WIDTH,
    height: estimateHeight(Object.values(lines)),
    html: writeQuotation(address, lines, [article.language, words.language]),
  };
  return `${JSON.stringify(oembed, undefined, 2)}\n`;
}

type QuotedLines = { readonly excerpt: string; readonly title: string; readonly origin: string };

function quoteArticle(article: Article, words: Words): QuotedLines {
  const { author, language, published, source, timeZone, title } = article;
  const origin = [
    author && words.by(displayName(author.name)),
    displayLine(source.name, language),
    published && formatDate(published, timeZone, words),
    describeTextlessness(article, words),
  ];
  return {
    excerpt: displayLine(excerptArticle(article, EXCERPT_LENGTH), language),
    title: displayLine(title, language),
    origin: origin.filter(Boolean).join(" · "),
  };
}

function estimateHeight(paragraphs: readonly string[]): number {
  const lines = paragraphs.map((text) => Math.ceil([...text].length / SIGNS_PER_LINE));
  return lines.reduce((height, count) => height + count * LINE_HEIGHT + PARAGRAPH_GAP, PARAGRAPH_GAP);
}

/**
 * Elements of XHTML Basic only, which consumers' sanitizers leave.
 *
 * @param languages of the article, and of the words around its names
 */
function writeQuotation(
  address: string,
  lines: QuotedLines,
  [language, wordsLanguage]: readonly [string, string],
): string {
  const href = escapeMarkup(address);
  const title = `<p><a href="${href}">${escapeMarkup(lines.title)}</a></p>`;
  const excerpt = lines.excerpt === "" ? "" : `<p>${escapeMarkup(lines.excerpt)}</p>`;
  const origin = `<p ${describeLanguage(wordsLanguage)}>${escapeMarkup(lines.origin)}</p>`;
  return `<blockquote cite="${href}" ${describeLanguage(language)}>${title}${excerpt}${origin}</blockquote>`;
}

function describeLanguage(language: string): string {
  return `lang="${language}" dir="${textDirection(language)}"`;
}
