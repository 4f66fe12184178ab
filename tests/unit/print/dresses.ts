import { assetOf } from "../../../lib/print/assets";
import { integrityOf } from "../../../lib/print/bytes";
import type { Dress } from "../../../lib/print/dress-page";

export const reader = assetOf("reader.js", Buffer.from("addEventListener('hashchange',()=>{})"));
export const finder = assetOf("find.js", Buffer.from("document.forms"));

export const sheetOf = (css: string) => ({ css, hash: integrityOf(css) });

/** Named as `readStylesheets` names them: a base for each kind of page, and layers. */
export const sheets = {
  plain: sheetOf("body{color:#222}"),
  article: sheetOf("body{color:#222}main{display:block}"),
  find: sheetOf("form{display:block}"),
  table: sheetOf("table{border:0}"),
  code: sheetOf("code{color:red}"),
};

/** Below a base path. */
export const dress: Dress = {
  base: "/archive/",
  stylesheets: new Map([
    ["base of plain", sheets.plain],
    ["base of index", sheets.plain],
    ["base of article", sheets.article],
    ["base of comment", sheets.article],
    ["base of find", sheets.find],
    ["code", sheets.code],
    ["table", sheets.table],
  ]),
  scripts: new Map([
    ["reader.js", reader],
    ["find.js", finder],
  ]),
};
