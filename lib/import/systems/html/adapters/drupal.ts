import type { Element, ElementContent } from "hast";
import { element, text } from "../../../../text/markdown/display/nodes";
import { attribute, hasClass } from "../../../conversion/hast";
import type { SourceParent } from "../../../model";
import { dateOf } from "../page/dates";
import { nestedIn } from "../page/nesting";
import { resolve } from "../page/page-address";
import { type ElementTest, findFirst, lineOf, ofClass, type PageTree } from "../page/page-tree";
import type { SavedPage } from "../page/saved-page";
import type { PagePost, PageThread, ThreadAdapter } from "../thread-adapter";

/**
 * Drupal: a comment follows `a#comment-12`, replies stand in `.indented` behind what they answer. Version 6 has no more
 * than classes; 7 and later say author and date in RDFa.
 */
export const drupal: ThreadAdapter = { name: "Drupal", read: readComments };

function readComments(page: SavedPage): PageThread | undefined {
  const { tree } = page;
  const blocks = tree
    .withClass("comment")
    .filter((each) => findBody(each) !== undefined && isDrupal(tree, each));
  if (blocks.length === 0) return undefined;
  const ids = new Map(blocks.map((block, index) => [block, idOf(tree, block) ?? `${index + 1}`]));
  const isNested = tree.withClass("indented").length > 0;
  const posts = blocks.map((block) => readComment(block, page, ids, isNested));
  const line = tree
    .withClass("submitted")
    .find((each) => tree.closest(each, (around) => ids.has(around)) === undefined);
  const name = nameIn(lineOf(line));
  const published = dateOf(line, page.timeZone);
  return {
    posts,
    cut: [...blocks, ...tree.withClass("indented"), ...(line ? [line] : [])],
    article: { ...(name && { author: { name } }), ...(published && { published }) },
  };
}

/** Its neighbours, its anchor or its links are Drupal's own. */
function isDrupal(tree: PageTree, block: Element): boolean {
  const anchor = anchorOf(tree, block);
  const isAnchored = anchor !== undefined && (anchor.tagName === "a" || anchor.tagName === "article");
  const isRdf = /schema:Comment|sioc:Post/u.test(
    String(block.properties.typeOf ?? block.properties.typeof ?? ""),
  );
  const permalink = findFirst(
    block,
    (each) =>
      each.tagName === "a" && /\/comment\/\d+#comment-\d+|#comment-\d+$/u.test(attribute(each, "href") ?? ""),
  );
  return (
    isRdf ||
    ((isAnchored || permalink !== undefined) &&
      !hasClass(block, "depth-1") &&
      findFirst(block, ofClass("comment-content")) === undefined)
  );
}

function findBody(block: Element): Element | undefined {
  return (
    findFirst(block, ofClass("field--name-comment-body", "field-name-comment-body")) ??
    findFirst(block, (each) => hasClass(each, "content") && !hasClass(each, "links"))
  );
}

/** The anchor may be the comment itself, something in it, or stand right before it. */
function anchorOf(tree: PageTree, block: Element): Element | undefined {
  if (isAnchor(block)) return block;
  const before = tree.previousOf(block);
  return before && isAnchor(before) ? before : findFirst(block, isAnchor);
}

function isAnchor(each: Element): boolean {
  return /^comment-\d+$/u.test(attribute(each, "id") ?? "");
}

function idOf(tree: PageTree, block: Element): string | undefined {
  const anchor = anchorOf(tree, block);
  const permalink = findFirst(
    block,
    (each) => each.tagName === "a" && /#comment-\d+$/u.test(attribute(each, "href") ?? ""),
  );
  const written = [
    anchor && attribute(anchor, "id"),
    permalink && attribute(permalink, "href"),
    attribute(block, "dataCommentId"),
  ];
  return written.map((each) => /(?:comment-|^)(\d+)$/u.exec(each ?? "")?.[1]).find(Boolean);
}

function readComment(
  block: Element,
  page: SavedPage,
  ids: ReadonlyMap<Element, string>,
  isNested: boolean,
): PagePost {
  const body = findBody(block);
  const id = ids.get(block) ?? "";
  const note = findFirst(block, isNote, (each) => each === body);
  const find = (test: ElementTest) => findFirst(block, test, (each) => each === body || each === note);
  const head =
    find(ofClass("comment__time")) ??
    find(ofClass("submitted", "comment__submitted", "comment__meta", "comment-submitted"));
  const person =
    find((each) => hasClass(each, "username") && lineOf(each) !== "") ?? find(ofClass("comment__author"));
  const dated = find(({ properties }) =>
    /(?:dc:date|dateCreated|schema:dateCreated|dc:created)/u.test(String(properties.property ?? "")),
  );
  const published =
    dateOf(dated, page.timeZone) ?? dateOf(find(({ tagName }) => tagName === "time") ?? head, page.timeZone);
  const [, name, label] = NAME.exec(lineOf(person) || nameIn(lineOf(head))) ?? [];
  const stated = statedParent(note);
  const above = parentOf(page.tree, block, ids);
  const url = page.url && resolve(`#comment-${id}`, page.url);
  const subject = find((each) => /^h[2-6]$/u.test(each.tagName) || hasClass(each, "title"));
  return {
    id,
    ...(name && { author: { name, ...(label && { label }) } }),
    ...(published && { published }),
    ...((stated || above || isNested) && { parent: stated ?? nestedIn(above) }),
    content: [...titleOf(subject), ...(body?.children ?? [])],
    ...(url && { url }),
  };
}

/** What Drupal writes behind the name of somebody who did not log in. */
const NAME = /^(.+?)(?: \((not verified|non vérifié(?:\(e\))?)\))?$/u;

/** For readers who see no indentation Drupal 8 and later say "In reply to", with a link. */
function isNote(each: Element): boolean {
  return each.tagName === "p" && hasClass(each, "visually-hidden");
}

function statedParent(note: Element | undefined): SourceParent | undefined {
  const link = note && findFirst(note, (each) => /#comment-\d+$/u.test(attribute(each, "href") ?? ""));
  const [, id] = /#comment-(\d+)$/u.exec((link && attribute(link, "href")) ?? "") ?? [];
  return id === undefined ? undefined : { kind: "post", id, basis: "explicit" };
}

/** The subject that its author gave to a comment; its link is the comment's own address. */
function titleOf(subject: Element | undefined): ElementContent[] {
  const words = lineOf(subject);
  if (subject === undefined || words === "" || hasClass(subject, "element-invisible", "visually-hidden"))
    return [];
  return [element("p", {}, [element("strong", {}, [text(words)])])];
}

/** "Submitted by ana on Mon, 03/04/2019 - 05:06." */
function nameIn(words: string): string {
  return (
    /(?:submitted by|soumis par|posté par|par|by)\s+(.+?)(?:\s+\((?:not verified|non vérifié)\))?\s+(?:on|le|at|à)\s/iu.exec(
      words,
    )?.[1] ?? ""
  );
}

/** What stands right before the `.indented` around a reply, or in it. */
function parentOf(tree: PageTree, block: Element, ids: ReadonlyMap<Element, string>): string | undefined {
  const indented = tree.closest(block, ofClass("indented"));
  if (indented === undefined) return undefined;
  for (let each = tree.previousOf(indented); each; each = tree.previousOf(each)) {
    if (hasClass(each, "indented")) continue;
    const comment = ids.has(each) ? each : findFirst(each, (inner) => ids.has(inner));
    if (comment) return ids.get(comment);
  }
  return undefined;
}
