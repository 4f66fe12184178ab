/** What may be the name of an article, a comment or an author; it becomes an address and a file on any system. */
export const ID_EXPECTED = "an id of 1 to 64 signs a-z, 0-9 and -, and no reserved name";

const ID = /^[a-z0-9][a-z0-9-]{0,63}$/;
const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

/** Windows opens a device where a file has such a name, whatever its extension and case. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** Addresses below `/` that are not articles: pages of the site, and those that it keeps free for itself. */
const ROUTES = new Set([
  ...["404", "_next", "c", "feed", "find", "index", "robots", "sitemap"],
  // The index by person, by year and by source; the whole archive as books and as packages; its search.
  ...["authors", "participants", "years", "sources", "books", "packs", "search", "pagefind"],
]);

/** The id of a comment or an author. */
export function isId(unsafe: string): boolean {
  return ID.test(unsafe) && !DEVICE.test(unsafe);
}

/** The folder of an article. */
export function isSlug(unsafe: string): boolean {
  return isId(unsafe) && !ROUTES.has(unsafe);
}

export const SLUGS_EXPECTED = "a list of former folder names, such as [old-name]";

/** A plain file name: it cannot lead out of its folder, and its extension names a format without script. */
export function isPictureName(unsafe: string): boolean {
  const [stem = ""] = unsafe.split(".", 1);
  return FILE_NAME.test(unsafe) && pictureFormat(unsafe) !== undefined && !DEVICE.test(stem);
}

const FORMATS = new Map([
  ["png", "png"],
  ["jpg", "jpg"],
  ["jpeg", "jpg"],
  ["webp", "webp"],
  ["gif", "gif"],
  ["avif", "avif"],
]);

/** The format that a file name promises, in the words of image-size. */
export function pictureFormat(name: string): string | undefined {
  const [, extension = ""] = /\.([a-z]+)$/i.exec(name) ?? [];
  return FORMATS.get(extension.toLowerCase());
}

/**
 * What may lie beside an article to be linked: documents, tables, sounds and films. No type of it runs a script where a
 * browser opens it from the site: never HTML, SVG or XML.
 */
const ATTACHMENTS = new Map([
  ["pdf", "application/pdf"],
  ["txt", "text/plain"],
  ["csv", "text/csv"],
  ["zip", "application/zip"],
  ["odt", "application/vnd.oasis.opendocument.text"],
  ["ods", "application/vnd.oasis.opendocument.spreadsheet"],
  ["docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ["mp3", "audio/mpeg"],
  ["m4a", "audio/mp4"],
  ["ogg", "audio/ogg"],
  ["flac", "audio/flac"],
  ["wav", "audio/wav"],
  ["mp4", "video/mp4"],
  ["webm", "video/webm"],
]);

export const ATTACHMENTS_EXPECTED = [...ATTACHMENTS.keys()].join(", ");

/** The media type of a file that may be attached, by its name; nothing for any other. */
export function attachmentType(unsafe: string): string | undefined {
  const [stem = ""] = unsafe.split(".", 1);
  // Next exports an index.txt beside each page.
  if (!FILE_NAME.test(unsafe) || DEVICE.test(stem) || foldName(stem) === "index") return undefined;
  const [, extension = ""] = /\.([a-z0-9]+)$/i.exec(unsafe) ?? [];
  return ATTACHMENTS.get(extension.toLowerCase());
}

/** Where captures lie in an article's folder: readers of content folders pass over names that begin with a dot. */
export const KEPT_CAPTURES = ".captures";

/** A file beside captures that says that none of them may be published: see `lib/archive/erasure/withhold-captures.ts`. */
export const WITHHELD_CAPTURES = `${KEPT_CAPTURES}/WITHHELD`;

/** A capture's path from its article's folder. It is named by its digest, which `sha256sum` proves. */
export function keptCapture(sha256: string): string {
  return `${KEPT_CAPTURES}/${sha256}.html`;
}

/**
 * How the name of a published capture ends. It is a stranger's page, byte for byte, with its scripts: under this name no
 * server takes it for a page of the site, whatever headers the host can send. `.html.gz` would be one where a server
 * reads both endings, and a pack would have another digest than the article states.
 */
export const PUBLISHED_CAPTURE = ".capture.txt";

/** A published capture's name in its article's folder of the site. */
export function publishedCapture(sha256: string): string {
  return `${sha256}${PUBLISHED_CAPTURE}`;
}

/** One text for all the names that some file system takes for the same: by case, or by Unicode normalisation. */
export function foldName(unsafe: string): string {
  return unsafe.normalize("NFKC").toLowerCase();
}
