import type { z } from "zod";
import type {
  ArchiveSettings,
  Author,
  Comment,
  ErasedArticle,
  PresentArticle,
  Reply,
  ReplyBasis,
} from "../model";
import { isBefore, isMoment } from "../moment";
import { check, checkValues, correctKeys, describeValue } from "./check";
import type { FrontMatter } from "./front-matter";
import { isPictureName } from "./names";
import { type FieldProblem, quote } from "./problem";
import {
  anyArticleShape,
  anyCommentShape,
  articleShapes,
  authorShape,
  commentShapes,
  publicAddress,
  replyBasis,
  settingsShape,
} from "./shapes";
import { findSimilar } from "./similar";
import { defaultTag, TAG_EXPECTED } from "./tag";
import { isLine } from "./values";
import { type Fields, type FieldValue, isMapping } from "./yaml";

/*
 * One function for each file: front matter and body in; the typed value, or every problem of the file, out.
 */

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** What `article.md` refers to before its author, its picture and its thread are found. */
type Unfound<Article> = Omit<
  Article,
  "slug" | "author" | "picture" | "pictures" | "files" | "thread" | "digest"
> & {
  readonly authorId?: string;
  readonly image?: ImageFields;
};

export type ArticleFields = Unfound<PresentArticle> | Unfound<ErasedArticle>;

/** Without a `file` the picture was not preserved. */
export type ImageFields = { readonly credit: string; readonly alt: string; readonly file?: string };

/** What `cards` and the key that it took the place of say. */
type SettingsFields = Pick<z.output<typeof settingsShape>, "cards" | "commentCards">;

/** The names of the files in `authors/`, without `.md`. */
export type AuthorIds = Pick<ReadonlyMap<string, unknown>, "has" | "keys">;

/** Stands for the address of an archive that names none: there `npm start` serves it. */
export const UNSET_ADDRESS = "http://localhost:3000/";

/** `archive.md`; its address gets a trailing slash, its identifiers begin with that address unless it says otherwise. */
export function parseSettings({ fields, body }: FrontMatter): Parsed<ArchiveSettings> {
  const { value, problems } = check(settingsShape, fields);
  if (value === undefined) return { ok: false, problems };
  const { cards = "articles", commentCards, ...rest } = value;
  const url = readPublicAddress(rest.url ?? UNSET_ADDRESS);
  const tag = rest.tag ?? defaultTag(url);
  const more = [...checkTag(tag), ...checkCards(value)];
  if (tag === undefined || more.length > 0) return { ok: false, problems: more };
  const settings = { ...rest, url, tag, description: body };
  return { ok: true, value: { ...settings, cards: commentCards === "on" ? "all" : cards } };
}

function checkTag(tag: string | undefined): FieldProblem[] {
  if (tag !== undefined) return [];
  const expected = `${TAG_EXPECTED}, since the host of url cannot be one`;
  return [{ field: "tag", found: "nothing", expected }];
}

/** `commentCards` says only whether comments have cards: `off` agrees with `articles` and with `none`. */
function checkCards({ cards, commentCards }: SettingsFields): FieldProblem[] {
  if (cards === undefined || commentCards === undefined) return [];
  const agreed = cards === "all" ? "on" : "off";
  if (commentCards === agreed) return [];
  const expected = `no such key beside "cards: ${cards}", or ${agreed}`;
  return [{ field: "commentCards", found: quote(commentCards), expected }];
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
  const { value, problems, corrected } = checkStated(articleStates, fields);
  const all = [
    ...problems,
    ...checkAuthor(corrected.author, authorIds),
    ...checkArticleBody(corrected.status, body),
  ];
  const picture = { pictureFile: findPictureFile(corrected.image) };
  if (value === undefined || all.length > 0) return { ok: false, problems: all, ...picture };
  return { ok: true, value: describeArticle(value, body), ...picture };
}

type ArticleValue = z.output<(typeof articleShapes)[keyof typeof articleShapes]>;

function describeArticle(value: ArticleValue, body: string): ArticleFields {
  if (value.status === "erased") {
    const { author, formerSlugs = [], source, ...rest } = value;
    return { ...rest, ...nameAuthor(author), formerSlugs, source: { name: source.name } };
  }
  const { author, citedSources = [], formerSlugs = [], ...rest } = value;
  return { ...rest, ...nameAuthor(author), citedSources, formerSlugs, status: "present", body };
}

function nameAuthor(authorId: string | undefined): { authorId?: string } {
  return authorId === undefined ? {} : { authorId };
}

