import { NOBODY } from "../archive/addresses";
import { indexOnce } from "../archive/index-once";
import type { Archive, Article } from "../archive/model";
import { slugsOf } from "../archive/permalinks";
import { CARD_FILE } from "./cards/card";

/** The machine-readable files beside an article's page. */
const ARTICLE_COPIES = [
  "feed.xml",
  "oembed.json",
  CARD_FILE,
  "citations.bib",
  "citations.ris",
  "citations.json",
  "thread.json",
] as const;

/** A machine-readable file of an article, or of one of its comments, at one of its addresses. */
export type MachineCopy = {
  readonly file: (typeof ARTICLE_COPIES)[number];
  /** The article's present name, or a former one. */
  readonly slug: string;
  /** For the card of a comment. */
  readonly commentId?: string;
  /** From the root of the site: `some-article/feed.xml`, `some-article/c/1/card.png`. */
  readonly path: string;
};

/**
 * Every machine-readable address of an archive's articles and comments. An article that was renamed goes on to answer
 * at each name it had, on hosts without redirects too: with the same bytes, which name its present address.
 *
 * Every comment has a card, or none where the archive wants none. The page of a vanished comment shows the article's.
 */
export const listMachineCopies = indexOnce(({ settings, articles }: Archive): readonly MachineCopy[] =>
  articles.flatMap((article) => [
    ...listArticleCopies(article),
    ...(settings.commentCards === "off" ? [] : listCommentCards(article)),
  ]),
);

function listArticleCopies(article: Article): MachineCopy[] {
  return slugsOf(article).flatMap((slug) =>
    ARTICLE_COPIES.map((file) => ({ file, slug, path: `${slug}/${file}` })),
  );
}

function listCommentCards(article: Article): MachineCopy[] {
  const comments = article.thread.inSourceOrder.map(({ comment }) => comment.id);
  return slugsOf(article).flatMap((slug) =>
    comments.map((commentId) => ({
      file: CARD_FILE,
      slug,
      commentId,
      path: `${slug}/c/${commentId}/${CARD_FILE}`,
    })),
  );
}

/** What Next's routes below `app/[article]/` are generated for: never nothing, which it refuses. */
export function listArticleParams(archive: Archive, file: MachineCopy["file"]): { article: string }[] {
  const copies = listMachineCopies(archive).filter(
    (copy) => copy.file === file && copy.commentId === undefined,
  );
  const params = copies.map(({ slug }) => ({ article: slug }));
  return params.length > 0 ? params : [{ article: NOBODY }];
}

/** The same for `app/[article]/c/[comment]/card.png`. */
export function listCommentCardParams(archive: Archive): { article: string; comment: string }[] {
  const params = listMachineCopies(archive).flatMap(({ slug, commentId }) =>
    commentId === undefined ? [] : [{ article: slug, comment: commentId }],
  );
  return params.length > 0 ? params : [{ article: NOBODY, comment: NOBODY }];
}
