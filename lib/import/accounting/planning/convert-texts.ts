import { type Converted, convertBody } from "../../conversion/convert";
import type { SourceBody, SourcePost } from "../../model";

/** The name of a file beside the article that an address leads to. */
export type FileFinder = (address: string) => string | undefined;

/** What became of a text: its conversion, or why no file of the archive can hold it; neither where the source has none. */
export type ConvertedText = { readonly converted?: Converted; readonly fault?: string };

/** Converts and proves a text, unless its source speaks the archive's own format. */
export function convertText(
  post: { readonly body?: SourceBody; readonly asWritten?: SourcePost["asWritten"] },
  voice: "editorial" | "comment",
  fileAt: FileFinder | undefined,
): ConvertedText {
  if (post.asWritten !== undefined || post.body === undefined) return {};
  const converted = convertBody(post.body, voice, fileAt);
  return converted === undefined
    ? { fault: "a text longer than a file of the archive may be" }
    : { converted };
}

/** A text below its front matter. */
export function writeBody(text: string): string {
  return text === "" ? "" : `\n${text}\n`;
}

/** What an archivist should know of a text that did not come through as it was; nothing of any other. */
export function explainText({ fallback, stray }: Converted): string | undefined {
  const controls =
    stray.controls > 0 ? `${stray.controls} control characters, shown as their pictures` : undefined;
  const notes = [fallback && `written as plain text: ${fallback}`, controls].filter(Boolean);
  return notes.length > 0 ? notes.join("; ") : undefined;
}