/** The text of an erased article is not quoted. */
function checkArticleBody(status: FieldValue | undefined, body: string): FieldProblem[] {
  if (status !== "erased" || body.trim() === "") return [];
  return [{ field: "body", found: "a text", expected: "none, since the article is erased" }];
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
  const { value, problems, corrected } = checkStated(commentStates, fields);
  const all = [
    ...problems,
    ...checkReply(corrected),
    ...checkEdited(corrected),
    ...checkBound(corrected),
    ...checkBody(corrected.status, body),
  ];
  if (value === undefined || all.length > 0) return { ok: false, problems: all };
  const { inReplyTo, replyBasis: basis, replyCertain, ...rest } = value;
  const reply = describeReply(inReplyTo, basis, replyCertain);
  const place = { id: commentId, ...(reply && { reply }) };
  if (rest.status === "hidden" || rest.status === "erased" || rest.status === "missing") {
    return { ok: true, value: { ...place, ...rest } };
  }
  return { ok: true, value: { ...place, ...rest, status: "present", body } };
}

function describeReply(parentId?: string, basis: ReplyBasis = "explicit", certain?: "no"): Reply | undefined {
  if (parentId === undefined) return undefined;
  if (basis === "explicit") return { parentId, basis };
  return { parentId, basis, ...(certain && { isCertain: false }) };
}

/** The shapes of a file by its `status`, and what may be said of it whatever its status is. */
type States<Shape extends z.ZodObject> = {
  readonly byStatus: Readonly<Record<string, Shape>> & { readonly present: Shape };
  readonly any: z.ZodObject;
};

const articleStates: States<(typeof articleShapes)[keyof typeof articleShapes]> = {
  byStatus: articleShapes,
  any: anyArticleShape,
};

const commentStates: States<(typeof commentShapes)[keyof typeof commentShapes]> = {
  byStatus: commentShapes,
  any: anyCommentShape,
};

/** As `check`, of a file whose shape its `status` decides; one that names none is present. */
function checkStated<Shape extends z.ZodObject>(states: States<Shape>, fields: Fields) {
  // The keys are the same in every state, the state itself may stand under a misspelt one.
  const { corrected, problems } = correctKeys(states.byStatus.present, fields);
  const { status = "present" } = corrected;
  const shape =
    typeof status === "string" && Object.hasOwn(states.byStatus, status)
      ? states.byStatus[status]
      : undefined;
  const checked: { value?: z.output<Shape>; problems: readonly FieldProblem[] } = shape
    ? checkValues(shape, corrected)
    : { problems: checkValues(states.any, corrected).problems };
  return { value: checked.value, problems: [...problems, ...checked.problems], corrected };
}

function checkReply({ inReplyTo, replyBasis: basis, replyCertain }: Fields): FieldProblem[] {
  const lacksParent = inReplyTo === undefined && replyBasis.safeParse(basis).success;
  const isStated = basis === undefined || basis === "explicit";
  return [
    ...(lacksParent
      ? [{ field: "replyBasis", found: describeValue(basis), expected: "an inReplyTo beside it" }]
      : []),
    ...(replyCertain === "no" && isStated
      ? [
          {
            field: "replyCertain",
            found: quote("no"),
            expected: "a replyBasis beside it that is not explicit",
          },
        ]
      : []),
  ];
}

function checkEdited({ published, edited }: Fields): FieldProblem[] {
  if (!isWrittenMoment(published) || !isWrittenMoment(edited) || !isBefore(edited, published)) return [];
  return [{ field: "edited", found: quote(edited), expected: `a date from ${quote(published)} on` }];
}

/** The last moment that a comment can be of is said where nothing better is known. */
function checkBound({ published, notAfter }: Fields): FieldProblem[] {
  if (published === undefined || !isWrittenMoment(notAfter)) return [];
  return [{ field: "notAfter", found: quote(notAfter), expected: "no such key beside published" }];
}

function isWrittenMoment(value: FieldValue | undefined): value is string {
  return typeof value === "string" && isMoment(value);
}

/** The text of an erased comment is not quoted: it was taken down, and problems end in logs. */
function checkBody(status: FieldValue | undefined, body: string): FieldProblem[] {
  // Controls are shown, even those that count as white space.
  const isEmpty = !/[\S\v\f]/u.test(body);
  if (status === "erased" || status === "missing" || status === "hidden") {
    return isEmpty
      ? []
      : [{ field: "body", found: "a text", expected: `none, since the comment is ${status}` }];
  }
  const isPresent = status === undefined || status === "present";
  if (!isPresent || !isEmpty) return [];
  return [{ field: "body", found: "nothing", expected: 'the text of the comment, or "status: missing"' }];
}
