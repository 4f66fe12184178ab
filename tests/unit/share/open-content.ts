import type { ArchiveSettings, Article } from "../../../lib/archive/model";
import { readArchive } from "../../../lib/archive/reading/read";

/** The newest article of a content folder, with its archive's settings. */
export function openContent(folder: string): { settings: ArchiveSettings; article: Article } {
  const result = readArchive(folder);
  const article = result.ok ? result.archive.articles[0] : undefined;
  if (!result.ok || !article) throw new Error(`${folder} holds no article without problems`);
  return { settings: result.archive.settings, article };
}
