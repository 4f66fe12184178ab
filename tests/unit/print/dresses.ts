import type { PageKind, PageNotes, StyleLayer } from "../../../components/page/page-notes";
import { integrityOf } from "../../../lib/print/bytes";
import { assetOf } from "../../../lib/print/page/assets";
import type { Dress } from "../../../lib/print/page/dress-page";

export const reader = assetOf("reader.fr.js", Buffer.from("addEventListener('hashchange',()=>{})"));
export const finder = assetOf("find.js", Buffer.from("document.forms"));

export const sheetOf = (css: string) => ({ css, hash: integrityOf(css) });

/** Named as `readStylesheets` names them: a base for each kind of page, and layers. */
export const sheets = {
  plain: sheetOf("body{color:#222}"),
  article: sheetOf("body{color:#222}main{display:block}"),
  find: sheetOf("form{display:block}"),
  text: sheetOf("table{border:0}"),
  guide: sheetOf("nav{color:red}"),
};

/** What a page of an article notes that needs nothing more than its base, but for what a case gives. */
export function noteOf(kind: PageKind = "article", ...layers: readonly StyleLayer[]): PageNotes {
  const nothing = { plainTexts: new Set<string>(), shownPictures: new Set<string>(), linkedPictures: 0 };
  return { kind, layers: new Set(layers), ...nothing };
}

/** Below a base path. */
export const dress: Dress = {
  base: "/archive/",
  stylesheets: new Map([
    ["base of plain", sheets.plain],
    ["base of index", sheets.plain],
    ["base of article", sheets.article],
    ["base of comment", sheets.article],
    ["base of find", sheets.find],
    ["guide", sheets.guide],
    ["rich-text", sheets.text],
  ]),
  scripts: new Map([
    ["reader.fr.js", reader],
    ["find.js", finder],
  ]),
};
