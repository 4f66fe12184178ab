import { anchorOf } from "../../archive/addresses";
import type { ArchivedLinks, ArchiveSettings, Article } from "../../archive/model";
import { readAttachments } from "../../text/links/attachments";
import { type PictureReader, readPictures } from "../../text/links/pictures";
import { type ArticleContext, createContext } from "../article-context";
import { findArchivedPage } from "../old-addresses/archived-links";
import { splitThread, type ThreadPart } from "./parts";

/** An article on its way into a book. */
export type BookContext = ArticleContext & {
  /** The documents of its thread, in the order of reading. */
  readonly parts: readonly ThreadPart[];
  /** Where a comment stands in the book: `comments-2.xhtml#c-41`. */
  readonly placeOf: (commentId: string) => string;
  /** The pictures of its texts, by where they lie in the book. */
  readonly picture: PictureReader;
  /** The files of its texts, which stay on the site. */
  readonly attachment: ReturnType<typeof readAttachments>;
};

export const DOCUMENTS = {
  cover: "cover.xhtml",
  navigation: "nav.xhtml",
  article: "article.xhtml",
  provenance: "provenance.xhtml",
} as const;

/** Where the pictures that lie beside the article lie in its book. */
export const PICTURES = "pictures";

/** @param elsewhere what the article's texts link to in the rest of the archive */
export function createBookContext(
  settings: ArchiveSettings,
  article: Article,
  elsewhere: ArchivedLinks,
): BookContext {
  const context = createContext(settings, article, elsewhere);
  const parts = splitThread(article.thread.inReadingOrder);
  const places = new Map(
    parts.flatMap(({ path, nodes }) =>
      nodes.map(({ comment: { id } }) => [id, `${path}#${anchorOf(id)}`] as const),
    ),
  );
  const placeOf = (id: string) => places.get(id) ?? context.addresses.comment(article.slug, id);
  return {
    ...context,
    parts,
    placeOf,
    archived: (href) => {
      const page = findArchivedPage(href, article, elsewhere);
      if (page?.slug !== article.slug) return context.archived(href);
      return page.commentId === undefined ? DOCUMENTS.article : placeOf(page.commentId);
    },
    picture: readPictures(article, (path) => `${PICTURES}/${path.slice(article.slug.length + 1)}`),
    attachment: readAttachments(article, context.addresses.file),
  };
}
