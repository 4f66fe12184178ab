import type { AbsentComment, Article, Comment, Completeness, Reply, ThreadEvent } from "../../archive/model";
import type { PostingOrder } from "../../archive/thread/posting-order";
import { displayName, spellControls } from "../writing/unicode";
import { formatDate } from "./dates";
import type { Words } from "./words";

/** How a comment is called where its number would stand: by its position, or as one that has none. */
export function numberComment(comment: Pick<Comment, "position">, words: Words): string {
  return comment.position === undefined ? words.unnumbered : words.commentNumber(comment.position);
}

/** "9 commentaires archivés sur 10 annoncés. Il manque le commentaire de la position 9." */
export function describeCompleteness(completeness: Completeness, words: Words): string {
  const { present, announced, erased, missing, hidden = 0, gaps } = completeness;
  const sentences = [words.archivedOf(present, announced)];
  if (erased > 0) sentences.push(words.erasedCount(erased));
  if (missing > 0) sentences.push(words.lostCount(missing));
  if (hidden > 0) sentences.push(words.hiddenCount(hidden));
  if (gaps.length > 0) sentences.push(words.gaps(joinRanges(gaps, words), gaps.length));
  return sentences.join(" ");
}

/** `[3, 5, 6, 7]` as `["3", "5 to 7"]`. */
function joinRanges(positions: readonly number[], words: Words): string[] {
  const ranges: { first: number; last: number }[] = [];
  for (const position of positions) {
    const open = ranges.at(-1);
    if (open?.last === position - 1) open.last = position;
    else ranges.push({ first: position, last: position });
  }
  return ranges.map(({ first, last }) => (first === last ? String(first) : words.range(first, last)));
}

/** What the second order of a thread is called: the source may date nothing. */
export function nameOrder({ dated }: PostingOrder, words: Words): string {
  return dated === "none" ? words.asPosted.undated : words.asPosted.dated;
}

/** Why a comment has no text, as a sentence. */
export function describeAbsence({ status }: AbsentComment, words: Words): string {
  switch (status) {
    case "erased":
      return words.erasedComment;
    case "hidden":
      return words.hiddenComment;
    case "missing":
      return words.missingComment;
  }
}

/** Why an article has no text, as a sentence; nothing where it has one. */
export function describeTextlessness(
  article: { readonly status: Article["status"]; readonly body?: string },
  words: Words,
): string | undefined {
  if (article.status === "erased") return words.erasedArticle;
  return article.body?.trim() === "" ? words.uncapturedText : undefined;
}

/** When a comment was posted, "15 janvier 2021 à 09h00", or the last moment that it can be of, "au plus tard le 1er mai 2024". */
export function describeDate(
  { published, notAfter }: Pick<Comment, "published" | "notAfter">,
  timeZone: string,
  words: Words,
): string | undefined {
  if (published !== undefined) return formatDate(published, timeZone, words);
  return notAfter && `${words.notAfter} ${formatDate(notAfter, timeZone, words)}`;
}

/** What follows the name of who is answered: ", going by the nesting, uncertain"; empty where the source states it. */
export function describeBasis(reply: Reply, words: Words): string {
  const basis = words.basis[reply.basis];
  if (basis === "") return "";
  const isUncertain = reply.basis !== "explicit" && reply.isCertain === false;
  return isUncertain ? `, ${basis}, ${words.uncertain}` : `, ${basis}`;
}

/** "Fermé le 15 janvier 2021 à 09h00 par NAME : les mots de la source" */
export function describeEvent(event: ThreadEvent, timeZone: string, words: Words): string {
  const { names, on } = words.events;
  const date = event.published && `${on} ${formatDate(event.published, timeZone, words)}`;
  return [names[event.what], date].filter(Boolean).join(" ") + describeEventSource(event, words);
}

/** What follows an event's date. */
export function describeEventSource({ author, text }: ThreadEvent, words: Words): string {
  const by = author === undefined ? "" : ` ${words.events.by(displayName(author))}`;
  return by + (text === undefined ? "" : words.events.saying(spellControls(text)));
}

/** What a comment's own page is called: "Commentaire nº 2 de NAME". */
export function titleComment(comment: Pick<Comment, "position" | "author">, words: Words): string {
  return words.commentTitle(
    numberComment(comment, words),
    displayName(comment.author ?? words.unknownAuthor),
  );
}
