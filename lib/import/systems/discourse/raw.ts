import type { SourceBody } from "../../model";

/**
 * A text as it was typed, from an export that has nothing else: Markdown but for Discourse's quotations, which become
 * Markdown's. What else of its markup Markdown does not know stays as it was typed.
 */
export function bodyOfRaw(raw: string): SourceBody {
  return {
    format: "markdown",
    text: raw.replace(QUOTATION, (_, who: string, words: string) => quote(who, words)),
  };
}

const QUOTATION = /^\[quote(?:="([^"\]]*)")?\]\s*\n?(.*?)\n?\[\/quote\]/gmsu;

function quote(who = "", words: string): string {
  const [name = ""] = who.split(",", 1);
  const lines = [...(name.trim() === "" ? [] : [`${name.trim()}:`, ""]), ...words.trim().split("\n")];
  return `${lines.map((line) => `> ${line}`.trimEnd()).join("\n")}\n`;
}
