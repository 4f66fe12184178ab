import { isPictureName } from "../../../archive/format/names";
import { type Converted, convertBody } from "../../conversion/convert";
import { NEEDED_OF_ARTICLE, writeFile } from "../../files/written-file";
import type { SourceArticle, SourceThread } from "../../model";
import { type ConvertedText, explainText, type FileFinder, writeBody } from "./convert-texts";
import { type ArticleFindings, fieldsOfArticle } from "./front-matter-fields";
import type { PlannedFile } from "./planned-file";

/** What of an article is found out by looking at what came along with it. */
export function findBeside(
  article: SourceArticle,
  fileAt: FileFinder | undefined,
): Pick<ArticleFindings, "summary" | "imageFile"> {
  return { ...writeSummary(article, fileAt), ...nameImage(article, fileAt) };
}

function writeSummary({ summary }: SourceArticle, fileAt: FileFinder | undefined): { summary?: string } {
  const text = summary && convertBody(summary, "editorial", fileAt)?.text;
  return text ? { summary: text } : {};
}

/** Files of other kinds may be at hand too, under the same name. */
function nameImage({ image }: SourceArticle, fileAt: FileFinder | undefined): { imageFile?: string } {
  const file = image?.address && fileAt?.(image.address);
  return file && isPictureName(file) ? { imageFile: file } : {};
}

/** `article.md`. */
export function planArticle(
  thread: SourceThread,
  { converted, fault }: ConvertedText,
  findings: ArticleFindings,
): PlannedFile {
  const { article } = thread;
  const body = writeBody(converted?.text ?? "");
  const { text } = writeFile(fieldsOfArticle(thread, findings), body, article.asWritten, NEEDED_OF_ARTICLE);
  const reason = [fault ?? reasonOf(article, converted)].find(Boolean);
  return {
    path: "article.md",
    text,
    ...(!article.isAbsent && {
      item: { source: article.source, outcome: "article", ...(reason && { reason }) },
    }),
    ...(article.author && { author: article.author.name }),
  };
}

function reasonOf(article: SourceArticle, converted: Converted | undefined): string | undefined {
  if (article.asWritten) return undefined;
  if (article.stated?.status === "erased") return "without its text: it was taken down at its source";
  if (article.state.kind === "hidden") return `without its text: ${article.state.reason}`;
  return converted?.text ? explainText(converted) : "without its text: not in this export";
}
