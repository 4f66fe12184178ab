import { addressesOf } from "../archive/addresses";
import type { ArchiveSettings } from "../archive/model";

/**
 * `robots.txt` (RFC 9309). Everything may be fetched even where the archive refuses to be indexed: a crawler that
 * may not read a page does not see its `noindex`, and lists the bare address when somebody links it.
 */
export function writeRobots({ url, indexing }: ArchiveSettings): string {
  const { index, absolute, file } = addressesOf(url);
  const isRefused = indexing === "refused";
  const lines = [
    // RFC 9309 §2.3: it counts at the root of its host, where an archive below a base path does not reach.
    ...(index === "/"
      ? []
      : [`# Crawlers look for this file at ${absolute("/robots.txt")}: add these lines there.`]),
    ...(isRefused ? ["# Nothing is to be indexed: every page says so to whoever fetches it."] : []),
    "User-agent: *",
    `Allow: ${index}`,
    ...(isRefused ? [] : ["", `Sitemap: ${absolute(file("sitemap.xml"))}`]),
  ];
  return lines.map((line) => `${line}\n`).join("");
}
