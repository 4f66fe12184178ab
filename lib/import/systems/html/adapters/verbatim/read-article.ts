import type { Element, ElementContent } from "hast";
import type { Fields } from "../../../../../archive/format/yaml";
import { attribute, hasClass } from "../../../../conversion/hast";
import type { SourceArticle, SourceImage } from "../../../../model";
import { dateOf } from "../../page/dates";
import { numberIn } from "../../page/nesting";
import { relOf } from "../../page/page-origin";
import { findFirst, lineOf, ofClass } from "../../page/page-tree";
import type { SavedPage } from "../../page/saved-page";
import type { PageArticle, PagePerson } from "../../thread-adapter";
import type { OwnData } from "./own-data";
import { LANGUAGES, looseWords, readLine, readReason, unspace } from "./own-words";
import { findPlainText, restoreText } from "./restore-text";

/**
 * @param main everything of the page but its thread
 * @param provenance what the note of provenance says under the keys of the content format
 */
export function readArticle(page: SavedPage, main: Element, data: OwnData, provenance: Fields): PageArticle {
  const { tree, timeZone } = page;
  const header = findFirst(main, ({ tagName }) => tagName === "header");
  const title = header && findFirst(header, ofClass("p-name"));
  const published = dateOf(header && findFirst(header, ofClass("dt-published")), timeZone);
  const position = positionOf(header);
  const author = readAuthor(tree.withId("author"), data);
  const content = main.children.find((child) => child.type === "element" && hasClass(child, "e-content"));
  const summary = header && findFirst(header, ofClass("p-summary"));
  const image = readImage(header);
  const url = originalOf(page);
  const publisher = data.publisher ?? publisherOf(page);
  const language = data.language ?? languageOf(page, title);
  return {
    title: data.headline ?? readLine(title),
    ...(author && { author }),
    ...(published && { published }),
    ...(position !== undefined && { position }),
    ...(url && { url }),
    ...(publisher && { publisher }),
    ...(language && { language }),
    ...(summary && { summary: restoreText(summary.children) }),
    ...(image && { image }),
    citedSources: readCitedSources(main),
    ...readText(content),
    stated: { ...provenance, ...readErasure(main) },
  };
}

/** A page of comments alone names their article in a line: title, publisher, date. */
export function readReference({ tree, timeZone }: SavedPage): PageArticle {
  const main = tree.withTag("main")[0];
  const line = main && findFirst(main, ofClass("facts"));
  const link = line && findFirst(line, ofClass("u-in-reply-to"));
  const published = dateOf(line && findFirst(line, ({ tagName }) => tagName === "time"), timeZone);
  const publisher = unspace(looseWords(line).split(" · ")[1]?.trim() ?? "");
  return {
    ...(link && { title: readLine(link) }),
    ...(publisher && { publisher }),
    ...(published && { published }),
  };
}

/** "10 commentaires archivés sur 12 annoncés": the number that stands before the word. */
export function readAnnounced(provenance: Element): number | undefined {
  const [, digits] =
    /(?:sur|of)\s(?:the\s)?(\d[\d\s\u202f\u00a0,.]*)\s(?:annonc|announced)/u.exec(lineOf(provenance)) ?? [];
  return digits === undefined ? undefined : numberIn(digits);
}

/** "· nº 1" below the title, where the article is itself a post of its thread. */
function positionOf(header: Element | undefined): number | undefined {
  const byline = header && findFirst(header, ofClass("byline"));
  const words = lineOf(byline && findFirst(byline, ({ tagName }) => tagName === "p"));
  const [, number] = /(?:nº|no\.)\s(\d+)$/u.exec(words) ?? [];
  return number === undefined ? undefined : Number(number);
}

function originalOf({ tree }: SavedPage): string | undefined {
  const [link] = tree.withTag("link").filter((each) => relOf(each.properties.rel).includes("original"));
  return link && attribute(link, "href");
}

function publisherOf({ tree }: SavedPage): string | undefined {
  const [meta] = tree.withTag("meta").filter((each) => attribute(each, "name") === "dc.source");
  return meta && attribute(meta, "content");
}

/** The page's own, where its article speaks no other. */
function languageOf({ tree }: SavedPage, title: Element | undefined): string | undefined {
  const [document] = tree.withTag("html");
  return (title && attribute(title, "lang")) ?? (document && attribute(document, "lang"));
}

function readAuthor(card: Element | undefined, data: OwnData): PagePerson | undefined {
  if (card === undefined) return undefined;
  const find = (name: string) => findFirst(card, ofClass(name));
  const link = find("u-url");
  const [url, role] = [link && attribute(link, "href"), readLine(find("p-job-title"))];
  const organisation = data.organisation ?? readLine(find("p-org"));
  const biography = card.children.findLast((child) => child.type === "element" && child.tagName === "div");
  const words = biography?.type === "element" ? restoreText(biography.children) : [];
  return {
    name: data.author ?? lineOf(find("p-name")),
    ...(url && { url }),
    ...(role && { role }),
    ...(organisation && { organisation }),
    ...(words.length > 0 && { biography: words }),
  };
}

/** The picture above the text; of a lost one, everything that is known. */
function readImage(header: Element | undefined): SourceImage | undefined {
  const figure = header && findFirst(header, ({ tagName }) => tagName === "figure");
  if (figure === undefined) return undefined;
  const credit = readLine(findFirst(figure, ({ tagName }) => tagName === "figcaption"));
  const picture = findFirst(figure, ({ tagName }) => tagName === "img");
  const lost = findFirst(figure, ofClass("lost"));
  const alt = picture
    ? (attribute(picture, "alt") ?? "")
    : readLine(lost && findFirst(lost, ({ tagName }) => tagName === "span"));
  const address = picture && attribute(picture, "src");
  return { credit, alt, ...(address && { address }) };
}

/** Linked names are elements; those between them stand in the text. */
function readCitedSources(main: Element): NonNullable<SourceArticle["citedSources"]> {
  const line = findFirst(main, ofClass("cited"));
  const list = line && findFirst(line, ({ tagName }) => tagName === "span");
  return (list?.children ?? []).flatMap((node) => {
    if (node.type === "text")
      return node.value
        .split(", ")
        .map((name) => ({ name: unspace(name.trim()) }))
        .filter(({ name }) => name !== "");
    const url = node.type === "element" ? attribute(node, "href") : undefined;
    return node.type === "element" ? [{ name: readLine(node), ...(url && { url }) }] : [];
  });
}

function readText(content: ElementContent | undefined): Pick<PageArticle, "content" | "plain"> {
  if (content?.type !== "element") return {};
  const plain = findPlainText(content.children);
  return plain === undefined ? { content: restoreText(content.children) } : { plain };
}

/** "Le texte de cet article a été retiré de l’archive. Motif : …" */
function readErasure(main: Element): Fields {
  const tombstone = main.children.find((child) => child.type === "element" && hasClass(child, "tombstone"));
  const words = lineOf(tombstone);
  const language = LANGUAGES.find(({ erasedArticle }) => words.startsWith(erasedArticle));
  if (language === undefined) return {};
  return { status: "erased", ...readReason(words.slice(language.erasedArticle.length), language) };
}
