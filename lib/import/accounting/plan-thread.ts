import { isPictureName } from "../../archive/format/names";
import { type FieldsToWrite, serializeFile } from "../../archive/format/serialize";
import { type Converted, convertBody } from "../conversion/convert";
import { digestText } from "../files/memory";
import { idOf } from "../files/slugs";
import { NEEDED_OF_ARTICLE, neededOfComment, writeFile } from "../files/written-file";
import type { SourceArticle, SourceBody, SourcePost, SourceThread } from "../model";
import {
  type ArticleFindings,
  fieldsOfArticle,
  fieldsOfComment,
  fieldsOfMissing,
} from "./front-matter-fields";
import { describeHidden } from "./hidden-reasons";
import { detectLanguage } from "./language";
import { orderPosts } from "./order-posts";
import { type Relation, type Relations, relatePosts } from "./relations";

/** A file that an import wants in an article's folder, and the item of the source that it stands for. */
export type PlannedFile = {
  /** From the article's folder. */
  readonly path: string;
  readonly text: string;
  /** Absent for a placeholder: the source names it and does not hold it. */
  readonly item?: PlannedItem;
  /** The name above the text, for whoever must not let it come back. */
  readonly author?: string;
  /** The post's own place at its source. */
  readonly sourceId?: string;
  readonly sourceUrl?: string;
};

export type PlannedItem = {
  readonly source: string;
  readonly outcome: "article" | "comment" | "tombstone";
  readonly reason?: string;
};

export type ThreadPlan = {
  readonly files: readonly PlannedFile[];
  readonly refused: readonly { readonly source: string; readonly reason: string }[];
  readonly remarks: readonly string[];
  readonly language: string;
};

export type PlanSetting = {
  readonly inference: boolean;
  /** IANA; absent: dates are shown in UTC. */
  readonly timeZone?: string;
  /** The author's file, where the source names an author. */
  readonly authorId?: string;
  /** Ids that files of this article have already, so that what was listed before is found again. */
  readonly known: ReadonlySet<string>;
  /** Places in the numbering that files of this article have, and that no post of this source may take. */
  readonly taken: ReadonlySet<number>;
  /** The name of a file beside the article that an address leads to. */
  readonly fileAt?: (address: string) => string | undefined;
};

/**
 * Makes the files of an article: texts converted and proved, ids and places given, replies related. Pure, but for the
 * time it takes.
 */
export function planThread(thread: SourceThread, setting: PlanSetting): ThreadPlan {
  const posts = orderPosts(thread.posts);
  const article = convert(thread.article, "editorial", setting.fileAt);
  const texts = new Map(posts.map((post) => [post, convert(post, "comment", setting.fileAt)]));
  const wordsOf = (post: SourcePost) => texts.get(post)?.converted?.words ?? "";
  const words = [article.converted?.words ?? "", ...posts.map(wordsOf)];
  const language = thread.article.language ?? detectLanguage([thread.article.title, ...words]);
  const relations = relatePosts({
    ...{ posts, wordsOf, inference: setting.inference },
    ...(thread.article.position !== undefined && { articleId: String(thread.article.position) }),
    ...(thread.article.author && { articleAuthor: thread.article.author.name }),
  });
  const places = givePlaces(posts, thread, setting.taken);
  const idFor = nameFiles(thread, setting.known);
  for (const { id } of posts) idFor(id);
  const refused: { source: string; reason: string }[] = [];
  const findings: ArticleFindings = {
    ...(setting.authorId !== undefined && { authorId: setting.authorId }),
    language,
    languageDetected: thread.article.language === undefined && language !== "und",
    ...(setting.timeZone !== undefined && { timeZone: setting.timeZone }),
    format: article.converted?.format ?? "markdown",
    ...writeSummary(thread.article, setting.fileAt),
    ...nameImage(thread.article, setting.fileAt),
    captures: thread.captures,
  };
  const files = [planArticle(thread, article, findings)];
  for (const post of posts) {
    const text = texts.get(post);
    if (text?.fault !== undefined) refused.push({ source: post.source, reason: text.fault });
    else
      files.push(
        planComment(post, text?.converted, { relations, idFor, place: places.get(post) ?? 1, language }),
      );
  }
  const absent = [...planAbsent(thread, idFor), ...planMissing(thread, relations, idFor)];
  const lost = planRefused(posts, refused, idFor, places);
  return {
    files: [...files, ...absent, ...lost],
    refused,
    remarks: listRemarks(thread, relations, texts),
    language,
  };
}

