import { keptCapture, publishedCapture, WITHHELD_CAPTURES } from "../format/names";
import type { ArchiveSettings, Capture, Thread } from "../model";
import type { ContentReader } from "./content-reader";
import { PUBLISHED_LIMIT } from "./disk";

/**
 * The captures of an article, those among them marked that are published: where `archive.md` says so, and a kept file is
 * there whose bytes are what the article states. Of a thread of which something was taken down none is, nor of one of which
 * an erasure elsewhere took a quotation or a name: it would stand in its captures.
 *
 * @param slug the article's folder
 */
export function publishCaptures(
  reading: ContentReader,
  slug: string,
  captures: readonly Capture[],
  { completeness }: Thread,
  settings: Pick<ArchiveSettings, "captures"> | undefined,
): readonly Capture[] {
  if (settings?.captures !== "published" || completeness.erased > 0) return captures;
  if (reading.evidence(`${slug}/${WITHHELD_CAPTURES}`, PUBLISHED_LIMIT)) return captures;
  return captures.map((capture) =>
    isKept(reading, slug, capture) ? { ...capture, publishedAs: publishedCapture(capture.sha256) } : capture,
  );
}

/** Evidence that is no longer what was captured is a problem, and published as nothing. */
function isKept(reading: ContentReader, slug: string, { sha256 }: Capture): boolean {
  const path = `${slug}/${keptCapture(sha256)}`;
  const found = reading.evidence(path, PUBLISHED_LIMIT);
  if (found === undefined) return false;
  if (found.hash === sha256) return true;
  reading.report(path, {
    field: "file",
    found: `the SHA-256 ${found.hash}`,
    expected: "that of its name",
  });
  return false;
}
