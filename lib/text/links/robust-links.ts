import type { ArchiveSettings, Article, Comment } from "../../archive/model";
import { type Moment, writtenDay } from "../../archive/moment";

/**
 * When the links of a text were made. Where one leads nowhere any more, a reader's tools look in web archives for
 * what it led to then (Robust Links, https://robustlinks.mementoweb.org/spec/).
 */
export type LinkDating = {
  /** ISO 8601, the day as the source states it in its own zone. */
  readonly day: string;
  /** Public address of the archive: it keeps its own links. */
  readonly archive: string;
};

/** What the article's writer linked to when it was published; an undated one stood there when it was captured. */
export function dateArticleLinks(
  settings: ArchiveSettings,
  { published, captured }: Pick<Article, "published" | "captured">,
): LinkDating | undefined {
  return dateLinks(settings, published ?? captured);
}

/** A comment without a date stood there when it, or its article, was captured; without that date either, nothing is known. */
export function dateCommentLinks(settings: ArchiveSettings, article: Article, comment: Comment) {
  return dateLinks(settings, comment.published ?? comment.notAfter ?? article.captured);
}

/** What the archive itself links to: the source as it was captured, or as it was published. */
export function dateSourceLinks(settings: ArchiveSettings, { captured, published }: Article) {
  return dateLinks(settings, captured ?? published);
}

/**
 * The value of `data-versiondate`, for a link that leads out of the archive to the web. `href` is the original
 * resource, so it needs no `data-originalurl`; snapshots of it are unknown, so there is no `data-versionurl`.
 *
 * @param href absolute
 */
export function versionDate(href: string, dating: LinkDating | undefined): string | undefined {
  if (!dating || !URL.canParse(href)) return undefined;
  const url = new URL(href);
  const isOnWeb = url.protocol === "https:" || url.protocol === "http:";
  return isOnWeb && !url.href.startsWith(new URL(dating.archive).href) ? dating.day : undefined;
}

function dateLinks({ url }: ArchiveSettings, moment: Moment | undefined): LinkDating | undefined {
  return moment === undefined ? undefined : { day: writtenDay(moment), archive: url };
}
