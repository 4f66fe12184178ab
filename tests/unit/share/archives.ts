import type { Archive, ArchiveSettings, Article, Comment, PresentComment } from "../../../lib/archive/model";
import { buildThread } from "../../../lib/archive/thread";

/** Below a base path: every address has to carry it. */
export const settings: ArchiveSettings = {
  name: "The Archive",
  language: "en",
  url: "https://archive.example/kept/",
  keeper: "Keeper",
  contact: "mailto:keeper@archive.example",
  tag: "archive.example,2021:/",
  description: "What *it* is about.",
};

export function makeArticle(given: Partial<Article>, comments: readonly Comment[] = []): Article {
  const built = buildThread({
    folder: "content/x/comments",
    comments,
    troubled: new Set(),
    announced: given.commentsAnnounced,
  });
  if (!built.ok) throw new Error(built.problems.map(({ found }) => found).join("\n"));
  return {
    slug: "some-article",
    formerSlugs: [],
    title: "A title",
    language: "en",
    author: { id: "ada", name: "Ada Example", biography: "" },
    published: "2021-01-15T09:00+01:00",
    timeZone: "Europe/Paris",
    source: { name: "The Example Times", url: "https://times.example/2021/title" },
    citedSources: [],
    body: "Words.",
    thread: built.thread,
    digest: "",
    ...given,
  };
}

export function makeArchive(...articles: readonly Article[]): Archive {
  return {
    settings,
    articles,
    vanished: new Map(),
    digest: "",
    asWritten: { heads: new Map(), permalinks: "" },
  };
}

export function makeComment(position: number, given: Partial<PresentComment> = {}): PresentComment {
  return {
    id: String(position),
    status: "present",
    position,
    author: `Person ${position}`,
    body: "",
    ...given,
  };
}
