import { z } from "zod";
import type { FrontMatter } from "./front-matter";
import type { ArchiveSettings, Article, Author, Comment, Reply } from "./model";
import { ID_EXPECTED, isId, isPictureName, isSlug, SLUGS_EXPECTED } from "./names";
import { type FieldProblem, nameKey, quote } from "./problem";
import { findSimilar } from "./similar";
import {
  isContact,
  isDate,
  isInstant,
  isLine,
  isProse,
  isPublicAddress,
  isTimeZone,
  isWebAddress,
  isWholeNumber,
  readLanguage,
} from "./values";
import { type Fields, type FieldValue, isList, isMapping } from "./yaml";

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** `article.md` before its author, its picture and its thread are found. */
export type ArticleFields = Omit<Article, "slug" | "author" | "picture" | "thread" | "digest"> & {
  readonly authorId: string;
  readonly image?: ImageFields;
};

/** Without a `file` the picture was not preserved. */
export type ImageFields = { readonly credit: string; readonly alt: string; readonly file?: string };

/** The names of the files in `authors/`, without `.md`. */
export type AuthorIds = Pick<ReadonlyMap<string, unknown>, "has" | "keys">;

// ── What each kind of value is. The message of a check is what was expected. ──

function text(expected: string, isValid: (text: string) => boolean) {
  return z.string({ error: expected }).refine(isValid, { error: expected });
}

function wholeNumber(min: number, max: number) {
  const expected = `a whole number from ${min} to ${max}`;
  return text(expected, (digits) => isWholeNumber(digits, min, max)).transform(Number);
}

/** A key that belongs to another state of the same file. */
function absent(why: string) {
  return z.never({ error: `no such key, since ${why}` }).optional();
}

const line = text("a text in one line, of 1 to 500 characters", isLine);
const prose = text("a text, or no such key", isProse);
const reason = text("a text that says why", isProse);
/** A picture that adds nothing to its caption has an empty alternative text. */
const alt = text('a text in one line, or ""', (value) => value === "" || isLine(value));
const id = text(ID_EXPECTED, isId);
const slug = text(ID_EXPECTED, isSlug);
const webAddress = text("an http or https address, such as https://example.org/page", isWebAddress);
const publicAddress = text(
  "an http or https address without ? and #, such as https://example.org/",
  isPublicAddress,
);
const contact = text("an https or mailto address, such as mailto:keeper@example.org", isContact);
const timeZone = text("an IANA time zone, such as Europe/Paris", isTimeZone);
const instant = text("a real date, ISO 8601 with offset, such as 2021-01-15T09:00:00+01:00", isInstant);
const captured = text(
  "a real date, ISO 8601, such as 2021-01-15 or 2021-01-15T09:00:00+01:00",
  (value) => isDate(value) || isInstant(value),
);
const language = text(
  "a language tag (BCP 47), such as fr, fr-CA or en",
  (tag) => readLanguage(tag) !== undefined,
).transform((tag) => readLanguage(tag) ?? tag);
const pictureFile = text("the name of a png, jpg, webp, gif or avif file beside article.md", isPictureName);
const replyBasis = z.enum(["explicit", "quote", "mention", "editor"], {
  error: "explicit, quote, mention or editor",
});

// ── What each file holds. ──

const settingsShape = z.object({ name: line, language, url: publicAddress, keeper: line, contact });

const authorShape = z.object({
  name: line,
  role: line.optional(),
  organisation: line.optional(),
  url: webAddress.optional(),
});

const articleShape = z.object({
  title: line,
  language,
  author: line,
  published: instant,
  timeZone,
  summary: prose.optional(),
  source: z.object({ name: line, url: webAddress }, { error: "a name and a url, indented below it" }),
  citedSources: z
    .array(
      z.object({ name: line, url: webAddress.optional() }, { error: "a name, and a url if there is one" }),
      {
        error: "a list of names and urls, such as - name: CNN",
      },
    )
    .optional(),
  image: z
    .object(
      { credit: line, alt, file: pictureFile.optional() },
      { error: "a credit and an alt, indented below it" },
    )
    .optional(),
  commentsAnnounced: wholeNumber(0, 1_000_000).optional(),
  captured: captured.optional(),
  leftOut: prose.optional(),
  formerSlugs: z.array(slug, { error: SLUGS_EXPECTED }).optional(),
});

const commentPlace = {
  inReplyTo: id.optional(),
  replyBasis: replyBasis.optional(),
  source: z
    .object(
      { url: webAddress.optional(), id: line.optional() },
      { error: "a url or an id, indented below it" },
    )
    .refine((source) => source.url !== undefined || source.id !== undefined, {
      error: "a url or an id, or both",
    })
    .optional(),
};

const position = wholeNumber(1, 1_000_000);

const commentShapes = {
  present: z.object({
    author: line,
    position,
    published: instant.optional(),
    edited: instant.optional(),
    status: z.literal("present").optional(),
    reason: absent("the comment is present"),
    ...commentPlace,
  }),
  erased: z.object({
    author: line,
    position,
    published: instant.optional(),
    edited: absent("the comment is erased"),
    status: z.literal("erased"),
    reason,
    ...commentPlace,
  }),
  missing: z.object({
    author: line.optional(),
    position: position.optional(),
    published: instant.optional(),
    edited: absent("the comment is missing"),
    status: z.literal("missing"),
    reason: reason.optional(),
    ...commentPlace,
  }),
};

