import { type Zippable, zipSync } from "fflate";
import { EPUB } from "../media-types";
import { writeXml, xml } from "../xml";

/** A file of a book, by its path in the folder of its package. */
export type BookFile = {
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Whether its format is compressed already. */
  readonly isCompressed?: boolean;
};

/** Where the files of the book lie in its container. */
const FOLDER = "EPUB";

/** The package document, which says what the others are. */
export const PACKAGE = "package.opf";

/** ZIP holds local time and fflate asks local getters for it: a local date gives the same bytes in every zone. */
const NO_DATE = new Date(2000, 0, 1);

/**
 * The container of a book (EPUB 3.2, OCF 3.2 §4): its media type first and as it is, so that a look at the first bytes tells
 * what the file is. The same files give the same bytes: they are deflated by JavaScript, not by the machine's zlib.
 *
 * @param files the package document among them, in the order in which they are to lie
 */
export function packBook(files: readonly BookFile[]): Uint8Array<ArrayBuffer> {
  const container: Zippable = {
    mimetype: [encode(EPUB), { level: 0 }],
    "META-INF/container.xml": encode(CONTAINER),
  };
  for (const { path, content, isCompressed } of files)
    container[`${FOLDER}/${path}`] = [encode(content), { level: isCompressed ? 0 : 9 }];
  return Uint8Array.from(zipSync(container, { mtime: NO_DATE, level: 9 }));
}

const CONTAINER = writeXml(
  xml("container", { version: "1.0", xmlns: "urn:oasis:names:tc:opendocument:xmlns:container" }, [
    xml("rootfiles", {}, [
      xml("rootfile", {
        "full-path": `${FOLDER}/${PACKAGE}`,
        "media-type": "application/oebps-package+xml",
      }),
    ]),
  ]),
);

function encode(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}
