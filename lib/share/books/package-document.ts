import { pictureFormat } from "../../archive/format/names";
import { listMoments } from "../../archive/list-moments";
import { toDateTime, writtenDay } from "../../archive/moment";
import { excerptMarkdown } from "../../text/markdown/markdown";
import { textDirection } from "../../text/writing/language-tag";
import { displayLine } from "../../text/writing/typography";
import { displayName } from "../../text/writing/unicode";
import { findNewest, NEVER } from "../feeds/moments";
import { identifyArticle } from "../feeds/tag-uri";
import { writeXml, type XmlElement, xml } from "../xml";
import { type BookContext, DOCUMENTS } from "./book-context";
import { describeRights } from "./provenance-chapter";
import { STYLE } from "./xhtml";

/** The files of a book that are not the same in every one. */
export type BookParts = {
  /** Content documents in the order of reading, the cover first. */
  readonly documents: readonly string[];
  readonly pictures: readonly string[];
  /** The picture on the cover, where there is one. */
  readonly cover?: string;
};

const OPF = "http://www.idpf.org/2007/opf";
const DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
const IDENTIFIER = "identifier";

/** Code points of a description: any standfirst. */
const DESCRIPTION_LENGTH = 1000;

/** The package document (EPUB 3.2 §3.4): what the book is, what it holds, and in which order it is read. */
export function writePackage(context: BookContext, parts: BookParts): string {
  const { language } = context.article;
  const direction = textDirection(language);
  const root = {
    xmlns: OPF,
    version: "3.0",
    "unique-identifier": IDENTIFIER,
    "xml:lang": language,
    dir: direction,
  };
  return writeXml(
    xml("package", root, [
      xml("metadata", { "xmlns:dc": DUBLIN_CORE }, [
        ...describeBook(context),
        ...describeAccess(context, parts),
      ]),
      xml("manifest", {}, listManifest(parts)),
      xml("spine", { "page-progression-direction": direction }, listSpine(parts)),
    ]),
  );
}

function describeBook(context: BookContext): XmlElement[] {
  const { settings, article, words } = context;
  const { author, language, published, source, summary, title } = article;
  const dublinCore = (name: string, value: string | undefined) =>
    value === undefined || value === "" ? [] : [xml(`dc:${name}`, {}, [value])];
  return [
    xml("dc:identifier", { id: IDENTIFIER }, [identifyArticle(settings, article)]),
    ...dublinCore("title", displayLine(title, language)),
    ...dublinCore("language", language),
    ...dublinCore("creator", author && displayName(author.name)),
    ...dublinCore("publisher", displayLine(source.name, language)),
    ...dublinCore("date", published && writtenDay(published)),
    ...dublinCore("source", source.url && new URL(source.url).href),
    ...dublinCore(
      "description",
      summary && displayLine(excerptMarkdown(summary, DESCRIPTION_LENGTH), language),
    ),
    xml("dc:rights", { "xml:lang": words.language, dir: textDirection(words.language) }, [
      describeRights(context),
    ]),
    meta("dcterms:modified", dateBook(context)),
    xml("meta", { property: "belongs-to-collection", id: "archive" }, [
      displayLine(settings.name, settings.language),
    ]),
    xml("meta", { refines: "#archive", property: "collection-type" }, ["set"]),
  ];
}

/** The newest moment of anything in the book, in UTC to the second: never the hour at which it was made. */
function dateBook({ article }: BookContext): string {
  const newest = findNewest(listMoments(article)) ?? NEVER;
  return new Date(toDateTime(newest)).toISOString().replace(/\.\d+Z$/u, "Z");
}

/** What readers who hear or touch the book may expect of it (EPUB Accessibility 1.0 §3, schema.org). */
function describeAccess({ words }: BookContext, { pictures, cover }: BookParts): XmlElement[] {
  const isSeen = pictures.length > 0 || cover !== undefined;
  const features = ["tableOfContents", "structuralNavigation", "readingOrder", "displayTransformability"];
  return [
    meta("schema:accessMode", "textual"),
    ...(isSeen ? [meta("schema:accessMode", "visual")] : []),
    meta("schema:accessModeSufficient", "textual"),
    ...[...features, ...(isSeen ? ["alternativeText"] : [])].map((feature) =>
      meta("schema:accessibilityFeature", feature),
    ),
    meta("schema:accessibilityHazard", "none"),
    xml("meta", { property: "schema:accessibilitySummary", "xml:lang": words.language }, [words.book.access]),
  ];
}

function meta(property: string, value: string): XmlElement {
  return xml("meta", { property }, [value]);
}

function listManifest({ documents, pictures, cover }: BookParts): XmlElement[] {
  const style = { id: "style", href: STYLE, "media-type": "text/css" };
  return [
    item(DOCUMENTS.navigation, XHTML, "nav"),
    ...documents.map((path) => item(path, XHTML)),
    xml("item", style),
    ...(cover === undefined ? [] : [item(cover, typeOfPicture(cover), "cover-image")]),
    ...pictures.map((path) => item(path, typeOfPicture(path))),
  ];
}

const XHTML = "application/xhtml+xml";

function typeOfPicture(path: string): string {
  const format = pictureFormat(path);
  return `image/${format === "jpg" ? "jpeg" : format}`;
}

function item(href: string, type: string, properties?: string): XmlElement {
  return xml("item", { id: nameItem(href), href, "media-type": type, properties });
}

/** The contents stand between the cover and the article. */
function listSpine({ documents }: BookParts): XmlElement[] {
  const [cover, ...rest] = documents.map((path) => xml("itemref", { idref: nameItem(path) }));
  const contents = xml("itemref", { idref: nameItem(DOCUMENTS.navigation) });
  return [...(cover ? [cover] : []), contents, ...rest];
}

/** XML wants a letter first; a path has no other sign that an id may not have but its slash. */
function nameItem(path: string): string {
  return `file-${path.replaceAll("/", "_")}`;
}
