import { indexOnce } from "../../archive/index-once";
import type { Catalogue } from "../../archive/model";
import { PostingsWriter } from "./postings";
import { type ArticleFile, type CommentFile, nameTermFile, nameTextFile, nameWordFile } from "./search-files";
import type { SearchPart } from "./search-part";
import { openSearchPart } from "./search-parts";

/** The whole index of an archive. */
export type SearchIndex = {
  /** Files of terms that a hash leads to: a power of two. */
  readonly shards: number;
  /** Texts that can be found. */
  readonly texts: number;
  /** JSON by file name; the same for the same content. */
  readonly files: ReadonlyMap<string, string>;
};

/** Bytes of a file of terms on average, and beyond which a term gets a file of its own. */
const SHARD = 32_000;
const LONG_LIST = 8_000;

/** A full file of texts does not change when newer articles join the archive: they are numbered from the oldest. */
export const indexForSearch = indexOnce(({ articles }: Catalogue): SearchIndex => {
  const lists = new Map<string, PostingsWriter>();
  const texts = new TextFiles();
  for (const [number, { slug }] of articles.toReversed().entries()) {
    const part = openSearchPart(slug);
    for (const [term, places] of Object.entries(part.terms)) {
      const list = lists.get(term) ?? new PostingsWriter();
      lists.set(term, list);
      list.add(number, places);
    }
    texts.add(number, part);
  }
  const { shards, files } = writeTermFiles(lists);
  return { shards, texts: texts.count, files: new Map([...files, ...texts.write()]) };
});

function writeTermFiles(lists: ReadonlyMap<string, PostingsWriter>) {
  const shards = countTermFiles(lists);
  const files = new Map<string, string[]>(
    Array.from({ length: shards }, (_, number) => [`terms-${number}.json`, []]),
  );
  const put = (file: string, term: string, json: string) => {
    const entries = files.get(file) ?? [];
    files.set(file, entries);
    entries.push(`${JSON.stringify(term)}:${json}`);
  };
  for (const [term, { list }] of [...lists].sort(byTerm)) {
    const isLong = list.length > LONG_LIST;
    put(nameTermFile(term, shards), term, isLong ? "0" : `[${list}]`);
    if (isLong) put(nameWordFile(term), term, `[${list}]`);
  }
  return { shards, files: [...files].map(([name, entries]) => [name, `{${entries.join(",")}}`] as const) };
}

function byTerm([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}

function countTermFiles(lists: ReadonlyMap<string, PostingsWriter>): number {
  let bytes = 0;
  for (const [term, { list }] of lists) bytes += term.length + (list.length > LONG_LIST ? 0 : list.length);
  let shards = 1;
  while (bytes / shards > SHARD) shards *= 2;
  return shards;
}

type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/** Collects the files of texts. */
class TextFiles {
  count = 0;
  readonly #files = new Map<string, Mutable<ArticleFile>>();
  readonly #commentFiles = new Map<string, Record<string, CommentFile[string]>>();

  add(number: number, { place, article, comments }: SearchPart): void {
    if (article) this.#open(this.#files, nameTextFile(number, 0))[number] = { ...place, ...article };
    for (const [position, comment] of Object.entries(comments)) {
      const file = this.#open(this.#commentFiles, nameTextFile(number, Number(position)));
      const known = file[number]?.comments;
      file[number] = { ...place, comments: { ...known, [position]: comment } };
    }
    this.count += Object.keys(comments).length + (article ? 1 : 0);
  }

  write(): (readonly [string, string])[] {
    return [...this.#files, ...this.#commentFiles].map(([name, file]) => [name, JSON.stringify(file)]);
  }

  #open<File>(files: Map<string, Record<string, File>>, name: string): Record<string, File> {
    const file = files.get(name) ?? {};
    files.set(name, file);
    return file;
  }
}
