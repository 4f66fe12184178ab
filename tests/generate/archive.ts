import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { beginContent, writeContentFile } from "./files";
import { choose, createRandom, type Random } from "./random";
import { type Tongue, tongues, type Words, writeSentence, writeText } from "./text";
import { chooseLength, chooseParent, chooseWriter, nameOf } from "./thread";

/** What a generated archive is made of. */
export type GeneratedArchive = {
  /** Another whole number gives another archive of the same size. */
  readonly seed: number;
  readonly articles: number;
  /** Of an article, on average: the archive has `articles` times so many, at times one article nearly twice as many. */
  readonly comments: number;
  /** Lines for `archive.md` beside those that every archive has, such as `cards: none`. */
  readonly settings: readonly string[];
};

/**
 * Writes a content folder as an archivist may have it after imports: articles in several languages, a third of their
 * threads without dates, a few comments erased or missing, now and then a table, code or a renamed article. The same
 * description gives the same files, and two archives of one seed differ only in their settings.
 */
export function writeArchive(folder: string, archive: GeneratedArchive): void {
  beginContent(folder, [...SETTINGS, ...archive.settings]);
  for (let number = 1; number <= archive.articles; number++) {
    const random = createRandom(archive.seed * 1_000_003 + number);
    const article = { number, tongue: choose(tongues, random), comments: countComments(archive, number) };
    const path = join(folder, slugOf(number));
    mkdirSync(join(path, "comments"), { recursive: true });
    writeArticle(path, article, random);
    writeThread(path, article, random);
  }
}

export function slugOf(number: number): string {
  return `article-${String(number).padStart(5, "0")}`;
}

const SETTINGS = [
  "name: A generated archive",
  "language: fr",
  "url: https://generated.example/",
  "keeper: The keeper",
  "contact: mailto:keeper@generated.example",
];

type GeneratedArticle = { readonly number: number; readonly tongue: Tongue; readonly comments: number };

/** Articles come in pairs: what the first has more than the average the second has less. */
function countComments({ seed, articles, comments }: GeneratedArchive, number: number): number {
  const first = number - ((number - 1) % 2);
  if (first === articles) return comments;
  const more = Math.floor(createRandom(seed * 1_000_003 - first)() ** 3 * (comments + 1));
  return number === first ? comments + more : comments - more;
}

function writeArticle(path: string, article: GeneratedArticle, random: Random): void {
  const { words } = article.tongue;
  const length = 150 + Math.floor(random() ** 2 * 1200);
  const parts = Array.from({ length: 1 + Math.floor(length / 400) }, () => {
    const heading = writeSentence(4, words, random).slice(0, -1);
    return `## ${heading}\n\n${writeText(400, words, random)}`;
  });
  const body = [writeText(Math.min(length, 300), words, random), ...parts.slice(1)].join("\n");
  writeContentFile(join(path, "article.md"), listArticleFields(article, random), body);
}

function listArticleFields({ number, tongue, comments }: GeneratedArticle, random: Random): string[] {
  const sentence = (length: number) => writeSentence(length, tongue.words, random).slice(0, -1);
  const published = publishedAt(number);
  const sometimes = (share: number, ...fields: string[]) => (random() < share ? fields : []);
  return [
    `title: ${sentence(7)}`,
    `language: ${tongue.tag}`,
    "author: ada",
    `published: ${published.toISOString()}`,
    `timeZone: ${tongue.timeZone}`,
    ...["source:", "  name: The Example Times", `  url: https://times.example/news/${number}`],
    ...sometimes(0.7, `summary: ${sentence(25)}.`),
    ...sometimes(0.3, "citedSources:", "  - name: An agency", `    url: https://agency.example/${number}`),
    ...sometimes(0.3, "image:", `  alt: ${sentence(6)}`, "  credit: Photograph by Ada Example"),
    ...sometimes(0.5, `commentsAnnounced: ${comments}`),
    ...sometimes(0.5, "captured: 2024-02-29"),
    ...sometimes(0.01, `formerSlugs: [draft-${number}]`),
  ];
}

/** An article a day from the first of 2010 on, at another hour each. */
function publishedAt(number: number): Date {
  return new Date(Date.UTC(2010, 0, number, number % 24, (number * 7) % 60));
}

type GeneratedThread = {
  readonly depth: number;
  readonly people: number;
  readonly dated: boolean;
  /** Whether each comment names its address at the source. */
  readonly sourced: boolean;
};

function writeThread(path: string, article: GeneratedArticle, random: Random): void {
  const thread: GeneratedThread = {
    depth: 1 + Math.floor(random() ** 3 * Math.min(47, article.comments / 2)),
    people: 3 + Math.ceil(article.comments / 3),
    dated: random() < 0.67,
    sourced: random() < 0.25,
  };
  const writers: string[] = [];
  for (let id = 1; id <= article.comments; id++) {
    const author = nameOf(chooseWriter(id, thread.people, random), article.tongue.words);
    const parent = chooseParent(id, thread.depth, random);
    const answered = parent === undefined ? undefined : writers[parent - 1];
    writers.push(author);
    const fields = [`author: ${author}`, ...listPlaceFields(id, parent, article, thread)];
    const comment = join(path, `comments/${id}.md`);
    writeComment(comment, fields, { answered, words: article.tongue.words }, random);
  }
}

function listPlaceFields(
  id: number,
  parent: number | undefined,
  { number }: GeneratedArticle,
  { dated, sourced }: GeneratedThread,
): string[] {
  const published = new Date(publishedAt(number).getTime() + id * 7 * 60_000).toISOString();
  return [
    `position: ${id}`,
    ...(dated ? [`published: ${published}`] : []),
    ...(parent === undefined ? [] : [`inReplyTo: ${parent}`]),
    ...(sourced ? ["source:", `  url: https://times.example/news/${number}/comments/${id}`] : []),
  ];
}

type Text = { readonly answered: string | undefined; readonly words: Words };

/** One comment in fifty is erased and one in a hundred missing; one reply in six begins with the name it answers. */
function writeComment(
  path: string,
  fields: readonly string[],
  { answered, words }: Text,
  random: Random,
): void {
  const kind = random();
  const text = writeText(chooseLength(random), words, random);
  if (kind < 0.02) writeContentFile(path, [...fields, "status: erased", "reason: At the author’s request."]);
  else if (kind < 0.03) writeContentFile(path, [...fields, "status: missing"]);
  else if (kind < 0.2 && answered !== undefined) writeContentFile(path, fields, `@${answered}\n\n${text}`);
  else writeContentFile(path, fields, text);
}
