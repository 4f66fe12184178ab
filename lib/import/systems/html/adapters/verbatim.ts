import type { Element, ElementContent } from "hast";
import { english } from "../../../../text/interface/english";
import { french } from "../../../../text/interface/french";
import type { Words } from "../../../../text/interface/words";
import { text } from "../../../../text/markdown/display/nodes";
import { attribute, hasClass } from "../../../conversion/hast";
import type { SourceParent } from "../../../model";
import { dateOf } from "../page/dates";
import { numberIn } from "../page/nesting";
import { relOf } from "../page/page-origin";
import { findFirst, lineOf, ofClass } from "../page/page-tree";
import type { SavedPage } from "../page/saved-page";
import type { PagePost, PageThread, ThreadAdapter } from "../thread-adapter";

/** A page of an archive like this one: comments are `article.comment#c-<id>`, and say whom they answer and how that is known. */
export const verbatim: ThreadAdapter = { name: "Verbatim", read: readArticlePage };

const LANGUAGES = [french, english];

function readArticlePage(page: SavedPage): PageThread | undefined {
  const { tree } = page;
  const blocks = tree
    .withClass("comment")
    .filter((each) => idOf(each) !== undefined && findOwn(each) !== undefined);
  if (blocks.length === 0) return undefined;
  const main = tree.withId("article");
  const provenance = tree.withId("provenance");
  const content = main && findFirst(main, ofClass("e-content"));
  const announced = provenance && announcedIn(provenance);
  const posts = blocks.map((block) => readComment(block, page));
  const slug = slugOf(page);
  return {
    ...(slug && { key: slug }),
    posts,
    cut: blocks,
    ...(main && {
      article: {
        ...describeArticle(page, main),
        ...(slug && { slug }),
        ...(content && { content: restore(content.children) }),
      },
    }),
    ...(announced !== undefined && { announced }),
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

function describeArticle({ tree, timeZone }: SavedPage, main: Element): NonNullable<PageThread["article"]> {
  const title = findFirst(main, ofClass("p-name"));
  const published = dateOf(findFirst(main, ofClass("dt-published")), timeZone);
  const card = tree.withId("author");
  const author = lineOf(card && findFirst(card, ofClass("p-name")));
  const [original] = tree.withTag("link").filter((link) => relOf(link.properties.rel).includes("original"));
  const url = original && attribute(original, "href");
  const [source] = tree.withTag("meta").filter((meta) => attribute(meta, "name") === "dc.source");
  const publisher = source && attribute(source, "content");
  const language = title && attribute(title, "lang");
  return {
    ...(title && { title: unspace(lineOf(title)) }),
    ...(author && { author: { name: author } }),
    ...(published && { published }),
    ...(url && { url }),
    ...(publisher && { publisher }),
    ...(language && { language }),
  };
}

/** "10 commentaires archivés sur 12 annoncés": the number that stands before the word. */
function announcedIn(provenance: Element): number | undefined {
  const [, digits] =
    /(?:sur|of)\s(?:the\s)?(\d[\d\s\u202f\u00a0,.]*)\s(?:annonc|announced)/u.exec(lineOf(provenance)) ?? [];
  return digits === undefined ? undefined : numberIn(digits);
}

function readComment(block: Element, { timeZone }: SavedPage): PagePost {
  const own = findOwn(block) ?? block;
  const find = (...names: string[]) =>
    findFirst(own, ofClass(...names), (each) => hasClass(each, "e-content"));
  const header = findFirst(own, ({ tagName }) => tagName === "header");
  const name = lineOf(find("p-author"));
  const label = header?.children.find(
    (child) =>
      child.type === "element" &&
      hasClass(child, "author-mark") &&
      !LANGUAGES.some(({ articleAuthor }) => articleAuthor === lineOf(child)),
  );
  const number = numberIn(lineOf(find("u-url")));
  const published = dateOf(find("dt-published"), timeZone);
  const [edited, likes] = [editOf(own, header, timeZone), likesOf(header)];
  const parent = parentOf(own);
  const tombstone = tombstoneOf(find("tombstone"));
  const isNamed = name !== "" && !LANGUAGES.some(({ unknownAuthor }) => unknownAuthor === name);
  return {
    id: idOf(block) ?? "",
    ...(number !== undefined && { number }),
    ...(isNamed && { author: { name, ...(label && { label: lineOf(label) }) } }),
    ...(published && { published }),
    ...(edited && { edited }),
    ...(parent && { parent }),
    content: restore(findFirst(own, ofClass("e-content"))?.children ?? []),
    ...(tombstone && {
      asWritten: {
        fields: {
          ...tombstone,
          ...(isNamed && { author: name }),
          ...(number !== undefined && { position: String(number) }),
          ...(published && { published }),
        },
        body: "",
      },
    }),
    ...(likes !== undefined && { likes }),
  };
}

/** "Ce commentaire a été retiré de l’archive. Motif : …", as the archive's own format says it. */
function tombstoneOf(tombstone: Element | undefined): Tombstone | undefined {
  if (tombstone === undefined) return undefined;
  const words = lineOf(tombstone);
  const language = LANGUAGES.find((each) =>
    Object.values(sentencesOf(each)).some((sentence) => words.startsWith(sentence)),
  );
  const status = language && STATUSES.find((each) => words.startsWith(sentencesOf(language)[each]));
  if (language === undefined || status === undefined) return { status: "hidden" };
  const rest = words.slice(sentencesOf(language)[status].length).trim();
  const reason = unspace(rest.replace(language.reason, "").trim());
  return { status, ...(reason && { reason }) };
}

type Tombstone = { readonly status: (typeof STATUSES)[number]; readonly reason?: string };

const STATUSES = ["erased", "hidden", "missing"] as const;

function sentencesOf({ erasedComment, hiddenComment, missingComment }: Words) {
  return { erased: erasedComment, hidden: hiddenComment, missing: missingComment };
}

/** What stands between the elements of a comment's header, in words. */
function looseWords(header: Element | undefined): string {
  return header?.children.flatMap((child) => (child.type === "text" ? child.value : [])).join("") ?? "";
}

function editOf(own: Element, header: Element | undefined, timeZone: string | undefined): string | undefined {
  const dated = dateOf(findFirst(own, ofClass("dt-updated")), timeZone);
  const isEdited = LANGUAGES.some(({ edited }) =>
    looseWords(header)
      .split(" · ")
      .some((part) => part.trim() === edited),
  );
  return dated ?? (isEdited ? "unknown" : undefined);
}

function likesOf(header: Element | undefined): number | undefined {
  const [part] = looseWords(header)
    .split(" · ")
    .filter((words) => LANGUAGES.some(({ likes }) => words.trim() === likes(numberIn(words) ?? -1)));
  return part === undefined ? undefined : numberIn(part);
}

/** "en réponse à NAME, d’après la mention": the link says whom, the words how that is known. */
function parentOf(own: Element): SourceParent {
  const link = findFirst(own, ofClass("u-in-reply-to"));
  const [, id] = /(?:#c-|\/c\/)([a-z0-9-]+)\/?$/u.exec((link && attribute(link, "href")) ?? "") ?? [];
  if (link === undefined || id === undefined) return { kind: "article" };
  const label = findFirst(own, (each) => each.tagName === "p" && each.children.includes(link));
  const words = lineOf(label).slice(lineOf(link).length);
  const basis =
    BASES.find((each) =>
      LANGUAGES.some((language) => language.basis[each] !== "" && words.includes(language.basis[each])),
    ) ?? "explicit";
  const isUncertain = LANGUAGES.some(({ uncertain }) => words.endsWith(uncertain));
  return { kind: "post", id, basis, ...(isUncertain && basis !== "explicit" && { uncertain: true }) };
}

const BASES = ["nesting", "quote", "mention", "editor"] as const;

/** Takes back what the page only shows: names of emoji, French spaces, the interface's own words within a text. */
function restore(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === "text") return [text(unspace(node.value))];
    if (node.type !== "element") return [];
    if (hasClass(node, "marker", "label")) return [];
    const title = attribute(node, "title");
    if (hasClass(node, "emoji") && title) return [text(title)];
    if (hasClass(node, "mention")) return [text(lineOf(node))];
    return [{ ...node, children: restore(node.children) }];
  });
}

/**
 * French spaces stand where the text has one of some kind: beside guillemets mostly the one that keyboards and word
 * processors set, before other marks mostly a plain one.
 */
function unspace(words: string): string {
  return words
    .replace(/[\u00a0\u202f](?=[;:!?])/gu, " ")
    .replace(/[\u00a0\u202f](?=»)|(?<=«)[\u00a0\u202f]/gu, "\u00a0");
}
