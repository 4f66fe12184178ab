import { describeComment } from "../comment-parts";
import { listen } from "../listen";

let here: Element | null | undefined;
const trail: Element[] = [];

/** The comment that its reader is at: where they pointed or focused last, else where the page's address leads. */
export function currentComment(): Element | undefined {
  return here ?? document.querySelector(".comment:target") ?? undefined;
}

export function startWalking(): void {
  listen(["pointerup", "focusin"], (target) => {
    here = target?.closest(".comment");
  });
  addEventListener("hashchange", () => {
    here = undefined;
  });
}

/** Goes to a comment and says its name; does nothing where there is none to go to. */
export function visit(comment: Element | null | undefined): void {
  const leaving = currentComment();
  if (!(comment instanceof HTMLElement)) return;
  if (leaving) trail.push(leaving);
  location.replace(`#${comment.id}`); // A target is unfolded.
  comment.ariaLabel = describeComment(comment);
  comment.tabIndex = -1;
  comment.focus({ preventScroll: true });
}

/** Goes back where the reader was before, and again from there. */
export function goBack(): void {
  const left = trail.pop();
  visit(left);
  trail.pop();
}

/** Goes so many comments on, or back, among those that a selector finds. */
export function step(steps: 1 | -1, among = ".comment"): void {
  const comments = [...document.querySelectorAll(among)];
  const at = comments.findLastIndex((comment) => comment.contains(currentComment() ?? null));
  visit(comments[at + steps]);
}

export function visitParent(): void {
  visit(currentComment()?.parentElement?.closest(".comment"));
}

export function visitFirstReply(): void {
  visit(currentComment()?.querySelector(".comment"));
}

export function visitSibling(): void {
  visit(currentComment()?.closest("li")?.nextElementSibling?.querySelector(".comment"));
}

/** Folds or unfolds the comment's replies; of one that has none, those that it is among. */
export function toggleReplies(): void {
  const comment = currentComment();
  const fold = comment?.querySelector("details") ?? comment?.closest("details");
  visit(fold?.closest(".comment"));
  fold?.toggleAttribute("open");
}
