// A comment's own header comes before those of its replies, which lie inside it.

/** Who wrote a comment; without one, what the page is called. */
export function authorOf(comment: Element | null | undefined): string {
  return comment?.querySelector("bdi")?.textContent ?? document.title;
}

/** The address of a comment's page; without one, of this page. */
export function addressOf(comment: Element | null | undefined): string {
  return permalinkOf(comment)?.href ?? location.href.replace(/#.*/, "");
}

/** "jojozekil, nº 1, niveau 1, 1 réponse": what its header says, but the monogram and what this script added. */
export function describeComment(comment: Element): string {
  const parts = comment.querySelectorAll(":scope > .own > header > :not(.monogram, button, output, div)");
  return joinTexts(parts, ", ");
}

/** What nodes say, with something between them. */
export function joinTexts(nodes: Iterable<Node>, between: string): string {
  return [...nodes].map(({ textContent }) => textContent).join(between);
}

/** The link to the comment's page: its text is the comment's number. */
export function permalinkOf(comment: Element | null | undefined): HTMLAnchorElement | null | undefined {
  return comment?.querySelector<HTMLAnchorElement>("a.u-url");
}
