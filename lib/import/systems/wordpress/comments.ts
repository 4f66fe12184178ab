import type { LooseItem, SourcePost } from "../../model";

/** A comment of WordPress, whichever way it was exported; addresses of people are not among its fields. */
export type WordPressComment = {
  readonly source: string;
  readonly id: string;
  readonly parent: string;
  readonly author: string;
  readonly authorUrl: string;
  readonly userId: string;
  readonly published?: string;
  /** HTML as WordPress shows it. */
  readonly html: string;
  /** `comment`, or nothing; `pingback`, `trackback`; `note` and others are not for readers. */
  readonly type: string;
  readonly status: "approved" | "pending" | "spam" | "trash";
  readonly url?: string;
};

/** What readers saw as a comment. A pingback is one, of another page. */
const SHOWN: ReadonlySet<string> = new Set(["", "comment", "pingback", "trackback"]);

/** What WordPress shows above a comment of somebody who gave no name. */
const NAMELESS = "Anonymous";

/** Sorts comments into those that readers saw, or whose place is known, and those that they never saw. */
export function sortComments(comments: readonly WordPressComment[], baseUrl: string | undefined) {
  const posts: SourcePost[] = [];
  const others: LooseItem[] = [];
  for (const comment of comments) {
    const reason = whyUnseen(comment);
    if (reason === undefined) posts.push(readComment(comment, baseUrl));
    else others.push({ source: comment.source, outcome: "skipped", reason });
  }
  return { posts, others };
}

function whyUnseen({ type, status }: WordPressComment): string | undefined {
  if (!SHOWN.has(type)) return `a ${type}, which readers of the source do not see`;
  if (status === "spam") return "spam";
  return status === "pending" ? "a comment that waits for approval" : undefined;
}

function readComment(comment: WordPressComment, baseUrl: string | undefined): SourcePost {
  const { id, source, parent, author, userId, type, url, published } = comment;
  const isTrash = comment.status === "trash";
  const label = type === "pingback" || type === "trackback" ? { label: type } : {};
  const person = {
    name: author || NAMELESS,
    ...(userId !== "0" && userId !== "" && { id: userId }),
    ...label,
  };
  return {
    ...{ source, id, sourceId: id, quotes: [] },
    ...(!isTrash && { author: person }),
    ...(published && { published }),
    ...(parent !== "" && parent !== "0" && { parent: { kind: "post", id: parent, basis: "explicit" } }),
    ...(!isTrash && { body: { format: "html", text: comment.html, ...(baseUrl && { baseUrl }) } }),
    state: isTrash ? { kind: "hidden", reason: "deleted" } : { kind: "present" },
    ...(url && { url }),
  };
}
