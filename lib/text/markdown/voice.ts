import type { Article } from "../../archive/model";
import type { MarkdownContext } from "./markdown";

/** An editor's text, or where the article is a post of its thread, the words of somebody who wrote there. */
export function voiceOf({ position }: Article): MarkdownContext["voice"] {
  return position === undefined ? "editorial" : "comment";
}
