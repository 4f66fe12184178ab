import { digestOf } from "./bytes";

/** Everything that the files of an article are printed from; see `Edition`. */
export type EditionFacts = {
  /** See `digestEngine`. */
  readonly engine: string;
  /** SHA-256 of `archive.md`, and the address where that is not the one it names. */
  readonly settings: string;
  readonly url: string;
  /** `Article.digest`: its own files and its author's. */
  readonly article: string;
  /** Its lines of `permalinks.txt`. */
  readonly permalinks: string;
  readonly vanished: ReadonlyMap<string, ReadonlySet<string>>;
};

/** The digest of exactly that, 64 hexadecimal digits: the same key, the same files. */
export function keyOfEdition({ vanished, ...facts }: EditionFacts): string {
  const gone = [...vanished].map(([slug, ids]) => [slug, [...ids]]);
  return digestOf(JSON.stringify({ ...facts, gone }));
}
