import { indexOnce } from "../../archive/index-once";
import type { Archive, ArchivedLinks, Article, ArticleOutline, Catalogue } from "../../archive/model";
import { normalizeAddress } from "./normalize-address";
import { listArticleAddresses, listOldAddresses, type OldAddress } from "./old-addresses";

/** A page of the archive: an article's, or the one of a comment. */
export type ArchivedPage = Pick<OldAddress, "slug" | "commentId">;

/** An article's own address at its source, and those of its comments; of several that are one, the first. */
const indexOwn = indexOnce((article: ArticleOutline): ArchivedLinks => {
  const addresses = listArticleAddresses(article).toReversed();
  return new Map(addresses.map(({ key, slug, commentId }) => [key, { slug, commentId }]));
});

/**
 * The page of this archive that has taken the place of an original address: of the article's own thread, or else of
 * those that are given. Only a whole address counts: with a fragment that is no comment's it leads to the source, where
 * that place may be.
 *
 * @param href absolute
 */
export function findArchivedPage(
  href: string,
  article: ArticleOutline,
  elsewhere: ArchivedLinks,
): ArchivedPage | undefined {
  const key = normalizeAddress(href);
  if (key === undefined) return undefined;
  return indexOwn(article).get(key) ?? elsewhere.get(key);
}

/** The pages of other articles that an article's texts may link to, in the order in which the texts name them. */
export function listArchivedLinks(archive: Archive, article: Article): ArchivedLinks {
  return archive.archivedLinks ?? findAmong(archive, article.slug, listLinkKeys(article));
}

/**
 * Of all that an article's texts may link to, what other articles of the archive have taken the place of.
 *
 * @param keys what `listLinkKeys` gave for it
 */
export function findAmong(catalogue: Catalogue, slug: string, keys: readonly string[]): ArchivedLinks {
  const all = indexAddresses(catalogue);
  const found = keys.flatMap((key) => all.get(key) ?? []).filter((address) => address.slug !== slug);
  return new Map(found.map((address) => [address.key, { slug: address.slug, commentId: address.commentId }]));
}

const indexAddresses = indexOnce(
  (catalogue: Catalogue) =>
    new Map(listOldAddresses(catalogue).addresses.map((address) => [address.key, address] as const)),
);

/** What `normalizeAddress` makes of everything in an article's texts that may be an address, each once. */
export const listLinkKeys = indexOnce((article: Article): readonly string[] => [
  ...new Set(listTexts(article).flatMap(({ text, base }) => findAddresses(text, base))),
]);

function listTexts({ source, summary, body, author, thread }: Article) {
  const comments = thread.inSourceOrder.flatMap(({ comment }) =>
    comment.status === "present" ? [{ text: comment.body, base: comment.source?.url ?? source.url }] : [],
  );
  const own = [summary, body, author?.biography].flatMap((text) => text ?? []);
  return [...own.map((text) => ({ text, base: source.url })), ...comments];
}

/** Where an address can begin or end in a text, Markdown or not. */
const BOUNDARY = /[\s<>()[\]"'|]+/u;

/**
 * Everything in a text that may be an address, whether its Markdown makes it one or not: what is none is in no index.
 *
 * @returns keys of `normalizeAddress`
 */
function findAddresses(text: string, base: string | undefined): string[] {
  if (!text.includes("/")) return [];
  return text
    .split(BOUNDARY)
    .filter((piece) => piece.includes("/"))
    .map((piece) => piece.replace(/\\(?=[!-/:-@[-`{-~])/gu, "").replaceAll("&amp;", "&"))
    .flatMap((piece) => [piece, piece.replace(/[.,;:!?*_~]+$/u, "")])
    .flatMap((piece) => readAddress(piece, base) ?? []);
}

function readAddress(piece: string, base: string | undefined): string | undefined {
  // GFM's autolinks need no scheme.
  const written = /^www\./iu.test(piece) ? `https://${piece}` : piece;
  if (!URL.canParse(written, base)) return undefined;
  const { href, protocol } = new URL(written, base);
  return protocol === "https:" || protocol === "http:" ? normalizeAddress(href) : undefined;
}
