import { addressesOf } from "../../lib/archive/addresses";
import type { ArchiveSettings, Article, Comment, ThreadNode } from "../../lib/archive/model";
import { orderByPosting } from "../../lib/archive/thread/posting-order";
import { createContext } from "../../lib/share/article-context";
import { citeArticle, citeComment } from "../../lib/share/citations/citation";
import { embedMetadata } from "../../lib/share/citations/zotero";
import { excerptArticle } from "../../lib/share/excerpt-article";
import { ATOM, JSON_DATA, JSON_FEED, OEMBED } from "../../lib/share/media-types";
import { choosePreview, type PreviewImage } from "../../lib/share/preview-image";
import {
  describeAbsence,
  describeTextlessness,
  nameOrder,
  titleComment,
} from "../../lib/text/interface/sentences";
import type { Words } from "../../lib/text/interface/words";
import { wordsFor } from "../../lib/text/interface/words-for";
import { excerptMarkdown } from "../../lib/text/markdown/markdown";
import { displayLine } from "../../lib/text/writing/typography";

/** Code points of a description; search engines and previews cut it about there. */
const DESCRIPTION_LENGTH = 200;

/** What a page says of itself beside its words: to search engines, to whoever is sent a link, to reference managers. */
export type PageFacts = {
  /** Of the document: with the archive's name, where that is not all of it. */
  readonly title: string;
  readonly description: string;
  /** The page's absolute address, or that of the page that stands for it. */
  readonly canonical?: string;
  /** Absolute addresses of files that say the same otherwise, by media type. */
  readonly copies: Readonly<Record<string, string>>;
  /** Whether search engines are asked to leave the page out. */
  readonly isHidden: boolean;
  /** What the page shows, at its publisher (RFC 7089 §2.2.1). */
  readonly original?: string;
  /** Open Graph (https://ogp.me/), property by property; one without content is left out. */
  readonly preview: readonly (readonly [property: string, content: string | undefined])[];
  /** `<meta>` names and contents that the head holds as they are. */
  readonly other: Readonly<Record<string, string>>;
};

type PageDescription = {
  readonly title: string;
  readonly description: string;
  /** The page's address as `addressesOf` gives it. */
  readonly path: string;
  /** BCP 47. */
  readonly language: string;
  /** Paths of files that say the same otherwise, by media type. */
  readonly copies?: Readonly<Record<string, string>>;
  readonly article?: {
    readonly preview?: PreviewImage;
    /** ISO 8601, where the source dates what the page shows. */
    readonly published?: string;
    /** Address of the author's own page. */
    readonly author?: string;
    /** What the page shows, at its publisher. */
    readonly original?: string;
  };
  /** `<meta>` names and contents that the head holds as they are. */
  readonly other?: Readonly<Record<string, string>>;
};

export function describePage(settings: ArchiveSettings, page: PageDescription): PageFacts {
  const { absolute } = addressesOf(settings.url);
  const { title, description, article, other = {} } = page;
  const url = absolute(page.path);
  // Their readers take an address as it stands.
  const copies = Object.entries(page.copies ?? {}).map(([type, path]) => [type, absolute(path)]);
  return {
    title: title === settings.name ? title : `${title} · ${settings.name}`,
    description,
    canonical: url,
    copies: Object.fromEntries(copies),
    isHidden: settings.indexing === "refused",
    original: article?.original,
    preview: [
      ["og:title", title],
      ["og:description", description],
      ["og:url", url],
      ["og:site_name", settings.name],
      ["og:locale", localeOf(page.language)],
      ...(article ? previewArticle(title, article) : [["og:type", "website"] as const]),
    ],
    other: article?.preview ? { "twitter:card": "summary_large_image", ...other } : other,
  };
}

function previewArticle(
  title: string,
  { preview, published, author }: NonNullable<PageDescription["article"]>,
): PageFacts["preview"] {
  return [
    ["og:image", preview?.url],
    ["og:image:width", preview && String(preview.width)],
    ["og:image:height", preview && String(preview.height)],
    ["og:image:alt", preview && (preview.alt ?? title)],
    ["og:type", "article"],
    ["article:published_time", published],
    ["article:author", author],
  ];
}