/** Where the status is none of these, only what any comment may have is looked at: the rest would be guesses. */
const anyCommentShape = z.object({
  ...commentShapes.missing.shape,
  edited: instant.optional(),
  status: z.enum(["present", "erased", "missing"], { error: "present, erased or missing" }),
});

// ── Files, one function each: front matter and body in; the typed value, or every problem of the file, out. ──

/** `archive.md`; its address gets a trailing slash. */
export function parseSettings({ fields, body }: FrontMatter): Parsed<ArchiveSettings> {
  const { value, problems } = check(settingsShape, fields);
  if (value === undefined) return { ok: false, problems };
  return { ok: true, value: { ...value, url: readPublicAddress(value.url), description: body } };
}

/** The archive's public address from elsewhere than `archive.md`, under the same rules. */
export function parsePublicAddress(unsafe: string): Parsed<string> {
  const result = publicAddress.safeParse(unsafe);
  if (result.success) return { ok: true, value: readPublicAddress(result.data) };
  const problems = result.error.issues.map(({ message }) => ({
    field: "url",
    found: quote(unsafe),
    expected: message,
  }));
  return { ok: false, problems };
}

function readPublicAddress(address: string): string {
  const { href } = new URL(address);
  return href.endsWith("/") ? href : `${href}/`;
}

/** `authors/<id>.md`. */
export function parseAuthor(authorId: string, { fields, body }: FrontMatter): Parsed<Author> {
  const { value, problems } = check(authorShape, fields);
  return value === undefined
    ? { ok: false, problems }
    : { ok: true, value: { id: authorId, ...value, biography: body } };
}

/**
 * `article.md`.
 *
 * @param authorIds not given where `authors/` itself is at fault, so that nobody can be said to be unknown
 * @returns beside the article or its problems, the picture that the file names, which other faults do not hide
 */
export function parseArticle(
  { fields, body }: FrontMatter,
  authorIds: AuthorIds | undefined,
): Parsed<ArticleFields> & { readonly pictureFile?: string } {
  const { value, problems, corrected } = check(articleShape, fields);
  const all = [...problems, ...checkAuthor(corrected.author, authorIds)];
  const picture = { pictureFile: findPictureFile(corrected.image) };
  if (value === undefined || all.length > 0) return { ok: false, problems: all, ...picture };
  const { author, citedSources = [], formerSlugs = [], ...rest } = value;
  return { ok: true, value: { ...rest, authorId: author, citedSources, formerSlugs, body }, ...picture };
}

function checkAuthor(author: FieldValue | undefined, authorIds: AuthorIds | undefined): FieldProblem[] {
  if (typeof author !== "string" || !isLine(author) || !authorIds || authorIds.has(author)) return [];
  const example = findSimilar(author, authorIds.keys()) ?? authorIds.keys().next().value;
  const expected = "the name of a file in authors/";
  const hint = example === undefined ? ", where there is none yet" : `, such as ${example}`;
  return [{ field: "author", found: quote(author), expected: expected + hint }];
}

function findPictureFile(image: FieldValue | undefined): string | undefined {
  const file = isMapping(image) ? image.file : undefined;
  return typeof file === "string" && isPictureName(file) ? file : undefined;
}

/** `comments/<id>.md`. */
export function parseComment(commentId: string, { fields, body }: FrontMatter): Parsed<Comment> {
  const { value, problems, corrected } = checkComment(fields);
  const all = [
    ...problems,
    ...checkReply(corrected),
    ...checkEdited(corrected),
    ...checkBody(corrected.status, body),
  ];
  if (value === undefined || all.length > 0) return { ok: false, problems: all };
  const { inReplyTo, replyBasis = "explicit", ...rest } = value;
  const reply: Reply | undefined =
    inReplyTo === undefined ? undefined : { parentId: inReplyTo, basis: replyBasis };
  const place = { id: commentId, ...(reply && { reply }) };
  if (rest.status === "erased" || rest.status === "missing")
    return { ok: true, value: { ...place, ...rest } };
  return { ok: true, value: { ...place, ...rest, status: "present", body } };
}

function checkComment(fields: Fields) {
  // The keys are the same in every state, the state itself may stand under a misspelt one.
  const { corrected, problems } = correctKeys(commentShapes.present, fields, "");
  const shape = shapeOf(corrected.status);
  if (shape === undefined) {
    const checked = checkValues(anyCommentShape, corrected);
    return { value: undefined, problems: [...problems, ...checked.problems], corrected };
  }
  const checked = checkValues(shape, corrected);
  return { value: checked.value, problems: [...problems, ...checked.problems], corrected };
}

function shapeOf(status: FieldValue | undefined) {
  if (status === undefined || status === "present") return commentShapes.present;
  if (status === "erased") return commentShapes.erased;
  return status === "missing" ? commentShapes.missing : undefined;
}