type Text = { readonly converted?: Converted; readonly fault?: string };

function convert(
  post: { readonly body?: SourceBody; readonly asWritten?: SourcePost["asWritten"] },
  voice: "editorial" | "comment",
  fileAt: PlanSetting["fileAt"],
): Text {
  if (post.asWritten !== undefined || post.body === undefined) return {};
  const converted = convertBody(post.body, voice, fileAt);
  return converted === undefined
    ? { fault: "a text longer than a file of the archive may be" }
    : { converted };
}

function writeSummary({ summary }: SourceArticle, fileAt: PlanSetting["fileAt"]): { summary?: string } {
  const text = summary && convertBody(summary, "editorial", fileAt)?.text;
  return text ? { summary: text } : {};
}

/** Files of other kinds may be at hand too, under the same name. */
function nameImage({ image }: SourceArticle, fileAt: PlanSetting["fileAt"]): { imageFile?: string } {
  const file = image?.address && fileAt?.(image.address);
  return file && isPictureName(file) ? { imageFile: file } : {};
}

/** Where the source does not count, posts take the next place that is free. */
function givePlaces(posts: readonly SourcePost[], { article }: SourceThread, taken: ReadonlySet<number>) {
  const used = new Set([...taken, ...(article.position === undefined ? [] : [article.position])]);
  const places = new Map<SourcePost, number>();
  let next = 1;
  for (const post of posts) {
    while (post.number === undefined && used.has(next)) next += 1;
    places.set(post, post.number ?? next);
    if (post.number === undefined) next += 1;
  }
  return places;
}

/**
 * A post that was listed before its number was known keeps the name that it got then. Ids that would be one file's name
 * are told apart by a digest of the source's own.
 */
function nameFiles({ posts }: SourceThread, known: ReadonlySet<string>): (id: string) => string {
  const names = new Map(
    posts.flatMap(({ id, sourceId }) =>
      sourceId && known.has(`post-${sourceId}`) ? [[id, `post-${sourceId}`]] : [],
    ),
  );
  const taken = new Set<string>();
  return (id) => {
    const given = names.get(id);
    if (given !== undefined) return given;
    const plain = idOf(id);
    const name = taken.has(plain) ? `${plain.slice(0, 55)}-${digestText(id).slice(0, 8)}` : plain;
    taken.add(name);
    names.set(id, name);
    return name;
  };
}

function planArticle(
  thread: SourceThread,
  { converted, fault }: Text,
  findings: ArticleFindings,
): PlannedFile {
  const { article } = thread;
  const body = bodyText(converted?.text ?? "");
  const { text } = writeFile(fieldsOfArticle(thread, findings), body, article.asWritten, NEEDED_OF_ARTICLE);
  const reason = [fault ?? reasonOf(article, converted)].find(Boolean);
  return {
    path: "article.md",
    text,
    ...(!article.isAbsent && {
      item: { source: article.source, outcome: "article", ...(reason && { reason }) },
    }),
    ...(article.author && { author: article.author.name }),
  };
}

function reasonOf(article: SourceArticle, converted: Converted | undefined): string | undefined {
  if (article.asWritten) return undefined;
  if (article.state.kind === "hidden") return `without its text: ${article.state.reason}`;
  return converted?.text ? explain(converted) : "without its text: not in this export";
}

type CommentScene = {
  readonly relations: Relations;
  readonly idFor: (id: string) => string;
  readonly place: number;
  readonly language: string;
};

