import type { FieldsToWrite } from "../../../archive/format/serialize";
import type { FieldValue } from "../../../archive/format/yaml";
import { cleanLine } from "../../conversion/stray-characters";
import type { Capture, SourceArticle, SourceImage, SourcePost, SourceThread, ThreadFact } from "../../model";
import type { Relation } from "../relations";
import { describeLeftOut } from "./left-out";

/** Beside the source's own facts, what the importer found out about a thread. */
export type ArticleFindings = {
  readonly authorId?: string;
  readonly language: string;
  readonly languageDetected: boolean;
  readonly timeZone?: string;
  readonly format: "markdown" | "plain";
  /** The standfirst, in Markdown. */
  readonly summary?: string;
  /** The name of its picture beside the article, where it came along. */
  readonly imageFile?: string;
  readonly captures: readonly Capture[];
};

/** The front matter of `article.md`. */
export function fieldsOfArticle(
  { article, facts, announced }: SourceThread,
  findings: ArticleFindings,
): FieldsToWrite {
  return {
    title: cleanLine(article.title) || "—",
    language: findings.language,
    languageBasis: findings.languageDetected ? "detected" : undefined,
    author: findings.authorId,
    published: article.published,
    timeZone: findings.timeZone,
    position: numberText(article.position),
    summary: findings.summary,
    source: withoutAbsent({ name: cleanLine(article.publisher ?? "") || "—", url: article.url }),
    citedSources: article.citedSources?.map(fieldsOfSource),
    image: article.image && fieldsOfImage(article.image, findings.imageFile),
    commentsAnnounced: numberText(announced),
    captured: article.captured,
    leftOut: article.leftOut?.length ? describeLeftOut(article.leftOut, findings.language) : undefined,
    events: facts.length === 0 ? undefined : facts.map(fieldsOfFact),
    captures: fieldsOfCaptures(article, findings.captures),
    format: findings.format === "plain" ? "plain" : undefined,
    ...article.stated,
  };
}

function fieldsOfImage({ credit, alt }: SourceImage, file: string | undefined): FieldValue {
  return { credit: cleanLine(credit), alt: cleanLine(alt), ...(file !== undefined && { file }) };
}

function fieldsOfSource({ name, url }: { readonly name: string; readonly url?: string }): FieldValue {
  return withoutAbsent({ name: cleanLine(name), url });
}

function fieldsOfFact({ what, date, author, number, text }: ThreadFact): FieldValue {
  return withoutAbsent({
    what,
    published: date,
    author: author && cleanLine(author),
    position: numberText(number),
    text: text && cleanLine(text),
  });
}

/** Of an article that was taken down, the archive keeps no way back to its text. */
function fieldsOfCaptures({ stated }: SourceArticle, captures: readonly Capture[]): FieldValue | undefined {
  return captures.length === 0 || stated?.status === "erased" ? undefined : captures.map(fieldsOfCapture);
}

function fieldsOfCapture({ file, sha256 }: Capture): FieldValue {
  return { file: cleanLine(file), sha256 };
}

/** Beside the post's own facts, what the importer found out about it. */
export type CommentFindings = {
  readonly position: number;
  readonly format: "markdown" | "plain";
  readonly reply?: Relation & { readonly fileId: string };
  /** Why its text is not there, where it is not. */
  readonly hidden?: string;
};

/** The front matter of a comment's file. */
export function fieldsOfComment(post: SourcePost, findings: CommentFindings): FieldsToWrite {
  const { reply, hidden } = findings;
  const isPresent = hidden === undefined;
  return {
    author: nameOf(post, isPresent),
    authorLabel: post.author?.label && (cleanLine(post.author.label) || undefined),
    position: String(findings.position),
    published: post.published,
    notAfter: post.published === undefined ? post.notAfter : undefined,
    edited: isPresent ? post.edited : undefined,
    likes: isPresent ? numberText(post.likes) : undefined,
    inReplyTo: reply?.fileId,
    replyBasis: reply && reply.basis !== "explicit" ? reply.basis : undefined,
    replyCertain: reply?.uncertain && reply.basis !== "explicit" ? "no" : undefined,
    status: isPresent ? undefined : "hidden",
    reason: hidden,
    format: isPresent && findings.format === "plain" ? "plain" : undefined,
    source: fieldsOfPlace(post),
  };
}

/** Every comment with a text has somebody above it, if only the dash that stands for nobody named. */
function nameOf({ author }: SourcePost, isPresent: boolean): string | undefined {
  return cleanLine(author?.name ?? "") || (isPresent ? "—" : undefined);
}

function fieldsOfPlace({ url, sourceId }: SourcePost): FieldValue | undefined {
  return url === undefined && sourceId === undefined ? undefined : withoutAbsent({ url, id: sourceId });
}

/** The front matter of a post that is answered, or listed, and not there. */
export function fieldsOfMissing(position: number | undefined, sourceId: string): FieldsToWrite {
  return { position: numberText(position), status: "missing", source: { id: sourceId } };
}

function numberText(number: number | undefined): string | undefined {
  return number === undefined ? undefined : String(number);
}

function withoutAbsent(fields: Readonly<Record<string, string | undefined>>): FieldValue {
  const present: Record<string, FieldValue> = {};
  for (const [key, value] of Object.entries(fields)) if (value) present[key] = value;
  return present;
}
