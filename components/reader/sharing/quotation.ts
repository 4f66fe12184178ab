import { buildElement } from "../build-element";
import { addressOf, authorOf } from "../comment-parts";
import { listen } from "../listen";
import * as words from "../words";
import { reportOutcome } from "./report-outcome";
import { cutWord, writeTextFragment } from "./text-fragment";

/** Pixels that a scrollbar may take of the window, and a little more. */
const SCROLLBAR = 24;

const button = buildElement("button", { className: "word", onclick: copyQuotation }, words.quote);
const answer = buildElement("output");
const offer = buildElement("div", { className: "box quotation", hidden: true }, button, " ", answer);

/** Offers selected words as a quotation, beside them. */
export function offerQuotations(): void {
  document.body.append(offer);
  button.onmousedown = () => false; // Keeps the selection.
  listen(["selectionchange", "click"], (target) => {
    // A click on the offer may have been answered already: WebKit copies before the click has come here.
    if (!target?.closest(".quotation")) placeOffer();
  });
}

/** The words of the page that are selected. */
export function findSelection(): Range | undefined {
  const selection = getSelection();
  const isOfText = selection?.anchorNode?.parentElement?.closest("main") && `${selection}`.trim();
  return isOfText ? selection?.getRangeAt(0) : undefined;
}

function placeOffer(): void {
  // A pointer is still choosing; or it chooses the quotation that is shown to be copied by hand.
  if (document.querySelector("main:active") || offer.contains(getSelection()?.anchorNode ?? null)) return;
  const last = [...(findSelection()?.getClientRects() ?? [])].findLast(({ width }) => width > 0);
  answer.value = "";
  offer.hidden = !last;
  if (!last) return;
  const room = innerWidth - offer.offsetWidth - SCROLLBAR;
  offer.style.left = `${Math.min(last.right, room)}px`;
  offer.style.top = `${last.bottom + scrollY}px`;
}

/** Copies the selected words with their author and an address that finds them. */
export function copyQuotation(): void {
  const range = findSelection();
  if (!range) return;
  placeOffer();
  const quotation = quoteRange(range);
  reportOutcome(() => navigator.clipboard.writeText(quotation), answer, words.copied, quotation);
}

/** Words of several comments are quoted from the one in which they begin: a click may select to the next one's start. */
function quoteRange({ startContainer, startOffset, endContainer, endOffset }: Range): string {
  const text = `${getSelection()}`.trim();
  const [before] = cutAt(startContainer, startOffset);
  const [, after] = cutAt(endContainer, endOffset);
  const comment = startContainer.parentElement?.closest(".comment");
  const url = `${addressOf(comment)}#${writeTextFragment(before + text + after)}`;
  return words.writeQuotation(text, authorOf(comment), url);
}

function cutAt(node: Node, offset: number): readonly [before: string, after: string] {
  return cutWord(node instanceof Text ? node.data : "", offset);
}
