import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { beginContent, writeContentFile } from "./files";
import { createRandom } from "./random";
import { english, writeSentence } from "./text";
import { chooseLength, chooseParent, chooseWriter, nameOf } from "./thread";

/** What a generated thread is made of. */
export type LongThread = {
  readonly comments: number;
  /** Levels of the deepest chain. */
  readonly depth: number;
  readonly people: number;
};

/**
 * Writes a content folder with one article, `long-thread`, its comments plain sentences. The same arguments give the
 * same files.
 */
export function writeLongThread(folder: string, { comments, depth, people }: LongThread): void {
  beginContent(folder, SETTINGS);
  mkdirSync(join(folder, "long-thread/comments"), { recursive: true });
  const sentence = "An article of one sentence, and a conversation that did not end for a while.\n";
  writeContentFile(join(folder, "long-thread/article.md"), ARTICLE, sentence);
  const random = createRandom(1);
  for (let id = 1; id <= comments; id++) {
    const parent = chooseParent(id, depth, random);
    const fields = [
      `author: ${nameOf(chooseWriter(id, people, random), english.words)}`,
      `position: ${id}`,
      `published: ${new Date(Date.UTC(2015, 2, 1, 8, id * 7)).toISOString()}`,
      ...(parent === undefined ? [] : [`inReplyTo: ${parent}`]),
    ];
    const text = writeSentence(chooseLength(random), english.words, random);
    writeContentFile(join(folder, `long-thread/comments/${id}.md`), fields, `${text}\n`);
  }
}

const SETTINGS = [
  "name: Long threads",
  "cards: articles",
  "language: en",
  "url: https://long.example/",
  "keeper: The keeper",
  "contact: mailto:keeper@long.example",
];

const ARTICLE = [
  "title: An article with a long thread",
  "language: en",
  "author: ada",
  "published: 2015-03-01T08:00:00Z",
  "timeZone: Europe/London",
  "source:",
  "  name: The Example Forum",
  "  url: https://forum.example/long",
];
