import type { Element } from "hast";
import { attribute, hasClass } from "../../../../conversion/hast";
import { findFirst, ofClass } from "../../page/page-tree";
import type { SavedPage } from "../../page/saved-page";
import type { PageThread, ThreadAdapter } from "../../thread-adapter";
import { readOwnData } from "./own-data";
import { readAnnounced, readArticle, readReference } from "./read-article";
import { readComment } from "./read-comment";
import { readEvents } from "./read-events";
import { readProvenance } from "./read-provenance";

/**
 * A page of an archive like this one, which is taken at its word: comments are `article.comment#c-<id>`, and say whom they
 * answer and how that is known; what the page does not say, the archive did not know.
 */
export const verbatim: ThreadAdapter = { name: "Verbatim", read: readPage };

function readPage(page: SavedPage): PageThread | undefined {
  const { tree } = page;
  const comments = tree
    .withClass("comment")
    .flatMap((block) => ({ id: idOf(block), own: findOwn(block), block }))
    .flatMap(({ id, own, block }) => (id === undefined || own === undefined ? [] : [{ id, own, block }]));
  const [main, provenance] = [tree.withId("article"), tree.withId("provenance")];
  const isArticle = main !== undefined && provenance !== undefined && tree.contains(main, provenance);
  if (comments.length === 0 && !isArticle) return undefined;
  const slug = slugOf(page);
  const data = readOwnData(page);
  const announced = provenance && readAnnounced(provenance);
  const { stated, captured, captures } = readProvenance(page);
  return {
    isArchived: true,
    ...(slug && { key: slug }),
    posts: comments.map(({ id, own }) => readComment(id, own, page, data)),
    cut: comments.map(({ block }) => block),
    article: {
      ...(slug && { slug }),
      ...(captured && { captured }),
      ...(main ? readArticle(page, main, data, stated) : readReference(page)),
    },
    ...(announced !== undefined && { announced }),
    facts: readEvents(page),
    // A comment's own page shows what led to it and its direct replies.
    gaps: comments.length > 0 && tree.withId("comments") === undefined ? ["pages"] : [],
    captures,
  };
}

function idOf(block: Element): string | undefined {
  return /^c-([a-z0-9][a-z0-9-]*)$/u.exec(attribute(block, "id") ?? "")?.[1];
}

function findOwn(block: Element): Element | undefined {
  return findFirst(block, ofClass("own"), (each) => hasClass(each, "comment"));
}

function slugOf({ url }: SavedPage): string | undefined {
  return /\/([a-z0-9-]+)\/(?:as-posted\/|c\/[a-z0-9-]+\/)?(?:index\.html)?(?:[?#].*)?$/u.exec(url ?? "")?.[1];
}
