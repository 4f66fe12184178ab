import type { Comment } from "../../archive/model";
import { dayOf } from "../../text/interface/dates";
import { describeAbsence, numberComment } from "../../text/interface/sentences";
import { displayName, spellControls } from "../../text/writing/unicode";
import type { ArticleContext } from "../article-context";

/**
 * What is known of an article or a comment that somebody cites, the same for every format; what is unknown is absent.
 * Every text is one line and holds no control that could turn its surroundings around.
 *
 * The work cited is the one that its source published, so the source contains it and the date is the source's. The
 * address is the archive's: it is the one that is kept, and it holds what the citing person read. Where the work stood
 * goes with it in each format as a note. When somebody read it is theirs to add: a build knows no such day.
 */
export type Citation = {
  readonly kind: "article" | "comment";
  /** `<slug>`, `<slug>-c-<id>`: `[a-z0-9-]`, unique among the citations of a thread, never changing. */
  readonly key: string;
  /** As its bearer wrote it: which part is a family name is not known, and a pseudonym has none. */
  readonly author?: string;
  /** Of a comment, which has none, the one that the archive supplies; it names the article. */
  readonly title: string;
  /** The newspaper or site that published it. */
  readonly container: string;
  /** ISO 8601, a day in the article's zone. */
  readonly published?: string;
  /** BCP 47, of the text cited. */
  readonly language: string;
  readonly archive: string;
  /** Absolute address of its page in the archive. */
  readonly archived: string;
  /**
   * Where it stood, ASCII; of a comment whose source gives no address, where its article stood. Absent where that is
   * what was taken down.
   */
  readonly original?: { readonly label: string; readonly url: string };
  /** Why there is no text at the archived address, as a sentence. */
  readonly loss?: string;
};

/** The article, then each of its comments in the order of the source. */
export function citeThread(context: ArticleContext): Citation[] {
  const { inSourceOrder } = context.article.thread;
  return [citeArticle(context), ...inSourceOrder.map(({ comment }) => citeComment(comment, context))];
}

export function citeArticle({ settings, article, words, addresses }: ArticleContext): Citation {
  return {
    kind: "article",
    key: article.slug,
    author: article.author && displayName(article.author.name),
    title: toLine(article.title),
    container: toLine(article.source.name),
    published: article.published && dayOf(article.published, article.timeZone),
    language: article.language,
    archive: toLine(settings.name),
    archived: addresses.article(article.slug),
    original: article.source.url
      ? { label: words.originalAddress, url: new URL(article.source.url).href }
      : undefined,
    loss: article.status === "erased" ? words.erasedArticle : undefined,
  };
}

/** A comment or its tombstone: its words are no part of a citation. */
export function citeComment(comment: Comment, context: ArticleContext): Citation {
  const { article, words, addresses } = context;
  const { author, published, source } = comment;
  const host = citeArticle(context);
  return {
    ...host,
    kind: "comment",
    key: `${article.slug}-c-${comment.id}`,
    author: author && displayName(author),
    title: `[${words.citation.commentOn(numberComment(comment, words), host.title)}]`,
    published: published && dayOf(published, article.timeZone),
    archived: addresses.comment(article.slug, comment.id),
    original: source?.url
      ? { label: words.originalAddress, url: new URL(source.url).href }
      : host.original && { label: words.citation.originalOfArticle, url: host.original.url },
    loss: comment.status === "present" ? undefined : describeAbsence(comment, words),
  };
}

/** What formats without a place for it say in a note. */
export function noteOf({ loss, original }: Citation): string | undefined {
  const origin = original && `${original.label} ${original.url}`;
  return loss === undefined ? origin : [loss, origin].filter(Boolean).join(" ");
}

/** White space collapses, as it does on a page: a line break would end a field, and a gap may look like one. */
function toLine(text: string): string {
  return spellControls(text.replace(/[ \t\n\v\f\r\u0085\u2028\u2029]+/gu, " ")).trim();
}
