import { join } from "node:path";
import { writeOutline } from "../../../lib/archive/outline";
import { type ArticleRecord, writeRecord } from "../../../lib/print/store/record";
import { FileWriter } from "../../../lib/print/store/stored-files";
import { articleOf } from "../share/small-archive";

/** Stores an article with these files, as printing does. */
export function storeArticle(
  store: string,
  slug: string,
  files: Readonly<Record<string, string>>,
): ArticleRecord {
  const writer = new FileWriter(join(store, slug, "generation"));
  const stored = Object.entries(files).map(([path, content]) => writer.write({ path, content }));
  const record: ArticleRecord = {
    ...{ key: "key", digest: "digest", author: "ana", generation: "generation", linkKeys: [], captures: [] },
    ...{ slug, remarks: { plainTexts: [], unshownPictures: [], linkedPictures: 0 } },
    outline: writeOutline(articleOf({ slug })),
    files: stored,
  };
  writeRecord(join(store, slug), record);
  return record;
}