/** What stands where nothing is: no address of its own, and nothing for search engines to keep. */
export function describeNotFound(settings: ArchiveSettings, words: Words): PageFacts {
  return {
    title: `${words.notFoundTitle} · ${settings.name}`,
    description: words.notFoundText,
    copies: {},
    isHidden: true,
    preview: [],
    other: {},
  };
}

/** The feeds of the whole archive, for the page that lists it. */
export function listFeeds(settings: ArchiveSettings): Readonly<Record<string, string>> {
  const { file } = addressesOf(settings.url);
  return { [ATOM]: file("feed.xml"), [JSON_FEED]: file("feed.json") };
}

export function describeArticlePage(settings: ArchiveSettings, article: Article): PageFacts {
  const addresses = addressesOf(settings.url);
  return describePage(settings, {
    title: displayLine(article.title, article.language),
    description: describeArticle(article, wordsFor(article.language, settings.language)),
    path: addresses.article(article.slug),
    language: article.language,
    copies: {
      [ATOM]: addresses.file(`${article.slug}/feed.xml`),
      [JSON_DATA]: addresses.file(`${article.slug}/thread.json`),
      [OEMBED]: addresses.file(`${article.slug}/oembed.json`),
    },
    article: previewOf(settings, article),
    other: embedMetadata(citeArticle(createContext(settings, article))),
  });
}

/** The comments in another order: the article's page stays the one to be found. */
export function describePostedPage(settings: ArchiveSettings, article: Article): PageFacts {
  const words = wordsFor(article.language, settings.language);
  const title = displayLine(article.title, article.language);
  return describePage(settings, {
    title: `${words.commentsAsPosted(nameOrder(orderByPosting(article.thread), words))} · ${title}`,
    description: words.comments(article.thread.completeness.present),
    path: addressesOf(settings.url).article(article.slug),
    language: article.language,
    article: previewOf(settings, article),
  });
}

function previewOf(settings: ArchiveSettings, article: Article): PageDescription["article"] {
  return {
    preview: choosePreview(settings, article),
    published: article.published,
    author: article.author?.url,
    original: article.source.url,
  };
}

/** A comment's page is described by the comment, not by the article. */
export function describeCommentPage(
  settings: ArchiveSettings,
  article: Article,
  { comment }: ThreadNode,
): PageFacts {
  const words = wordsFor(article.language, settings.language);
  return describePage(settings, {
    title: `${titleComment(comment, words)} · ${displayLine(article.title, article.language)}`,
    description: describeComment(comment, article, words),
    path: addressesOf(settings.url).comment(article.slug, comment.id),
    language: article.language,
    article: {
      preview: choosePreview(settings, article, comment.id),
      published: comment.published,
      original: comment.source?.url,
    },
    other: embedMetadata(citeComment(comment, createContext(settings, article))),
  });
}

/** @param address of the page itself: nothing took its place */
export function describeVanishedPage(
  settings: ArchiveSettings,
  article: Article,
  address: string,
): PageFacts {
  const words = wordsFor(article.language, settings.language);
  return describePage(settings, {
    title: `${words.vanishedTitle} · ${displayLine(article.title, article.language)}`,
    description: words.vanishedText,
    path: address,
    language: article.language,
    article: { preview: choosePreview(settings, article) },
  });
}

/** `fr_FR` of `fr-FR`. Open Graph wants a territory: none is made up for a language that is known without one. */
function localeOf(tag: string): string | undefined {
  const { language, region } = new Intl.Locale(tag);
  return region && `${language}_${region}`;
}

function describeComment(comment: Comment, article: Article, words: Words): string {
  if (comment.status !== "present") return describeAbsence(comment, words);
  const excerpt = excerptMarkdown(comment.body, DESCRIPTION_LENGTH, comment.format);
  return displayLine(excerpt, article.language);
}

/** An article without any words is described by why it has none. */
function describeArticle(article: Article, words: Words): string {
  const excerpt = displayLine(excerptArticle(article, DESCRIPTION_LENGTH), article.language);
  return excerpt === "" ? (describeTextlessness(article, words) ?? "") : excerpt;
}
