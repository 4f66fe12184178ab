import type { Element } from "hast";
import { attribute } from "../../../conversion/hast";
import { classesOf, findFirst, lineOf, type PageTree, readValue } from "../page/page-tree";

/** Between a title and the name of the site that browsers show beside it. */
const SEPARATOR = /\s*(?:\s[-–—•·:»/]|[|«]|:)\s+/u;

/**
 * The title of a page's article: as it is stated, or as a heading and the browser's title agree on it. The site's own name
 * is none of it.
 *
 * @param stated what the page says to machines, the most trusted first
 * @param sites names of the site
 */
export function findTitle(
  tree: PageTree,
  stated: readonly (string | undefined)[],
  sites: readonly (string | undefined)[],
): string | undefined {
  const headings = LEVELS.map((tag) => readHeadings(tree, tag));
  const all = headings.flat();
  const named = tree.elements.find((each) => isHeadline(tree, each));
  const shown = lineOf(tree.withTag("title")[0]).slice(0, LONGEST);
  const [given] = [...stated, readValue(named)].filter(Boolean).map((each) => each?.slice(0, LONGEST));
  if (given) return takeHeading(given, all) ?? withoutSite(given, sites);
  return takeHeading(shown, all) ?? headings[0]?.[0] ?? (withoutSite(shown, sites) || undefined);
}

const LEVELS = ["h1", "h2", "h3"];

/** In characters, and of a level: beyond it, it is no title, and no heading of it. */
const [LONGEST, MOST] = [1000, 100];

function readHeadings(tree: PageTree, tag: string): string[] {
  const headings = tree.withTag(tag).slice(0, MOST).filter(isOfArticle);
  return headings.map(lineOf).filter((line) => line !== "" && line.length < LONGEST);
}

/** Old pages set the site's name as the first heading, which leads home. */
function isOfArticle(heading: Element): boolean {
  const link = findFirst(heading, ({ tagName }) => tagName === "a");
  const isHome = /^(?:https?:\/\/[^/]+)?\/?(?:index\.\w+)?$/u.test((link && attribute(link, "href")) ?? "#");
  const name = `${attribute(heading, "id") ?? ""} ${classesOf(heading).join(" ")}`;
  return !isHome && !/(?:site|blog)[-_]?(?:title|name)|logo|branding/iu.test(name);
}

/** The heading that shows an article's title; without one, the first heading. */
export function findTitleHeading(tree: PageTree, title: string | undefined): Element | undefined {
  const headings = LEVELS.flatMap((tag) => tree.withTag(tag).slice(0, MOST));
  return headings.find((each) => title !== undefined && lineOf(each) === title) ?? tree.withTag("h1")[0];
}

function isHeadline(tree: PageTree, element: Element): boolean {
  if (String(element.properties.itemProp) !== "headline") return false;
  return (
    tree.closest(element, ({ properties }) => /Comment$/u.test(String(properties.itemType))) === undefined
  );
}

/**
 * The heading that a title is, or the longest that stands in it beside the site's name. Machines are given long ones cut
 * off.
 */
function takeHeading(title: string, headings: readonly string[]): string | undefined {
  const cut = /^(.{40,}?)\s*(?:…|\.\.\.)$/u.exec(title)?.[1];
  const parts = title.split(SEPARATOR).map(simplify);
  const within = headings.filter((each) => isPartOf(simplify(each), parts));
  within.sort((one, other) => other.length - one.length);
  return (
    headings.find((each) => simplify(each) === simplify(title)) ??
    within[0] ??
    headings.find((each) => cut !== undefined && simplify(each).startsWith(simplify(cut)))
  );
}

/** Some parts that follow one another, the first or the last among them. */
function isPartOf(heading: string, parts: readonly string[]): boolean {
  if (heading === "") return false;
  return parts.some(
    (_, index) =>
      parts.slice(0, index + 1).join("") === heading ||
      (index > 0 && parts.slice(index).join("") === heading),
  );
}

function simplify(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

function withoutSite(title: string, sites: readonly (string | undefined)[]): string {
  const names = new Set(sites.flatMap((site) => (site ? [simplify(site)] : [])));
  const match = /^(.+)(?:\s[-–—•·:»/]|\s*\|)\s+([^|]+)$/u.exec(title);
  if (match && names.has(simplify(match[2] ?? ""))) return (match[1] ?? "").trim();
  const before = /^([^|]+?)(?:\s[-–—•·:»/]|\s*\||:)\s+(.+)$/u.exec(title);
  return before && names.has(simplify(before[1] ?? "")) ? (before[2] ?? "").trim() : title;
}
