import type { Archive, ArchiveSettings, Article, Comment } from "../../archive/model";
import { slugsOf } from "../../archive/pages";
import { formatDate } from "../../text/interface/dates";
import { describeAbsence } from "../../text/interface/sentences";
import type { Words } from "../../text/interface/words";
import { wordsFor } from "../../text/interface/words-for";
import { excerptMarkdown } from "../../text/markdown/markdown";
import { hueIn } from "../../text/portrait/hues";
import { initialOf, initialsOf } from "../../text/portrait/monogram";
import { displayLine } from "../../text/writing/typography";
import { displayName } from "../../text/writing/unicode";

/** Pixels: what Open Graph previews show without cutting. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

/** The file's name beside the page that it stands for. */
export const CARD_FILE = "card.png";

/** Code points: more than a card holds at its smallest size. */
const EXCERPT_LENGTH = 700;

/** The words of a card: a typeset quotation, or a title, with those it belongs to. */
export type Card = {
  readonly kind: "title" | "quotation" | "tombstone";
  /** What stands large. */
  readonly text: string;
  /** BCP 47 of `text`. */
  readonly language: string;
  readonly name: string;
  readonly initials: string;
  /** 0 to 11, see `hueIn`. */
  readonly hue: number;
  /** Under the name: the article's title, or where and when it appeared. */
  readonly context: string;
  readonly archive: string;
  /** The host of the archive, which can always be set: `example.org`. */
  readonly host: string;
};

/** The articles that have a card, by slug, under each name that they had. */
export function listArticleCards({ settings, articles }: Archive): string[] {
  return settings.cards === "none" ? [] : articles.flatMap(slugsOf);
}

/** The comments that have a card of their own, under each name of their article. A vanished comment's page shows the article's. */
export function listCommentCards({ settings, articles }: Archive): { slug: string; commentId: string }[] {
  if (settings.cards !== "all") return [];
  return articles.flatMap((article) =>
    slugsOf(article).flatMap((slug) =>
      article.thread.inSourceOrder.map(({ comment }) => ({ slug, commentId: comment.id })),
    ),
  );
}

/**
 * What stands on the card of an article, or of a comment on it. A tombstone's card has no word of what it replaces but,
 * an article's, the title that its page keeps.
 */
export function composeCard(settings: ArchiveSettings, article: Article, comment?: Comment): Card {
  const words = wordsFor(article.language, settings.language);
  const archive = {
    archive: displayLine(settings.name, settings.language),
    host: new URL(settings.url).hostname,
  };
  const title = displayLine(article.title, article.language);
  if (!comment) return { ...composeTitle(article, title, words), ...archive };
  const author = comment.author ?? words.unknownAuthor;
  return {
    ...composeComment(comment, article, words),
    name: displayName(author),
    initials: initialOf(author),
    hue: hueIn(article.thread, author),
    context: title,
    ...archive,
  };
}

function composeTitle(article: Article, title: string, words: Words): Omit<Card, "archive" | "host"> {
  const { author, language, published, source, thread, timeZone } = article;
  const origin = displayLine(source.name, language);
  const date = published && formatDate(published, timeZone, words);
  const byline = {
    name: author ? displayName(author.name) : "",
    initials: author ? initialsOf(author.name) : "",
    hue: hueIn(thread, author?.name ?? article.title),
  };
  if (article.status === "erased") {
    return {
      kind: "tombstone",
      text: words.erasedArticle,
      language: words.language,
      ...byline,
      context: title,
    };
  }
  return { kind: "title", text: title, language, ...byline, context: date ? `${origin} · ${date}` : origin };
}

function composeComment(
  comment: Comment,
  { language }: Article,
  words: Words,
): Pick<Card, "kind" | "text" | "language"> {
  if (comment.status === "present") {
    const { body, format } = comment;
    const own = format === "plain" ? body : leaveOutQuotations(body);
    const text = excerptMarkdown(own, EXCERPT_LENGTH, format);
    return { kind: "quotation", text: displayLine(text, language), language };
  }
  return { kind: "tombstone", text: describeAbsence(comment, words), language: words.language };
}

// CommonMark 0.31 §5.1: from a line that begins with ">" to the next blank one.
const BLOCK_QUOTE = /^ {0,3}>.*(?:\r?\n[^\S\r\n]*\S.*)*/gmu;

/** Words that a comment quotes are not its author's: "[…]" stands for them, and nothing at the beginning and end. */
function leaveOutQuotations(markdown: string): string {
  return markdown.replace(BLOCK_QUOTE, "\n[…]\n").replace(/^(?:\s|\[…\])+|(?:\s|\[…\])+$/gu, "");
}
