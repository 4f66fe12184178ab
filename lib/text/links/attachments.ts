import { indexOnce } from "../../archive/index-once";
import type { Article, AttachedFile } from "../../archive/model";

/** The address in the site of a file that `[words](<name>)` leads to; `undefined` for everything that is not its bare name. */
export type AttachmentReader = (name: string) => string | undefined;

/**
 * The files that lie beside an article, as its body and its comments link them.
 *
 * @param linkTo the address of a file of the site, by its path
 */
export function readAttachments(
  { slug, files = NONE }: Article,
  linkTo: (path: string) => string,
): AttachmentReader {
  const names = indexNames(files);
  return (name) => (names.has(name) ? linkTo(`${slug}/${name}`) : undefined);
}

const NONE: readonly AttachedFile[] = [];

const indexNames = indexOnce((files: readonly AttachedFile[]) => new Set(files.map(({ file }) => file)));