function planComment(post: SourcePost, converted: Converted | undefined, scene: CommentScene): PlannedFile {
  const relation = scene.relations.byPost.get(post.id);
  const isEmpty = post.state.kind === "present" && !post.asWritten && !converted?.text;
  const hiddenReason = post.state.kind === "hidden" ? post.state.reason : isEmpty ? "empty" : undefined;
  const fields: FieldsToWrite = fieldsOfComment(post, {
    position: scene.place,
    format: converted?.format ?? "markdown",
    ...(relation && { reply: { ...relation, fileId: scene.idFor(relation.parentId) } }),
    ...(hiddenReason && { hidden: describeHidden(hiddenReason, scene.language) }),
  });
  const body = hiddenReason ? "" : bodyText(converted?.text ?? "");
  const written = writeFile(fields, body, post.asWritten, neededOfComment(post.asWritten?.fields.status));
  const reason = hiddenReason ?? (converted && explain(converted)) ?? impossible(post, scene.relations);
  const isTombstone = hiddenReason !== undefined || (written.fields.status ?? "present") !== "present";
  return {
    path: `comments/${scene.idFor(post.id)}.md`,
    text: written.text,
    item: { source: post.source, outcome: isTombstone ? "tombstone" : "comment", ...(reason && { reason }) },
    ...(post.author && { author: post.author.name }),
    ...(post.sourceId !== undefined && { sourceId: post.sourceId }),
    ...(post.url !== undefined && { sourceUrl: post.url }),
  };
}

function bodyText(text: string): string {
  return text === "" ? "" : `\n${text}\n`;
}

function explain({ fallback, stray }: Converted): string | undefined {
  const controls =
    stray.controls > 0 ? `${stray.controls} control characters, shown as their pictures` : undefined;
  const notes = [fallback && `written as plain text: ${fallback}`, controls].filter(Boolean);
  return notes.length > 0 ? notes.join("; ") : undefined;
}

function impossible({ id }: SourcePost, { impossible }: Relations): string | undefined {
  const parent = impossible.get(id);
  return parent === undefined
    ? undefined
    : `answers ${parent}, which comes later or answers it: set at the top level`;
}

function planAbsent({ absent }: SourceThread, idFor: (id: string) => string): PlannedFile[] {
  return absent.map(({ id, number }) => ({
    path: `comments/${idFor(id)}.md`,
    text: serializeFile(fieldsOfMissing(number, id.replace(/^post-/u, "")), ""),
  }));
}

/** Who answers one that is not there shares its placeholder with all the others. */
function planMissing(
  thread: SourceThread,
  relations: Relations,
  idFor: (id: string) => string,
): PlannedFile[] {
  const known = new Set(thread.absent.map(({ id }) => id));
  return [...relations.missing]
    .filter((id) => !known.has(id))
    .map((id) => ({
      path: `comments/${idFor(id)}.md`,
      text: serializeFile(fieldsOfMissing(placeOfMissing(id, thread, relations), id), ""),
    }));
}

/**
 * Where the source counts its posts, the number by which one is answered is its place; but for posts that were moved, which
 * go by the number that they had elsewhere: that is no place here.
 */
function placeOfMissing(
  id: string,
  { article, facts, posts }: SourceThread,
  { byPost }: Relations,
): number | undefined {
  const number = Number(id);
  if (article.position === undefined || !/^[1-9]\d{0,5}$/u.test(id)) return undefined;
  const isTaken = number === article.position || facts.some((fact) => fact.number === number);
  const isLater = posts.some((post) => byPost.get(post.id)?.parentId === id && (post.number ?? 0) < number);
  return isTaken || isLater ? undefined : number;
}

/** A post that cannot be written leaves its place, for those who answer it. */
function planRefused(
  posts: readonly SourcePost[],
  refused: readonly { readonly source: string }[],
  idFor: (id: string) => string,
  places: ReadonlyMap<SourcePost, number>,
): PlannedFile[] {
  const sources = new Set(refused.map(({ source }) => source));
  return posts
    .filter(({ source }) => sources.has(source))
    .map((post) => ({
      path: `comments/${idFor(post.id)}.md`,
      text: serializeFile(fieldsOfMissing(places.get(post), post.sourceId ?? post.id), ""),
    }));
}

function listRemarks(
  thread: SourceThread,
  { missing }: Relations,
  texts: ReadonlyMap<SourcePost, Text>,
): string[] {
  const plain = [...texts.values()].filter(({ converted }) => converted?.fallback !== undefined).length;
  const found = thread.posts.length + thread.absent.length;
  const { announced } = thread;
  return [
    ...thread.remarks,
    ...(announced !== undefined && announced !== found
      ? [`the source announces ${announced} comments, and lists ${found}`]
      : []),
    ...(thread.absent.length > 0 ? [`${thread.absent.length} listed comments are not in this source`] : []),
    ...(missing.size > 0 ? [`${missing.size} comments are answered and not in this source`] : []),
    ...(plain > 0 ? [`${plain} texts written as plain text`] : []),
  ];
}

export type { Relation };
