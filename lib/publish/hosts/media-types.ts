import { extname } from "node:path";
import { attachmentType, pictureFormat } from "../../archive/names";

const TYPES: Readonly<Record<string, string>> = {
  "": "text/plain; charset=utf-8",
  conf: "text/plain; charset=utf-8",
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  svg: "image/svg+xml; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  xml: "application/xml; charset=utf-8",
};

/** The media type of a file of the site (IANA), where the site's own header rules say no other; by its name. */
export function typeOfFile(path: string): string | undefined {
  const picture = pictureFormat(path);
  if (picture !== undefined) return `image/${picture === "jpg" ? "jpeg" : picture}`;
  return TYPES[extname(path).slice(1)] ?? attachmentType(path.replace(/^.*\//u, ""));
}
