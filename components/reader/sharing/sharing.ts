import { buildElement } from "../build-element";
import { addressOf, authorOf, permalinkOf } from "../comment-parts";
import * as words from "../words";
import { reportOutcome } from "./report-outcome";

/** Touch screens have a sharing of their own, which people know; elsewhere a link is copied. */
const sharesBySystem = "share" in navigator && matchMedia("(pointer: coarse)").matches;

/** An arrow that leaves a tray; two links of a chain. */
const ICON = sharesBySystem
  ? "M8 9V2L5 5m3-3 3 3M3 7v6h10V7"
  : "M9 7 7 9M5 6 3 8a3 3 0 0 0 5 5l2-2M11 10l2-2a3 3 0 0 0-5-5L6 5";
const LABEL = sharesBySystem ? words.share : words.copyLink;
const FACE = `<svg viewBox="0 0 16 16"><path d="${ICON}"/></svg><span class=box>${LABEL}</span>`;

const pageAnswer = buildElement("output");
let lastAnswer = pageAnswer;

/** Gives every comment a control in its header that shares its link, and a place that says what became of it. */
export function offerSharing(): void {
  document.querySelector(".h-entry h1")?.after(pageAnswer);
  document.querySelectorAll(".comment").forEach(addControl);
}

function addControl(comment: Element): void {
  const control = buildElement("button", { className: "share", innerHTML: FACE });
  // Begins with what is seen (WCAG 2.2, 2.5.3).
  control.ariaLabel = `${LABEL} – ${nameComment(comment)}`;
  control.onclick = () => shareLink(comment);
  const answer = buildElement("output");
  comment.querySelector("header > :is(p, .unseen)")?.before(control, answer);
}

function nameComment(comment: Element): string {
  return words.nameComment(permalinkOf(comment)?.text ?? "", authorOf(comment));
}

/** Shares the link of a comment, or without one that of the page, and says there what became of it. */
export function shareLink(comment: Element | undefined): void {
  const answer = comment?.querySelector("output") ?? pageAnswer;
  lastAnswer.value = "";
  lastAnswer = answer;
  const url = addressOf(comment);
  const title = comment ? nameComment(comment) : document.title;
  if (sharesBySystem) reportOutcome(() => navigator.share({ title, url }), answer, words.shared, url);
  else reportOutcome(() => navigator.clipboard.writeText(url), answer, words.copied, url);
}
