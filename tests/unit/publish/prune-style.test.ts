import { describe, expect, it } from "vitest";
import { readDocument } from "../../../lib/publish/html-tree";
import { pruneStyle } from "../../../lib/publish/prune-style";

const page = readDocument(`<!DOCTYPE html><html lang="fr"><body>
<nav><a href="/" aria-current="page">Un</a></nav>
<ol class="thread"><li><article class="comment h3"><p>Deux</p></article></li><li>Trois</li></ol>
<details open><summary>Quatre</summary></details></body></html>`);

describe("a page's own style", () => {
  it.each([
    ["p{}", "an element"],
    [".comment{}", "a class"],
    [".comment.h3{}", "two classes of one element"],
    ["nav>a{}", "a child"],
    ["li+li{}", "a sibling"],
    [".thread .comment p{}", "a descendant"],
    ["li:has(.comment){}", "an element that holds another"],
    ["li:not(:has(.comment)){}", "an element that does not"],
    [":is(ul,ol)>li{}", "one of several"],
    ["[aria-current]{}", "an attribute"],
    ["details[open]>summary{}", "an attribute's child"],
    ["li:first-child{}", "a place"],
    ["*{}", "everything"],
    [":root{}", "the root"],
    ["p:before{}", "what stands before an element"],
    ["p::first-line{}", "a part of an element"],
    ["::selection{}", "a part of any element"],
    ["a:hover{}", "a state that may come"],
    ["a:not(:focus){}", "a state that may go"],
    [".comment:target>p{}", "a child of a state"],
    [":has(:target) p{}", "an element below one that holds a state"],
    ["@media print{nav{}}", "a rule on a condition"],
  ])("keeps %s: %s", (css) => {
    expect(pruneStyle(css, page)).toBe(css);
  });

  it.each([
    ["table{}", ""],
    [".h4{}", ""],
    [".comment.h4{}", ""],
    ["nav>p{}", ""],
    ["li+nav{}", ""],
    ["table:hover{}", ""],
    ["table::before{}", ""],
    ["details:not([open]){}", ""],
    ["li:has(table){}", ""],
    ["p,table,nav{}", "p,nav{}"],
    ["@media print{table{}}", ""],
    ["@media print{@supports (color:red){table{}}}", ""],
    ["@media print{table{}p{}}", "@media print{p{}}"],
  ])("reduces %s to «%s»", (css, kept) => {
    expect(pruneStyle(css, page)).toBe(kept);
  });

  it("keeps what names no element: fonts, steps of an animation, properties", () => {
    const css = "@font-face{src:local(x)}@property --a{syntax:'*'}";
    expect(pruneStyle(css, page)).toBe(css);
  });
});
