import { findArticle } from "../../archive/find";
import { openArchive } from "../../archive/reading/read";
import { describeForSearch, type SearchPart } from "./search-part";

type OpenPart = (slug: string) => SearchPart;
let handed: OpenPart | undefined;

/** Where a printer has kept what the search knows of articles that it does not read again. */
export function handSearchParts(open: OpenPart): void {
  handed = open;
}

/** @throws Error for an article that the content does not have */
export function openSearchPart(slug: string): SearchPart {
  return (handed ?? describeFromContent)(slug);
}

function describeFromContent(slug: string): SearchPart {
  const archive = openArchive();
  const article = findArticle(archive, slug);
  if (!article) throw new Error(`no article ${slug}`);
  return describeForSearch(archive.settings, article);
}
