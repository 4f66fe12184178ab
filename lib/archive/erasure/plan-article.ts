import { formatProblem, quote } from "../format/problem";
import { serializeFile } from "../format/serialize";
import { type Fields, isMapping } from "../format/yaml";
import { removePassages } from "./passages";
import {
  type ContentFile,
  type ErasureLabels,
  type ErasurePlan,
  findPictures,
  mentions,
  planRenaming,
  rename,
} from "./plan";

/** What the keeper asked for: an article's own text goes, its thread stays. */
export type ArticleErasure = {
  readonly article: string;
  /** Shown on the tombstone. */
  readonly reason: string;
  /** The author, where their name goes too: from this and every other article and comment of theirs. */
  readonly author?: { readonly id: string; readonly name: string };
  /** The names of all author files, without `.md`. */
  readonly authorIds: ReadonlySet<string>;
  /** The names of the picture files that lie beside the article. */
  readonly pictures: readonly string[];
  /** Words in the language of the article. */
  readonly labels: ErasureLabels;
};

export type ArticleErasurePlan = ErasurePlan & {
  /** The path of the file of an author whose name goes. */
  readonly removed: readonly string[];
};

/** What stays of `article.md`: what is known of the thread, and the title, for it is the name of the thread. */
const KEPT = new Set([
  "title",
  "language",
  "languageBasis",
  "author",
  "published",
  "timeZone",
  "position",
  "commentsAnnounced",
  "captured",
  "leftOut",
  "formerSlugs",
  "events",
]);

/**
 * What has to change so that an article's text, and its author's name if asked, is in no content file any more.
 * Comments keep their place; their quotations of the text give way to a label.
 *
 * @param pathOf the path for a problem line of a file in the content folder
 * @throws Error with that line when no such article is among the files, or it was erased before
 */
export function planArticleErasure(
  files: readonly ContentFile[],
  erasure: ArticleErasure,
  pathOf: (path: string) => string,
): ArticleErasurePlan {
  const target = findArticleFile(files, erasure.article, pathOf);
  const { author, labels } = erasure;
  const newId = author && chooseAuthorId(erasure.authorIds);
  const withoutText = files.map((file) => {
    const own = file === target ? makeTombstone(file, erasure.reason) : file;
    return file.comment === undefined
      ? replaceAuthor(own, author?.id, newId)
      : removeQuotations(file, target, labels);
  });
  const renaming = author && planRenaming(withoutText, author.name, labels);
  const after = withoutText.map((file) => rename(file, renaming));
  const changes = after
    .filter((file, index) => file !== files[index])
    .map(({ path, fields, body }) => ({ path, text: serializeFile(fields, body) }));
  const anonymous = renaming && {
    path: `authors/${newId}.md`,
    text: serializeFile({ name: renaming.label }, ""),
  };
  return {
    changes: anonymous ? [anonymous, ...changes] : changes,
    erased: [`${erasure.article}/`, "", readText(target.fields, "source", "url")].join("\t"),
    leftovers: author ? after.filter((file) => mentions(file, author.name)).map(({ path }) => path) : [],
    ...findPictures(target, after, erasure.pictures),
    removed: author ? [`authors/${author.id}.md`] : [],
  };
}

function findArticleFile(
  files: readonly ContentFile[],
  article: string,
  pathOf: (path: string) => string,
): ContentFile {
  const refuse = (path: string, field: string, found: string, expected: string) =>
    new Error(formatProblem({ path: pathOf(path), field, found, expected }));
  const target = files.find((file) => file.article === article && file.comment === undefined);
  if (!target) throw refuse(`${article}/article.md`, "file", "nothing", "an article that is archived");
  const { status = "present" } = target.fields;
  if (status !== "present")
    throw refuse(target.path, "status", quote(String(status)), "an article with a text");
  return target;
}

/** Where the article stood at its source goes into the keeper's list, not onto the tombstone. */
function makeTombstone(file: ContentFile, reason: string): ContentFile {
  const kept = Object.entries(file.fields).filter(([key]) => KEPT.has(key));
  const source = { name: readText(file.fields, "source", "name") };
  return { ...file, fields: { ...Object.fromEntries(kept), source, status: "erased", reason }, body: "" };
}

function removeQuotations(
  file: ContentFile,
  { fields, body }: ContentFile,
  labels: ErasureLabels,
): ContentFile {
  const { summary = "" } = fields;
  const text = removePassages(
    removePassages(file.body, body, labels.passage),
    String(summary),
    labels.passage,
  );
  return text === file.body ? file : { ...file, body: text };
}

/** An author's id is made of their name, so it goes as well. */
function replaceAuthor(file: ContentFile, id: string | undefined, newId: string | undefined): ContentFile {
  if (id === undefined || newId === undefined || file.fields.author !== id) return file;
  return { ...file, fields: { ...file.fields, author: newId } };
}

function chooseAuthorId(taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    if (!taken.has(`removed-${number}`)) return `removed-${number}`;
  }
}

function readText(fields: Fields, key: string, inner: string): string {
  const value = fields[key];
  const text = isMapping(value) ? value[inner] : undefined;
  return typeof text === "string" ? text : "";
}
