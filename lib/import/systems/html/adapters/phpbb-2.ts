import type { Element, ElementContent } from "hast";
import { element } from "../../../../text/markdown/display/nodes";
import { attribute, findElements, hasClass } from "../../../conversion/hast";
import { dateOf } from "../page/dates";
import { pageNumber, resolve } from "../page/page-address";
import { findFirst, lineOf, ofClass, type PageTree } from "../page/page-tree";
import type { SavedPage } from "../page/saved-page";
import type { PagePost, PageThread, ThreadAdapter } from "../thread-adapter";

/** phpBB 2, subSilver and its like: rows of a table, each with `span.name > a[name="91"]` and `span.postbody`. */
export const phpbb2: ThreadAdapter = { name: "phpBB 2", read: readTopic };

function readTopic(page: SavedPage): PageThread | undefined {
  const { tree } = page;
  const rows = findRows(tree);
  if (rows.length === 0) return undefined;
  const [title] = tree.withClass("maintitle");
  const topic = /[?&]t=(\d+)/u.exec(page.url ?? attribute(title ?? element("a"), "href") ?? "")?.[1];
  const isFirst = page.url === undefined || pageNumber(page.url) === 1;
  return {
    ...(topic && { key: `t=${topic}` }),
    opensWithPost: true,
    posts: rows.map((row, index) => readRow(row, isFirst && index === 0, page)),
    cut: rows.map(({ row }) => row),
    article: { ...(title && { title: lineOf(title) }) },
  };
}

type Row = { readonly row: Element; readonly id: string; readonly name: Element; readonly cell: Element };

function findRows(tree: PageTree): Row[] {
  return tree.withClass("name").flatMap((name) => {
    const anchor = findFirst(name, ({ tagName, properties }) => tagName === "a" && "name" in properties);
    const id = anchor && attribute(anchor, "name");
    const row = tree.closest(name, ({ tagName }) => tagName === "tr");
    const body = row && findFirst(row, ofClass("postbody"));
    const cell = body && tree.closest(body, ({ tagName }) => tagName === "td");
    return row && cell && /^\d+$/u.test(id ?? "") ? [{ row, id: id ?? "", name, cell }] : [];
  });
}

function readRow({ row, id, name, cell }: Row, isOpening: boolean, page: SavedPage): PagePost {
  const details = findElements(row, ofClass("postdetails")).find((each) => POSTED.test(lineOf(each)));
  const published = dateOf(details, page.timeZone);
  const edit = findFirst(cell, (each) => hasClass(each, "gensmall") && /[eé]dit/iu.test(lineOf(each)));
  const edited = edit && (dateOf(edit, page.timeZone) ?? "unknown");
  const author = lineOf(name);
  const url = page.url && resolve(`#${id}`, page.url);
  return {
    id,
    isOpening,
    ...(author && { author: { name: author } }),
    ...(published && { published }),
    ...(edited && { edited }),
    content: cell.children.filter((child) => child !== edit).flatMap(readNode),
    ...(url && { url }),
    sourceId: id,
  };
}

const POSTED = /^(?:posted|posté|verfasst|publicado|inviato|geplaatst)/iu;

/** A quotation and a piece of code are tables, the first line of which names them. */
function readNode(node: ElementContent): ElementContent[] {
  if (node.type !== "element") return [node];
  if (node.tagName !== "table") return [{ ...node, children: node.children.flatMap(readNode) }];
  const quoted = findFirst(node, ofClass("quote"));
  const code = findFirst(node, ofClass("code"));
  const inner = quoted ?? code;
  if (inner === undefined) return [node];
  const label = findFirst(node, ofClass("genmed"));
  const heading = label ? [element("p", {}, label.children)] : [];
  if (quoted === undefined) return [...heading, element("pre", {}, inner.children)];
  return [element("blockquote", {}, [...heading, ...inner.children.flatMap(readNode)])];
}
