import { buildElement } from "../build-element";
import { joinTexts } from "../comment-parts";
import { listen } from "../listen";

const preview = buildElement("div", { className: "box preview" });

/** Shows the comment that is answered where a pointer, the focus or a first tap is at "in reply to NAME". */
export function offerPreviews(): void {
  listen(["mouseover", "focusin", "touchend"], (target, event) => {
    const link = target?.closest(".comment header p a");
    const answered = link && findAnswered(link);
    // The first tap shows, the second follows the link.
    if (answered && event.type === "touchend" && !preview.isConnected) event.preventDefault();
    if (target?.closest(".preview")) return;
    hidePreview();
    if (answered) showBelow(link, answered);
  });
}

export function hidePreview(): void {
  preview.remove();
}

function showBelow(link: Element, answered: Element): void {
  preview.textContent = joinTexts(answered.childNodes, "\n");
  link.parentElement?.after(preview);
}

/** The text of the comment that a link leads to, where this page shows it: `#c-2` or `/article/c/2/`. */
function findAnswered(link: Element): Element | null {
  const href = link.getAttribute("href") ?? "";
  const id = href.split("#c-")[1] ?? href.split("/").at(-2);
  return document.querySelector(`#c-${id} > .own > :is(.text, .tombstone)`);
}
