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
    for (const [term, places] of part.terms) {
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
type CommentsOfArticle = Mutable<CommentFile[string]> & {
  readonly comments: Mutable<CommentFile[string]["comments"]>;
};

/** Collects the files of texts. */
class TextFiles {
  count = 0;
  readonly #articles = new Map<string, Mutable<ArticleFile>>();
  readonly #comments = new Map<string, Record<string, CommentsOfArticle>>();

  add(number: number, { place, article, comments }: SearchPart): void {
    if (article) open(this.#articles, nameTextFile(number, 0))[number] = { ...place, ...article };
    for (const [position, comment] of Object.entries(comments)) {
      const file = open(this.#comments, nameTextFile(number, Number(position)));
      const ofArticle = file[number] ?? { ...place, comments: {} };
      file[number] = ofArticle;
      ofArticle.comments[position] = comment;
      this.count += 1;
    }
    if (article) this.count += 1;
  }

  write(): (readonly [string, string])[] {
    return [...this.#articles, ...this.#comments].map(([name, file]) => [name, JSON.stringify(file)]);
  }
}

function open<Entry>(files: Map<string, Record<string, Entry>>, name: string): Record<string, Entry> {
  const file = files.get(name) ?? {};
  files.set(name, file);
  return file;
}
