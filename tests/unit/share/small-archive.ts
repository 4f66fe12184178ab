import type {
  Archive,
  ArchiveSettings,
  Article,
  Comment,
  PresentArticle,
  PresentComment,
} from "../../../lib/archive/model";
import { buildThread } from "../../../lib/archive/thread/thread";

export const settings: ArchiveSettings = {
  name: "Petite archive",
  language: "fr",
  url: "https://archive.example/",
  keeper: "Une archiviste",
  contact: "mailto:retrait@archive.example",
  tag: "archive.example,2026:/",
  cards: "all",
  description: "",
};

/** An article of no importance, with what a case gives it. */
export function articleOf(
  given: Partial<PresentArticle> & { comments?: readonly Comment[] } = {},
): PresentArticle {
  const { comments = [], ...rest } = given;
  const built = buildThread({
    folder: "content/un/comments",
    comments,
    troubled: new Set(),
    announced: given.commentsAnnounced,
  });
  if (!built.ok) throw new Error(built.problems.map(({ found }) => found).join("\n"));
  return {
    slug: "un",
    formerSlugs: [],
    title: "Un titre",
    language: "fr",
    author: { id: "ana", name: "Ana Lopez", biography: "" },
    published: "2021-01-15T09:00:00+01:00",
    timeZone: "Europe/Paris",
    source: { name: "Le Journal", url: "https://journal.example/un" },
    citedSources: [],
    status: "present",
    pictures: [],
    body: "Le texte de l’article.",
    thread: built.thread,
    digest: "",
    ...rest,
  };
}

export function archiveOf(articles: readonly Article[], given: Partial<ArchiveSettings> = {}): Archive {
  return {
    settings: { ...settings, ...given },
    articles,
    vanished: new Map(),
    asWritten: { heads: new Map(), permalinks: "" },
  };
}

/** Comments `1` to `count`. */
export function commentsOf(count: number): PresentComment[] {
  return Array.from({ length: count }, (_, index) => ({
    id: String(index + 1),
    status: "present",
    position: index + 1,
    author: "Bob",
    body: "Oui.",
  }));
}