function checkReply({ inReplyTo, replyBasis: basis }: Fields): FieldProblem[] {
  if (inReplyTo !== undefined || !replyBasis.safeParse(basis).success) return [];
  return [{ field: "replyBasis", found: describeValue(basis), expected: "an inReplyTo beside it" }];
}

function checkEdited({ published, edited }: Fields): FieldProblem[] {
  if (typeof published !== "string" || typeof edited !== "string") return [];
  // Where one of them is no date, the comparison is with NaN, and false.
  if (!(Date.parse(edited) < Date.parse(published))) return [];
  return [{ field: "edited", found: quote(edited), expected: `a date from ${quote(published)} on` }];
}

/** The text of an erased comment is not quoted: it was taken down, and problems end in logs. */
function checkBody(status: FieldValue | undefined, body: string): FieldProblem[] {
  const isEmpty = body.trim() === "";
  if (status === "erased" || status === "missing") {
    return isEmpty
      ? []
      : [{ field: "body", found: "a text", expected: `none, since the comment is ${status}` }];
  }
  const isPresent = status === undefined || status === "present";
  if (!isPresent || !isEmpty) return [];
  return [{ field: "body", found: "nothing", expected: 'the text of the comment, or "status: missing"' }];
}

// ── Keys first, values second. ──

type Checked<Value> = {
  readonly value?: Value;
  readonly problems: readonly FieldProblem[];
  readonly corrected: Fields;
};

function check<Shape extends z.ZodObject>(shape: Shape, fields: Fields): Checked<z.output<Shape>> {
  const { corrected, problems } = correctKeys(shape, fields, "");
  const checked = checkValues(shape, corrected);
  return { value: checked.value, problems: [...problems, ...checked.problems], corrected };
}

function checkValues<Shape extends z.ZodObject>(shape: Shape, fields: Fields) {
  const result = shape.safeParse(fields);
  if (result.success) return { value: result.data, problems: [] };
  return { problems: result.error.issues.map(({ path, message }) => describeIssue(path, message, fields)) };
}

function describeIssue(path: readonly PropertyKey[], expected: string, fields: Fields): FieldProblem {
  let found: FieldValue | undefined = fields;
  let field = "";
  for (const step of path) {
    found = findStep(found, step);
    field = typeof step === "number" ? `${field}[${step}]` : joinKey(field, String(step));
  }
  return { field, found: describeValue(found), expected };
}

function findStep(value: FieldValue | undefined, step: PropertyKey): FieldValue | undefined {
  if (isList(value)) return typeof step === "number" ? value[step] : undefined;
  return isMapping(value) ? value[String(step)] : undefined;
}

function joinKey(field: string, key: string): string {
  return field === "" ? key : `${field}.${key}`;
}

function describeValue(value: FieldValue | undefined): string {
  if (value === undefined) return "nothing";
  if (typeof value === "string") return quote(value);
  return isList(value) ? "a list" : "a mapping";
}

/**
 * Reports every key that the shape does not have, and leaves it out. A key that looks like a misspelling of an absent one
 * is taken for that one from here on: a slip of the pen is one problem, not a second one about a missing key.
 */
function correctKeys(shape: z.ZodObject, fields: Fields, path: string) {
  const corrected: Record<string, FieldValue> = Object.create(null);
  const problems: FieldProblem[] = [];
  for (const [key, value] of Object.entries(fields)) {
    const name = Object.hasOwn(shape.shape, key) ? key : findMeantKey(shape, key, [fields, corrected]);
    if (name !== key) problems.push(describeUnknownKey(shape, joinKey(path, nameKey(key)), name));
    if (name === undefined) continue;
    corrected[name] = correctBelow(shape.shape[name], value, joinKey(path, name), problems);
  }
  return { corrected, problems };
}

function findMeantKey(shape: z.ZodObject, key: string, given: readonly Fields[]): string | undefined {
  const absentKeys = Object.keys(shape.shape).filter((name) => given.every((fields) => !(name in fields)));
  return findSimilar(key, absentKeys);
}

function describeUnknownKey(shape: z.ZodObject, field: string, meant: string | undefined): FieldProblem {
  const expected = meant === undefined ? `one of ${Object.keys(shape.shape).join(", ")}` : `"${meant}"`;
  return { field, found: "an unknown key", expected };
}

/** The mapping, or the mappings of a list, that stand below a key; what else stands there is not a matter of keys. */
function correctBelow(
  shape: z.core.$ZodType | undefined,
  value: FieldValue,
  path: string,
  problems: FieldProblem[],
): FieldValue {
  if (shape instanceof z.ZodOptional) return correctBelow(shape.unwrap(), value, path, problems);
  if (shape instanceof z.ZodArray && isList(value)) {
    return value.map((item, index) => correctBelow(shape.element, item, `${path}[${index}]`, problems));
  }
  if (!(shape instanceof z.ZodObject) || !isMapping(value)) return value;
  const below = correctKeys(shape, value, path);
  problems.push(...below.problems);
  return below.corrected;
}
