import { join } from "node:path";
import { digestFiles, type Fingerprint, fingerprint } from "./digest";
import { readBytes } from "./disk";
import { listFolder } from "./list-files";

/**
 * What `Article.digest` would be, from the bytes alone: of an article that was read and found sound elsewhere.
 *
 * @param content the content folder
 * @param author the fingerprint of its author's file
 * @throws Error for a file that cannot be read
 */
export function digestSources(content: string, slug: string, author?: Fingerprint): string {
  const paths = listFolder(join(content, slug)).files.filter((path) => !/(^|\/)\./u.test(path));
  const files = paths.map((path) => {
    const bytes = readBytes(join(content, slug, path), Number.POSITIVE_INFINITY);
    if ("found" in bytes) throw new Error(`${content}/${slug}/${path}: ${bytes.found}`);
    return fingerprint(`${slug}/${path}`, bytes);
  });
  return digestFiles(author ? [...files, author] : files);
}
