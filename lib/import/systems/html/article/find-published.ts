import type { Element } from "hast";
import type { SourceMoment } from "../../../model";
import { dateOf, readDate } from "../page/dates";
import { propertiesOf } from "../page/microdata";
import { classesOf, findFirst, lineOf, ofClass, type PageTree } from "../page/page-tree";
import type { SavedPage } from "../page/saved-page";

/** Metadata that say when an article was published, the most trusted first. */
export const DATE_NAMES = [
  ...["article:published_time", "og:article:published_time", "datepublished", "date", "dc.date"],
  ...["dc.date.issued", "dcterms.created", "parsely-pub-date", "sailthru.date", "publication_date"],
  ...["pubdate", "article.published", "citation_publication_date"],
];

/**
 * When a page's article was published: as the page says to machines, else in the line beside its title.
 *
 * @param stated what JSON-LD and metadata say
 * @param isOther what is none of the article's, and has dates of its own
 * @param title the heading that is its title
 */
export function findPublished(
  page: SavedPage,
  stated: readonly (string | undefined)[],
  isOther: (element: Element) => boolean,
  title: Element | undefined,
): SourceMoment | undefined {
  const { tree, timeZone } = page;
  const [told] = stated.flatMap((each) => (each && readDate(each, timeZone)) || []);
  if (told !== undefined) return told;
  const own = tree.elements.filter((each) => !isOther(each));
  const marked = own.find(
    (each) =>
      propertiesOf(each).includes("datePublished") ||
      ofClass("dt-published", "entry-date", "published")(each),
  );
  const time = own.find(
    (each) => each.tagName === "time" && ("pubDate" in each.properties || isInHeader(tree, each)),
  );
  return dateOf(marked, timeZone) ?? dateOf(time, timeZone) ?? findLine(page, own, title);
}

function isInHeader(tree: PageTree, element: Element): boolean {
  const header = tree.closest(element, ({ tagName }) => tagName === "header" || tagName === "article");
  return header !== undefined && findFirst(header, ({ tagName }) => tagName === "h1") !== undefined;
}

/** In elements from the title. */
const NEAR = 40;

const PUBLISHED =
  /^.{0,80}?(?<!\p{L})(?:publiée?|paru[es]?|postée?|mise? en ligne|published|posted)(?!\p{L})/iu;
const DATED = /^(?:\w+[-_]+)*(?:date|timestamp|published|publication|pubdate|published-?date)(?:[-_]\w+)*$/iu;
const CHANGED = /(?:mise?s? à jour|modifiée?|actualisée?|updated|modified)/iu;

/** By its class; a `time` is one, unless the words before it say that it is of a change. */
function isDated(tree: PageTree, element: Element): boolean {
  if (classesOf(element).some((name) => DATED.test(name))) return true;
  if (element.tagName !== "time" || propertiesOf(element).includes("dateModified")) return false;
  const around = tree.parentOf(element);
  return !CHANGED.test(`${classesOf(element).join(" ")} ${around ? lineOf(around).slice(0, 100) : ""}`);
}

/** "Publié le 4 mars 2019 à 10h32, mis à jour …" near the title, or a date that is called one. */
function findLine(
  { tree, timeZone }: SavedPage,
  own: readonly Element[],
  title: Element | undefined,
): SourceMoment | undefined {
  const start = title === undefined ? -1 : own.indexOf(title);
  const near = start < 0 ? [] : own.slice(Math.max(0, start - NEAR / 4), start + NEAR);
  for (const element of near) {
    const line = lineOf(element);
    const [before = ""] = line.split(CHANGED);
    const isCalled = isDated(tree, element);
    if (line.length > 200 || !(isCalled || PUBLISHED.test(before))) continue;
    const date =
      (isCalled && before === line ? dateOf(element, timeZone) : undefined) ?? readDate(before, timeZone);
    if (date !== undefined) return date;
  }
  return undefined;
}
