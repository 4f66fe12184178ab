import { formatProblem, quote } from "../format/problem";
import { serializeFile } from "../format/serialize";
import { type Fields, type FieldValue, isList, isMapping } from "../format/yaml";
import { removePassages } from "./passages";
import { holdsName, isSameName, removeName } from "./person-names";

/** A comment's file, or an article's (which has no id). */
export type ContentFile = {
  /** Relative to the content folder, POSIX. */
  readonly path: string;
  readonly article: string;
  readonly comment?: string;
  readonly fields: Fields;
  readonly body: string;
};

/** What the keeper asked for. */
export type Erasure = {
  readonly article: string;
  readonly comment: string;
  /** Shown on the tombstone. */
  readonly reason: string;
  /** Whether the author's name goes too, from this and from every other comment of theirs. */
  readonly author: boolean;
  /** The names of the picture files that lie beside the article. */
  readonly pictures: readonly string[];
  /** Words in the language of the article. */
  readonly labels: ErasureLabels;
};

export type ErasureLabels = {
  readonly participant: (number: number) => string;
  readonly passage: string;
};

export type ErasurePlan = {
  /** New texts of files, paths as in `ContentFile`. */
  readonly changes: readonly { readonly path: string; readonly text: string }[];
  /** Lines for `erased.txt`, tab-separated: the comment's address, its id at its source, its address there. */
  readonly erased: string;
  /** Paths of files that still hold the name, for the keeper to decide. */
  readonly leftovers: readonly string[];
  /** Paths of the pictures that the comment showed and nothing else names: they go with it. */
  readonly pictures: readonly string[];
  /** Paths of those that something else names, for the keeper to decide. */
  readonly sharedPictures: readonly string[];
};

/**
 * What has to change so that a comment's text, and its author's name if asked, is in no content file any more.
 * Replies keep their place; quotations of the text and mentions of the name give way to labels; pictures of the comment
 * go with it.
 *
 * @param pathOf the path for a problem line of a file in the content folder
 * @throws Error with that line when no such comment is among the files, or it has no text to erase
 */
export function planErasure(
  files: readonly ContentFile[],
  erasure: Erasure,
  pathOf: (path: string) => string,
): ErasurePlan {
  const target = findTarget(files, erasure, pathOf);
  const name = String(target.fields.author ?? "");
  const renaming = erasure.author ? planRenaming(files, name, erasure.labels) : undefined;
  const after = files.map((file) => {
    if (file === target) return rename(makeTombstone(file, erasure.reason), renaming);
    if (file.comment === undefined) return file;
    const body = removePassages(file.body, target.body, erasure.labels.passage);
    return rename(body === file.body ? file : { ...file, body }, renaming);
  });
  return {
    changes: after
      .filter((file, index) => file !== files[index])
      .map(({ path, fields, body }) => ({ path, text: serializeFile(fields, body) })),
    erased: describeErased(target),
    leftovers: erasure.author ? after.filter((file) => mentions(file, name)).map(({ path }) => path) : [],
    ...findPictures(target, after, erasure.pictures),
  };
}

/**
 * The pictures that an erased text, or its front matter, names: whether they go with it.
 *
 * @param after the files as they will be
 * @param pictures the names of those that lie beside the article
 */
export function findPictures(
  target: ContentFile,
  after: readonly ContentFile[],
  pictures: readonly string[],
): Pick<ErasurePlan, "pictures" | "sharedPictures"> {
  const shown = pictures.filter((picture) => namesPicture(target, target.article, picture));
  const isShared = (picture: string) => after.some((file) => namesPicture(file, target.article, picture));
  const pathOf = (picture: string) => `${target.article}/${picture}`;
  return {
    pictures: shown.filter((picture) => !isShared(picture)).map(pathOf),
    sharedPictures: shown.filter(isShared).map(pathOf),
  };
}

function namesPicture({ article, body, fields }: ContentFile, of: string, picture: string): boolean {
  return article === of && (holdsFile(body, picture) || holdsFile(JSON.stringify(fields), picture));
}

/** Whether a text holds a file's name, in a picture or otherwise: who erases rather takes a word for a name. */
function holdsFile(text: string, file: string): boolean {
  const literal = file.replace(/[.-]/gu, "\\$&");
  return new RegExp(`(?<![\\w.-])${literal}(?![\\w-])`, "u").test(text);
}

