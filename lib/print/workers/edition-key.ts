import type { Edition } from "../../archive/model";
import { digestOf } from "../bytes";
import type { PrintSetup } from "./article-printer";

/** What the files of an article are printed from beside what all articles have in common; see `Edition`. */
export type EditionFacts = {
  /** `Article.digest`: its own files and its author's. */
  readonly article: string;
  /** The names of the captures that are kept with it: `archive.md` says whether they are published. */
  readonly captures: readonly string[];
  /** Its lines of `permalinks.txt`. */
  readonly permalinks: string;
  readonly vanished: Edition["vanished"];
  readonly archivedLinks: Edition["archivedLinks"];
};

/** The digest of everything that an article is printed from, 64 hexadecimal digits: the same key, the same files. */
export function keyOfEdition(
  setup: PrintSetup,
  { article, captures, permalinks, vanished, archivedLinks }: EditionFacts,
): string {
  const { engine, files, settings, precompress } = setup;
  const gone = [...vanished].map(([slug, ids]) => [slug, [...ids]]);
  const common = { engine, settings: files.get("archive.md")?.hash, url: settings.url, precompress };
  return digestOf(
    JSON.stringify({ ...common, article, captures, permalinks, gone, links: [...archivedLinks] }),
  );
}
