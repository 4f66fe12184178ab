import type { Element, ElementContent } from "hast";
import { anchorOf } from "../../archive/addresses";
import type { PresentComment, ThreadNode } from "../../archive/model";
import { formatDate } from "../../text/interface/dates";
import {
  describeAbsence,
  describeBasis,
  describeDate,
  describeEvent,
  numberComment,
} from "../../text/interface/sentences";
import { dateCommentLinks } from "../../text/links/robust-links";
import { readMentions } from "../../text/links/thread-mentions";
import { element, text } from "../../text/markdown/display/nodes";
import { displayName } from "../../text/writing/unicode";
import { ofInterface } from "../feeds/entry-html";
import { showTombstone } from "./article-chapter";
import { type BookContext, DOCUMENTS } from "./book-context";
import { showFacts, showLink, showText } from "./book-text";
import type { ThreadPart } from "./parts";

/** Replies are set in no further than this: a page of an e-reader is narrow. */
const DEEPEST_INDENT = 4;

/** A document of the thread: comments one after the other, each below the one it answers or one that answers it, too. */
export function showPart(part: ThreadPart, context: BookContext): ElementContent[] {
  const isFirst = part === context.parts[0];
  return [
    element("section", { "epub:type": "chapter" }, [
      element("h1", ofInterface(context), [text(titlePart(part, context))]),
      ...(isFirst ? showEvents(context) : []),
      ...part.nodes.map((node) => showComment(node, context)),
    ]),
  ];
}

/** "Commentaires (400) · 2/8" */
export function titlePart(part: ThreadPart, { article, words, parts }: BookContext): string {
  const heading = words.commentsHeading(article.thread.completeness.present);
  return parts.length === 1 ? heading : `${heading} · ${parts.indexOf(part) + 1}/${parts.length}`;
}

/** How a comment is called in a list: "nº 2 NAME". */
export function titleInList({ comment }: ThreadNode, { words }: BookContext): string {
  return `${numberComment(comment, words)} ${displayName(comment.author ?? words.unknownAuthor)}`;
}

function showEvents(context: BookContext): Element[] {
  const { article, words } = context;
  return (article.events ?? []).map((event) =>
    showFacts([text(describeEvent(event, article.timeZone, words))], context),
  );
}

function showComment(node: ThreadNode, context: BookContext): Element {
  const { comment, depth, parent } = node;
  const { words } = context;
  const author = element("bdi", {}, [text(displayName(comment.author ?? words.unknownAuthor))]);
  const level = Math.min(depth, DEEPEST_INDENT);
  return element("article", { id: anchorOf(comment.id), className: ["comment", `level-${level}`] }, [
    element("h2", {}, [author]),
    showPlace(node, context),
    ...(parent && comment.reply ? [showReply(node, parent, context)] : []),
    ...(comment.status === "present"
      ? showText(comment.body, context, describeManner(node, comment, context))
      : [showTombstone(describeAbsence(comment, words), comment.reason, context)]),
    ...showReplies(node, context),
  ]);
}

function describeManner(node: ThreadNode, comment: PresentComment, context: BookContext) {
  const { settings, article, placeOf } = context;
  return {
    voice: "comment",
    format: comment.format,
    scope: anchorOf(comment.id),
    topHeading: 3,
    baseUrl: comment.source?.url ?? article.source.url,
    linkDating: dateCommentLinks(settings, article, comment),
    mention: readMentions(node, article, { toComment: placeOf, toArticle: DOCUMENTS.article }),
  } as const;
}

/** "nº 2 · 15 janvier 2021 · modifié": the number leads to the comment's own address, which never changes. */
function showPlace({ comment }: ThreadNode, context: BookContext): Element {
  const { article, addresses, words } = context;
  const number = showLink(addresses.comment(article.slug, comment.id), [text(numberComment(comment, words))]);
  const facts = [
    "authorLabel" in comment && comment.authorLabel && displayName(comment.authorLabel),
    describeDate(comment, article.timeZone, words),
    ...(comment.status === "present" ? describeReception(comment, context) : []),
  ].filter((fact) => typeof fact === "string");
  return showFacts([number, ...facts.map((fact) => text(` · ${fact}`))], context);
}

function describeReception({ edited, likes }: PresentComment, { article, words }: BookContext): string[] {
  const changed = edited?.date
    ? `${words.editedOn} ${formatDate(edited.date, article.timeZone, words)}`
    : words.edited;
  return [...(edited ? [changed] : []), ...(likes === undefined ? [] : [words.likes(likes)])];
}

/** "en réponse à NAME (nº 1), d’après la mention" */
function showReply({ comment }: ThreadNode, parent: ThreadNode, context: BookContext): Element {
  const { words, placeOf } = context;
  const name = element("bdi", {}, [text(displayName(parent.comment.author ?? words.unknownAuthor))]);
  const link = showLink(placeOf(parent.comment.id), [
    name,
    text(` (${numberComment(parent.comment, words)})`),
  ]);
  const basis = comment.reply ? describeBasis(comment.reply, words) : "";
  return showFacts([text(`${words.inReplyTo} `), link, text(basis)], context);
}

/** "Réponses : nº 7, nº 12" */
function showReplies({ replies }: ThreadNode, context: BookContext): Element[] {
  if (replies.length === 0) return [];
  const { words, placeOf } = context;
  const links = replies.flatMap(({ comment }, index) => [
    text(index === 0 ? " " : ", "),
    showLink(placeOf(comment.id), [text(numberComment(comment, words))]),
  ]);
  return [showFacts([text(words.answeredIn), ...links], context)];
}
