import type { Article } from "../archive/model";
import { excerptMarkdown } from "../text/markdown/markdown";

/**
 * What an article is about, on one line: its standfirst, else the beginning of its text; empty where there is neither.
 *
 * @param length code points
 */
export function excerptArticle({ summary, body = "", format }: Article, length: number): string {
  return summary === undefined ? excerptMarkdown(body, length, format) : excerptMarkdown(summary, length);
}
