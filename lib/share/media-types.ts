import { extname } from "node:path";
import { attachmentType, PUBLISHED_CAPTURE, pictureFormat } from "../archive/format/names";

/** Media types of what a site holds (IANA, or what readers of the format expect). */
export const ATOM = "application/atom+xml";
export const JSON_FEED = "application/feed+json";
export const JSON_DATA = "application/json";
export const EPUB = "application/epub+zip";
export const MARKDOWN = "text/markdown";
export const OEMBED = "application/json+oembed";
export const BIBTEX = "application/x-bibtex";
export const RIS = "application/x-research-info-systems";
export const WEB_MANIFEST = "application/manifest+json";
export const PLAIN_TEXT = "text/plain";
export const SCRIPT = "text/javascript";
export const XML = "application/xml";

/** What servers take for something else by its extension, or do not know. */
export type FileType = {
  /** Its name, or from the dot on how it ends. */
  readonly file: string;
  /** Whether it lies beside the index, in the folder of each article, or both. */
  readonly of: "archive" | "articles" | "both";
  readonly type: string;
  /** Whether its characters have to be named; JSON is always UTF-8 (RFC 8259 §8.1). */
  readonly isText: boolean;
  /** What is sent with it beside its type. */
  readonly headers?: readonly (readonly [name: string, value: string])[];
};

/** Every host is told of these, each in its own words: `lib/publish/hosts`. */
export const FILE_TYPES: readonly FileType[] = [
  { file: "SHA256SUMS", of: "archive", type: PLAIN_TEXT, isText: true },
  { file: "feed.xml", of: "both", type: ATOM, isText: true },
  { file: "citations.bib", of: "articles", type: BIBTEX, isText: true },
  { file: "citations.ris", of: "articles", type: RIS, isText: true },
  { file: "article.md", of: "articles", type: MARKDOWN, isText: true },
  { file: ".epub", of: "articles", type: EPUB, isText: false },
  {
    file: PUBLISHED_CAPTURE,
    of: "articles",
    type: "application/octet-stream",
    isText: false,
    headers: [["Content-Disposition", "attachment"]],
  },
  { file: "feed.json", of: "archive", type: JSON_FEED, isText: false },
  { file: "manifest.webmanifest", of: "archive", type: WEB_MANIFEST, isText: false },
];

/** The value of `Content-Type`. */
export function writeContentType({ type, isText }: Pick<FileType, "type" | "isText">): string {
  return isText ? `${type}; charset=utf-8` : type;
}

/** What everything else is by its extension; files without one are text. */
const EXTENSION_TYPES: Readonly<Record<string, string>> = {
  "": `${PLAIN_TEXT}; charset=utf-8`,
  conf: `${PLAIN_TEXT}; charset=utf-8`,
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  js: `${SCRIPT}; charset=utf-8`,
  json: JSON_DATA,
  svg: "image/svg+xml; charset=utf-8",
  txt: `${PLAIN_TEXT}; charset=utf-8`,
  xml: `${XML}; charset=utf-8`,
};

/** The media type of a file of the site (IANA), where the site's own header rules say no other; by its name. */
export function typeOfFile(path: string): string | undefined {
  const picture = pictureFormat(path);
  if (picture !== undefined) return `image/${picture === "jpg" ? "jpeg" : picture}`;
  return EXTENSION_TYPES[extname(path).slice(1)] ?? attachmentType(path.replace(/^.*\//u, ""));
}