function findTarget(
  files: readonly ContentFile[],
  { article, comment }: Erasure,
  pathOf: (path: string) => string,
): ContentFile {
  const refuse = (path: string, field: string, found: string, expected: string) =>
    new Error(formatProblem({ path: pathOf(path), field, found, expected }));
  const ofArticle = files.filter((file) => file.article === article);
  if (ofArticle.length === 0) throw refuse(article, "file", "nothing", "the folder of an article");
  const target = ofArticle.find((file) => file.comment === comment);
  if (!target)
    throw refuse(`${article}/comments/${comment}.md`, "file", "nothing", "a comment that is archived");
  const { status = "present" } = target.fields;
  if (status !== "present")
    throw refuse(target.path, "status", quote(String(status)), "a comment with a text");
  return target;
}

/** Where the comment stood at its source goes into the keeper's list, not onto the tombstone. */
function makeTombstone(file: ContentFile, reason: string): ContentFile {
  const { edited: _edited, source: _source, likes: _likes, format: _format, ...facts } = file.fields;
  const { authorLabel: _label, ...kept } = facts;
  return { ...file, fields: { ...kept, status: "erased", reason }, body: "" };
}

export type Renaming = {
  readonly name: string;
  readonly label: string;
  readonly bareIn: ReadonlySet<string>;
};

/**
 * The name goes everywhere as a mention, and as a bare word in the threads where the person took part — unless
 * the article itself uses it as a word: a participant may be called as a town or a company is.
 */
export function planRenaming(files: readonly ContentFile[], name: string, labels: ErasureLabels): Renaming {
  const own = files.filter(
    (file) => file.comment !== undefined && isSameName(String(file.fields.author ?? ""), name),
  );
  const inArticles = new Set(
    files.filter((file) => file.comment === undefined && mentions(file, name)).map(({ article }) => article),
  );
  const threads = own.map(({ article }) => article).filter((article) => !inArticles.has(article));
  return { name, label: chooseLabel(files, labels), bareIn: new Set(threads) };
}

/** The lowest number that nobody has: the label tells people apart and nothing else of them. */
function chooseLabel(files: readonly ContentFile[], { participant }: ErasureLabels): string {
  const taken = new Set(files.map(({ fields }) => fields.author));
  for (let number = 1; ; number++) {
    if (!taken.has(participant(number))) return participant(number);
  }
}

export function rename(file: ContentFile, renaming: Renaming | undefined): ContentFile {
  if (!renaming) return file;
  const { name, label, bareIn } = renaming;
  const author = String(file.fields.author ?? "");
  const body = removeName(file.body, name, label, bareIn.has(file.article));
  const isTheirs = file.comment !== undefined && isSameName(author, name);
  const fields = isTheirs ? renameAuthor(file.fields, label) : renameEvents(file.fields, name, label);
  return body === file.body && fields === file.fields ? file : { ...file, fields, body };
}

/** What the source calls a person may tell who it is. */
function renameAuthor({ authorLabel: _label, ...fields }: Fields, label: string): Fields {
  return { ...fields, author: label };
}

/** Who closed or moved a thread is named in its article's file. */
function renameEvents(fields: Fields, name: string, label: string): Fields {
  const { events } = fields;
  if (!isList(events)) return fields;
  const isTheirs = (event: FieldValue) => isMapping(event) && isSameName(String(event.author ?? ""), name);
  if (!events.some(isTheirs)) return fields;
  return {
    ...fields,
    events: events.map((event) =>
      isMapping(event) && isTheirs(event) ? { ...event, author: label } : event,
    ),
  };
}

export function mentions({ fields, body }: ContentFile, name: string): boolean {
  return holdsName(body, name) || holdsName(JSON.stringify(fields), name);
}

function describeErased({ article, comment, fields }: ContentFile): string {
  return [`${article}/${comment}`, readText(fields.source, "id"), readText(fields.source, "url")].join("\t");
}

function readText(value: FieldValue | undefined, key: string): string {
  if (typeof value !== "object" || Array.isArray(value) || !(key in value)) return "";
  const text = Object.entries(value).find(([name]) => name === key)?.[1];
  return typeof text === "string" ? text : "";
}
