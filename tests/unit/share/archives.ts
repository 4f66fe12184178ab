import type {
  Archive,
  ArchiveSettings,
  Article,
  Comment,
  PresentArticle,
  PresentComment,
} from "../../../lib/archive/model";
import { archiveOf, articleOf } from "./small-archive";

/** Below a base path: every address has to carry it. */
export const settings: ArchiveSettings = {
  name: "The Archive",
  language: "en",
  url: "https://archive.example/kept/",
  keeper: "Keeper",
  contact: "mailto:keeper@archive.example",
  tag: "archive.example,2021:/",
  cards: "all",
  description: "What *it* is about.",
};

export function makeArticle(
  given: Partial<PresentArticle>,
  comments: readonly Comment[] = [],
): PresentArticle {
  return articleOf({
    slug: "some-article",
    title: "A title",
    language: "en",
    author: { id: "ada", name: "Ada Example", biography: "" },
    published: "2021-01-15T09:00+01:00",
    source: { name: "The Example Times", url: "https://times.example/2021/title" },
    body: "Words.",
    ...given,
    comments,
  });
}

export function makeArchive(...articles: readonly Article[]): Archive {
  return archiveOf(articles, settings);
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
