import { findArticle } from "../../archive/find";
import type { Archive, Catalogue } from "../../archive/model";
import { openArchive } from "../../archive/reading/read";
import { createContext } from "../article-context";
import { listArchivedLinks } from "../old-addresses/archived-links";
import { describeArticle } from "./article-entry";
import type { FeedEntry } from "./feed";

/** Articles of the archive's feeds, each whole: ten thousand of them would be a hundred megabytes at every visit. */
const NEWEST = 50;

type OpenEntry = (slug: string) => FeedEntry;
let handed: OpenEntry | undefined;

/** Where a printer has kept the entries of articles that it does not read again. */
export function handEntries(open: OpenEntry): void {
  handed = open;
}

/** The entries of the newest articles, newest first. */
export function describeNewest(catalogue: Catalogue): FeedEntry[] {
  const open =
    handed ?? ((slug: string) => describeFromContent(isArchive(catalogue) ? catalogue : openArchive(), slug));
  return catalogue.articles.slice(0, NEWEST).map(({ slug }) => open(slug));
}

/** @throws Error for an article that the archive does not have */
function describeFromContent(archive: Archive, slug: string): FeedEntry {
  const article = findArticle(archive, slug);
  if (!article) throw new Error(`no article ${slug}`);
  return describeArticle(createContext(archive.settings, article, listArchivedLinks(archive, article)));
}

function isArchive(catalogue: Catalogue | Archive): catalogue is Archive {
  return "asWritten" in catalogue;
}
